using System.Globalization;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Try;

namespace Heed.Tests.Try;

/// <summary>Events counted out of a population, as tests of such trials want them.</summary>
static class CountedTrials
{
    public static async Task<Metric> Counting(
        this Cast cast,
        string name,
        Cadence cadence,
        Metric? among = null,
        bool isCount = true
    )
    {
        var asked = SampleMeasurements.Asked(name, cadence);
        (asked.Unit, asked.Wanted, asked.UpperBound) = ("events", Wanted.Down, null);
        (asked.IsCount, asked.CountedAmong) = (isCount, among?.Id);
        return await cast.Metric(asked);
    }

    public static async Task Values(this Cast cast, Metric metric, IEnumerable<(DateOnly On, double Value)> rows) =>
        (
            await cast.Record(metric.Id, [.. rows.Select(r => new MeasurementRequest { On = r.On, Value = r.Value })])
        ).Given();

    /// <summary>
    /// Acute coronary events in Sicily before and after the smoking ban (Lopez Bernal et al. 2017), as they lie beside the project.
    /// </summary>
    public static async Task<(Metric Events, Metric People)> Sicily(this Cast cast)
    {
        var rows = File.ReadLines(SharedFiles.Data("interrupted-series/sicily.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells =>
                (
                    On: new DateOnly(int.Parse(cells[0], CultureInfo.InvariantCulture), Number(cells[1]), 1),
                    Events: double.Parse(cells[2], CultureInfo.InvariantCulture),
                    People: double.Parse(cells[6], CultureInfo.InvariantCulture)
                )
            )
            .ToList();
        var people = await cast.Counting("People", Cadence.Month, isCount: false);
        await cast.Values(people, rows.Select(r => (r.On, r.People)));
        var events = await cast.Counting("Acute coronary events", Cadence.Month, people);
        await cast.Values(events, rows.Select(r => (r.On, r.Events)));
        return (events, people);

        static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
    }

    public static TrialRequest Plan(Cast cast, Metric metric, DateOnly start, DateOnly look, double percent)
    {
        var asked = SampleTrials.Asked(cast, metric);
        (asked.Change, asked.Obstacle, asked.Undo) = ("Nobody smokes indoors", "Smoke is everywhere.", "Allow it.");
        (asked.Start, asked.Look, asked.Predicted, asked.WrittenAfterwards) = (start, look, percent, true);
        return asked;
    }

    /// <summary>Planned afterwards, locked and looked at.</summary>
    public static async Task<(Trial Trial, TrialVerdict Verdict)> Judged(this Cast cast, TrialRequest asked)
    {
        var trial = await cast.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await cast.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        return (trial, await SampleTrials.Look(cast, trial));
    }

    /// <summary>Complaints that fall to a share of what they were from a month on, among sales that grow by 2 % a month.</summary>
    public static IReadOnlyList<(DateOnly On, double Complaints, double Sales)> Complaints(
        int before,
        int after,
        double to
    ) =>
        [
            .. Enumerable
                .Range(0, before + after)
                .Select(i =>
                {
                    var sales = Math.Round(90_000 * Math.Pow(1.02, i));
                    var rate = 0.0005 * (i < before ? 1 : to) * (1 + 0.06 * ((i * 7 % 5) - 2));
                    return (new DateOnly(2031, 1, 1).AddMonths(i), Math.Round(sales * rate), sales);
                }),
        ];
}

using System.Globalization;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Metrics;
using Heed.Try;

namespace Heed.Tests.Try;

/// <summary>Downtown, which gets the change, and branches that live through the same: what tests of comparisons set up in a line.</summary>
sealed class Branches(Cast cast, Metric downtown, IReadOnlyList<Metric> others, double gain)
{
    static readonly DateOnly Start = new(2035, 3, 12);
    static readonly DateOnly First = Start.AddDays(-7 * 25);

    public Metric Downtown => downtown;
    public IReadOnlyList<Metric> Others => others;

    /// <summary>25 weeks before the start, in the last of which nothing can be known of the change.</summary>
    public static async Task<Branches> Open(Cast cast, int others = 4, double gain = 8)
    {
        List<Metric> branches = [await cast.Metric(SampleMeasurements.Asked("Downtown"))];
        for (var i = 0; i < others; i++)
            branches.Add(await cast.Metric(SampleMeasurements.Asked($"Branch {(char)('A' + i)}")));
        var opened = new Branches(cast, branches[0], branches[1..], gain);
        await opened.Weeks(0, 25);
        return opened;
    }

    /// <summary>All that each of them measured in some weeks.</summary>
    public async Task Weeks(int from, int to)
    {
        for (var branch = 0; branch <= others.Count; branch++)
            (
                await cast.Record(
                    branch == 0 ? downtown.Id : others[branch - 1].Id,
                    [
                        .. Enumerable
                            .Range(from, to - from)
                            .Select(week => new MeasurementRequest
                            {
                                On = First.AddDays(7 * week),
                                Value = Value(branch, week),
                            }),
                    ]
                )
            ).Given();
    }

    /// <summary>From which of the weeks some of the others get the change too, and with it the same gain.</summary>
    public Dictionary<int, int> Reached { get; } = [];

    public static DateOnly Day(int week) => First.AddDays(7 * week);

    double Value(int branch, int week)
    {
        // One long draw a branch: the first numbers of neighbouring seeds hang together.
        var chance = new Random(branch + 1);
        var noise = Enumerable.Range(0, 2 * week + 2).Select(_ => chance.NextDouble()).ToArray();
        var shared = 8 * Math.Sin(week / 3.0);
        var value = 45 + 3 * branch + shared + noise[^1] - noise[^2];
        return Math.Round(value + (week >= (branch == 0 ? 25 : Reached.GetValueOrDefault(branch, 99)) ? gain : 0), 2);
    }

    public TrialRequest Asked(params Metric[] compared)
    {
        var asked = SampleTrials.Asked(cast, downtown);
        asked.ComparedWith = [.. (compared.Length == 0 ? others : compared).Select(m => m.Id)];
        asked.ReachedFrom = Reached.ToDictionary(at => others[at.Key - 1].Id, at => (DateOnly?)Day(at.Value));
        return asked;
    }

    /// <summary>Planned, locked, measured for thirteen weeks, and looked at.</summary>
    public async Task<(Trial Trial, TrialVerdict Verdict)> Looked(int weeks = 13)
    {
        var trial = await cast.Do<PlanTrial, Trial>(plan => plan.Run(Asked(), default));
        await cast.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        cast.World.Clock.Move(TimeSpan.FromDays(98));
        await Weeks(25, 25 + weeks);
        return (trial, await SampleTrials.Look(cast, trial));
    }

    /// <summary>The sentence that <c>heed analyze series --compare</c> says of the same points in a file.</summary>
    public async Task<string> InTheTerminal(int weeks = 13) =>
        (await ChangeInTheTerminal(weeks)).GetProperty("sentence").GetString()!;

    public async Task<JsonElement> ChangeInTheTerminal(int weeks = 13)
    {
        var names = others.Select(m => m.Name).ToList();
        using var file = new Csv(
            $"week,Downtown,{string.Join(',', names)}\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 25 + weeks)
                        .Select(week =>
                            $"{First.AddDays(7 * week):yyyy-MM-dd},{string.Join(',', Enumerable.Range(0, others.Count + 1).Select(branch => Value(branch, week).ToString("R", CultureInfo.InvariantCulture)))}\n"
                        )
                )
        );
        var found = await Typed.Json(
            "analyze",
            "series",
            file.Path,
            "--date",
            "week",
            "--value",
            "Downtown",
            "--change",
            "2035-03-12",
            "--wanted",
            "up",
            "--predict",
            "7",
            "--compare",
            string.Join(
                ',',
                names.Select(
                    (name, i) => Reached.TryGetValue(i + 1, out var week) ? $"{name}={Day(week):yyyy-MM-dd}" : name
                )
            )
        );
        return found.GetProperty("change");
    }
}

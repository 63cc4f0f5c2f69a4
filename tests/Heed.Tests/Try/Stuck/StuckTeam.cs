using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Metrics;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>A team that goes on with the same move, on a metric that goes on as before: what tests of the stuck detector set up in a line.</summary>
static class StuckTeam
{
    public static readonly DateOnly Monday = new(2035, 3, 12);

    /// <summary>The 31 weeks of Wheeler (T1) and a 32nd (T19).</summary>
    public static readonly double[] Wheeler = [.. PublishedFigures.Wheeler, 19];

    public static MetricRequest Late()
    {
        var asked = SampleMeasurements.Asked("Forms that come late");
        (asked.Wanted, asked.Unit) = (Wanted.Down, "forms");
        return asked;
    }

    public static async Task Measure(this Cast cast, Metric metric, DateOnly first, params double[] values) =>
        (
            await cast.Record(
                metric.Id,
                [.. values.Select((v, week) => new MeasurementRequest { On = first.AddDays(7 * week), Value = v })]
            )
        ).Given();

    public static TrialRequest Reminder(Cast cast, Metric metric, double predicted, DateOnly start, int weeks = 8)
    {
        var asked = SampleTrials.Asked(cast, metric);
        (asked.Change, asked.Lever, asked.Obstacle) = ("Remind them", Lever.Persuasion, "Forms come late.");
        (asked.Predicted, asked.Start, asked.Look) = (predicted, start, start.AddDays(7 * weeks));
        return asked;
    }

    public static async Task<Trial> Begun(this Cast cast, TrialRequest asked)
    {
        var trial = await cast.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        return await cast.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
    }

    public static void On(this World world, DateOnly day) =>
        world.Clock.MoveTo(new DateTimeOffset(day, new(9, 0), TimeSpan.Zero));

    /// <summary>
    /// T19: the same move after weeks 8, 16 and 24 of 32, each looked at eight weeks later. The plans are laid before the first of
    /// them, as the law of two “cannot tell” would have it.
    /// </summary>
    public static async Task<(Metric Metric, IReadOnlyList<Trial> Trials)> T19(
        this Cast cast,
        double predicted,
        double? hours = 14
    )
    {
        var metric = await cast.Metric(Late());
        var first = Monday.AddDays(-7 * 8);
        await cast.Measure(metric, first, Wheeler[..8]);
        List<Trial> trials = [];
        foreach (var at in (int[])[8, 16, 24])
            trials.Add(await cast.Begun(Reminder(cast, metric, predicted, first.AddDays(7 * at))));
        for (var i = 0; i < 3; i++)
        {
            var start = first.AddDays(7 * (8 + 8 * i));
            cast.World.On(start.AddDays(7 * 8 + 1));
            await cast.Measure(metric, start, Wheeler[(8 + 8 * i)..(16 + 8 * i)]);
            await SampleTrials.Look(cast, trials[i]);
            if (hours is { } said)
                await cast.Do<SayHours, Trial>(s => s.Run(trials[i].Id, new() { Hours = said }, default));
        }
        return (metric, trials);
    }

    static readonly DateOnly Today = new(2035, 3, 5);

    /// <summary>A hundred weeks that stay as they are.</summary>
    public static async Task<Metric> Flat(this Cast cast, string name = "Forms that come late")
    {
        var asked = Late();
        asked.Name = name;
        var metric = await cast.Metric(asked);
        await cast.Measure(
            metric,
            Today.AddDays(-7 * 100),
            [.. Enumerable.Range(0, 100).Select(i => 40 + (i * 7 % 5 - 2) * 0.4)]
        );
        return metric;
    }

    /// <summary>One that was made already, and is looked at at once: no change.</summary>
    public static async Task<Trial> Past(
        this Cast cast,
        Metric metric,
        int weeksAgo,
        double? hours = null,
        Action<TrialRequest>? with = null
    )
    {
        var asked = Reminder(cast, metric, -7, Today.AddDays(-7 * weeksAgo));
        asked.WrittenAfterwards = true;
        with?.Invoke(asked);
        var trial = await cast.Begun(asked);
        Assert.Equal(VerdictWord.NoChange, (await SampleTrials.Look(cast, trial)).Word);
        if (hours is { } said)
            await cast.Do<SayHours, Trial>(s => s.Run(trial.Id, new() { Hours = said }, default));
        return trial;
    }

    /// <summary>Three times the same, and it did not move.</summary>
    public static async Task<Metric> Spun(this Cast cast, double? hours = 14, string name = "Forms that come late")
    {
        var metric = await cast.Flat(name);
        foreach (var weeksAgo in (int[])[60, 40, 20])
            await cast.Past(metric, weeksAgo, hours);
        return metric;
    }

    public static async Task<OutcomeTraction> Traction(this Cast cast, Metric metric) =>
        Assert.Single(await cast.World.As(cast, s => s.GetRequiredService<ReadTraction>().Of([metric.Id], default)));

    public static Task<IReadOnlyList<OutcomeTraction>> Stuck(this Cast cast) =>
        cast.World.As(cast, s => s.GetRequiredService<ReadTraction>().Stuck(default));
}

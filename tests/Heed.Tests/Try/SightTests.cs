using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class SightTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Start = new(2035, 3, 5);
    static readonly Metric Share = new()
    {
        Name = "Reorder share",
        Unit = "of 100",
        Wanted = Wanted.Up,
        Kind = MetricKind.Behaviour,
        Timing = Timing.Leading,
        Cadence = Cadence.Week,
        CreatedAt = Now,
    };

    /// <summary>Every moving range is 4.7, as in the engine's T17.</summary>
    static MetricSeries Weeks(int count) => Weeks(count, week => week % 2 == 0 ? 20.0 : 24.7);

    static MetricSeries Weeks(int count, Func<int, double> value) =>
        new(
            Share,
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(week => new Measurement
                    {
                        MetricId = Share.Id,
                        On = Start.AddDays(-7 * (count - week)),
                        Value = value(week),
                        RecordedAt = Now,
                        Source = MeasurementSource.Manual,
                    }),
            ],
            []
        );

    [Fact]
    public void With_24_weeks_before_and_8_after_an_effect_of_4_71_would_show() // beside T17's 4.77 of a step with known noise
    {
        var sight = Sight.Of(Weeks(24), 3, Start, Start.AddDays(56), lagDays: 0);
        Assert.Equal((24, 8, false), (sight.PointsBefore, sight.PointsAfter, sight.CanBeSeen!.Value));
        Assert.Equal(4.71, sight.Smallest!.Value, 0.005);
        Assert.Contains("make a bigger change", sight.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bigger_prediction_could_be_seen_and_the_lag_takes_its_weeks() =>
        Assert.Equal(
            (true, 8, 6),
            (
                Sight.Of(Weeks(24), 6, Start, Start.AddDays(56), lagDays: 0).CanBeSeen!.Value,
                Sight.Of(Weeks(24), 6, Start, Start.AddDays(56), lagDays: 0).PointsAfter,
                Sight.Of(Weeks(24), 6, Start, Start.AddDays(56), lagDays: 14).PointsAfter
            )
        );

    [Fact]
    public void Where_no_time_would_do_it_says_so()
    {
        var sight = Sight.Of(Weeks(24), 0.5, Start, Start.AddDays(56), lagDays: 0);
        Assert.Null(sight.PeriodsNeeded);
        Assert.Contains("however long it is watched", sight.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_be_seen_is_what_the_plan_of_the_library_says()
    {
        var slow = Weeks(24, week => 22 + 10 * Math.Sin(week / 4.0));
        var sight = Sight.Of(slow, 12, Start, Start.AddDays(56), lagDays: 0);
        var plan = Detectability.Of(slow.Evidence.Value, Start, 8, 12).Value;
        Assert.Equal((plan.Smallest, plan.CanBeSeen), (sight.Smallest!.Value, sight.CanBeSeen));
    }

    [Fact]
    public void A_look_before_the_lag_is_over_sees_nothing_and_says_what_it_needs()
    {
        var sight = Sight.Of(Weeks(24), 6, Start, Start.AddDays(14), lagDays: 14);
        Assert.Equal((0, null, false, 8), (sight.PointsAfter, sight.Smallest, sight.CanBeSeen, sight.PeriodsNeeded));
        Assert.Contains(
            "and 0 after the start and its lag. For +6 you would need 8 weeks",
            sight.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_band_nobody_knows_whether_it_could_be_seen()
    {
        var sight = Sight.Of(Weeks(3), 5, Start, Start.AddDays(56), lagDays: 0);
        Assert.Null(sight.CanBeSeen);
        Assert.Equal("What could be seen is not known. Limits need 6 points, and there are 3.", sight.Sentence);
    }

    [Fact] // T17: average moving range 4.7, 24 before, 8 after, φ 0: 4.77
    public async Task The_plan_shows_the_figure_of_the_textbooks_beside_that_of_the_model()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var asked = SampleMeasurements.Asked("Minutes at the counter");
        (asked.Unit, asked.Wanted) = ("minutes", Wanted.Down);
        var metric = await maya.Metric(asked);
        var start = new DateOnly(2035, 3, 12);
        // Up and down by 4.7: every moving range is that.
        await maya.Measure(
            metric,
            start.AddDays(-7 * 24),
            [.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? 20 : 24.7)]
        );
        var plan = StuckTeam.Reminder(maya, metric, -7, start);
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(plan, default));
        using var browser = await maya.Browser();
        var says = (await browser.Page($"/try/{trial.Id}")).QuerySelector("main")!.Says();
        Assert.Contains("How was this computed?", says, StringComparison.Ordinal);
        Assert.Contains("The textbook figure without drift is 4.77 minutes", says, StringComparison.Ordinal);
        Assert.Contains("√(1/24 + 1/8)", says, StringComparison.Ordinal);
        Assert.Contains("σ = 4.167 from an average moving range of 4.700", says, StringComparison.Ordinal);
    }
}

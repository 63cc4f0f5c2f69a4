using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class SurvivalTests
{
    static Analytics.Evidence.Lifetime Ended(double time) => new(time, true);

    static Analytics.Evidence.Lifetime Lasting(double time) => new(time, false);

    // Freireich et al. 1963, weeks in remission under 6-MP; the curve as printed in textbooks since Gehan 1965.
    static readonly Analytics.Evidence.Lifetime[] Remissions =
    [
        Ended(6),
        Ended(6),
        Ended(6),
        Lasting(6),
        Ended(7),
        Lasting(9),
        Ended(10),
        Lasting(10),
        Lasting(11),
        Ended(13),
        Ended(16),
        Lasting(17),
        Lasting(19),
        Lasting(20),
        Ended(22),
        Ended(23),
        Lasting(25),
        Lasting(32),
        Lasting(32),
        Lasting(34),
        Lasting(35),
    ];

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0.857)]
    [InlineData(7, 0.807)]
    [InlineData(10, 0.753)]
    [InlineData(13, 0.690)]
    [InlineData(16, 0.627)]
    [InlineData(22, 0.538)]
    [InlineData(30, 0.448)]
    public void Remissions_last_as_published(double week, double share) =>
        Assert.Equal(share, Survival.Of(Remissions).Value.At(week), 0.0005);

    [Fact]
    public void The_interval_stays_inside_what_is_possible()
    {
        var survival = Survival.Of(Remissions).Value;

        Assert.Equal(23, survival.Median);
        Assert.All(
            survival.Steps,
            step => Assert.True(0 <= step.Low && step.Low <= step.Share && step.Share <= step.High && step.High <= 1)
        );
        Assert.Equal((21, 3), (survival.Steps[0].AtRisk, survival.Steps[0].Ended));
        Assert.Equal(0.620, survival.Steps[0].Low, 0.0005); // R's survfit, conf.type = "log-log"
        Assert.Equal(0.952, survival.Steps[0].High, 0.0005);
    }

    [Fact]
    public void What_all_ended_lasts_no_more_and_what_never_ended_lasts()
    {
        Assert.Equal(0, Survival.Of([Ended(1), Ended(2)]).Value.At(2));
        var lasting = Survival.Of([Lasting(4), Lasting(9)]).Value;
        Assert.Equal(1, lasting.At(100));
        Assert.Null(lasting.Median);
    }

    [Fact]
    public void Nothing_watched_is_refused_in_words()
    {
        Assert.Contains("Nothing was watched", Survival.Of([]).Because, StringComparison.Ordinal);
        Assert.Contains("zero or more", Survival.Of([Ended(-1)]).Because, StringComparison.Ordinal);
        Assert.Contains("zero or more", Survival.Of([Ended(1), Ended(double.NaN)]).Because, StringComparison.Ordinal);
        Assert.Contains("zero or more", Survival.Of([Lasting(1 / 0.0)]).Because, StringComparison.Ordinal);
    }

    [Fact] // the whole table as Stata and R print it
    public void A_step_stands_where_something_ended_and_nowhere_else()
    {
        (double Week, int AtRisk, int Ended, double Low, double High)[] printed =
        [
            (6, 21, 3, 0.6197, 0.9516),
            (7, 17, 1, 0.5631, 0.9228),
            (10, 15, 1, 0.5032, 0.8894),
            (13, 12, 1, 0.4316, 0.8491),
            (16, 11, 1, 0.3675, 0.8049),
            (22, 7, 1, 0.2678, 0.7468),
            (23, 6, 1, 0.1881, 0.6801),
        ];
        var survival = Survival.Of(Remissions).Value;

        Assert.Equal(21, survival.Watched);
        Assert.Equal(
            printed,
            survival.Steps.Select(step =>
                (step.Time, step.AtRisk, step.Ended, Math.Round(step.Low, 4), Math.Round(step.High, 4))
            )
        );
    }

    [Fact]
    public void Half_are_gone_when_exactly_half_are()
    {
        Assert.Equal(3, Survival.Of([Ended(3), Lasting(9)]).Value.Median);
        Assert.Equal(0.5, Survival.Of([Ended(0), Lasting(9)]).Value.At(0));
        Assert.Equal((0, 0), Survival.Of([Ended(2)]).Value.Steps is [var last] ? (last.Low, last.High) : default);
    }
}

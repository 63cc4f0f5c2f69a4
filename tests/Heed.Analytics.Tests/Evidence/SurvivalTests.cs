using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class SurvivalTests
{
    static Lifetime Ended(double time) => new(time, true);

    static Lifetime Lasting(double time) => new(time, false);

    // Freireich et al. 1963, weeks in remission under 6-MP; the curve as printed in textbooks since Gehan 1965.
    static readonly Lifetime[] Remissions =
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
    }
}

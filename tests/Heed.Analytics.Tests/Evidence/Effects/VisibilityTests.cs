using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class VisibilityTests
{
    static readonly Series Calls = Published.Weeks(Published.Wheeler[..24]);
    static readonly DateOnly Change = new DateOnly(2026, 1, 5).AddDays(7 * 24);

    [Fact]
    public void The_plan_rests_on_the_noise_of_before()
    {
        var plan = Visibility.Of(Calls, Change, 8).Value;

        Assert.Equal(NoiseBand.Of(Calls).Sigma, plan.Sigma);
        Assert.Equal(MinimumDetectableEffect.Of(plan.Sigma, 24, 8, plan.Autocorrelation), plan.Smallest);
        Assert.Null(plan.CanBeSeen);
        Assert.StartsWith(
            "With 24 points before and 8 weeks after, a step of ",
            plan.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_bold_prediction_could_be_seen_and_a_timid_one_says_what_it_needs()
    {
        Assert.True(Visibility.Of(Calls, Change, 8, -9).Value.CanBeSeen);

        var timid = Visibility.Of(Calls, Change, 8, 3.5).Value;
        Assert.False(timid.CanBeSeen);
        Assert.Contains(
            $"you would need {timid.PeriodsNeeded} weeks, or a bigger change",
            timid.Sentence,
            StringComparison.Ordinal
        );

        var hopeless = Visibility.Of(Calls, Change, 8, 0.5).Value;
        Assert.Null(hopeless.PeriodsNeeded);
        Assert.Contains("however long it is watched", hopeless.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_resemble_their_neighbours_show_less()
    {
        double[] slow = [.. Enumerable.Range(0, 24).Select(i => 10 * Math.Sin(i / 4.0))];
        var plan = Visibility.Of(Published.Weeks(slow), Change, 8).Value;

        Assert.True(plan.Autocorrelation > 0.5);
        Assert.True(plan.Smallest > 1.7 * MinimumDetectableEffect.Of(plan.Sigma, 24, 8));
    }

    [Fact]
    public void Only_the_recent_past_before_the_change_counts()
    {
        var both = Published.Weeks([.. Published.Wheeler, .. Published.Wheeler]);
        Assert.Equal(24, Visibility.Of(both, both[50].Date, 8).Value.PointsBefore);
    }

    [Fact]
    public void Without_a_band_nothing_is_foreseen() =>
        Assert.Equal(
            "What could be seen is not known. Limits need 6 points, and there are 3.",
            Visibility.Of(Published.Weeks(1, 2, 3), Change, 8).Because
        );
}

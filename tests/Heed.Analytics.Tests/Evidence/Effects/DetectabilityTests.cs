using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class DetectabilityTests
{
    static readonly Series Calls = Published.Weeks(Published.Wheeler[..24]);
    static readonly DateOnly Change = new DateOnly(2026, 1, 5).AddDays(7 * 24);

    [Fact]
    public void The_plan_rests_on_the_noise_of_before()
    {
        var plan = Detectability.Of(Calls, Change, 8).Value;

        Assert.Equal(NoiseBand.Of(Calls).Sigma, plan.Sigma);
        // Noise that is only estimated shows less than the textbook's formula for known noise says.
        Assert.InRange(plan.Smallest / MinimumDetectableEffect.Of(plan.Sigma, 24, 8, plan.Autocorrelation), 1.0, 1.2);
        Assert.Equal(EffectMethod.StepOnly, plan.Method);
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
        Assert.True(Detectability.Of(Calls, Change, 8, -9).Value.CanBeSeen);

        var timid = Detectability.Of(Calls, Change, 8, Detectability.Of(Calls, Change, 10).Value.Smallest).Value;
        Assert.Equal(10, timid.PeriodsNeeded);
        Assert.False(timid.CanBeSeen);
        Assert.Contains(
            $"you would need {timid.PeriodsNeeded} weeks, or a bigger change",
            timid.Sentence,
            StringComparison.Ordinal
        );

        var hopeless = Detectability.Of(Calls, Change, 8, 0.5).Value;
        Assert.Null(hopeless.PeriodsNeeded);
        Assert.Contains("however long it is watched", hopeless.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trend_on_each_side_costs_much_of_the_sight()
    {
        var (eleven, twelve) = (Detectability.Of(Calls, Change, 11).Value, Detectability.Of(Calls, Change, 12).Value);
        Assert.Equal((EffectMethod.StepOnly, EffectMethod.SegmentedNeweyWest), (eleven.Method, twelve.Method));
        Assert.True(twelve.Smallest > 1.5 * eleven.Smallest);

        var between = Detectability.Of(Calls, Change, 12, (eleven.Smallest + twelve.Smallest) / 2).Value;
        Assert.False(between.CanBeSeen);
        Assert.InRange(between.PeriodsNeeded!.Value, 8, 11);
        Assert.Contains("could be seen if it is judged after", between.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_verdict_would_be_given_on_cannot_be_seen()
    {
        var hasty = Detectability.Of(Calls, Change, 4, -30).Value;
        Assert.Equal((false, 8), (hasty.CanBeSeen, hasty.PeriodsNeeded));
        Assert.StartsWith(
            "A verdict needs 8 points before and 8 weeks after.",
            hasty.Sentence,
            StringComparison.Ordinal
        );

        var young = Detectability.Of(
            Published.Weeks(Published.Wheeler[..7]),
            new DateOnly(2026, 1, 5).AddDays(49),
            8,
            -30
        );
        Assert.Equal((false, null), (young.Value.CanBeSeen, young.Value.PeriodsNeeded));
    }

    [Fact]
    public void A_prediction_of_nothing_is_refused() =>
        Assert.StartsWith(
            "A prediction must be a number other than zero",
            Detectability.Of(Calls, Change, 8, 0).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void Points_that_resemble_their_neighbours_show_less()
    {
        double[] slow = [.. Enumerable.Range(0, 24).Select(i => 10 * Math.Sin(i / 4.0))];
        var plan = Detectability.Of(Published.Weeks(slow), Change, 8).Value;

        Assert.True(plan.Autocorrelation > 0.5);
        Assert.True(plan.Smallest > 1.7 * MinimumDetectableEffect.Of(plan.Sigma, 24, 8));
    }

    [Fact]
    public void Only_the_recent_past_before_the_change_counts()
    {
        var both = Published.Weeks([.. Published.Wheeler, .. Published.Wheeler]);
        Assert.Equal(24, Detectability.Of(both, both[50].Date, 8).Value.PointsBefore);
    }

    [Fact]
    public void Without_a_band_nothing_is_foreseen() =>
        Assert.Equal(
            "What could be seen is not known. Limits need 6 points, and there are 3.",
            Detectability.Of(Published.Weeks(1, 2, 3), Change, 8).Because
        );
}

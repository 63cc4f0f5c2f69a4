using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class DetectabilityTests
{
    static readonly Series Calls = Published.Weeks(Published.Wheeler[..24]);
    static readonly DateOnly Change = new DateOnly(2026, 1, 5).AddDays(7 * 24);

    static readonly double[] Calm = [5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4, 5, 7, 4, 6, 5, 7, 6, 4];

    [Fact]
    public void The_plan_rests_on_the_noise_of_before()
    {
        var plan = Detectability.Of(Calls, Change, 8).Value;

        Assert.InRange(plan.Sigma / NoiseBand.Of(Calls).Sigma!.Value, 0.8, 1.25);
        // A trend that has to be allowed for, and noise that is only estimated, show less than the textbook's formula says.
        Assert.InRange(plan.Smallest / MinimumDetectableEffect.Of(plan.Sigma, 24, 8, plan.Autocorrelation), 1.0, 2.0);
        Assert.Equal(EffectMethod.MeanEffect, plan.Method);
        Assert.Null(plan.CanBeSeen);
        Assert.StartsWith(
            "With 24 points before and 8 weeks after, an effect of ",
            plan.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_bold_prediction_could_be_seen_and_a_timid_one_says_what_it_needs()
    {
        Assert.True(Detectability.Of(Calls, Change, 8, -12).Value.CanBeSeen);

        // A short past, where every further period after is worth something.
        var young = Published.Weeks([.. Calm, .. Calm, .. Calm]);
        var change = new DateOnly(2026, 1, 5).AddDays(7 * 60);
        var later = Detectability.Of(young, change, 40).Value.Smallest;
        var timid = Detectability.Of(young, change, 9, later).Value;
        Assert.InRange(timid.PeriodsNeeded!.Value, 10, 40);
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
    public void It_never_advises_a_shorter_watch_and_every_period_after_shows_as_much_or_more()
    {
        var before = double.PositiveInfinity;
        foreach (var after in Enumerable.Range(8, 20)) // to 51 points: no season joins on the way
        {
            var plan = Detectability.Of(Calls, Change, after, 1).Value;
            Assert.True(plan.Smallest <= before);
            Assert.True(plan.PeriodsNeeded is null || plan.PeriodsNeeded > after);
            before = plan.Smallest;
        }
    }

    [Fact]
    public void Where_a_season_joins_the_model_the_plan_says_what_that_costs() =>
        Assert.Contains(
            "From 52 points on the verdict allows for the time of year too",
            Detectability.Of(Calls, Change, 32).Value.Sentence,
            StringComparison.Ordinal
        );

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
    public void Points_that_resemble_their_neighbours_are_known_as_such()
    {
        double[] slow = [.. Enumerable.Range(0, 24).Select(i => 10 * Math.Sin(i / 4.0))];
        double[] mixed = [.. Enumerable.Range(0, 24).Select(i => slow[i * 7 % 24])];
        var (alike, apart) = (
            Detectability.Of(Published.Weeks(slow), Change, 8).Value,
            Detectability.Of(Published.Weeks(mixed), Change, 8).Value
        );

        Assert.True(alike.Autocorrelation > 0.5);
        Assert.True(alike.Autocorrelation > apart.Autocorrelation);
    }

    [Fact]
    public void All_of_the_past_counts()
    {
        var both = Published.Weeks([.. Published.Wheeler, .. Published.Wheeler]);
        var plan = Detectability.Of(both, both[50].Date, 8).Value;
        Assert.Equal(50, plan.PointsBefore);
        Assert.True(plan.Smallest < Detectability.Of(both.From(both[26].Date), both[50].Date, 8).Value.Smallest * 1.1);
    }

    [Fact]
    public void Without_a_band_nothing_is_foreseen() =>
        Assert.Equal(
            "What could be seen is not known. Limits need 6 points, and there are 3.",
            Detectability.Of(Published.Weeks(1, 2, 3), Change, 8).Because
        );
}

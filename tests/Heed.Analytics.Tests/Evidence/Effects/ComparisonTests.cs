using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ComparisonTests
{
    [Fact] // T4: Durbin and Koopman 2001, Nile
    public void The_Niles_level_and_noise_have_their_published_variances()
    {
        var fit = LocalLevel.Fit(Published.NileYears()).Value;

        Assert.Equal(1469, fit.LevelVariance, 0.5);
        Assert.Equal(15099, fit.NoiseVariance, 0.5);
    }

    [Fact]
    public void A_level_that_is_seen_every_second_year_wanders_half_as_much_a_year()
    {
        var everyYear = LocalLevel
            .Fit(Series.Of(new DateOnly(1800, 1, 1), Cadence.Year, Published.Nile.AsSpan(0, 50)).Value)
            .Value;
        var everySecond = Published.Nile[..50].Select((flow, i) => new Point(new DateOnly(1800 + 2 * i, 1, 1), flow));
        var gaps = LocalLevel.Fit(Series.Of(everySecond, Cadence.Year).Value).Value;

        Assert.True(everyYear.LevelVariance > 100);
        Assert.Equal(everyYear.LevelVariance / 2, gaps.LevelVariance, 0.5);
        Assert.Equal(everyYear.NoiseVariance, gaps.NoiseVariance, 0.5);
    }

    // Weather that both sites share, and noise of their own.
    static double Weather(int week) => 10 * Math.Sin(week / 3.0) + 6 * Math.Sin(week / 7.0 + 1);

    static double Own(int week, int site) => Published.Wheeler[(week * 7 + site * 11) % 31] / 8.0;

    static Series Site(int site, double effect, int weeks = 40, int change = 28) =>
        Published.Weeks([
            .. Enumerable
                .Range(0, weeks)
                .Select(week => 50 + Weather(week) + Own(week, site) + (week >= change ? effect : 0)),
        ]);

    static readonly DateOnly Change = new DateOnly(2026, 1, 5).AddDays(7 * 28);

    static Answer<InterruptedSeries> Fit(Series series, Series comparison, bool declared = true) =>
        InterruptedSeries.Fit(series, Change, new() { Comparison = new(comparison, declared) });

    [Fact]
    public void What_moves_both_sites_is_not_taken_for_the_effect()
    {
        var fit = Fit(Site(0, effect: -4), Site(1, effect: 0)).Value;

        Assert.Equal(EffectMethod.ComparisonSeries, fit.Method);
        Assert.Equal((28, 12), (fit.PointsBefore, fit.PointsAfter));
        Assert.InRange(fit.Step.Value, -5, -3);
        Assert.True(fit.Step.High < 0);
        Assert.InRange(Fit(Site(0, effect: 0), Site(1, effect: 0)).Value.Step.Value, -1, 1);
        Assert.Equal(12, fit.Counterfactual.Count);
    }

    [Fact]
    public void The_further_ahead_the_less_sure()
    {
        // The site's own level wanders: what it would have been is known for a while only.
        var wander = 0.0;
        var points = Enumerable
            .Range(0, 60)
            .Select(week => 50 + Weather(week) + (wander += Own(week, 3) - 2.6))
            .ToArray();
        var (series, other) = (Published.Weeks(points), Site(1, 0, weeks: 60));
        double Error(int lag) =>
            InterruptedSeries
                .Fit(series, Change, new() { Comparison = new(other, true), Lag = lag })
                .Value.Step.StandardError;

        Assert.True(Error(20) > 1.2 * Error(0));
    }

    [Fact]
    public void A_verdict_can_rest_on_a_comparison()
    {
        var settings = new InterruptionSettings { Comparison = new(Site(1, 0), true) };
        Assert.Equal(VerdictWord.Improved, Verdict.Judge(Site(0, -4), Change, Direction.Down, -4, settings).Value.Word);
    }

    [Fact]
    public void An_undeclared_comparison_is_refused() =>
        Assert.Contains(
            "author's word",
            Fit(Site(0, 0), Site(1, 0), declared: false).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_comparison_that_tells_nothing_is_refused()
    {
        var stranger = Published.Weeks([.. Enumerable.Range(0, 40).Select(week => Own(week, 5))]);
        Assert.Contains("it is no comparison", Fit(Site(0, 0), stranger).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_periods_in_which_both_were_measured_count() =>
        Assert.Equal(
            "A comparison needs 12 periods before the change and 8 after in which both were measured, has 28 and 5.",
            Fit(Site(0, 0), Site(1, 0, weeks: 33)).Because
        );

    [Fact]
    public void The_series_itself_is_no_comparison() =>
        Assert.Contains("the series itself", Fit(Site(0, 0), Site(0, 0)).Because, StringComparison.Ordinal);

    [Fact]
    public void A_flat_series_has_no_level_to_fit()
    {
        Assert.Contains(
            "do not vary",
            LocalLevel.Fit(Published.Weeks([.. Enumerable.Repeat(3.0, 20)])).Because,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "needs 12 points, has 3",
            LocalLevel.Fit(Published.Weeks(1, 2, 3)).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_effect_against_a_comparison_says_what_it_rests_on()
    {
        var fit = Fit(Site(0, effect: -4), Site(1, effect: 0)).Value;

        Assert.Equal("local level with a comparison series", fit.MethodInWords);
        Assert.Equal(Site(0, effect: -4).Fingerprint(), fit.Fingerprint);
        Assert.Equal(new Window(new(2026, 1, 5), new DateOnly(2026, 1, 5).AddDays(7 * 39)), fit.Window);
        Assert.All(fit.Counterfactual, point => Assert.Equal(fit.Step.Value, point.Fitted - point.Expected, 1e-9));
        Assert.Equal(fit.Step.Value, fit.Counterfactual.Average(point => point.Observed - point.Expected), 1e-9);
        Assert.True(fit.RobustError >= fit.OrdinaryError);
    }

    [Fact]
    public void What_is_no_comparison_is_refused_in_words()
    {
        string? Because(Series series, InterruptionSettings settings) =>
            InterruptedSeries.Fit(series, Change, settings).Because;
        var month = Series.Of(new DateOnly(2026, 1, 1), Cadence.Month, 1, 2, 3).Value;

        Assert.Equal(
            "Comparing needs a comparison series, and none was given.",
            Because(Site(0, 0), new() { Method = EffectMethod.ComparisonSeries })
        );
        Assert.Equal(
            "A comparison series is for values and rates: turn the counts into rates first.",
            Because(Site(0, 0), InterruptionSettings.ForCounts with { Comparison = new(Site(1, 0), true) })
        );
        Assert.Equal(
            "A comparison must be measured as often as the series that it is compared with.",
            Because(Site(0, 0), new() { Comparison = new(month, true) })
        );
        Assert.Equal(
            "The points before the change do not vary at all, so there is no noise to compare with.",
            Because(Published.Weeks([.. Enumerable.Repeat(3.0, 40)]), new() { Comparison = new(Site(1, 0), true) })
        );
    }

    [Fact]
    public void Not_to_know_how_much_a_level_wanders_makes_an_effect_less_sure()
    {
        // In a short past the most likely share of wandering is one of many that may be.
        var change = Site(0, 0).Points[14].Date;
        var fit = InterruptedSeries
            .Fit(Site(0, 0, weeks: 30), change, new() { Comparison = new(Site(1, 0, weeks: 30), true) })
            .Value;
        Assert.True(fit.RobustError > 1.01 * fit.OrdinaryError, $"{fit.RobustError} and {fit.OrdinaryError}");
    }
}

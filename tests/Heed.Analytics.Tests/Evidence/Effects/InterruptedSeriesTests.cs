using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class InterruptedSeriesTests
{
    static readonly InterruptionSettings NoSeasons = new() { Seasons = Seasons.None };

    /// <summary>The published method: the second opinion, or the one asked for.</summary>
    static InterruptedSeries Sicily(bool rates, InterruptionSettings settings)
    {
        var series = Published.Sicily();
        var fit = InterruptedSeries
            .Fit(rates ? series.AsRates(100_000).Value : series, Published.SicilyBan, settings)
            .Value;
        return settings.Method is null ? fit.SecondOpinion! : fit;
    }

    [Fact] // T5: Lopez Bernal et al. 2017, Sicily, without season
    public void Counts_give_the_published_rate_ratio()
    {
        var fit = Sicily(rates: false, NoSeasons with { Counts = true });

        Assert.Equal(EffectMethod.QuasiPoisson, fit.Method);
        Assert.Equal((36, 23), (fit.PointsBefore, fit.PointsAfter));
        Assert.Equal(0.894, fit.Step.Value, 0.0005);
        Assert.Equal(0.839, fit.Step.Low, 0.0005);
        Assert.Equal(0.953, fit.Step.High, 0.0005);
        Assert.Equal(3.559, fit.Dispersion!.Value, 0.0005);
        // Poisson's own interval, 0.865 to 0.925, forgets that the counts vary more than Poisson's.
        Assert.Equal(0.865, fit.Step.Value * Math.Exp(-1.96 * fit.OrdinaryError), 0.0005);
        Assert.Equal(0.925, fit.Step.Value * Math.Exp(1.96 * fit.OrdinaryError), 0.0005);
    }

    [Fact] // T6: the same with two pairs of waves, which the rule adds to monthly data
    public void The_time_of_year_sharpens_the_rate_ratio()
    {
        var fit = Sicily(rates: false, InterruptionSettings.ForCounts);

        Assert.True(fit.HasSeasons);
        Assert.Equal(0.885, fit.Step.Value, 0.0005);
        Assert.Equal(0.839, fit.Step.Low, 0.0005);
        Assert.Equal(0.933, fit.Step.High, 0.0005);
        Assert.Equal(2.262, fit.Dispersion!.Value, 0.0005);
        Assert.Equal(1.0668, Math.Pow(fit.Trend!.Value.Value, 12), 0.00005);
        Assert.Equal(0.639, fit.SlopeChangeTest!.Value.F, 0.0005);
        Assert.Equal(0.428, fit.SlopeChangeTest.Value.PValue, 0.0005);
    }

    [Fact]
    public void What_was_to_be_expected_without_the_change_is_less_certain_the_further_it_is_drawn_on()
    {
        var fit = Sicily(rates: true, NoSeasons);
        var drawn = fit.Counterfactual;
        double Width(int i) => drawn[i].High!.Value - drawn[i].Low!.Value;

        Assert.All(drawn, point => Assert.True(point.Low < point.Expected && point.Expected < point.High));
        Assert.True(Width(drawn.Count - 1) > 1.2 * Width(0));
        // Before the change alone: never narrower than that line's own error, n = 36 months, from the same noise.
        var n = fit.PointsBefore;
        var sigma = fit.OrdinaryError / StepOfOne(n, fit.PointsAfter);
        var spread = n * (n * n - 1.0) / 12;
        foreach (var i in (int[])[0, drawn.Count - 1])
        {
            var distance = n + 1 + i - (n + 1) / 2.0;
            var plain = sigma * Math.Sqrt(1.0 / n + distance * distance / spread);
            Assert.InRange(Width(i) / 2, 1.95 * plain, 4 * plain);
        }

        // The standard error of a step for noise of 1 (two lines that meet nowhere, judged at the first point after).
        static double StepOfOne(int before, int after)
        {
            double Line(int n, double at) => 1.0 / n + at * at / (n * (n * n - 1.0) / 12);
            return Math.Sqrt(Line(before, (before + 1) / 2.0) + Line(after, (after - 1) / 2.0));
        }
    }

    [Fact] // T7
    public void Rates_give_the_published_step()
    {
        var fit = Sicily(rates: true, NoSeasons);

        Assert.Equal(EffectMethod.SegmentedNeweyWest, fit.Method);
        Assert.Equal(-24.84, fit.Step.Value, 0.005);
        Assert.Equal(7.70, fit.OrdinaryError, 0.005);
        Assert.Equal(7.61, fit.RobustError, 0.005);
        Assert.Equal(0.127, fit.SlopeChange!.Value.Value, 0.0005);
        Assert.Equal(1.594, fit.DurbinWatson!.Value, 0.0005);
    }

    [Fact] // T7, AR(1) by maximum likelihood
    public void Rates_with_errors_that_follow_one_another_give_the_published_step()
    {
        var fit = Sicily(rates: true, NoSeasons with { Method = EffectMethod.SegmentedAutoregressive });

        Assert.Equal(0.200, fit.Autocorrelation!.Value, 0.0005);
        Assert.Equal(-24.34, fit.Step.Value, 0.005);
        Assert.Equal(9.00, fit.RobustError, 0.005);
    }

    [Fact] // T8: 213.3 and 220.5, so two bars say worse
    public void Two_bars_say_worse_where_the_trend_says_better()
    {
        var rates = Published.Sicily().AsRates(100_000).Value;

        Assert.Equal(213.3, NoiseBand.Of(rates.Before(Published.SicilyBan)).Centre!.Value, 0.05);
        Assert.Equal(220.5, NoiseBand.Of(rates.From(Published.SicilyBan)).Centre!.Value, 0.05);
        Assert.Equal(
            VerdictWord.Improved,
            Verdict
                .Judge(Published.Sicily(), Published.SicilyBan, Direction.Down, 0.9, InterruptionSettings.ForCounts)
                .Value.Word
        );
        // The published step alone says better too; the mean effect without the time of year cannot be told from a wandering level.
        Assert.True(Sicily(rates: true, NoSeasons).Step.High < 0);
    }

    [Fact]
    public void The_counterfactual_goes_on_as_the_trend_did()
    {
        var fit = Sicily(rates: false, InterruptionSettings.ForCounts);

        Assert.Equal(23, fit.Counterfactual.Count);
        Assert.Equal(new DateOnly(2005, 1, 1), fit.Counterfactual[0].Date);
        Assert.All(fit.Counterfactual, point => Assert.Equal(fit.Step.Value, point.Fitted / point.Expected, 1e-9));
        Assert.Equal(
            fit.Counterfactual.Sum(point => point.Observed),
            fit.Counterfactual.Sum(point => point.Fitted),
            1e-3
        );
    }
}

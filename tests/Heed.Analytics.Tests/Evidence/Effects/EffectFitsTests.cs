using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>The published methods by hand, and what they say where they cannot be had.</summary>
public class EffectFitsTests
{
    static Answer<InterruptedSeries> Fit(Series series, int before, InterruptionSettings settings) =>
        InterruptedSeries.Fit(series, series[before].Date, settings);

    static readonly InterruptionSettings Means = new() { Method = EffectMethod.StepOnly };

    [Fact] // by hand: every range is 2, so σ = 2/1.128; 14 ranges are worth 0.605 degrees each
    public void A_difference_of_means_takes_its_noise_from_the_ranges()
    {
        var series = Published.Weeks([4, 6, 4, 6, 4, 6, 4, 6, 7, 9, 7, 9, 7, 9, 7, 9]);
        var fit = Fit(series, 8, Means).Value;
        const double error = 2 / 1.128 / 2; // √(1/8 + 1/8) is a half
        var reach = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 0.605 * 14, 0.975) * error;

        Assert.Equal((3, 0.0), (fit.Step.Value, fit.Autocorrelation!.Value));
        Assert.Equal(error, fit.OrdinaryError, 1e-9);
        Assert.Equal(3 - reach, fit.Step.Low, 1e-6);
        Assert.Equal(3 + reach, fit.Step.High, 1e-6);
        foreach (var point in fit.Counterfactual)
        {
            Assert.Equal((5, 8), (point.Expected, point.Fitted));
            // The mean before rests on half of the points.
            Assert.Equal(5 - reach / Math.Sqrt(2), point.Low!.Value, 1e-6);
            Assert.Equal(5 + reach / Math.Sqrt(2), point.High!.Value, 1e-6);
        }
        Assert.Equal([7, 9, 7, 9, 7, 9, 7, 9], fit.Counterfactual.Select(point => point.Observed));
    }

    [Fact] // by hand: each point lies 2 from its mean, 64 in all over 14; few ranges, and they would say 0.51
    public void Noise_is_no_less_than_the_deviations_from_both_means()
    {
        var fit = Fit(Published.Weeks([3, 3, 3, 3, 7, 7, 7, 7, 6, 6, 6, 6, 10, 10, 10, 10]), 8, Means).Value;

        Assert.Equal(Math.Sqrt(64 / 14.0) / 2, fit.OrdinaryError, 1e-9);
        // Seen 5/8, and two means of about eight points each hide some.
        Assert.InRange(fit.Autocorrelation!.Value, 0.7, 0.9);
        Assert.True(fit.RobustError > 4 * fit.OrdinaryError);
    }

    [Fact]
    public void Points_without_neighbours_show_no_noise_between_them()
    {
        var everyOther = Series
            .Of(
                Enumerable
                    .Range(0, 20)
                    .Select(i => new Point(new DateOnly(2026, 1, 5).AddDays(14 * i), i % 3 + i / 10)),
                Cadence.Week
            )
            .Value;
        Assert.Equal(
            "Too few points are in neighbouring periods, so the noise between them is not known.",
            Fit(everyOther, 10, Means).Because
        );
        Assert.True(Fit(everyOther, 10, Means with { Sigma = 1 }).IsGiven);
    }

    static readonly InterruptionSettings Counts = new() { Counts = true, Method = EffectMethod.QuasiPoissonStepOnly };

    [Fact]
    public void A_ratio_needs_an_event_on_each_side()
    {
        double[] none = new double[10];
        double[] some = [0, 1, 0, 2, 1, 0, 0, 1, 3, 0];
        const string because =
            "A ratio of rates needs at least one event on each side of the change; a side without any is told by its own rate.";

        Assert.Equal(because, Fit(Published.Weeks([.. none, .. some]), 10, Counts).Because);
        Assert.Equal(because, Fit(Published.Weeks([.. some, .. none]), 10, Counts).Because);
        Assert.True(Fit(Published.Weeks([.. some, .. some]), 10, Counts).IsGiven);
    }

    [Fact] // by hand: 80 events in ten weeks and 40 in ten; the variance of log(80/40) is 1/80 + 1/40 where they vary as Poisson's
    public void Two_rates_of_counts_are_compared_by_their_sums()
    {
        double[] more = [8, 8, 8, 8, 8, 8, 8, 8, 9, 7];
        double[] fewer = [4, 4, 4, 4, 4, 4, 4, 4, 5, 3];
        var fit = Fit(Published.Weeks([.. more, .. fewer]), 10, Counts).Value;

        Assert.Equal(0.5, fit.Step.Value, 1e-9);
        Assert.Equal(Math.Sqrt(1 / 80.0 + 1 / 40.0), fit.OrdinaryError, 1e-6);
        // Pearson's: 2/8 and 2/4 over 18; less than Poisson's lends no certainty.
        Assert.Equal(0.75 / 18, fit.Dispersion!.Value, 1e-6);
        Assert.Equal(0.5 * Math.Exp(-1.959964 * fit.OrdinaryError), fit.Step.Low, 1e-6);
        Assert.All(
            fit.Counterfactual,
            point => Assert.Equal((8.0, 4.0), (Math.Round(point.Expected, 6), Math.Round(point.Fitted, 6)))
        );
        Assert.Equal(8 * Math.Exp(1.959964 / Math.Sqrt(80)), fit.Counterfactual[0].High!.Value, 1e-5);
        Assert.Null(fit.Trend);
        Assert.Null(fit.SlopeChangeTest);
    }

    [Fact]
    public void Each_method_is_named()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => 20 + i * i % 7 + i / 20 * 5.0)];
        string? Words(EffectMethod method, bool counts = false) =>
            Fit(Published.Weeks(values), 20, new() { Method = method, Counts = counts }).Value.MethodInWords;

        Assert.Equal("difference of the means before and after", Words(EffectMethod.StepOnly));
        Assert.Equal(
            "trend, step and change of slope; Newey-West errors, lag 3",
            Words(EffectMethod.SegmentedNeweyWest)
        );
        Assert.Equal("trend, step and change of slope; AR(1) errors", Words(EffectMethod.SegmentedAutoregressive));
        Assert.Equal("counts: trend and step; quasi-Poisson", Words(EffectMethod.QuasiPoisson, true));
        Assert.Equal("counts: step; quasi-Poisson", Words(EffectMethod.QuasiPoissonStepOnly, true));
        Assert.Equal(
            "mean effect over the time after, with trend and growth; averaged over how alike neighbours may be; no season was allowed for",
            Words(EffectMethod.MeanEffect)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_known_noise_is_above_zero(double sigma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Fit(Published.Weeks([.. Published.Wheeler]), 12, Means with { Sigma = sigma })
        );

    [Fact]
    public void What_a_ratio_could_have_shown_is_a_ratio()
    {
        double[] more = [8, 8, 8, 8, 8, 8, 8, 8, 9, 7];
        var fit = Fit(Published.Weeks([.. more, .. more.Select(value => value / 2)]), 10, Counts).Value;
        // Normal, as R prints it: 1.960 and 0.842 errors.
        Assert.Equal(Math.Exp((1.959964 + 0.841621) * fit.OrdinaryError), fit.MinimumDetectable, 1e-5);
    }
}

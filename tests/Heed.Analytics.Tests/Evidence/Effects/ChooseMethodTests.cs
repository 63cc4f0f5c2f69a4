using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ChooseMethodTests
{
    static readonly double[] Calm = [5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4, 5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4];

    static Answer<InterruptedSeries> Fit(int before, int after, InterruptionSettings? settings = null, double step = 3)
    {
        var series = Published.Weeks([.. Calm[..before], .. Calm[..after].Select(value => value + step)]);
        var change = new DateOnly(2026, 1, 5).AddDays(7 * before);
        return InterruptedSeries.Fit(series, change, settings);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(11, 11)]
    [InlineData(12, 12)]
    [InlineData(24, 8)]
    public void One_method_serves_every_length(int before, int after) =>
        Assert.Equal(EffectMethod.MeanEffect, Fit(before, after).Value.Method);

    [Fact]
    public void The_published_method_gives_a_second_opinion_from_twelve_points_a_side()
    {
        Assert.Null(Fit(24, 11).Value.SecondOpinion);
        Assert.Equal(EffectMethod.SegmentedAutoregressive, Fit(24, 12).Value.SecondOpinion!.Method);
        Assert.Null(Fit(24, 12).Value.SecondOpinion!.SecondOpinion);
        Assert.Equal(
            EffectMethod.QuasiPoisson,
            Fit(24, 12, InterruptionSettings.ForCounts).Value.SecondOpinion!.Method
        );
    }

    [Theory]
    [InlineData(7, 12, "Needs 8 points before the change, has 7.")]
    [InlineData(12, 5, "Needs 8 points after the change, has 5.")]
    [InlineData(3, 2, "Needs 8 points before the change and 8 after, has 3 and 2.")]
    [InlineData(12, 0, "Needs 8 points after the change, has 0.")]
    [InlineData(0, 12, "Needs 8 points before the change, has 0.")]
    public void Too_few_points_are_refused_in_words(int before, int after, string because) =>
        Assert.Equal(because, Fit(before, after).Because);

    [Fact]
    public void A_method_that_was_asked_for_says_what_it_needs() =>
        Assert.Equal(
            "Needs 12 points before the change, has 9.",
            Fit(9, 12, new() { Method = EffectMethod.SegmentedNeweyWest }).Because
        );

    [Fact]
    public void Residuals_that_follow_one_another_take_autoregressive_errors()
    {
        // Slow swings around a level: neighbours resemble each other.
        var values = Enumerable.Range(0, 40).Select(i => Math.Sin(i / 2.0) * 4 + i % 3 * 0.5).ToArray();
        var series = Published.Weeks(values);

        Assert.Equal(
            EffectMethod.SegmentedAutoregressive,
            InterruptedSeries.Fit(series, series[20].Date).Value.SecondOpinion!.Method
        );
    }

    [Fact]
    public void A_step_alone_is_the_difference_of_the_means_with_its_noise_from_both_sides()
    {
        var fit = Fit(8, 8, new() { Method = EffectMethod.StepOnly }, step: 10).Value;
        var sigma = (2 + 3 + 2 + 1 + 2 + 1 + 2) / 7.0 / 1.128;

        Assert.Equal(10, fit.Step.Value, 1e-12);
        Assert.Equal(sigma / 2, fit.OrdinaryError, 1e-12);
        Assert.Equal(2.284, (fit.Step.High - 10) / fit.Step.StandardError, 0.01); // t of 0.605 · 14 degrees, not 1.96
    }

    [Fact]
    public void A_step_between_points_that_resemble_their_neighbours_is_less_sure()
    {
        double[] slow = [5, 6, 7, 6, 5, 4, 3, 4, 5];
        double[] quick = [5, 7, 4, 6, 3, 6, 5, 4, 5];
        InterruptedSeries Of(double[] side)
        {
            var series = Published.Weeks([.. side, .. side]);
            return InterruptedSeries.Fit(series, series[9].Date, new() { Method = EffectMethod.StepOnly }).Value;
        }

        Assert.True(Of(slow).Step.StandardError > 1.5 * Of(slow).OrdinaryError);
        Assert.Equal(Of(quick).OrdinaryError, Of(quick).Step.StandardError, 1e-12);
    }

    [Fact]
    public void Points_within_the_lag_belong_to_neither_side()
    {
        double[] values = [.. Calm[..12], 1000, 1000, 1000, .. Calm[..12].Select(value => value + 3)];
        var series = Published.Weeks(values);
        var fit = InterruptedSeries.Fit(series, series[12].Date, new() { Lag = 3 }).Value;

        Assert.Equal((12, 12), (fit.PointsBefore, fit.PointsAfter));
        Assert.InRange(fit.Step.Value, 0, 6);
    }

    [Fact]
    public void A_period_in_which_the_change_came_midway_belongs_to_neither_side()
    {
        var points = Enumerable
            .Range(0, 25)
            .Select(i => new Point(new DateOnly(2024, 1, 1).AddMonths(i), i == 12 ? 1000 : Calm[i % 12]))
            .ToArray();
        var fit = InterruptedSeries
            .Fit(Series.Of(points, Cadence.Month).Value, new(2025, 1, 15), new() { Seasons = Seasons.None })
            .Value;

        Assert.Equal((12, 12), (fit.PointsBefore, fit.PointsAfter));
        Assert.InRange(Math.Abs(fit.Step.Value), 0, 5);
    }

    [Fact]
    public void Points_that_do_not_vary_carry_no_verdict()
    {
        var series = Published.Weeks([.. Enumerable.Repeat(5.0, 12), .. Enumerable.Repeat(3.0, 12)]);

        Assert.Contains(
            "do not vary",
            InterruptedSeries.Fit(series, series[12].Date).Because,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "do not vary",
            InterruptedSeries
                .Fit(series.From(series[4].Date), series[12].Date, new() { Method = EffectMethod.StepOnly })
                .Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Counts_below_zero_are_refused_in_words()
    {
        var series = Published.Weeks([.. Calm, -1]);
        Assert.Equal(
            "A count cannot be below zero, and 22 June 2026 has −1.",
            InterruptedSeries.Fit(series, series[12].Date, InterruptionSettings.ForCounts).Because
        );
    }

    [Fact]
    public void Complaints_that_vanished_are_judged()
    {
        var series = Published.Weeks([.. Calm[..12], .. new double[12]]);
        var fit = InterruptedSeries.Fit(series, series[12].Date, InterruptionSettings.ForCounts).Value;

        Assert.True(fit.Step.High < 0.5);
        Assert.Equal(
            VerdictWord.Improved,
            Verdict.Judge(series, series[12].Date, Direction.Down, 0.5, InterruptionSettings.ForCounts).Value.Word
        );
        // The published ratio has no logarithm of nothing, so it has no opinion.
        Assert.Null(fit.SecondOpinion);
    }

    [Fact]
    public void A_ratio_of_means_is_had_for_the_asking()
    {
        var fit = Fit(9, 9, InterruptionSettings.ForCounts with { Method = EffectMethod.QuasiPoissonStepOnly }).Value;

        Assert.Equal(Calm[..9].Average(value => value + 3) / Calm[..9].Average(), fit.Step.Value, 1e-6);
        Assert.Equal(1.960, Math.Log(fit.Step.High / fit.Step.Value) / fit.Step.StandardError, 0.0005);
    }

    [Fact]
    public void Counts_that_vary_less_than_chance_lend_no_certainty()
    {
        var series = Published.Weeks([.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? 100.0 : 101)]);
        var fit = InterruptedSeries.Fit(series, series[12].Date, InterruptionSettings.ForCounts).Value.SecondOpinion!;

        Assert.True(fit.Dispersion < 0.01);
        Assert.Equal(fit.OrdinaryError, fit.Step.StandardError, 1e-12);
    }

    [Fact]
    public void A_difference_of_means_says_that_it_cannot_allow_for_the_time_of_year() =>
        Assert.Contains(
            "cannot allow for the time of year",
            Fit(12, 12, new() { Method = EffectMethod.StepOnly, Seasons = Seasons.TwoPairs }).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void Values_that_are_not_counts_are_not_fitted_as_counts() =>
        Assert.Contains(
            "not said to be counts",
            Fit(12, 12, new() { Method = EffectMethod.QuasiPoisson }).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_negative_lag_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(12, 12, new() { Lag = -1 }));

    [Fact]
    public void A_year_that_the_points_do_not_cover_takes_nothing_from_the_trend()
    {
        // 24 days cover a fifteenth of the year: waves and trend are almost the same columns, and the waves' sizes are bounded.
        var series = Series.Of(new DateOnly(2026, 1, 1), Cadence.Day, Calm).Value;
        var answer = InterruptedSeries.Fit(series, new(2026, 1, 13), new() { Seasons = Seasons.TwoPairs });

        Assert.True(answer.Value.HasSeasons);
        Assert.InRange(answer.Value.Step.High - answer.Value.Step.Low, 0.5, 20);
    }
}

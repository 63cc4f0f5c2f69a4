using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>The one model of a dated change, on series whose answer is plain to see.</summary>
public class MeanEffectTests
{
    static readonly double[] Calm = [5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4, 5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4];

    static double[] Repeat(int points, Func<int, double> more) =>
        [.. Enumerable.Range(0, points).Select(i => Calm[i % Calm.Length] + more(i))];

    static Verdict Judge(double[] values, int before, Direction wanted = Direction.Up, double? predicted = null)
    {
        var series = Published.Weeks(values);
        return Verdict.Judge(series, series[before].Date, wanted, predicted).Value;
    }

    [Fact]
    public void A_drift_that_goes_on_is_no_improvement()
    {
        var verdict = Judge(Repeat(22, i => 0.15 * i), 11);
        Assert.Equal(VerdictWord.CannotTell, verdict.Word);
        // Two bars would say better; the drift of before explains it.
        Assert.True(verdict.Effect!.Trend!.Value.Value > 0);
    }

    [Fact]
    public void An_effect_that_grows_is_an_improvement_and_not_no_change()
    {
        var verdict = Judge(Repeat(48, i => i < 24 ? 0 : 0.94 * (i - 23)), 24, Direction.Up, 12);

        Assert.Equal(VerdictWord.Improved, verdict.Word);
        Assert.Equal(EffectCourse.Growing, verdict.Course);
        Assert.StartsWith("Improved and growing: ", verdict.Sentence, StringComparison.Ordinal);
        Assert.InRange(verdict.Effect!.AtEnd!.Value.Value, 17, 28);
        Assert.True(verdict.Effect.AtEnd.Value.Value > verdict.Effect.Step.Value + 5);
        Assert.True(verdict.Effect.SecondOpinion!.Step.Low < 0); // the step at the change alone says nothing of it
    }

    [Fact]
    public void An_effect_that_fades_says_so()
    {
        var verdict = Judge(Repeat(78, i => i < 52 ? 0 : 12 - 12 * (i - 52) / 26.0), 52);

        Assert.Equal((VerdictWord.Improved, EffectCourse.Fading), (verdict.Word, verdict.Course));
        Assert.StartsWith("Improved at first, fading: ", verdict.Sentence, StringComparison.Ordinal);
        Assert.Contains(" at the end.", verdict.Sentence, StringComparison.Ordinal);
        var worsened = Judge(Repeat(78, i => i < 52 ? 0 : 12 - 12 * (i - 52) / 26.0), 52, Direction.Down);
        Assert.StartsWith("Worsened at first, fading: ", worsened.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_more_equally_good_week_takes_no_verdict_away()
    {
        var kept = 0;
        var all = 0;
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            double[] values =
            [
                .. Enumerable
                    .Range(0, 36)
                    .Select(i => MathNet.Numerics.Distributions.Normal.Sample(random, i < 24 ? 0 : 2.5, 1)),
            ];
            // The twelfth week is as good as the eleven before it were on average.
            values[35] = values[24..35].Average();
            if (Judge(values[..35], 24).Word is not VerdictWord.Improved)
                continue;
            all++;
            kept += Judge(values, 24).Word is VerdictWord.Improved ? 1 : 0;
        }
        Assert.True(all > 150);
        Assert.InRange(kept / (double)all, 0.98, 1);
    }

    [Fact]
    public void One_blip_beside_the_change_is_no_improvement()
    {
        double[] values = [5, 5, 5, 5, 5, 5, 5, 6, 5, 5, 5, 5, 5, 5, 5, 5];
        Assert.Equal(VerdictWord.CannotTell, Judge(values, 8, Direction.Down).Word);
        var series = Published.Weeks(values);
        var means = InterruptedSeries.Fit(series, series[8].Date, new() { Method = EffectMethod.StepOnly }).Value;
        Assert.True(means.Step.High > 0);
    }

    [Fact]
    public void A_large_level_hides_no_noise()
    {
        var series = Published.Weeks([
            .. Enumerable.Range(0, 24).Select(i => 1e12 + (i % 2 == 0 ? -1 : 1) + (i < 12 ? 0 : 50)),
        ]);
        Assert.Equal(VerdictWord.Improved, Verdict.Judge(series, series[12].Date, Direction.Up).Value.Word);
        var published = InterruptedSeries.Fit(
            series,
            series[12].Date,
            new() { Method = EffectMethod.SegmentedNeweyWest }
        );
        Assert.True(published.IsGiven);
    }

    [Fact]
    public void A_line_without_any_noise_is_refused_in_words_that_are_true()
    {
        var series = Published.Weeks([.. Enumerable.Range(0, 24).Select(i => 3.0 * i + (i < 12 ? 0 : 7))]);
        Assert.Equal(
            "The points do not vary at all beside the change and the trend, so there is no noise to compare an effect with.",
            InterruptedSeries.Fit(series, series[12].Date).Because
        );
    }

    [Fact]
    public void The_band_that_is_drawn_is_the_interval_that_judged()
    {
        foreach (var after in (int[])[12, 25, 60])
        {
            var fit = Judge(Repeat(40 + after, i => i < 40 ? 0 : 4), 40).Effect!;
            var drawn = fit.Counterfactual;
            Assert.Equal(after, drawn.Count);
            // In the middle of the time after: what was fitted less the band is the interval of the mean effect.
            var middle = after / 2;
            double At(Func<CounterfactualPoint, double> of) =>
                after % 2 == 1 ? of(drawn[middle]) : (of(drawn[middle - 1]) + of(drawn[middle])) / 2;
            Assert.Equal(fit.Step.Low, At(point => point.Fitted - point.High!.Value), 0.01);
            Assert.Equal(fit.Step.High, At(point => point.Fitted - point.Low!.Value), 0.01);
            Assert.Equal(fit.Step.Value, At(point => point.Fitted - point.Expected), 1e-6);
            Assert.Equal(fit.AtEnd!.Value.Low, drawn[^1].Fitted - drawn[^1].High!.Value, 1e-9);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 300)]
    public void Counts_are_drawn_among_the_counts(double peopleBefore, double peopleAfter)
    {
        // Twice as many each, before and after, from people who may have become more.
        double Count(int i) => i < 16 ? 20 + i % 2 : peopleAfter / peopleBefore * 2 * (20 + i % 2);
        Point[] points =
        [
            .. Enumerable
                .Range(0, 32)
                .Select(i => new Point(
                    new DateOnly(2026, 1, 5).AddDays(7 * i),
                    Count(i),
                    i < 16 ? peopleBefore : peopleAfter
                )),
        ];
        var series = Series.Of(points, Cadence.Week).Value;
        var fit = InterruptedSeries.Fit(series, series[16].Date, InterruptionSettings.ForCounts).Value;

        Assert.Equal(2, fit.Step.Value, 0.1);
        foreach (var point in fit.Counterfactual)
        {
            Assert.InRange(point.Fitted, Count(16) - 0.2, Count(17) + 0.2);
            Assert.InRange(2 * point.Expected, Count(16) - 1, Count(17) + 1);
            Assert.True(point.Low > 0 && point.Low < point.Expected && point.Expected < point.High);
        }
    }

    [Fact]
    public void The_breakdown_trend_is_the_drift_that_would_undo_the_verdict()
    {
        var verdict = Judge(Repeat(36, i => i < 24 ? 0 : 6), 24);
        var effect = verdict.Effect!;

        Assert.Equal(effect.Step.Low / 18, effect.BreakdownTrend!.Value, 1e-12);
        Assert.StartsWith(
            "It would no longer hold if the metric had been rising by ",
            verdict.Breakdown(Cadence.Week),
            StringComparison.Ordinal
        );
        Assert.Null(Judge(Repeat(36, _ => 0), 24).Effect!.BreakdownTrend);
        Assert.Null(Judge(Repeat(36, _ => 0), 24).Breakdown(Cadence.Week));
    }

    [Fact]
    public void What_is_estimated_lies_in_the_middle_of_the_time_after_and_not_at_the_last_point_before()
    {
        // A line that bends at the change: at the last point before it nothing has happened, on average half of the rise has.
        var effect = Judge(Repeat(48, i => i < 24 ? 0 : i - 23), 24).Effect!;
        Assert.InRange(effect.Step.Value, 10, 15);
    }

    [Fact]
    public void Days_of_the_week_are_allowed_for()
    {
        double[] values = [.. Enumerable.Range(0, 56).Select(i => Calm[i % 24] + (i % 7 >= 5 ? -9 : 0))];
        double Width(Seasons seasons)
        {
            var series = Series.Of(new DateOnly(2026, 1, 5), Cadence.Day, values).Value;
            var fit = InterruptedSeries.Fit(series, series[28].Date, new() { Seasons = seasons }).Value;
            Assert.Equal(seasons is Seasons.ByRule, fit.HasSeasons);
            return fit.Step.High - fit.Step.Low;
        }
        Assert.True(Width(Seasons.ByRule) < 0.7 * Width(Seasons.None));
    }

    [Fact]
    public void What_no_season_was_allowed_for_says_so()
    {
        Assert.EndsWith(
            "no season was allowed for",
            Judge(Repeat(36, _ => 0), 24).Effect!.MethodInWords,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "time of year by one pair of waves",
            Judge(Repeat(60, _ => 0), 30).Effect!.MethodInWords,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "time of year by two pairs of waves",
            Judge(Repeat(110, _ => 0), 60).Effect!.MethodInWords,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Points_across_a_gap_are_no_neighbours()
    {
        // Two stretches that alternate, a year apart: neighbours never agree, and the ends of the gap do.
        var points = Enumerable
            .Range(0, 24)
            .Select(i => new Point(
                new DateOnly(2024, 1, 1).AddDays(7 * (i < 12 ? i : i + 52)),
                i % 2 == 0 ? 1 : 3 + i % 3 * .1
            ));
        var series = Series.Of(points, Cadence.Week).Value;
        var fit = InterruptedSeries
            .Fit(series, series[12].Date, new() { Method = EffectMethod.SegmentedNeweyWest })
            .Value;
        Assert.True(fit.Autocorrelation < -0.9);
        Assert.True(fit.DurbinWatson > 3.8);
    }

    [Fact]
    public void The_determinant_of_four_and_nine_is_thirty_six()
    {
        var (inverse, logDeterminant) = LeastSquares
            .SymmetricInverse(
                new double[,]
                {
                    { 4, 0 },
                    { 0, 9 },
                },
                2
            )!
            .Value;
        Assert.Equal(Math.Log(36), logDeterminant, 1e-12);
        Assert.Equal(1 / 9.0, inverse[1, 1], 1e-12);
    }

    [Fact]
    public void What_could_have_been_seen_is_told_by_the_distribution_of_the_interval()
    {
        var series = Published.Weeks(Repeat(24, _ => 0));
        var fit = InterruptedSeries
            .Fit(series, series[12].Date, new() { Method = EffectMethod.SegmentedNeweyWest })
            .Value;
        // 20 degrees of freedom: 2.086 and 0.860, not 2.80 together.
        Assert.Equal((2.086 + 0.860) * fit.Step.StandardError, fit.MinimumDetectable, 0.001 * fit.MinimumDetectable);
    }

    [Fact]
    public void Ten_thousand_points_are_judged()
    {
        double[] values = [.. Enumerable.Range(0, 10_000).Select(i => Calm[i % 23] + (i < 6000 ? 0 : 1))];
        var series = Series.Of(new DateOnly(1990, 1, 1), Cadence.Day, values).Value;
        var verdict = Verdict.Judge(series, series[6000].Date, Direction.Up).Value;
        Assert.Equal(VerdictWord.Improved, verdict.Word);
    }
}

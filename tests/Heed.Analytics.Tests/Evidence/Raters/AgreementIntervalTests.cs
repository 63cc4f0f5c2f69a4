using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class AgreementIntervalTests
{
    static double?[][] Units(int count, Func<Random, int, double?[]> rate)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(unit => rate(random, unit))];
    }

    // Two raters who give the same code in four units of five, else any.
    static double?[][] MostlyAlike(int count) =>
        Units(
            count,
            (random, unit) =>
            {
                var code = unit % 5 + 1;
                return [code, random.NextDouble() < 0.8 ? code : random.Next(1, 6)];
            }
        );

    [Fact]
    public void Groups_that_all_answered_alike_are_not_certain_to_be_equal()
    {
        var three = CliffsDelta.Interval([4, 4, 4], [4, 4, 4]).Value;
        var many = CliffsDelta.Interval([.. Enumerable.Repeat(4.0, 300)], [.. Enumerable.Repeat(4.0, 300)]).Value;

        Assert.Equal(0, three.Value);
        Assert.InRange(three.High, .5, 1);
        Assert.Equal(-three.High, three.Low);
        Assert.InRange(many.High, .005, .05);
    }

    [Fact]
    public void More_units_make_alpha_surer_and_the_seed_repeats_it()
    {
        var few = KrippendorffAlpha.Interval(MostlyAlike(30), MeasurementLevel.Nominal).Value;
        var many = KrippendorffAlpha.Interval(MostlyAlike(480), MeasurementLevel.Nominal).Value;

        Assert.True(few.Low < few.Value && few.Value < few.High);
        Assert.Equal(few, KrippendorffAlpha.Interval(MostlyAlike(30), MeasurementLevel.Nominal).Value);
        Assert.NotEqual(
            few.Low,
            KrippendorffAlpha.Interval(MostlyAlike(30), MeasurementLevel.Nominal, seed: 2).Value.Low
        );
        // Sixteen times the units: a quarter of the width.
        Assert.Equal(4, (few.High - few.Low) / (many.High - many.Low), 1.2);
    }

    [Fact]
    public void Alpha_has_no_interval_where_units_are_few_or_alike()
    {
        Assert.Contains(
            "needs 5 units",
            KrippendorffAlpha
                .Interval(
                    [
                        [1, 1],
                        [2, 1],
                    ],
                    MeasurementLevel.Nominal
                )
                .Because
        );
        Assert.Contains(
            "All ratings are the same",
            KrippendorffAlpha.Interval(Units(9, (_, _) => [4, 4]), MeasurementLevel.Nominal).Because
        );
    }

    [Fact] // Of many intervals 95 in 100 hold the truth: for normals one apart δ = 2Φ(1/√2) − 1 = 0.5205.
    public void Deltas_interval_holds_the_truth_as_often_as_it_says()
    {
        var random = new Random(5);
        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var held = 0;
        for (var sample = 0; sample < 1000; sample++)
        {
            double[] first = [.. Enumerable.Range(0, 20).Select(_ => Normal() + 1)];
            double[] second = [.. Enumerable.Range(0, 30).Select(_ => Normal())];
            var interval = CliffsDelta.Interval(first, second).Value;
            held += interval.Low <= 0.5205 && 0.5205 <= interval.High ? 1 : 0;
        }
        Assert.InRange(held, 925, 975);
    }

    [Fact]
    public void Groups_that_do_not_overlap_still_have_an_interval()
    {
        var above = CliffsDelta.Interval([7, 8, 9, 8, 7, 9, 8, 7, 9, 8], [1, 2, 3, 2, 1, 3, 2, 1, 3, 2]).Value;
        var below = CliffsDelta.Interval([1, 2, 3, 2, 1, 3, 2, 1, 3, 2], [7, 8, 9, 8, 7, 9, 8, 7, 9, 8]).Value;

        Assert.Equal((1, 1), (above.Value, above.High));
        Assert.Equal((10 - 3.8415) / (10 + 3.8415), above.Low, 1e-4);
        Assert.Equal((-above.High, -above.Low), (below.Low, below.High));
        Assert.Contains("needs 2 answers in each group", CliffsDelta.Interval([1], [2, 3]).Because);
    }
}

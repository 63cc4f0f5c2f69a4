using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What of a series its own past and its season explain.</summary>
public class PrewhiteningTests
{
    // Luteinizing hormone in blood samples of a woman, every ten minutes (Diggle 1990), as in R's datasets.
    static readonly double[] Hormone =
    [
        .. "24 24 24 22 21 15 23 23 25 20 19 17 22 18 32 32 27 22 22 19 19 18 27 30 23 20 20 29 29 27 27 23 26 24 18 17 15 14 21 33 35 35 31 26 21 34 30 29"
            .Split(' ')
            .Select(tenths => double.Parse(tenths, System.Globalization.CultureInfo.InvariantCulture) / 10),
    ];

    [Fact] // R: ar(lh) prints 0.6534, −0.0636, −0.2269 and order 3.
    public void An_autoregression_is_that_of_R()
    {
        var ramp = Hormone.Select((_, i) => (double)(i * i)).ToArray();
        var (own, other, order) = Prewhitening.Of(Hormone, ramp)!.Value;

        Assert.Equal(3, order);
        Assert.Equal((45, 45), (own.Length, other.Length));
        foreach (var (before, after) in (ReadOnlySpan<(double[], double[])>)[(Hormone, own), (ramp, other)])
            for (var i = 0; i < after.Length; i++)
                Assert.Equal(
                    before[i + 3] - 0.6534 * before[i + 2] + 0.0636 * before[i + 1] + 0.2269 * before[i],
                    after[i],
                    2e-4 * Math.Max(1, before[i + 3])
                );
    }

    [Fact]
    public void What_does_not_vary_has_nothing_to_filter()
    {
        double[] still = [.. Enumerable.Repeat(3.0, 48)];
        Assert.Null(Prewhitening.Of(Hormone, still));
        Assert.Null(Prewhitening.Of(still, Hormone));
        Assert.Equal(0, Prewhitening.CrossCorrelation(Hormone, still, 0));
    }

    [Fact] // by hand: deviations −1.5, −0.5, 0.5, 1.5 and −1, 1, −1, 1, sums of squares 5 and 4
    public void A_correlation_at_a_lag_is_over_all_points()
    {
        double[] x = [11, 12, 13, 14];
        double[] y = [5, 7, 5, 7];
        Assert.Equal(2 / Math.Sqrt(20), Prewhitening.CrossCorrelation(x, y, 0), 1e-12);
        Assert.Equal(-0.5 / Math.Sqrt(20), Prewhitening.CrossCorrelation(x, y, 1), 1e-12);
        Assert.Equal(-0.5 / Math.Sqrt(20), Prewhitening.CrossCorrelation(x, y, -1), 1e-12);
        Assert.Equal(-1.5 / Math.Sqrt(20), Prewhitening.CrossCorrelation(x, y, 3), 1e-12);
        Assert.Equal(0, Prewhitening.CrossCorrelation(x, y, 4), 1e-12);
        Assert.Equal(1, Prewhitening.CrossCorrelation(Hormone, Hormone, 0), 1e-12);
        Assert.Equal([1, -2, 4], Prewhitening.Differences([3, 4, 2, 6]));
    }

    [Fact]
    public void The_longest_stretch_that_both_share_is_used()
    {
        static Series On(params int[] weeks) =>
            Series
                .Of(weeks.Select(week => new Point(new DateOnly(2026, 1, 7).AddDays(7 * week), week)), Cadence.Week)
                .Value;
        var (first, second, starts) = Prewhitening.SharedRun(
            On(0, 1, 3, 4, 5, 6, 7, 9, 10),
            On(0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11)
        );
        Assert.Equal([0, 1], first); // of equal ones the earliest
        Assert.Equal([0, 1], second);
        Assert.Equal([new DateOnly(2026, 1, 5), new(2026, 1, 12)], starts); // the Mondays
        Assert.Equal([3, 4, 5], Prewhitening.SharedRun(On(1, 3, 4, 5, 7, 8), On(1, 2, 3, 4, 5, 6, 7)).First);
        Assert.Equal([8, 9, 10], Prewhitening.SharedRun(On(1, 2, 8, 9, 10), On(1, 2, 8, 9, 10)).Second);
        Assert.Empty(Prewhitening.SharedRun(On(1, 2), On(3, 4)).First);
    }
}

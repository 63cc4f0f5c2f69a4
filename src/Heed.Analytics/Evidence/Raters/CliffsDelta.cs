using Heed.Analytics.Scores;

namespace Heed.Analytics.Evidence;

/// <summary>How far two groups lie apart: Cliff's δ (1993), for answers of which only the order counts.</summary>
public static class CliffsDelta
{
    /// <summary>
    /// The share of pairs in which the first group's answer is higher minus the share in which it is lower: −1..1, 0 when
    /// neither is.
    /// </summary>
    /// <returns>δ; or a sentence when a group is empty or an answer is not a number.</returns>
    public static Answer<double> Of(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count == 0 || second.Count == 0)
            return new NoAnswer($"Two groups are needed, and they have {first.Count} and {second.Count} answers.");
        if (first.Concat(second).Any(double.IsNaN))
            return new NoAnswer("An answer that is not a number has no order.");
        double[] sorted = [.. second.Order()];
        var balance = 0.0;
        foreach (var value in first)
            balance += Place(sorted, value, below: true) - (sorted.Length - Place(sorted, value, below: false));
        return balance / ((double)first.Count * sorted.Length);
    }

    // How many sorted values lie below the value, or at most at it.
    static int Place(double[] sorted, double value, bool below)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || !below && sorted[middle] == value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>δ with its 95 % interval, which is not symmetric: near ±1 it reaches further towards 0.</summary>
    /// <remarks>
    /// Feng and Cliff, Journal of Modern Applied Statistical Methods 3, 2004: (δ − δ³ ± z·s·√((1 − δ²)² + z²s²)) /
    /// (1 − δ² + z²s²), s² the unbiased variance of δ. Where the groups do not overlap, the end is (n − z²)/(n + z²) with n
    /// the smaller group.
    /// </remarks>
    /// <returns>δ with its interval; or a sentence when a group has fewer than 2 answers or one is not a number.</returns>
    public static Answer<Estimate> Interval(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        if (Of(first, second).Refused(out var because, out var delta))
            return new NoAnswer(because);
        var (m, n) = (first.Count, second.Count);
        if (m < 2 || n < 2)
            return new NoAnswer($"An interval needs 2 answers in each group, and they have {m} and {n}.");
        var z = Intervals.Z(0.95);
        if (Math.Abs(delta) >= 1)
        {
            var least = Math.Min(m, n);
            var end = Math.Max(0, (least - z * z) / (least + z * z));
            return delta > 0 ? new Estimate(delta, end, 1, 0) : new Estimate(delta, -1, -end, 0);
        }
        if (first.Concat(second).Distinct().Count() == 1)
            return AllTied(m, n);
        // The unbiased estimate can fall to zero or below, which no sample can promise; Cliff's least variance then.
        var estimated = Variance(first, second, delta);
        var variance = estimated > 0 ? estimated : (1 - delta * delta) / (m * (double)n - 1);
        var square = 1 - delta * delta;
        var reach = z * Math.Sqrt(variance) * Math.Sqrt(square * square + z * z * variance);
        var (middle, width) = (delta * square, square + z * z * variance);
        return new Estimate(delta, (middle - reach) / width, (middle + reach) / width, Math.Sqrt(variance));
    }

    // Everybody gave the same answer, so the formula gives an interval of no width. At most a share z² / (k + z²) of k people
    // answers otherwise (Wilson's upper end for none of k); δ reaches as far as if all of those stood on one side.
    static Estimate AllTied(int m, int n)
    {
        var reach = 1 - (1 - Intervals.Wilson(0, m).High) * (1 - Intervals.Wilson(0, n).High);
        return new Estimate(0, -reach, reach, 0);
    }

    static double Variance(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second, double delta)
    {
        double[] sortedFirst = [.. first.Order()];
        double[] sortedSecond = [.. second.Order()];
        var (m, n) = ((double)first.Count, (double)second.Count);
        var (rows, untied) = (0.0, 0.0);
        foreach (var value in first)
        {
            var (below, above) = (Place(sortedSecond, value, true), n - Place(sortedSecond, value, false));
            rows += Math.Pow((below - above) / n - delta, 2);
            untied += below + above;
        }
        var columns = second.Sum(value =>
            Math.Pow((m - Place(sortedFirst, value, false) - Place(sortedFirst, value, true)) / m - delta, 2)
        );
        return (n * n * rows + m * m * columns - (untied - m * n * delta * delta)) / (m * n * (m - 1) * (n - 1));
    }
}

namespace Heed.Analytics.Evidence;

/// <summary>Taking out of two series what the first one's own past explains.</summary>
static class Prewhitening
{
    /// <summary>The longest stretch of neighbouring periods in which both were measured, and the days on which these begin.</summary>
    public static (double[] First, double[] Second, DateOnly[] Starts) SharedRun(Series first, Series second)
    {
        var other = new Dictionary<int, double>();
        for (var i = 0; i < second.Count; i++)
            other[second.PeriodAt(i)] = second[i].Value;
        var (start, length, bestStart, bestLength) = (0, 0, 0, 0);
        for (var i = 0; i < first.Count; i++)
        {
            if (!other.ContainsKey(first.PeriodAt(i)))
                (start, length) = (i + 1, 0);
            else if (length > 0 && !first.FollowsOn(i))
                (start, length) = (i, 1);
            else
                length++;
            if (length > bestLength)
                (bestStart, bestLength) = (start, length);
        }
        var run = Enumerable.Range(bestStart, bestLength).ToArray();
        return (
            Array.ConvertAll(run, i => first[i].Value),
            Array.ConvertAll(run, i => other[first.PeriodAt(i)]),
            Array.ConvertAll(run, i => first.Cadence.StartOf(first[i].Date))
        );
    }

    public static double[] Differences(double[] values) =>
        [.. values.Skip(1).Zip(values, (later, earlier) => later - earlier)];

    /// <summary>Both series filtered by the autoregression of the first; null when one of them does not vary.</summary>
    public static (double[] First, double[] Second, int Order)? Of(double[] first, double[] second)
    {
        if (Spread(first) == 0 || Spread(second) == 0)
            return null;
        var filter = YuleWalker(first);
        return (Filter(first, filter), Filter(second, filter), filter.Length);
    }

    /// <summary>
    /// The coefficients of an autoregression by Yule and Walker, its order by Akaike's criterion up to 10·log10(n): Levinson
    /// and Durbin's recursion, as R's ar().
    /// </summary>
    static double[] YuleWalker(double[] values)
    {
        var n = values.Length;
        var most = Math.Min(n / 3, (int)(10 * Math.Log10(n)));
        var mean = values.Average();
        double Covariance(int lag)
        {
            var sum = 0.0;
            for (var i = lag; i < n; i++)
                sum += (values[i] - mean) * (values[i - lag] - mean);
            return sum / n;
        }
        double[] current = [];
        double[] best = [];
        var variance = Covariance(0);
        var lowest = n * Math.Log(variance);
        for (var order = 1; order <= most && variance > 0; order++)
        {
            var reflection = Covariance(order);
            for (var k = 0; k < current.Length; k++)
                reflection -= current[k] * Covariance(order - 1 - k);
            reflection /= variance;
            var next = new double[order];
            for (var k = 0; k < order - 1; k++)
                next[k] = current[k] - reflection * current[order - 2 - k];
            next[^1] = reflection;
            current = next;
            variance *= 1 - reflection * reflection;
            var criterion = n * Math.Log(variance) + 2 * order;
            if (criterion < lowest)
                (lowest, best) = (criterion, current);
        }
        return best;
    }

    static double[] Filter(double[] values, double[] coefficients)
    {
        var filtered = new double[values.Length - coefficients.Length];
        for (var i = 0; i < filtered.Length; i++)
        {
            var at = i + coefficients.Length;
            filtered[i] = values[at];
            for (var k = 0; k < coefficients.Length; k++)
                filtered[i] -= coefficients[k] * values[at - 1 - k];
        }
        return filtered;
    }

    /// <summary>The correlation of x with y a number of periods later (earlier when negative), over all n as is usual.</summary>
    public static double CrossCorrelation(double[] x, double[] y, int lag)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var sum = 0.0;
        for (var i = Math.Max(0, -lag); i < x.Length && i + lag < y.Length; i++)
            sum += (x[i] - meanX) * (y[i + lag] - meanY);
        var spread = Spread(x) * Spread(y);
        return spread > 0 ? sum / Math.Sqrt(spread) : 0;
    }

    static double Spread(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}

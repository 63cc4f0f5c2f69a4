using Heed.Analytics.Scores;

namespace Heed.Analytics.Drivers;

/// <summary>Drivers' shares over resampled respondents: their percentile intervals, and which could be the largest.</summary>
sealed class DriverBootstrap
{
    readonly double[][] _found;
    readonly int _drivers;

    DriverBootstrap(double[][] found, int drivers) => (_found, _drivers) = (found, drivers);

    public static DriverBootstrap Of(CrossProducts products, int size, DriverMethod method, ulong seed, int resamples)
    {
        var found = new double[resamples][];
        // Each resample has its own numbers, so the result is the same on any number of processors.
        Parallel.For(0, resamples, i => found[i] = Resample(products, size, method, seed + 1 + (ulong)i));
        return new(found, size - 1);
    }

    public (double Low, double High) Interval(int driver, double level) => Ends(found => found[driver], 1 - level);

    /// <summary>Whether a share cannot be told from the largest one, by the interval of their difference.</summary>
    /// <remarks>
    /// The two go up and down together in the resamples, so their own intervals may overlap although they differ. All the other
    /// drivers are compared with the first, so the level is that of all of them together (Bonferroni).
    /// </remarks>
    public bool MayLead(int driver, int first, double level) =>
        driver == first
        || Ends(found => found[first] - found[driver], (1 - level) / Math.Max(1, _drivers - 1)).Low <= 0;

    (double Low, double High) Ends(Func<double[], double> quantity, double outside)
    {
        double[] sorted = [.. _found.Select(quantity).Order()];
        return (Bootstrap.Percentile(sorted, outside / 2), Bootstrap.Percentile(sorted, 1 - outside / 2));
    }

    static double[] Resample(CrossProducts products, int size, DriverMethod method, ulong seed)
    {
        var draws = new Draws(seed);
        var times = new int[products.Groups];
        while (true)
        {
            Array.Clear(times);
            for (var i = 0; i < times.Length; i++)
                times[draws.Below(times.Length)]++;
            // A resample in which a rare answer is missing may leave a column without any variation: draw again.
            if (products.Correlations(times) is { } correlations)
                return DriverAnalysis.Shares(correlations, size, method);
        }
    }
}

using Heed.Analytics.Scores;

namespace Heed.Analytics.Drivers;

/// <summary>Percentile intervals of drivers' shares over resampled respondents.</summary>
static class DriverBootstrap
{
    public static (double Low, double High)[] Of(
        CrossProducts products,
        int size,
        DriverMethod method,
        ulong seed,
        int resamples,
        double level
    )
    {
        var found = new double[resamples][];
        // Each resample has its own numbers, so the result is the same on any number of processors.
        Parallel.For(0, resamples, i => found[i] = Resample(products, size, method, seed + 1 + (ulong)i));
        var tail = (1 - level) / 2;
        return
        [
            .. Enumerable
                .Range(0, size - 1)
                .Select(driver =>
                {
                    double[] shares = [.. found.Select(resample => resample[driver]).Order()];
                    return (Bootstrap.Percentile(shares, tail), Bootstrap.Percentile(shares, 1 - tail));
                }),
        ];
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

using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Series made up by a seed, and how far a share of so many of them may lie from what is promised.</summary>
static class Simulated
{
    /// <summary>AR(1) noise of standard deviation 1, from its first point on.</summary>
    public static double[] Noise(Random random, int points, double likeness = 0)
    {
        var values = new double[points];
        var width = Math.Sqrt(1 - likeness * likeness);
        for (var i = 0; i < points; i++)
            values[i] =
                i == 0 ? Normal.Sample(random, 0, 1) : likeness * values[i - 1] + width * Normal.Sample(random, 0, 1);
        return values;
    }

    /// <summary>Stretches of one level each under such noise.</summary>
    public static double[] Steps(int seed, double likeness, params (int Points, double Level)[] stretches)
    {
        var noise = Noise(new Random(seed), stretches.Sum(stretch => stretch.Points), likeness);
        double[] levels = [.. stretches.SelectMany(stretch => Enumerable.Repeat(stretch.Level, stretch.Points))];
        return [.. noise.Zip(levels, (value, level) => value + level)];
    }

    /// <summary>A promised share and two Monte Carlo errors.</summary>
    public static double Allowed(double share, int runs) => share + 2 * Math.Sqrt(share * (1 - share) / runs);
}

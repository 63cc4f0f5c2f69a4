using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using MathNet.Numerics.Distributions;

namespace Heed.Simulations;

/// <summary>Made-up data.</summary>
static class Chance
{
    public static double Normal(this Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);

    /// <summary>Points that resemble their neighbours by so much.</summary>
    public static double[] Noise(Random random, int points, double likeness = 0)
    {
        var values = new double[points];
        for (var i = 0; i < points; i++)
            values[i] =
                i == 0
                    ? random.Normal() / Math.Sqrt(1 - likeness * likeness)
                    : likeness * values[i - 1] + random.Normal();
        return values;
    }

    /// <summary>The same with a standard deviation of one.</summary>
    public static double[] Standard(Random random, int points, double likeness)
    {
        var values = Noise(random, points, likeness);
        var scale = Math.Sqrt(1 - likeness * likeness);
        for (var i = 0; i < points; i++)
            values[i] *= scale;
        return values;
    }

    /// <summary>Noise of one around a level that steps by so much a point.</summary>
    public static double[] Wandering(Random random, int points, double step)
    {
        var values = Walk(random, points);
        for (var i = 0; i < points; i++)
            values[i] = step * values[i] + random.Normal();
        return values;
    }

    public static double[] Walk(Random random, int points)
    {
        var values = new double[points];
        for (var i = 0; i < points; i++)
            values[i] = (i == 0 ? 0 : values[i - 1]) + random.Normal();
        return values;
    }

    public static double[] Counts(Random random, int points, double mean, double dispersion = 1)
    {
        var values = new double[points];
        for (var i = 0; i < points; i++)
            values[i] =
                dispersion > 1
                    ? Poisson.Sample(random, Gamma.Sample(random, mean / (dispersion - 1), 1 / (dispersion - 1)))
                    : Poisson.Sample(random, mean);
        return values;
    }

    public static Series Weeks(double[] values) => Series.Of(new DateOnly(2020, 1, 6), Cadence.Week, values).Value;

    public static Series Months(double[] values) => Series.Of(new DateOnly(2020, 1, 1), Cadence.Month, values).Value;

    /// <summary>So many answers on a scale, each point with its chance.</summary>
    public static Distribution Answers(Random random, Scale scale, int n, params double[] chances)
    {
        var counts = new long[scale.Points];
        for (var i = 0; i < n; i++)
            counts[Pick(random, chances)]++;
        return Distribution.FromCounts(scale, counts).Value;
    }

    /// <summary>Detractors, passives and promoters, with their chances, on the points 0, 7 and 10.</summary>
    public static Distribution Recommend(Random random, int n, double promoters, double passives) =>
        Answers(random, Scale.ZeroToTen, n, 1 - promoters - passives, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters);

    public static int Pick(Random random, double[] chances)
    {
        var left = random.NextDouble();
        for (var i = 0; i < chances.Length - 1; i++)
            if ((left -= chances[i]) < 0)
                return i;
        return Array.FindLastIndex(chances, chance => chance > 0);
    }

    public static int Hits(Random random, int n, double share)
    {
        var hits = 0;
        for (var i = 0; i < n; i++)
            hits += random.NextDouble() < share ? 1 : 0;
        return hits;
    }

    public static double Is(bool yes) => yes ? 1 : 0;

    public static double Holds(double low, double high, double truth) =>
        Is(low <= truth + 1e-9 && truth - 1e-9 <= high);
}

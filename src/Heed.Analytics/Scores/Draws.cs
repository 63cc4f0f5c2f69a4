using System.Numerics;

namespace Heed.Analytics.Scores;

/// <summary>
/// Random numbers that are the same on every machine and with every version of .NET for the same seed, so that a
/// resampled interval can be published and checked. xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64.
/// </summary>
sealed class Draws
{
    ulong _a,
        _b,
        _c,
        _d;

    public Draws(ulong seed)
    {
        (_a, _b, _c, _d) = (Split(ref seed), Split(ref seed), Split(ref seed), Split(ref seed));
    }

    static ulong Split(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public ulong Bits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Above 0 and below 1.</summary>
    public double Unit() => ((Bits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A whole number from 0 to below <paramref name="end"/> (Lemire's multiplication; the bias is below 2⁻³²).</summary>
    public int Below(int end) => (int)(((Bits() >> 32) * (ulong)end) >> 32);

    /// <summary>A normal number around 0 with a deviation of 1.</summary>
    public double Normal() => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Unit());

    /// <summary>A gamma number of scale 1 (Marsaglia and Tsang, ACM Transactions on Mathematical Software 26, 2000).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(Unit(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            if (Math.Log(Unit()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    /// <summary>How many of <paramref name="n"/> tries succeed when each does with chance <paramref name="p"/>.</summary>
    public long Binomial(long n, double p)
    {
        if (n <= 0 || p <= 0)
            return 0;
        if (p >= 1)
            return n;
        if (p > 0.5)
            return n - Binomial(n, 1 - p);
        return n * p < 10 ? ByWaiting(n, p) : ByRejection(n, p);
    }

    // Sums the waiting times between successes: few steps when few succeed (Devroye 1986, X.4.3).
    long ByWaiting(long n, double p)
    {
        var perTry = Math.Log(1 - p);
        var (sum, successes) = (0.0, -1L);
        for (; sum <= n; successes++)
            sum += Math.Ceiling(Math.Log(Unit()) / perTry);
        return successes;
    }

    // Transformed rejection BTRS: Hörmann, Journal of Statistical Computation and Simulation 46, 1993.
    long ByRejection(long n, double p)
    {
        var deviation = Math.Sqrt(n * p * (1 - p));
        var b = 1.15 + 2.53 * deviation;
        var a = -0.0873 + 0.0248 * b + 0.01 * p;
        var centre = n * p + 0.5;
        var squeeze = 0.92 - 4.2 / b;
        var alpha = (2.83 + 5.1 / b) * deviation;
        var odds = p / (1 - p);
        var mode = Math.Floor((n + 1) * p);
        while (true)
        {
            var u = Unit() - 0.5;
            var v = Unit();
            var rest = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / rest + b) * u + centre);
            if (rest >= 0.07 && v <= squeeze)
                return (long)k;
            if (k < 0 || k > n)
                continue;
            var bound =
                (mode + 0.5) * Math.Log((mode + 1) / (odds * (n - mode + 1)))
                + (n + 1) * Math.Log((n - mode + 1) / (n - k + 1))
                + (k + 0.5) * Math.Log(odds * (n - k + 1) / (k + 1))
                + StirlingTail(mode)
                + StirlingTail(n - mode)
                - StirlingTail(k)
                - StirlingTail(n - k);
            if (Math.Log(v * alpha / (a / (rest * rest) + b)) <= bound)
                return (long)k;
        }
    }

    static double StirlingTail(double k) =>
        k <= 9
            ? SmallTails[(int)k]
            : (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / ((k + 1) * (k + 1))) / ((k + 1) * (k + 1))) / (k + 1);

    static readonly double[] SmallTails =
    [
        0.0810614667953272,
        0.0413406959554092,
        0.0276779256849983,
        0.02079067210376509,
        0.0166446911898211,
        0.0138761288230707,
        0.0118967099458917,
        0.0104112652619720,
        0.00925546218271273,
        0.00833056343336287,
    ];
}

using Heed.Analytics.Evidence;

namespace Heed.Bench;

/// <summary>H12: the effect of a dated change on a thousand points; and a local level through a hundred.</summary>
static unsafe class Effects
{
    const int Points = 1000;
    const int FirstAfter = 600;
    const int ForLevel = 100;
    static readonly DateOnly First = new(2020, 1, 6);

    public static IEnumerable<Benchmark> All =>
        [
            new("H12", "segmented regression with Newey-West errors, n = 1,000", "≤ 2 ms", 25, Segmented),
            new("H12-level", "the most likely local level of 100 points, by Kalman's filter", "≤ 5 ms", 25, Level),
        ];

    static Sides Segmented()
    {
        var random = new Random(20261122);
        var values = new double[Points];
        for (var i = 0; i < Points; i++)
            values[i] = 50 + 0.01 * i + random.NextDouble() * 10 + (i < FirstAfter ? 0 : 4 + 0.02 * (i - FirstAfter));
        var series = Series.Of(First, Cadence.Day, values).Value;
        var settings = InterruptionSettings.Default with
        {
            Method = EffectMethod.SegmentedNeweyWest,
            Seasons = Seasons.None,
        };
        List<(string, Func<Found>)> sides =
        [
            (
                "Heed.Analytics.Evidence",
                () =>
                {
                    var found = InterruptedSeries.Fit(series, First.AddDays(FirstAfter), settings).Value;
                    return Checksum(found.Step.Value, found.RobustError, found.SlopeChange!.Value.Value);
                }
            ),
        ];
        if (CompiledC.Function("evidence.c", "segmented") is { } address)
            sides.Add(("C: estimates and their errors only", () => Native(address, values, FirstAfter)));
        return new(sides);
    }

    static string Native(nint address, double[] values, int firstAfter)
    {
        var segmented = (delegate* unmanaged<double*, int, int, double*, void>)address;
        var found = stackalloc double[3];
        fixed (double* y = values)
            segmented(y, values.Length, firstAfter, found);
        return Checksum(found[0], found[1], found[2]);
    }

    static Sides Level()
    {
        var random = new Random(20261122);
        var (values, level) = (new double[ForLevel], 50.0);
        for (var i = 0; i < ForLevel; i++)
            values[i] = (level += random.NextDouble() - 0.5) + random.NextDouble() * 3;
        var series = Series.Of(First, Cadence.Week, values).Value;
        List<(string, Func<Found>)> sides =
        [
            (
                "Heed.Analytics.Evidence",
                () =>
                {
                    var found = LocalLevel.Fit(series).Value;
                    return Checksum(found.LogLikelihood, found.LevelVariance, found.NoiseVariance);
                }
            ),
        ];
        if (CompiledC.Function("evidence.c", "local_level") is { } address)
            sides.Add(("C, the same search", () => NativeLevel(address, values)));
        return new(sides);
    }

    static string NativeLevel(nint address, double[] values)
    {
        var level = (delegate* unmanaged<double*, int, double*, void>)address;
        var found = stackalloc double[3];
        fixed (double* y = values)
            level(y, values.Length, found);
        return Checksum(found[0], found[1], found[2]);
    }

    static string Checksum(double first, double second, double third) =>
        $"{first:0.000000} {second:0.000000} {third:0.000000}";
}

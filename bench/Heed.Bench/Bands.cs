using Heed.Analytics.Evidence;

namespace Heed.Bench;

/// <summary>H11: limits and rules of ten thousand metrics of two years of weeks.</summary>
static unsafe class Bands
{
    const int Metrics = 10_000;
    const int Weeks = 104;

    public static IEnumerable<Benchmark> All =>
        [new("H11", "limits and 3 rules of 10,000 metrics × 104 weeks, one thread", "≤ 12 ms, ≤ 1.5 × C", 25, Sides)];

    static Sides Sides()
    {
        var random = new Random(20261122);
        var values = new double[Metrics * Weeks];
        for (var i = 0; i < values.Length; i++)
            values[i] =
                50
                + random.NextDouble() * 10
                + random.NextDouble() * 10
                + (i % Weeks > 80 && i / Weeks % 4 == 0 ? 8 : 0);
        var series = Enumerable
            .Range(0, Metrics)
            .Select(metric =>
                Series.Of(new DateOnly(2024, 1, 1), Cadence.Week, values.AsSpan(metric * Weeks, Weeks)).Value
            )
            .ToArray();
        List<(string, Func<Found>)> sides = [("Heed.Analytics.Evidence", () => Judged(series))];
        if (CompiledC.Function("kernels.c", "bands") is { } address)
            sides.Add(("C, one thread", () => Native(address, values)));
        return new(sides);
    }

    static string Judged(Series[] all)
    {
        var (centres, outside, runs, clusters) = (0.0, 0L, 0L, 0L);
        foreach (var series in all)
        {
            var band = NoiseBand.Of(series);
            centres += band.Centre!.Value;
            foreach (var signal in Signals.In(series, band))
                switch (signal.Rule)
                {
                    case SignalRule.Outside:
                        outside++;
                        break;
                    case SignalRule.RunOnOneSide:
                        runs++;
                        break;
                    default:
                        clusters++;
                        break;
                }
        }
        return Checksum(centres, outside, runs, clusters);
    }

    static string Native(nint address, double[] values)
    {
        var bands = (delegate* unmanaged<double*, int, int, double*, long*, void>)address;
        var centres = 0.0;
        var found = stackalloc long[3];
        (found[0], found[1], found[2]) = (0, 0, 0);
        fixed (double* all = values)
            bands(all, Metrics, Weeks, &centres, found);
        return Checksum(centres, found[0], found[1], found[2]);
    }

    static string Checksum(double centres, long outside, long runs, long clusters) =>
        $"centres {centres:0.000}, {outside} outside, {runs} runs, {clusters} near a limit";
}

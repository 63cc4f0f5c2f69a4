using Heed.Analytics.Scores;

namespace Heed.Bench;

/// <summary>H10: the interval of a recommend score by resampling its respondents, for 24 months × 5 segments.</summary>
static unsafe class Resampling
{
    const int Cells = 120;
    const int Times = 10_000;

    public static IEnumerable<Benchmark> All =>
        [new("H10", "exact multinomial bootstrap of 120 recommend scores, B = 10,000", "≤ 5 ms", 15, Sides)];

    static Sides Sides()
    {
        var random = new Random(20261122);
        var counts = new long[Cells * 3];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = random.Next(150, 450);
        List<(string, Func<Found>)> sides = [("Heed.Analytics.Scores", () => Ours(counts))];
        if (CompiledC.Function("evidence.c", "resamples") is { } address)
            sides.Add(("C, two binomial draws a resample", () => Native(address, counts)));
        return new(sides);
    }

    static string Ours(long[] counts)
    {
        var ends = new double[Cells * 2];
        for (var cell = 0; cell < Cells; cell++)
        {
            var (promoters, passives, detractors) = (counts[cell * 3], counts[cell * 3 + 1], counts[cell * 3 + 2]);
            var answers = Distribution
                .FromCounts(Scale.ZeroToTen, [0, 0, 0, 0, 0, 0, detractors, 0, passives, 0, promoters])
                .Value;
            var found = Bootstrap.Of(Score.Of(ScoreKind.Recommend, answers).Value, seed: (ulong)cell, Times);
            (ends[cell * 2], ends[cell * 2 + 1]) = (found.Low, found.High);
        }
        return Checksum(ends);
    }

    static string Native(nint address, long[] counts)
    {
        var resamples = (delegate* unmanaged<long*, int, int, double*, void>)address;
        var ends = new double[Cells * 2];
        fixed (long* of = counts)
        fixed (double* into = ends)
            resamples(of, Cells, Times, into);
        return Checksum(ends);
    }

    // Both draw: each end is known to about 0.1 point, and the mean of 120 to 0.01.
    static string Checksum(double[] ends) =>
        $"lower ends {Mean(ends, 0):0.0}, upper ends {Mean(ends, 1):0.0} on average";

    static double Mean(double[] ends, int end) => ends.Where((_, i) => i % 2 == end).Average();
}

using Heed.Analytics.Columns;
using Heed.Analytics.Scores;

namespace Heed.Bench;

/// <summary>How a million answers lie on their scale: what stands under every score.</summary>
static unsafe class ScoreCount
{
    const int Rows = 1_000_000;
    const int Points = 12; // 0 to 10, and no answer

    public static IEnumerable<Benchmark> All =>
        [new("distribution", "the distribution of 1 million answers held in memory", "≤ 2 ms", 25, Sides)];

    static Sides Sides()
    {
        var random = new Random(20261122);
        var score = new byte[Rows];
        SurveyColumns columns = new([new("recommend", Scale.ZeroToTen)], []);
        for (var i = 0; i < Rows; i++)
        {
            score[i] = (byte)random.Next(Points);
            columns.Append(i + 1, new(2026, 3, 14), [score[i] == Points - 1 ? SurveyColumns.Missing : score[i]], []);
        }
        List<(string, Func<Found>)> sides = [("Heed.Analytics.Columns", () => Asked(columns))];
        if (CompiledC.Function("evidence.c", "distribution") is { } address)
            sides.Add(("C, one thread", () => Native(address, score)));
        return new(sides);
    }

    static string Asked(SurveyColumns columns)
    {
        var answers = columns.Ask(new("recommend")).Value.Total.Distribution!;
        return Checksum(answers.Counts, answers.Missing);
    }

    static string Native(nint address, byte[] score)
    {
        var distribution = (delegate* unmanaged<byte*, long, long*, void>)address;
        var counts = stackalloc long[Points];
        fixed (byte* of = score)
            distribution(of, Rows, counts);
        return Checksum(new(counts, Points - 1), counts[Points - 1]);
    }

    static string Checksum(ReadOnlySpan<long> counts, long missing) =>
        $"{string.Join(' ', counts.ToArray())} and {missing} missing";
}

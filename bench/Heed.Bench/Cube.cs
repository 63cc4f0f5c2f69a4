using System.Runtime.InteropServices;
using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Bench;

/// <summary>H5: ten million answers by month and segment, with and without a filter.</summary>
static unsafe class Cube
{
    const int Rows = 10_000_000;
    const int Months = 24;
    const int Segments = 5;
    const int Regions = 8;
    const int Points = 12; // 0 to 10, and no answer
    static readonly DateOnly First = new(2024, 1, 1);

    public static IEnumerable<Benchmark> All =>
        [
            new("H5", "10 million answers × 24 months × 5 segments", "≤ 1.5 × C", 15, () => Sides(filter: false)),
            new(
                "H5-filter",
                "the same, only one of 8 regions of another attribute",
                "≤ 1.5 × C",
                15,
                () => Sides(filter: true)
            ),
        ];

    sealed record Data(byte[] Score, ushort[] Month, ushort[] Segment, ushort[] Region);

    static Sides Sides(bool filter)
    {
        var data = Answers();
        var columns = Columns(data);
        var query = new BreakdownQuery("recommend")
        {
            Every = Cadence.Month,
            By = "segment",
            Where = filter ? new Dictionary<string, IReadOnlyCollection<string>> { ["region"] = ["R2"] } : [],
        };
        var wanted = filter ? 2 : -1;
        List<(string, Func<Found>)> sides =
        [
            ("Heed.Analytics.Columns", () => Checksum(columns.Ask(query).Value)),
            ("C#, two threads", () => Checksum(Halves(data, wanted, ManagedKernel))),
        ];
        if (CompiledC.Function("kernels.c", "cube") is { } address)
            sides.Add(("C, two threads", () => Checksum(Halves(data, wanted, Native(address)))));
        return new(sides);
    }

    static Data Answers()
    {
        var random = new Random(20261122);
        Data data = new(new byte[Rows], new ushort[Rows], new ushort[Rows], new ushort[Rows]);
        for (var i = 0; i < Rows; i++)
        {
            data.Score[i] = (byte)random.Next(Points);
            data.Month[i] = (ushort)(i * (long)Months / Rows);
            data.Segment[i] = (ushort)random.Next(Segments);
            data.Region[i] = (ushort)random.Next(Regions);
        }
        return data;
    }

    static SurveyColumns Columns(Data data)
    {
        SurveyColumns columns = new([new("recommend", Scale.ZeroToTen)], ["segment", "region"]);
        var segments = Enumerable
            .Range(0, Segments)
            .Select(s => columns.Attribute("segment").CodeOf($"S{s}").Value)
            .ToArray();
        var regions = Enumerable
            .Range(0, Regions)
            .Select(r => columns.Attribute("region").CodeOf($"R{r}").Value)
            .ToArray();
        for (var i = 0; i < Rows; i++)
            columns.Append(
                i + 1,
                First.AddMonths(data.Month[i]),
                [data.Score[i] == Points - 1 ? SurveyColumns.Missing : data.Score[i]],
                [segments[data.Segment[i]], regions[data.Region[i]]]
            );
        return columns;
    }

    delegate void Kernel(Data data, long from, long to, int wanted, int[] counts);

    static int[] Halves(Data data, int wanted, Kernel kernel)
    {
        int[][] counts = [new int[Months * Segments * Points], new int[Months * Segments * Points]];
        Parallel.For(0, 2, half => kernel(data, half * (Rows / 2L), (half + 1) * (Rows / 2L), wanted, counts[half]));
        for (var i = 0; i < counts[0].Length; i++)
            counts[0][i] += counts[1][i];
        return counts[0];
    }

    static void ManagedKernel(Data data, long from, long to, int wanted, int[] counts)
    {
        var other = new int[counts.Length];
        fixed (byte* score = data.Score)
        fixed (
            ushort* month = data.Month,
                segment = data.Segment,
                region = data.Region
        )
        fixed (
            int* one = counts,
                two = other
        )
        {
            if (wanted < 0)
                for (var i = from; i + 1 < to; i += 2)
                {
                    one[(month[i] * Segments + segment[i]) * Points + score[i]]++;
                    two[(month[i + 1] * Segments + segment[i + 1]) * Points + score[i + 1]]++;
                }
            else
                for (var i = from; i < to; i++)
                    one[(month[i] * Segments + segment[i]) * Points + score[i]] += region[i] == wanted ? 1 : 0;
        }
        for (var i = 0; i < counts.Length; i++)
            counts[i] += other[i];
    }

    static Kernel Native(nint address) =>
        (data, from, to, wanted, counts) =>
        {
            var cube = (delegate* unmanaged<
                byte*,
                ushort*,
                ushort*,
                ushort*,
                long,
                long,
                int,
                int,
                int*,
                int,
                void>)address;
            fixed (byte* score = data.Score)
            fixed (
                ushort* month = data.Month,
                    segment = data.Segment,
                    region = data.Region
            )
            fixed (int* into = counts)
                cube(score, month, segment, region, from, to, Segments, wanted, into, counts.Length);
        };

    static string Checksum(int[] counts)
    {
        HashCode hash = default;
        for (var cell = 0; cell < Months * Segments; cell++)
        for (var point = 0; point < Points; point++)
            hash.Add(counts[cell * Points + point]);
        return $"{counts.Sum():N0} answers, {hash.ToHashCode():x8}";
    }

    static string Checksum(Breakdown found)
    {
        var counts = new int[Months * Segments * Points];
        for (var month = 0; month < Months; month++)
        for (var segment = 0; segment < Segments; segment++)
        {
            var place = found.Groups.ToList().IndexOf($"S{segment}");
            var answers = found[month, place].Distribution!;
            var at = (month * Segments + segment) * Points;
            for (var point = 0; point < Points - 1; point++)
                counts[at + point] = (int)answers.CountOf(point);
            counts[at + Points - 1] = (int)answers.Missing;
        }
        return Checksum(counts);
    }
}

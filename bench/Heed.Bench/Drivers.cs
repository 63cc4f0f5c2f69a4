using Heed.Analytics.Drivers;

namespace Heed.Bench;

/// <summary>H9: how much of a score each of fifteen drivers explains, over all orders in which they can be added.</summary>
static unsafe class Drivers
{
    const int Rows = 100_000;
    const int Count = 15;

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "H9",
                "LMG shares of 15 drivers from 100,000 rows, equal to 9 digits",
                "≤ 20 ms, ≤ 2 × C",
                15,
                () => Sides()
            ),
        ];

    static Sides Sides()
    {
        var columns = Answers();
        var data = new DriverData(
            columns[Count],
            [.. Enumerable.Range(1, Count).Select(d => $"D{d}")],
            [.. columns.Take(Count)]
        );
        List<(string, Func<Found>)> sides = [("Heed.Analytics.Drivers", () => Shares(data))];
        if (CompiledC.Function("evidence.c", "shares") is { } address)
        {
            double[] flat = [.. columns.SelectMany(column => column)];
            sides.Add(("C, one thread", () => Native(address, flat)));
        }
        return new(sides);
    }

    // Answers from 1 to 5 to questions that go together, and an outcome that some of them make.
    static double[][] Answers()
    {
        var random = new Random(20261122);
        var columns = new double[Count + 1][];
        for (var c = 0; c <= Count; c++)
            columns[c] = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var (mood, made) = (random.NextDouble() * 2, 0.0);
            for (var d = 0; d < Count; d++)
            {
                columns[d][i] = Math.Clamp(Math.Round(1 + mood + random.NextDouble() * 3), 1, 5);
                made += columns[d][i] * d / (Count * 5);
            }
            columns[Count][i] = Math.Clamp(Math.Round(made + random.NextDouble() * 4), 0, 10);
        }
        return columns;
    }

    static string Shares(DriverData data)
    {
        var (columns, weights, _) = data.Complete();
        var products = CrossProducts.Of(columns, weights, seed: 1);
        int[] once = [.. Enumerable.Repeat(1, products.Groups)];
        return Checksum(Lmg.Shares(products.Correlations(once)!, columns.Length));
    }

    static string Native(nint address, double[] flat)
    {
        var shares = (delegate* unmanaged<double*, long, int, double*, void>)address;
        var found = new double[Count];
        fixed (
            double* columns = flat,
                into = found
        )
            shares(columns, Rows, Count + 1, into);
        return Checksum(found);
    }

    static string Checksum(IEnumerable<double> shares) =>
        string.Join(' ', shares.Select(share => $"{share:0.000000000}"));
}

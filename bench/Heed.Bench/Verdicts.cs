using Heed.Analytics.Evidence;

namespace Heed.Bench;

/// <summary>The verdict on a dated change: one of a hundred points, one of a thousand, and ten thousand metrics of two years.</summary>
static class Verdicts
{
    const int Metrics = 10_000;
    const int Weeks = 104;
    static readonly DateOnly First = new(2018, 1, 1);

    public static IEnumerable<Benchmark> All =>
        [
            new("verdict-100", "100 verdicts, each of another 100 weeks, 24 after the change", "≤ 200 ms", 15, Hundred),
            new("verdict-1000", "10 verdicts, each of another 1,000 weeks", "≤ 200 ms", 15, Thousand),
            new("verdicts", "a verdict for each of 10,000 metrics × 104 weeks, all cores", "≤ 20 s", 3, Many),
            new(
                "synthetic",
                "synthetic difference-in-differences of 50 units × 104 weeks, 5 of them changed after 78",
                "≤ 200 ms",
                7,
                Synthetic
            ),
        ];

    static Sides Hundred() => Of(100, 100, 76);

    static Sides Thousand() => Of(10, 1_000, 800);

    static Sides Of(int count, int points, int before)
    {
        var all = Made(count, points);
        return new([("Heed.Analytics.Evidence", () => Said(all.Select(s => Judge(s, before))))]);
    }

    static Sides Many()
    {
        var all = Made(Metrics, Weeks);
        return new([("Heed.Analytics.Evidence", () => Said(all.AsParallel().AsOrdered().Select(s => Judge(s, 78))))]);
    }

    /// <summary>With the effects of its placebos, one for each unit that did not change: without them there is no interval.</summary>
    static Sides Synthetic()
    {
        var units = Made(50, Weeks)
            .Select((series, i) => new PanelUnit($"{i}", series, i < 5 ? series[78].Date : null));
        var panel = ComparisonPanel.Of(units).Value;
        return new([("Heed.Analytics.Evidence", () => Compared(SyntheticDifference.Of(panel).Value))]);
    }

    static Found Compared(SyntheticDifference found) =>
        $"{found.Effect.Value:G9} {found.Effect.Low:G9} {found.Effect.High:G9}, {found.Placebos.Count} placebos";

    static Series[] Made(int count, int points)
    {
        var random = new Random(20261129);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                {
                    var (values, noise) = (new double[points], 0.0);
                    for (var i = 0; i < points; i++)
                        values[i] = 50 + (noise = 0.3 * noise + random.NextDouble() * 10 - 5);
                    return Series.Of(First, Cadence.Week, values).Value;
                }),
        ];
    }

    static Verdict Judge(Series series, int before) =>
        Verdict.Judge(series, series[before].Date, Direction.Up, predicted: 5).Value;

    /// <summary>Every word and effect is looked at, so that none is left out.</summary>
    static Found Said(IEnumerable<Verdict> verdicts)
    {
        var (words, effects) = (new int[5], 0.0);
        foreach (var verdict in verdicts)
        {
            words[(int)verdict.Word]++;
            effects += verdict.Effect?.Step.Value ?? 0;
        }
        return $"{string.Join(' ', words)}, effects {effects:G9}";
    }
}

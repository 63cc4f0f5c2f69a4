using Heed.Analytics;
using Heed.Analytics.Columns;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>What was asked of a column of numbers.</summary>
sealed record NumberAsk(string Column)
{
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The numbers that codes stand for.</summary>
    public CodeNumbers? Codes { get; init; }
}

/// <summary>The mean of a column with its quartiles: one's own file, so nothing is hidden.</summary>
/// <param name="Bands">Round ones that were proposed; none where there are too few numbers.</param>
sealed record NumberFindings(
    NumberAsk Ask,
    long N,
    long Missing,
    Answer<NumberMean> Mean,
    IReadOnlyList<(double Share, OrderedQuantile Found)> Quartiles,
    double Least,
    double Most,
    IReadOnlyList<CountedShare> Bands
);

/// <summary>Reads a column of numbers and says what they are together.</summary>
static class CountNumbers
{
    const int FewestInABand = 5;
    static readonly double[] Shares = [.25, .5, .75];

    public static Outcome<NumberFindings> Run(
        DataFile file,
        NumberAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Column(ask.Column).Refused(out var refusal, out var column))
            return refusal;
        var missing = new MissingCodes(file, ask.Missing) { Codes = ask.Codes };
        if (
            ReadColumns
                .Run(
                    file,
                    [column],
                    [],
                    missing,
                    "If it means that there is no answer, add it with --missing. To count words, say --kind choice.",
                    progress,
                    stop
                )
                .Refused(out refusal, out var read)
        )
            return refusal;
        double[] sorted = [.. read.Numbers[0].Where(v => !double.IsNaN(v)).Order()];
        if (sorted.Length == 0)
            return new Refusal($"Nobody answered {ask.Column} in {file.Name}: all its cells are blank.");
        return new NumberFindings(
            ask,
            sorted.Length,
            read.Rows.Length - sorted.Length,
            Mean(sorted),
            [.. Shares.Select(share => (share, OrderedQuantile.Of(sorted, share).Value))],
            sorted[0],
            sorted[^1],
            Counted(sorted)
        );
    }

    static Answer<NumberMean> Mean(double[] sorted)
    {
        if (sorted.Length < 2)
            return new NoAnswer("A mean needs two answers or more to say how sure it is; there is one.");
        var mean = sorted.Average();
        var spread = sorted.Average(v => (v - mean) * (v - mean));
        if (spread == 0)
            return new NoAnswer(
                $"All say {Format.Number(sorted[0])}, so nothing is known of how far others lie apart."
            );
        var found = Intervals.Student(
            mean,
            spread,
            sorted.Length,
            sorted[0] >= 0 ? 0 : double.NegativeInfinity,
            double.PositiveInfinity
        );
        return new NumberMean(found.Value, found.Low, found.High, sorted.Length);
    }

    static List<CountedShare> Counted(double[] sorted)
    {
        if (Bands.Propose(sorted, FewestInABand) is not { } bands)
            return [];
        var counts = sorted.CountBy(bands.Of).ToDictionary();
        return
        [
            .. bands.Names.Select((name, band) => CountedShare.Of(name, counts.GetValueOrDefault(band), sorted.Length)),
        ];
    }
}

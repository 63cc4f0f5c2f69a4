namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze survey --kind number --json</c>.</summary>
sealed record NumberJson(
    string Kind,
    string Column,
    long N,
    long Missing,
    double? Value,
    double? Low,
    double? High,
    IReadOnlyList<NumberJson.QuantileOf> Quartiles,
    double Least,
    double Most,
    IReadOnlyList<NumberJson.BandOf> Bands,
    string? Because,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record QuantileOf(double Share, double Value, double? Low, double? High);

    public sealed record BandOf(string Band, long Count, double Percent, double Low, double High);

    public static NumberJson Of(NumberFindings found, IReadOnlyList<string> notes)
    {
        found.Mean.Refused(out var because, out var mean);
        var given = found.Mean.IsGiven;
        return new(
            "number",
            found.Ask.Column,
            found.N,
            found.Missing,
            given ? mean.Value : null,
            given ? mean.Low : null,
            given ? mean.High : null,
            [.. found.Quartiles.Select(q => new QuantileOf(q.Share, q.Found.Value, q.Found.Low, q.Found.High))],
            found.Least,
            found.Most,
            [.. found.Bands.Select(b => new BandOf(b.Name, b.Count, b.Percent.Value, b.Percent.Low, b.Percent.High))],
            because,
            NumberWords.Finding(found, "this file"),
            [.. NumberWords.Limits(found)],
            notes
        );
    }
}

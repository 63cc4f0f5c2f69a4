using Heed.Analytics;
using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>One of several series, and whether what it says stands when all of them are allowed for.</summary>
/// <param name="Chance">How often noise alone would do as much in one such series; null where nothing was found.</param>
sealed record SeriesAmong(string Name, SeriesFindings Found, double? Chance)
{
    public bool Stands { get; init; }
}

/// <summary>A series of each value of a column. The more there are, the more of them move by noise alone: that is allowed for.</summary>
sealed record SeriesOfEach(SeriesAsk Ask, IReadOnlyList<SeriesAmong> All)
{
    const double OneInTwenty = 0.05;

    public int Standing => All.Count(one => one.Stands);

    /// <summary>As on Home for signals (Benjamini and Hochberg), as between groups for judged changes (Holm).</summary>
    public string AllowedBy => Ask.Change is null ? "Benjamini and Hochberg" : "Holm";

    public static Outcome<SeriesOfEach> Of(SeriesAsk ask, IReadOnlyList<NamedSeries> read)
    {
        List<SeriesAmong> all = [];
        foreach (var one in read)
        {
            if (
                SeriesFindings
                    .Of(ask with { Counts = one.Counts }, one.Series, null, one.Events)
                    .Refused(out var refusal, out var found)
            )
                return new Refusal($"“{one.Name}”: {refusal.Because}");
            all.Add(new(one.Name, found, ChanceOf(found)));
        }
        double[] chances = [.. all.Select(one => one.Chance).OfType<double>()];
        var allowed = new Queue<double>(
            ask.Change is null ? AdjustedP.BenjaminiHochberg(chances) : AdjustedP.Holm(chances)
        );
        return new SeriesOfEach(
            ask,
            [.. all.Select(one => one with { Stands = one.Chance is not null && allowed.Dequeue() < OneInTwenty })]
        );
    }

    static double? ChanceOf(SeriesFindings found)
    {
        if (found.Change is { } change)
            return change.Estimate?.PValue;
        if (!found.Band.HasLimits)
            return null;
        // A long series has many places at which noise could do it.
        return found.Look.Stretches.Count == 0
            ? 1
            : Math.Min(
                1,
                found.Shown.Count * found.Look.Stretches.Min(stretch => SignalChance.Of(found.Look, stretch))
            );
    }
}

/// <summary>The wire form of <c>heed analyze series --by</c>.</summary>
sealed record SeriesOfEachJson(
    string By,
    int Count,
    int Standing,
    string AllowedBy,
    string Sentence,
    IReadOnlyList<SeriesOfEachJson.One> Series,
    IReadOnlyList<string> Notes
)
{
    public sealed record One(string Name, bool Stands, double? Chance, string Sentence, SeriesJson Found);

    public static SeriesOfEachJson Of(SeriesOfEach each, string file, IReadOnlyList<string> notes) =>
        new(
            each.Ask.By!,
            each.All.Count,
            each.Standing,
            each.AllowedBy,
            SeriesWords.Finding(each, file),
            [
                .. each.All.Select(one => new One(
                    one.Name,
                    one.Stands,
                    one.Chance,
                    SeriesWords.Finding(one.Found, file),
                    SeriesJson.Of(one.Found, [])
                )),
            ],
            notes
        );
}

using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze tie --json</c>. What is unknown is null, with the sentence that says why.</summary>
sealed record TieJson(
    string Leading,
    string Lagging,
    Cadence Every,
    TieJson.WindowOf Window,
    string Moves,
    int Attempt,
    int Tests,
    TieState? State,
    int? Lag,
    double? Correlation,
    double? Limit,
    double? SingleLimit,
    bool? DirectionUnclear,
    int? AutoregressionOrder,
    int? Points,
    string? Because,
    IReadOnlyList<TieJson.At> Correlations,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record WindowOf(int First, int Last);

    public sealed record At(int Lag, double Correlation);

    public static TieJson Of(TieFindings found, IReadOnlyList<string> notes)
    {
        var (claim, tie) = (found.Ask.Claim, found.Tie);
        return new(
            found.Ask.Leading,
            found.Ask.Lagging,
            found.Leading.Cadence,
            new(claim.FirstLag, claim.LastLag),
            claim.Moves is Direction.Up ? "with" : "against",
            claim.Attempt,
            found.Tests,
            tie?.State,
            tie?.Lag,
            tie?.Correlation,
            tie?.Limit,
            tie?.SingleLimit,
            tie?.IsDirectionUnclear,
            tie?.Order,
            tie?.Points,
            found.Because,
            [
                .. (tie?.Correlations ?? new Dictionary<int, double>())
                    .OrderBy(at => at.Key)
                    .Select(at => new At(at.Key, at.Value)),
            ],
            TieWords.Finding(found),
            [.. TieWords.Limits(found)],
            notes
        );
    }
}

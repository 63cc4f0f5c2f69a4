using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Whether one figure follows another, in sentences.</summary>
static class TieWords
{
    public static string Finding(TieFindings found)
    {
        var (leading, lagging, claim) = (found.Ask.Leading, found.Ask.Lagging, found.Ask.Claim);
        if (found.Tie is not { } tie)
            return $"Whether {lagging} follows {leading} cannot be told. {found.Because}";
        var way = claim.Moves is Direction.Up ? "the same way" : "the other way";
        var size =
            $"correlation of their moves {tie.Correlation:0.00}, where noise alone stays within ±{tie.Limit:0.00}";
        if (tie.State is not TieState.Supported)
            return $"No tie to be seen: {Window(found)}, {lagging} does not follow the moves of {leading} {way} more than noise would ({size}).";
        if (tie.IsDirectionUnclear)
            return $"{leading} and {lagging} move {way}, but which one leads cannot be told: {lagging} comes first as strongly ({size}).";
        return tie.Lag == 0
            ? $"{lagging} moves {way} as {leading}, in the same {found.Periods(1)[2..]} ({size}). Which one leads, a lag of 0 cannot show."
            : $"{lagging} follows {leading}: when {leading} moves, {lagging} moves {way} {found.Periods(tie.Lag)} later ({size}).";
    }

    static string Window(TieFindings found) =>
        found.Ask.Claim is var claim && claim.FirstLag == claim.LastLag
            ? $"after {found.Periods(claim.LastLag)}"
            : $"from {claim.FirstLag} to {found.Periods(claim.LastLag)} later";

    public static IEnumerable<string> Limits(TieFindings found)
    {
        var (leading, lagging, claim) = (found.Ask.Leading, found.Ask.Lagging, found.Ask.Claim);
        if (found.Tie is not { } tie)
        {
            yield return "Measure on, or use figures that are measured more often; a tie that is only claimed is no evidence.";
            yield break;
        }
        if (tie.State is TieState.Supported)
        {
            yield return $"That {lagging} comes after {leading} does not say that {leading} moves it: a third thing may move both. The proof is a trial: change {leading}, and see whether {lagging} follows (heed analyze series FILE --value {lagging} --change DATE).";
        }
        else
        {
            yield return $"This does not prove that there is none: a tie weaker than {tie.Limit:0.00} would not be seen with {tie.Points} moves. But nothing here supports steering {lagging} by {leading}.";
        }
        yield return $"This was attempt {claim.Attempt}. If you test this claim again, with another window or other figures, say --attempt {claim.Attempt + 1}: who tries often enough always finds something.";
        yield return "Two curves that look alike prove nothing: two figures that merely wander look related in two cases of three. Only their moves were compared.";
    }
}

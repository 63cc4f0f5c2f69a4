using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>Whether one figure follows another, for people.</summary>
static class TieReport
{
    const int Half = 16;

    public static void Write(Screen screen, TieFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(Finding(found));
        if (found.Tie is { } tie)
        {
            screen.Title($"How moves of {found.Ask.Lagging} go with moves of {found.Ask.Leading}");
            Lags(screen, found, tie);
            screen.Facts(Facts(found, tie));
        }
        screen.Points("What can be concluded, and what cannot", [.. Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    public static string Finding(TieFindings found)
    {
        var (leading, lagging, claim) = (found.Ask.Leading, found.Ask.Lagging, found.Ask.Claim);
        if (found.Tie is not { } tie)
            return $"Whether {lagging} follows {leading} cannot be told. {found.Because}";
        var way = claim.Moves is Direction.Up ? "the same way" : "the other way";
        var size =
            $"correlation of their moves {Format.Number(tie.Correlation, 2)}, where noise alone stays within ±{Format.Number(tie.Limit, 2)}";
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

    static void Lags(Screen screen, TieFindings found, LeadLagTest tie)
    {
        var claim = found.Ask.Claim;
        var most = Math.Max(tie.Limit, tie.Correlations.Values.Max(Math.Abs));
        screen.Table(
            [" later by", " correlation", ""],
            Enumerable
                .Range(claim.FirstLag, claim.LastLag - claim.FirstLag + 1)
                .Select(lag =>
                    new[]
                    {
                        found.Periods(lag),
                        $"{Format.Number(tie.Correlations[lag], 2)}",
                        Bar(tie.Correlations[lag], tie.Limit, most)
                            + (
                                lag == tie.Lag
                                    ? tie.State is TieState.Supported
                                        ? "  ◀ beyond noise"
                                        : "  ◀ strongest"
                                    : ""
                            ),
                    }
                )
        );
        screen.Sentence(
            $"│ is no correlation, ┊ how far noise alone reaches, with {Format.Count(found.Tests, "test")} counted."
        );
    }

    /// <summary>A bar from the middle, with the limits of noise on either side.</summary>
    static string Bar(double correlation, double limit, double most)
    {
        int At(double value) => Half + (int)Math.Round(value / most * Half);
        var line = new string(' ', 2 * Half + 1).ToCharArray();
        var (from, to) = (Math.Min(Half, At(correlation)), Math.Max(Half, At(correlation)));
        for (var i = from; i <= to; i++)
            line[i] = '━';
        (line[At(-limit)], line[At(limit)], line[Half]) = ('┊', '┊', '│');
        return new string(line);
    }

    static IEnumerable<(string, string)> Facts(TieFindings found, LeadLagTest tie)
    {
        yield return (
            "Moves",
            $"{tie.Points} moves from one {found.Periods(1)[2..]} to the next, in a row and measured in both"
        );
        yield return (
            "Method",
            $"what each could know from its own past is taken out (differences{(tie.Order == 0 ? "" : $", autoregression of order {tie.Order}")}) before they are correlated"
        );
        yield return (
            "Limit",
            $"±{Format.Number(tie.Limit, 2)} for {Format.Count(found.Tests, "test")}; a single one, tried once, would need {Format.Number(tie.SingleLimit, 2)}"
        );
    }

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
            yield return $"This does not prove that there is none: a tie weaker than {Format.Number(tie.Limit, 2)} would not be seen with {tie.Points} moves. But nothing here supports steering {lagging} by {leading}.";
        }
        yield return $"This was attempt {claim.Attempt}. If you test this claim again, with another window or other figures, say --attempt {claim.Attempt + 1}: who tries often enough always finds something.";
        yield return "Two curves that look alike prove nothing: two figures that merely wander look related in two cases of three. Only their moves were compared.";
    }
}

using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>Whether one figure follows another, for people.</summary>
static class TieReport
{
    const int Half = 16;

    public static void Write(Screen screen, TieFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(TieWords.Finding(found));
        if (found.Tie is { } tie)
        {
            screen.Title($"How moves of {found.Ask.Lagging} go with moves of {found.Ask.Leading}");
            Lags(screen, found, tie);
            screen.Facts(Facts(found, tie));
        }
        screen.Points("What can be concluded, and what cannot", [.. TieWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

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
                        $"{tie.Correlations[lag]:0.00}",
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
            $"│ is no correlation, ┊ how far noise alone reaches, with {found.Tests} {(found.Tests == 1 ? "test" : "tests")} counted."
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
            $"±{tie.Limit:0.00} for {found.Tests} {(found.Tests == 1 ? "test" : "tests")}; a single one, tried once, would need {tie.SingleLimit:0.00}"
        );
    }
}

using Heed.Analytics.Drivers;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What goes with an outcome, for people: the finding first, the ranking with its intervals, what cannot be said.</summary>
static class DriverReport
{
    const int BarWidth = 12;
    const int LongestName = 20;

    public static void Write(Screen screen, DriverFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(DriverWords.Finding(found));
        if (found.Analysis is { } analysis)
        {
            screen.Title($"How much of the differences in {found.Outcome} goes with what");
            Ranking(screen, found);
            screen.Facts(Facts(found, analysis));
        }
        if (found.Ordinal is { } ordinal)
            Ranks(screen, found, ordinal);
        screen.Points("What can be concluded, and what cannot", [.. DriverLimits.Of(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    static void Ranking(Screen screen, DriverFindings found)
    {
        var most = found.Ranked.Max(driver => driver.High);
        screen.Table(
            ["", " share", "95 % interval", " noise", "", "more of it", " VIF"],
            found.Ranked.Select(driver =>
                new[]
                {
                    Screen.Safe(Short(driver.Name)),
                    DriverWords.Percent(driver.Share),
                    $"{Format.Number(100 * driver.Low, 1)} to {Format.Number(100 * driver.High, 1)}",
                    DriverWords.Percent(driver.NoiseShare),
                    Picture.Bar(driver.Share / most, BarWidth),
                    DriverWords.Direction(driver),
                    $"{Format.Number(driver.VarianceInflation, 1)}",
                }
            )
        );
    }

    static string Short(string name) => name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;

    static IEnumerable<(string, string)> Facts(DriverFindings found, DriverAnalysis analysis)
    {
        yield return (
            "Together",
            $"{DriverWords.Percent(analysis.RSquared)} of the differences (R²); noise alone stays below {DriverWords.Percent(analysis.NoiseRSquared)}, 19 times in 20"
        );
        yield return (
            "Answers",
            $"{Format.Count(analysis.N)} of {Format.Count(found.Answers.Rows)} rows, in which nothing is missing"
        );
        yield return (
            "Method",
            $"{DriverWords.MethodInWords(found.Method)}; intervals from {Format.Count(DriverFindings.Resamples)} resamples"
        );
    }

    static void Ranks(Screen screen, DriverFindings found, ProportionalOdds ordinal)
    {
        screen.Title($"Checked with {found.Outcome} as ranks");
        screen.Table(
            ["", "one more multiplies the odds of a higher answer by", "95 % interval"],
            ordinal.Coefficients.Select(coefficient =>
                new[]
                {
                    Screen.Safe(Short(coefficient.Name)),
                    Format.Number(coefficient.OddsRatio),
                    $"{Format.Number(Math.Exp(coefficient.Estimate.Low))} to {Format.Number(Math.Exp(coefficient.Estimate.High))}",
                }
            )
        );
    }
}

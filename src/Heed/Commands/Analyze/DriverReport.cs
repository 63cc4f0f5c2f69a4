using Heed.Analytics.Drivers;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What goes with an outcome, for people: the finding first, the ranking with its intervals, what cannot be said.</summary>
static class DriverReport
{
    const int BarWidth = 18;
    const int LongestName = 20;

    public static void Write(Screen screen, DriverFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(Finding(found));
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

    public static string Finding(DriverFindings found)
    {
        if (found.Analysis is not { } analysis)
            return $"What goes with {found.Outcome} cannot be told. {found.Because}";
        var drivers = found.Ranked.Count == 1 ? "this driver" : $"these {found.Ranked.Count} drivers";
        if (!found.IsMoreThanNoise)
            return $"Nothing can be told to go with {found.Outcome}: {drivers} explain {Percent(analysis.RSquared)} of its differences, and as many columns of pure noise reach {Percent(analysis.NoiseRSquared)}.";
        var all = $"{Percent(analysis.RSquared)} of the differences in {found.Outcome} go with {drivers}";
        var first = found.Ranked[0];
        return found.Leading.Count switch
        {
            _ when found.Ranked.Count == 1 => $"{all}: {first.Name}, {Share(first)}.",
            1 => $"{all}, most with {first.Name}: {Share(first)}.",
            var leading when leading == found.Ranked.Count =>
                $"{all}. {first.Name} has the largest part, {Share(first)}, but the order of all {leading} is open: their intervals overlap.",
            _ =>
                $"{all}. {Format.Some([.. found.Leading.Select(driver => driver.Name)])} lead, and cannot be told apart; {first.Name} has {Share(first)}.",
        };
    }

    public static string Percent(double share) => $"{Format.Number(100 * share, 1)} %";

    static string Share(Driver driver) =>
        $"{Percent(driver.Share)} (95 % interval {Format.Number(100 * driver.Low, 1)} to {Percent(driver.High)})";

    static void Ranking(Screen screen, DriverFindings found)
    {
        var most = found.Ranked.Max(driver => driver.High);
        screen.Table(
            ["", " share", "95 % interval", "", "more of it", " VIF"],
            found.Ranked.Select(driver =>
                new[]
                {
                    Screen.Safe(Short(driver.Name)),
                    Percent(driver.Share),
                    $"{Format.Number(100 * driver.Low, 1)} to {Format.Number(100 * driver.High, 1)}",
                    Picture.Bar(driver.Share / most, BarWidth),
                    Direction(driver),
                    $"{Format.Number(driver.VarianceInflation, 1)}",
                }
            )
        );
    }

    public static string Direction(Driver driver) =>
        driver.IsSuppressor ? "turns round"
        : driver.Coefficient > 0 ? "goes with more"
        : "goes with less";

    static string Short(string name) => name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;

    static IEnumerable<(string, string)> Facts(DriverFindings found, DriverAnalysis analysis)
    {
        yield return (
            "Together",
            $"{Percent(analysis.RSquared)} of the differences (R²); noise alone stays below {Percent(analysis.NoiseRSquared)}, 19 times in 20"
        );
        yield return (
            "Answers",
            $"{Format.Count(analysis.N)} of {Format.Count(found.Answers.Rows)} rows, in which nothing is missing"
        );
        yield return (
            "Method",
            $"{MethodInWords(found.Method)}; intervals from {Format.Count(DriverFindings.Resamples)} resamples"
        );
    }

    public static string MethodInWords(DriverMethod method) =>
        method is DriverMethod.Lmg
            ? "the mean gain over all orders of the drivers (LMG, Shapley)"
            : "Johnson's relative weights";

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

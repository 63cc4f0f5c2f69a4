using Heed.Analytics.Drivers;

namespace Heed.Analyze;

/// <summary>What goes with an outcome, in words.</summary>
static class DriverWords
{
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
                $"{all}. {first.Name} has the largest part, {Share(first)}, but the order of all {leading} is open: their differences could be none.",
            _ =>
                $"{all}. {Format.Some([.. found.Leading.Select(driver => driver.Name)])} lead, and cannot be told apart; {first.Name} has {Share(first)}.",
        };
    }

    public static string Percent(double share) => $"{Format.Number(100 * share, 1)} %";

    static string Share(Driver driver) =>
        $"{Percent(driver.Share)} (95 % interval {Format.Number(100 * driver.Low, 1)} to {Percent(driver.High)})";

    public static string Direction(Driver driver) =>
        driver.IsSuppressor ? "turns round"
        : driver.Coefficient > 0 ? "goes with more"
        : "goes with less";

    public static string MethodInWords(DriverMethod method) =>
        method is DriverMethod.Lmg
            ? "the mean gain over all orders of the drivers (LMG, Shapley)"
            : "Johnson's relative weights";
}

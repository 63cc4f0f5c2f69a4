using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>The correlation at each lag, before and after, with the declared window and the reach of noise.</summary>
static class TiePicture
{
    public static string Of(TieFindings found, string file)
    {
        var (tie, claim) = (found.Tie, found.Ask.Claim);
        return SvgFile.Of<LagPlot>(
            new()
            {
                ["Title"] = TieWords.Finding(found),
                ["Bars"] = (tie?.Correlations ?? new Dictionary<int, double>())
                    .OrderBy(at => at.Key)
                    .Select(at => new LagBar(
                        at.Key,
                        at.Value,
                        at.Key >= claim.FirstLag && at.Key <= claim.LastLag,
                        at.Key == tie!.Lag && tie.State is TieState.Supported
                    ))
                    .ToList(),
                ["Limit"] = tie?.Limit ?? 0,
                ["Before"] = $"← {found.Ask.Lagging} first",
                ["After"] = $"{found.Ask.Leading} first, by so many {found.Periods(2)[2..]} →",
                ["Basis"] = tie is null
                    ? $"{file}: {found.Because}"
                    : $"{file}, {tie.Points} moves; shaded: the window declared beforehand; {found.Tests} {(found.Tests == 1 ? "test" : "tests")} counted.",
            }
        );
    }
}

using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Both arms, each with the interval of its own figure.</summary>
static class ExperimentPicture
{
    const double Reach = 1.96;

    public static string Of(ExperimentFindings found, string file) =>
        SvgFile.Of<RankedIntervals>(
            new()
            {
                ["Title"] = ExperimentWords.Finding(found),
                ["Rows"] = (found.Found is { } experiment ? new[] { experiment.Control, experiment.Treatment } : [])
                    .Select(arm => Row(arm, !found.IsMismatch))
                    .ToList(),
                ["Unit"] = found.Ask.Per is { } per ? $"{found.Ask.Value} per {per}" : $"mean {found.Ask.Value}",
                ["Basis"] = found.Found is null
                    ? $"{file}: {found.Because}"
                    : $"{file}; {ExperimentWords.Method(found)}. Each line is the 95 % interval of one arm; the difference has its own, in the title.",
            }
        );

    static RankedInterval Row(ArmResult arm, bool isFirm)
    {
        var reach = Reach * Math.Sqrt(arm.Variance);
        var (low, high) = (arm.Adjusted - reach, arm.Adjusted + reach);
        return new(
            arm.Name,
            arm.Adjusted,
            low,
            high,
            $"{Format.Number(arm.Adjusted, low, high)} {Format.Interval(low, high)}, n {Format.Count(arm.N)}",
            isFirm
        );
    }
}

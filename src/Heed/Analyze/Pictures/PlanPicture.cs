using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>What could be seen, by how long it is watched or how many are asked.</summary>
static class PlanPicture
{
    const int Steps = 40;
    const double FewestAnswersDrawn = 400;

    public static string Of(TrialPlan found, string file) =>
        SvgFile.Of<CurvePlot>(
            new()
            {
                ["Title"] = TrialPlanWords.Finding(found),
                ["Curves"] = found.Sight is null
                    ? new List<Curve>()
                    : [Line("smallest step seen", 2, found.Steps[^1].After, after => found.SmallestAfter((int)after))],
                ["Up"] = $"step of {found.Ask.Series.Value} that is seen four times in five",
                ["Across"] = $"{found.Periods(2)[2..]} after the change",
                ["Level"] = found.Ask.Predicted is { } predicted ? Math.Abs(predicted) : null,
                ["LevelLabel"] = "predicted",
                ["Basis"] = found.Sight is { } sight
                    ? $"{file}: noise {Format.Number(sight.Sigma)}, {sight.PointsBefore} points before."
                    : $"{file}: {found.Because}",
            }
        );

    public static string Of(SurveyPlan found)
    {
        var variance = found.Ask.Variance;
        var asked = new[] { found.ForMargin, found.PerWave, found.Ask.Answers }.Max() ?? 0;
        var most = Math.Max(FewestAnswersDrawn, 1.5 * asked);
        return SvgFile.Of<CurvePlot>(
            new()
            {
                ["Title"] = SurveyPlanWords.Finding(found),
                ["Curves"] =
                    found.Steps.Count == 0
                        ? new List<Curve>()
                        :
                        [
                            Line(
                                "difference of two waves",
                                most / Steps,
                                most,
                                n => SurveyPlan.DifferenceAt(found.Ask, (long)n)
                            ),
                            Line("known to ±", most / Steps, most, n => SampleSize.Margin((long)n, variance)),
                        ],
                ["Up"] = found.Ask.Unit,
                ["Across"] = "answers a wave",
                ["Basis"] = $"Assumes {found.Ask.Assumed}. Differences as they are seen four times in five.",
            }
        );
    }

    static Curve Line(string name, double first, double last, Func<double, double?> at) =>
        new(
            name,
            [
                .. Enumerable
                    .Range(0, Steps + 1)
                    .Select(step => Math.Max(1, Math.Round(first + (last - first) * step / Steps)))
                    .Distinct()
                    .SelectMany(place =>
                        at(place) is { } value ? [new CurvePoint(place, value, null, null)] : Array.Empty<CurvePoint>()
                    ),
            ]
        );
}

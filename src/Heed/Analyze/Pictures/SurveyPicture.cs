using System.Globalization;
using Heed.Analytics.Scores;
using Heed.Ui.Charts;

namespace Heed.Analyze;

/// <summary>How the answers lie, and under them the score and its groups with their intervals.</summary>
static class SurveyPicture
{
    const int MostGroups = 24;
    const int MostBars = 21;
    const int FewestInAGroup = 5;

    public static string Of(SurveyFindings found, string file) =>
        SvgFile.Of<SurveyDrawing>(
            new()
            {
                ["Title"] = SurveyWords.Finding(found, file),
                ["Counts"] = Counts(found.Answers, found.Ask.Scale),
                ["Groups"] = Groups(found).ToList(),
                ["Unit"] = ScoreWords.Unit(found.Ask.Kind, found.Ask.Scale),
                ["Basis"] =
                    $"{found.Ask.Score} in {file}, {Said.Count(found.Answers.N)} answers; lines are 95 % intervals.",
            }
        );

    /// <summary>One bar a point; long scales in as many equal steps as can be read.</summary>
    static List<ChartCount> Counts(Distribution answers, Scale scale)
    {
        var step = (scale.Points + MostBars - 1) / MostBars;
        return
        [
            .. Enumerable
                .Range(0, (scale.Points + step - 1) / step)
                .Select(bar =>
                {
                    var (low, high) = (
                        scale.Low + bar * step,
                        Math.Min(scale.Low + bar * step + step, scale.Low + scale.Points) - 1
                    );
                    return new ChartCount(
                        low == high ? low.ToString(CultureInfo.InvariantCulture) : $"{low}–{high}",
                        Enumerable.Range(low, high - low + 1).Sum(answers.CountOf)
                    );
                }),
        ];
    }

    static IEnumerable<ChartGroup> Groups(SurveyFindings found)
    {
        if (found.Score is { } score)
            yield return ChartGroup.Shown("all", score.N, score.Value, score.Low, score.High);
        if (found.Score?.Weighted is { } weighted)
            yield return ChartGroup.Shown(
                "all, weighted",
                (long)weighted.EffectiveN,
                weighted.Value,
                weighted.Low,
                weighted.High
            );
        foreach (var group in found.By.OrderByDescending(group => group.N).Take(MostGroups))
        {
            var name = $"{group.Column} {ScoreWords.Group(group.Group)}";
            yield return group.N < FewestInAGroup || group.Shown is not { } estimate
                ? ChartGroup.NotShown(name, $"fewer than {FewestInAGroup} answers")
                : ChartGroup.Shown(name, group.N, estimate.Value, estimate.Low, estimate.High);
        }
    }
}

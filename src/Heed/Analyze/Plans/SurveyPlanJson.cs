namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze plan --json</c> for a survey. What was not asked for is null.</summary>
sealed record SurveyPlanJson(
    string Kind,
    string Score,
    double Variance,
    string Assumed,
    double? Margin,
    long? AnswersForMargin,
    double? Difference,
    long? AnswersPerWave,
    int? Answers,
    double? MarginOfAnswers,
    double? DifferenceOfAnswers,
    double? ResponseRate,
    long? ToAskForMargin,
    long? ToAskPerWave,
    IReadOnlyList<SurveyPlanJson.Step> Steps,
    string Sentence,
    IReadOnlyList<string> CannotTell
)
{
    public sealed record Step(long Answers, double Margin, double? Difference);

    public static SurveyPlanJson Of(SurveyPlan found) =>
        new(
            "survey",
            found.Ask.Score.ToString().ToLowerInvariant(),
            found.Ask.Variance,
            found.Ask.Assumed,
            found.Ask.Margin,
            found.ForMargin,
            found.Ask.Difference,
            found.PerWave,
            found.Ask.Answers,
            found.MarginOfAnswers,
            found.DifferenceOfAnswers,
            found.Ask.ResponseRate,
            found.ToAsk(found.ForMargin),
            found.ToAsk(found.PerWave),
            [.. found.Steps.Select(step => new Step(step.Answers, step.Margin, step.Difference))],
            SurveyPlanWords.Finding(found),
            [.. SurveyPlanWords.Limits(found)]
        );
}

using Heed.Analyze;

namespace Heed.Commands;

/// <summary>How many answers a survey needs, for people.</summary>
static class SurveyPlanReport
{
    public static void Write(Screen screen, SurveyPlan found)
    {
        screen.Headline(SurveyPlanWords.Finding(found));
        if (found.Steps.Count > 0)
        {
            screen.Title("What so many answers show");
            screen.Table(
                [" answers a wave", " known to ±", " smallest difference of two waves", ""],
                found.Steps.Select(step =>
                    new[]
                    {
                        Format.Count(step.Answers),
                        Format.Beside(step.Margin, found.Steps[0].Margin),
                        step.Difference is { } shown ? Format.Beside(shown, found.Steps[0].Margin) : "none",
                        step.Answers == found.ForMargin
                        || step.Answers == found.PerWave
                        || step.Answers == found.Ask.Answers
                            ? "◀"
                            : "",
                    }
                )
            );
        }
        screen.Points("What can be concluded, and what cannot", [.. SurveyPlanWords.Limits(found)]);
        screen.Line();
    }
}

using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What a trial could show, for people.</summary>
static class TrialPlanReport
{
    public static void Write(Screen screen, TrialPlan found, IReadOnlyList<string> notes)
    {
        screen.Headline(TrialPlanWords.Finding(found));
        if (found.Sight is { } sight)
        {
            screen.Title("The smallest step that would be seen, four times in five");
            screen.Table(
                [" watched for", " smallest step", found.Ask.Predicted is null ? "" : "the predicted one"],
                found.Steps.Select(step =>
                    new[]
                    {
                        found.Periods(step.After),
                        Said.Number(step.Smallest, found.Steps[0].Smallest),
                        found.Ask.Predicted is not { } predicted ? ""
                        : Math.Abs(predicted) >= step.Smallest ? "could be seen"
                        : "[grey]would probably not be seen[/]",
                    }
                )
            );
            screen.Facts([
                (
                    "Noise",
                    $"{Said.Number(sight.Sigma)} (a standard deviation), from {sight.PointsBefore} points before"
                ),
                (
                    "Neighbours",
                    sight.Autocorrelation > 0
                        ? $"resemble each other ({sight.Autocorrelation:0.00}), which hides effects"
                        : "do not resemble each other"
                ),
            ]);
        }
        screen.Points("What can be concluded, and what cannot", [.. TrialPlanWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }
}

using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What an experiment showed, for people: the finding first, both arms, how it was found, what cannot be said.</summary>
static class ExperimentReport
{
    public static void Write(Screen screen, ExperimentFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(ExperimentWords.Finding(found));
        if (found.Found is { } experiment)
        {
            screen.Title("The arms");
            screen.Table(
                ["", " people", $" {(found.Ask.Per is null ? "mean" : "ratio")}", " adjusted"],
                new[] { experiment.Control, experiment.Treatment }.Select(arm =>
                    new[]
                    {
                        Screen.Safe(Format.Shortened(arm.Name, 30)),
                        Format.Count(arm.N),
                        Format.Number(arm.Value),
                        found.Ask.Before is null ? "" : Format.Number(arm.Adjusted),
                    }
                )
            );
            screen.Facts(Facts(found, experiment));
        }
        screen.Points("What can be concluded, and what cannot", [.. ExperimentWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    static IEnumerable<(string, string)> Facts(ExperimentFindings found, Experiment experiment)
    {
        yield return ("Effect", SeriesWords.Effect(experiment.Effect));
        if (experiment.Relative is { } share)
            yield return (
                "Beside control",
                $"{Format.WithSign(100 * share.Value, 100 * share.Low, 100 * share.High)} % ({Format.SignedEnds(100 * share.Low, 100 * share.High)})"
            );
        yield return ("Method", ExperimentWords.Method(found));
        if (experiment.VarianceSaved is { } saved)
            yield return (
                "Saved by before",
                $"{Format.Percent(saved)} of the variance: as much as {Format.Percent(saved < 1 ? 1 / (1 - saved) - 1 : 0)} more people"
            );
        yield return ("Split", ExperimentWords.Ratio(experiment.Ratio));
    }
}

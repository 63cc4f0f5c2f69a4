using Heed.Analyze;

namespace Heed.Commands;

/// <summary>How many chose each option, for people.</summary>
static class ChoiceReport
{
    public static void Write(Screen screen, ChoiceFindings found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(ChoiceWords.Finding(found, file));
        screen.Facts([
            ShareTable.Answers(found.N, found.Missing),
            .. found.Weights is { } weights
                ? [("Weighted by", $"{found.Ask.Weight}, effective n {Format.Number(weights.EffectiveN, 1)}")]
                : Array.Empty<(string, string)>(),
        ]);
        ShareTable.Write(screen, "What people chose", "chosen by", found.Options);
        screen.Points("What can be concluded, and what cannot", [.. ChoiceWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }
}

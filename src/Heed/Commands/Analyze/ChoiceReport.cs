using Heed.Analyze;

namespace Heed.Commands;

/// <summary>How many chose each option, for people.</summary>
static class ChoiceReport
{
    const int BarWidth = 20;
    const int NameWidth = 24;

    public static void Write(Screen screen, ChoiceFindings found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(ChoiceWords.Finding(found, file));
        screen.Facts([
            (
                "Answers",
                $"{Format.Count(found.N)} of {Format.Count(found.N + found.Missing)} rows; {Format.Count(found.Missing)} blank or not applicable"
            ),
        ]);
        if (found.Options.Count > 0)
        {
            screen.Title("What people chose");
            screen.Table(
                ["", " chosen by", " percent", "95 % interval", ""],
                found.Options.Select(o =>
                    new[]
                    {
                        Screen.Safe(Format.Shortened(o.Name, NameWidth)),
                        Format.Count(o.Count),
                        Format.Number(o.Percent.Value, 1),
                        $"{Format.Number(o.Percent.Low, 1)} to {Format.Number(o.Percent.High, 1)}",
                        Picture.Bar(o.Percent.Value / 100, BarWidth),
                    }
                )
            );
        }
        screen.Points("What can be concluded, and what cannot", [.. ChoiceWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }
}

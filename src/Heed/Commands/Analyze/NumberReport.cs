using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What numbers are together, for people.</summary>
static class NumberReport
{
    const int BarWidth = 20;

    public static void Write(Screen screen, NumberFindings found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(NumberWords.Finding(found, file));
        List<(string, string)> facts =
        [
            (
                "Answers",
                $"{Format.Count(found.N)} of {Format.Count(found.N + found.Missing)} rows; {Format.Count(found.Missing)} blank or not applicable"
            ),
        ];
        if (!found.Mean.Refused(out _, out var mean))
            facts.Add(("Mean", Format.Interval(mean.Value, mean.Low, mean.High)));
        facts.Add(("From", $"{Format.Number(found.Least)} to {Format.Number(found.Most)}"));
        screen.Facts(facts);
        screen.Title("Quartiles");
        screen.Table(
            ["", " value", "95 % interval"],
            found.Quartiles.Select(q =>
                new[]
                {
                    NumberWords.Quartile(q.Share),
                    Format.Number(q.Found.Value),
                    NumberWords.Ends(q.Found.Low, q.Found.High),
                }
            )
        );
        if (found.Bands.Count > 0)
        {
            screen.Title("In bands");
            screen.Table(
                ["", " people", " percent", "95 % interval", ""],
                found.Bands.Select(b =>
                    new[]
                    {
                        b.Name,
                        Format.Count(b.Count),
                        Format.Number(b.Percent.Value, 1),
                        $"{Format.Number(b.Percent.Low, 1)} to {Format.Number(b.Percent.High, 1)}",
                        Picture.Bar(b.Percent.Value / 100, BarWidth),
                    }
                )
            );
        }
        screen.Points("What can be concluded, and what cannot", [.. NumberWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }
}

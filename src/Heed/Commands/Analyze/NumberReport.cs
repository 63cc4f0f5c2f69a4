using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What numbers are together, for people.</summary>
static class NumberReport
{
    public static void Write(Screen screen, NumberFindings found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(NumberWords.Finding(found, file));
        List<(string, string)> facts = [ShareTable.Answers(found.N, found.Missing)];
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
        ShareTable.Write(screen, "In bands", "people", found.Bands);
        screen.Points("What can be concluded, and what cannot", [.. NumberWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Heed.Bench;

/// <summary>
/// <c>bench/run text-acceptance</c>: how well remarks are read, line by line, with what must be reached. A part of the
/// product adds its lines as a file of its own and names it in <see cref="Lines"/>.
/// </summary>
static class TextAcceptance
{
    public const string Name = "text-acceptance";

    static IEnumerable<AcceptanceLine> Lines => [.. ReadingLines.All, .. ThemeLines.All];

    /// <summary>Exit code 0 when every line that could be measured is reached, 1 otherwise.</summary>
    public static int Run(TextWriter to)
    {
        to.WriteLine("| line | data | reached | at least | | s |");
        to.WriteLine("|---|---|---:|---:|---|---:|");
        var missed = 0;
        foreach (var line in Lines)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                var reached = line.Measure();
                var isReached = reached.Value >= line.Threshold;
                missed += isReached ? 0 : 1;
                Row(to, line, Figure(reached.Value), isReached ? "reached" : "MISSED", reached.Beside, began);
            }
            catch (NotHere missing)
            {
                Row(to, line, "–", "not measured", missing.Message, began);
            }
        }
        to.WriteLine(missed == 0 ? "Every line that was measured is reached." : $"{missed} missed.");
        return missed == 0 ? 0 : 1;
    }

    static void Row(TextWriter to, AcceptanceLine line, string reached, string word, string beside, long began) =>
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {line.What} | {line.Data} | {reached} | {Figure(line.Threshold)} | {word}{(beside.Length > 0 ? $": {beside}" : "")} | {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} |"
            )
        );

    static string Figure(double value) => value.ToString(value >= 10 ? "#,0" : "0.000", CultureInfo.InvariantCulture);
}

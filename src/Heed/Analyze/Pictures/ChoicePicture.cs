using Heed.Ui.Charts;

namespace Heed.Analyze;

/// <summary>The options with their percents and intervals, those that most people chose above.</summary>
static class ChoicePicture
{
    const int MostOptions = 24;

    public static string Of(ChoiceFindings found, string file) =>
        SvgFile.Of<IntervalDots>(
            new()
            {
                ["Title"] = ChoiceWords.Finding(found, file),
                ["Groups"] = found
                    .Options.Take(MostOptions)
                    .Select(o => ChartGroup.Shown(o.Name, o.Count, o.Percent.Value, o.Percent.Low, o.Percent.High))
                    .ToList(),
                ["Unit"] = "%",
                ["Basis"] =
                    $"{found.Ask.Column} in {file}, {Format.Count(found.N, "person", "people")}; percent who chose each with its 95 % interval (Wilson), and n who did."
                    + (found.Ask.Several ? " People could choose several." : ""),
            }
        );
}

using Heed.Ui.Charts;

namespace Heed.Analyze;

/// <summary>How many lie in each band, with intervals, the lowest band above.</summary>
static class NumberPicture
{
    public static string Of(NumberFindings found, string file) =>
        SvgFile.Of<IntervalDots>(
            new()
            {
                ["Title"] = NumberWords.Finding(found, file),
                ["Groups"] = found
                    .Bands.Select(b =>
                        ChartGroup.Shown(b.Name, b.Count, b.Percent.Value, b.Percent.Low, b.Percent.High)
                    )
                    .ToList(),
                ["Unit"] = "%",
                ["Basis"] =
                    $"{found.Ask.Column} in {file}, {Format.Count(found.N, "person", "people")}; percent in each band with its 95 % interval (Wilson), and n there.",
            }
        );
}

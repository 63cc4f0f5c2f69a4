namespace Heed.Analyze;

/// <summary>The themes ranked by how many remarks speak of them, each with its interval.</summary>
static class ThemesPicture
{
    const int Most = 24;

    public static string Of(ThemesFound found, string file)
    {
        var clear = found.Findings.Themes.Where(theme => theme.Label.IsClear).ToList();
        return SvgFile.Of<RankedIntervals>(
            new()
            {
                ["Title"] = ThemesWords.Finding(found, file),
                ["Rows"] = clear
                    .Take(Most)
                    .Select(theme => new RankedInterval(
                        theme.Label.ToString(),
                        100 * theme.Share.Value,
                        100 * theme.Share.Low,
                        100 * theme.Share.High,
                        $"{100 * theme.Share.Value:0.0} [{100 * theme.Share.Low:0.0}, {100 * theme.Share.High:0.0}]",
                        IsFirm: true
                    ))
                    .ToList(),
                ["Unit"] = "percent of the remarks with words",
                ["Basis"] =
                    $"{file}, {Said.Count(found.Findings.Worded)} remarks. A remark may speak of several themes."
                    + (clear.Count > Most ? $" {clear.Count - Most} smaller themes are left out." : ""),
            }
        );
    }
}

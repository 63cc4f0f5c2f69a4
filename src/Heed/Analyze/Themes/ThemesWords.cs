using System.Globalization;
using Heed.Analytics.Scores;
using Heed.Analytics.Text.Themes;

namespace Heed.Analyze;

/// <summary>What people write about, in sentences: the finding, and what it cannot carry.</summary>
static class ThemesWords
{
    public static string Finding(ThemesFound found, string file)
    {
        var findings = found.Findings;
        var themes = findings.Themes.Where(theme => theme.Label.IsClear).ToList();
        var remarks = $"{Said.Count(findings.Worded)} remarks in {file}";
        if (themes.Count == 0)
            return $"{remarks} have no theme in common: everybody writes in the same words, or everybody in others.";
        var share = themes[0].Share;
        return $"{remarks} are about {themes.Count} {(themes.Count == 1 ? "theme" : "themes")}; {Percent(share.Value)} % of them ({Percent(share.Low)} to {Percent(share.High)} %) speak of “{themes[0].Label}”.";
    }

    public static IEnumerable<string> Limits(ThemesFound found)
    {
        var findings = found.Findings;
        yield return "A remark may speak of several themes, so the shares add up to more than 100 %. The ranges allow for chance (95 %), not for a theme that was drawn otherwise than you would.";
        if (findings.Unthemed > 0)
            yield return $"{Said.Count(findings.Unthemed)} remarks fit no theme.";
        var unclear = findings.Themes.Count(theme => !theme.Label.IsClear);
        if (unclear > 0)
            yield return $"{unclear} {(unclear == 1 ? "group" : "groups")} of remarks in everybody's words {(unclear == 1 ? "is" : "are")} not shown as themes; --json has them.";
        if (findings.LearntFrom < findings.Worded)
            yield return $"The themes were learnt from {Said.Count(findings.LearntFrom)} of the remarks, evenly spread; the others were assigned.";
        var empty = found.Texts.Count - findings.Worded;
        if (empty > 0)
            yield return $"{Said.Count(empty)} rows have no words and count for nothing here.";
        yield return "The labels are words that others do not use, not names; the quotes tell what is meant. Mail addresses, numbers and names after a cue are removed from quotes; other names are not recognised.";
    }

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}

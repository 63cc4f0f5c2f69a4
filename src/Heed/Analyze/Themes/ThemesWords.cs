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
        var remarks = $"{Format.Count(findings.Worded)} remarks in {file}";
        if (themes.Count == 0)
            return $"{remarks} have no theme in common: everybody writes in the same words, or everybody in others.";
        var share = themes[0].Share;
        return $"{remarks} are about {Format.Count(themes.Count, "theme")}; {Percent(share.Value)} % of them ({Percent(share.Low)} to {Percent(share.High)} %) speak of “{themes[0].Label}”.";
    }

    public static IEnumerable<string> Limits(ThemesFound found)
    {
        var findings = found.Findings;
        yield return "A remark may speak of several themes, so the shares add up to more than 100 %. The ranges allow for chance (95 %), not for a theme that was drawn otherwise than you would.";
        if (findings.Unthemed > 0)
            yield return $"{Format.Count(findings.Unthemed)} remarks fit no theme.";
        var unclear = findings.Themes.Count(theme => !theme.Label.IsClear);
        if (unclear > 0)
            yield return $"{Format.Count(unclear, "group")} of remarks in everybody's words {Format.Plural(unclear, "is", "are")} not shown as themes; --json has them.";
        if (findings.LearntFrom < findings.Worded)
            yield return $"The themes were learnt from {Format.Count(findings.LearntFrom)} of the remarks, evenly spread; the others were assigned.";
        var silent = found.File.Silent;
        if (silent > 0)
            yield return $"{Format.Count(silent, "remark says", "remarks say")} nothing (“nil”, “no comment”, a dot) and {Format.Plural(silent, "counts", "count")} for nothing here.";
        if (found.File.Others.Count > 0)
            yield return $"{Format.List([.. found.File.Others.Select(o => $"{Format.Count(o.Count)} in {o.Name}")])}: remarks in other languages are read apart, by --language.";
        var empty = found.Texts.Count - findings.Worded - silent - found.File.Others.Sum(o => o.Count);
        if (empty > 0)
            yield return $"{Format.Count(empty, "row has", "rows have")} no words and {Format.Plural(empty, "counts", "count")} for nothing here.";
        yield return "The labels are words that others do not use, not names; the quotes tell what is meant. Mail addresses, numbers and names after a cue are removed from quotes; other names are not recognised.";
    }

    public static string Percent(double share) => Format.Number(100 * share, 1);
}

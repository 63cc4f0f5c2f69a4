using Heed.Analytics.Scores;
using Heed.Analytics.Text.Themes;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What people write about, for people: the themes by group, each with its share, its interval and its quotes.</summary>
static class ThemesReport
{
    const int MostGroups = 24;
    const int ThemesOfAGroup = 3;

    public static void Write(Screen screen, ThemesFound found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(Finding(found, file));
        var themes = found.Findings.Themes;
        foreach (
            var group in themes
                .Where(theme => theme.Label.IsClear)
                .GroupBy(theme => theme.Group)
                .OrderByDescending(group => group.Sum(theme => theme.Remarks))
        )
        {
            screen.Title(Name(found.Findings.Groups[group.Key], group.First()));
            foreach (var theme in group)
                Theme(screen, found, theme);
        }
        foreach (var column in found.By.GroupBy(group => group.Column))
            Groups(screen, column.Key, [.. column]);
        screen.Points("What can be concluded, and what cannot", [.. Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    internal static string Finding(ThemesFound found, string file)
    {
        var findings = found.Findings;
        var themes = findings.Themes.Where(theme => theme.Label.IsClear).ToList();
        var remarks = $"{Format.Count(findings.Worded)} remarks in {file}";
        if (themes.Count == 0)
            return $"{remarks} have no theme in common: everybody writes in the same words, or everybody in others.";
        var share = themes[0].Share;
        return $"{remarks} are about {Format.Count(themes.Count, "theme")}; {Percent(share.Value)} % of them ({Percent(share.Low)} to {Percent(share.High)} %) speak of “{themes[0].Label}”.";
    }

    static string Name(ThemeLabel group, ThemeFinding first) =>
        group.IsClear ? group.ToString() : first.Label.ToString();

    static void Theme(Screen screen, ThemesFound found, ThemeFinding theme)
    {
        screen.Line();
        screen.Line(
            $"  [bold]{Percent(theme.Share.Value), 5} %[/] [grey]({Percent(theme.Share.Low)} to {Percent(theme.Share.High)})[/]  [bold]{Screen.Safe(theme.Label.ToString())}[/]"
        );
        foreach (var quote in theme.Quotes)
        {
            var times = quote.Times > 1 ? $" (said {Format.Times(quote.Times)})" : "";
            screen.Point($"“{found.Text(quote).ReplaceLineEndings(" ")}”{times}");
        }
    }

    static void Groups(Screen screen, string column, IReadOnlyList<ThemesOfGroup> groups)
    {
        screen.Title($"By {column}");
        foreach (var group in groups.OrderByDescending(group => group.Remarks).Take(MostGroups))
            screen.Point(
                group.Shares.Count == 0
                    ? $"{ScoreWords.Group(group.Group)}: {group.Remarks} remarks, fewer than the {ThemesOfGroup.Fewest} that shares need."
                    : $"{ScoreWords.Group(group.Group)} ({Format.Count(group.Remarks)} remarks): {string.Join("; ", group.Shares.Where(share => share.Theme.Label.IsClear).Take(ThemesOfAGroup).Select(One))}."
            );
        if (groups.Count > MostGroups)
            screen.Sentence($"{groups.Count - MostGroups} smaller groups are left out here; --json has them.");
    }

    static string One(ThemeShare share) =>
        $"{share.Theme.Label.Words[0]} {Percent(share.Share.Value)} % ({Percent(share.Share.Low)} to {Percent(share.Share.High)})";

    static IEnumerable<string> Limits(ThemesFound found)
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
        var empty = found.Texts.Count - findings.Worded;
        if (empty > 0)
            yield return $"{Format.Count(empty)} rows have no words and count for nothing here.";
        yield return "The labels are words that others do not use, not names; the quotes tell what is meant. Mail addresses, numbers and names after a cue are removed from quotes; other names are not recognised.";
    }

    static string Percent(double share) => Format.Number(100 * share, 1);
}

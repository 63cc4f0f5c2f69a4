using System.Globalization;
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
        screen.Headline(ThemesWords.Finding(found, file));
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
        screen.Points("What can be concluded, and what cannot", [.. ThemesWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    static string Name(ThemeLabel group, ThemeFinding first) =>
        group.IsClear ? group.ToString() : first.Label.ToString();

    static void Theme(Screen screen, ThemesFound found, ThemeFinding theme)
    {
        screen.Line();
        screen.Line(
            $"  [bold]{ThemesWords.Percent(theme.Share.Value), 5} %[/] [grey]({ThemesWords.Percent(theme.Share.Low)} to {ThemesWords.Percent(theme.Share.High)})[/]  [bold]{Screen.Safe(theme.Label.ToString())}[/]"
        );
        foreach (var quote in theme.Quotes)
        {
            var times = quote.Times > 1 ? $" (said {Said.Times(quote.Times)})" : "";
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
                    : $"{ScoreWords.Group(group.Group)} ({Said.Count(group.Remarks)} remarks): {string.Join("; ", group.Shares.Where(share => share.Theme.Label.IsClear).Take(ThemesOfAGroup).Select(One))}."
            );
        if (groups.Count > MostGroups)
            screen.Sentence($"{groups.Count - MostGroups} smaller groups are left out here; --json has them.");
    }

    static string One(ThemeShare share) =>
        $"{share.Theme.Label.Words[0]} {ThemesWords.Percent(share.Share.Value)} % ({ThemesWords.Percent(share.Share.Low)} to {ThemesWords.Percent(share.Share.High)})";
}

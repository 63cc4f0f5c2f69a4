using Heed.Analytics.Scores;
using Heed.Analytics.Text;
using Heed.Analytics.Text.Themes;

namespace Heed.Analyze;

/// <summary>How many remarks of a group speak of a theme.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Remarks">How many.</param>
/// <param name="Share">Their share of the group's remarks with words, 0 to 1, with its 95 % interval.</param>
sealed record ThemeShare(ThemeFinding Theme, int Remarks, Estimate Share);

/// <summary>What one group writes about.</summary>
/// <param name="Column">The column that makes the groups.</param>
/// <param name="Group">Its value.</param>
/// <param name="Remarks">How many remarks with words it has.</param>
/// <param name="Shares">Each theme, the most spoken of first; empty where there are too few remarks.</param>
sealed record ThemesOfGroup(string Column, string Group, int Remarks, IReadOnlyList<ThemeShare> Shares)
{
    /// <summary>Shares of fewer remarks say nothing and may show who wrote them.</summary>
    public const int Fewest = 10;
}

/// <summary>What was found in a file of remarks.</summary>
sealed class ThemesFound
{
    public ThemesFound(ThemesAsk ask, RemarkFile file, ThemeFindings findings)
    {
        (Ask, Texts, Findings, File) = (ask, file.Texts, findings, file);
        By = [.. file.By.SelectMany(Groups)];
    }

    public ThemesAsk Ask { get; }
    public IReadOnlyList<string> Texts { get; }
    public RemarkFile File { get; }
    public ThemeFindings Findings { get; }
    public IReadOnlyList<ThemesOfGroup> By { get; }

    /// <summary>A quote without the personal data that were found in it.</summary>
    public string Text(Quote quote) => Redaction.Of(Texts[quote.Remark].Substring(quote.Start, quote.Length)).Text;

    /// <summary>The words of a quote that decided, those that were removed left out.</summary>
    public IReadOnlyList<string> Deciding(Quote quote)
    {
        var shown = Text(quote);
        return
        [
            .. quote
                .Deciding.Select(word => Texts[quote.Remark].Substring(word.Start, word.Length))
                .Distinct()
                .Where(word => shown.Contains(word, StringComparison.Ordinal)),
        ];
    }

    IEnumerable<ThemesOfGroup> Groups(RemarkColumn column)
    {
        var themes = Findings.Model.Themes.Select((theme, place) => (theme.Id, place)).ToDictionary();
        var (remarks, speaking) = (new Dictionary<string, int>(), new Dictionary<string, int[]>());
        var reader = new WordReader(WordRules.Unknown);
        for (var i = 0; i < Texts.Count; i++)
        {
            if (reader.Read(Texts[i]).IsEmpty)
                continue;
            var group = column.Values[i];
            remarks[group] = remarks.GetValueOrDefault(group) + 1;
            if (!speaking.TryGetValue(group, out var counts))
                speaking[group] = counts = new int[themes.Count];
            foreach (var theme in Findings.Sentences[i].Select(sentence => sentence.Theme).Distinct())
                counts[theme]++;
        }
        return remarks
            .OrderBy(group => group.Key.Length == 0)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ThemesOfGroup(
                column.Name,
                group.Key,
                group.Value,
                group.Value < ThemesOfGroup.Fewest
                    ? []
                    :
                    [
                        .. Findings
                            .Themes.Select(found => (Theme: found, Count: speaking[group.Key][themes[found.Theme.Id]]))
                            .Select(one => new ThemeShare(
                                one.Theme,
                                one.Count,
                                Intervals.Wilson(one.Count, group.Value)
                            ))
                            .OrderByDescending(share => share.Remarks),
                    ]
            ));
    }
}

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze themes --json</c>. Shares are from 0 to 1.</summary>
sealed record ThemesJson(
    string Column,
    string Language,
    int Rows,
    int Remarks,
    int Silent,
    IReadOnlyDictionary<string, int> OtherLanguages,
    int Unthemed,
    int LearntFrom,
    bool WithVectors,
    IReadOnlyList<ThemesJson.ThemeOf> Themes,
    IReadOnlyList<string> Groups,
    IReadOnlyList<ThemesJson.GroupOf> By,
    IReadOnlyList<string> Notes
)
{
    public sealed record ThemeOf(
        Guid Id,
        string Label,
        bool IsClear,
        double Lift,
        int Group,
        int Remarks,
        double Share,
        double Low,
        double High,
        IReadOnlyList<QuoteOf> Quotes
    );

    public sealed record QuoteOf(string Text, int Times, IReadOnlyList<string> Deciding);

    public sealed record GroupOf(
        string Column,
        string Group,
        int Remarks,
        IReadOnlyList<ShareOf>? Themes,
        string? Because
    );

    public sealed record ShareOf(Guid Id, int Remarks, double Share, double Low, double High);

    public static ThemesJson Of(ThemesFound found, IReadOnlyList<string> notes) =>
        new(
            found.Ask.Text,
            found.Ask.Language,
            found.Texts.Count,
            found.Findings.Worded,
            found.File.Silent,
            found.File.Others.ToDictionary(o => o.Name, o => o.Count),
            found.Findings.Unthemed,
            found.Findings.LearntFrom,
            found.Findings.WithVectors,
            [
                .. found.Findings.Themes.Select(theme => new ThemeOf(
                    theme.Theme.Id,
                    theme.Label.ToString(),
                    theme.Label.IsClear,
                    theme.Label.Lift,
                    theme.Group,
                    theme.Remarks,
                    theme.Share.Value,
                    theme.Share.Low,
                    theme.Share.High,
                    [
                        .. theme.Quotes.Select(quote => new QuoteOf(
                            found.Text(quote),
                            quote.Times,
                            found.Deciding(quote)
                        )),
                    ]
                )),
            ],
            [.. found.Findings.Groups.Select(group => group.ToString())],
            [
                .. found.By.Select(group => new GroupOf(
                    group.Column,
                    group.Group,
                    group.Remarks,
                    group.Shares.Count == 0
                        ? null
                        :
                        [
                            .. group.Shares.Select(share => new ShareOf(
                                share.Theme.Theme.Id,
                                share.Remarks,
                                share.Share.Value,
                                share.Share.Low,
                                share.Share.High
                            )),
                        ],
                    group.Shares.Count == 0 ? $"{group.Remarks} remarks; shares need {ThemesOfGroup.Fewest}." : null
                )),
            ],
            notes
        );
}

namespace Heed.Analytics.Text.Themes;

/// <summary>How many remarks would go from one theme to another.</summary>
/// <param name="From">The theme they have; null where they have none.</param>
/// <param name="To">The theme they would have; null where they would have none.</param>
/// <param name="Remarks">How many.</param>
public readonly record struct Move(Guid? From, Guid? To, int Remarks);

/// <summary>What a refit would change, before it changes anything.</summary>
public sealed record RefitProposal
{
    /// <summary>The share of the themed remarks that must keep their theme: with fewer a refit is not published.</summary>
    public const double LeastKept = 0.8;

    readonly ThemeModel _model;

    RefitProposal(ThemeModel model) => _model = model;

    /// <summary>The version that it would become.</summary>
    public int Version => _model.Version;

    /// <summary>The theme that each remark would have, in the order of their ids; null for none.</summary>
    public required IReadOnlyList<Guid?> Themes { get; init; }

    /// <summary>How many of the remarks have a theme now.</summary>
    public required int ThemedBefore { get; init; }

    /// <summary>How many of those would keep it. A merge moves nobody, and a part of a split theme is still that theme.</summary>
    public required int Kept { get; init; }

    /// <summary>What would move, the most first.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>Groups of unthemed remarks that two refits saw: proposals for new themes.</summary>
    public required IReadOnlyList<Theme> NewThemes { get; init; }

    /// <summary>How many themed remarks would move.</summary>
    public int Moved => ThemedBefore - Kept;

    /// <summary>The share, 0 to 1, of the themed remarks that keep their theme; null when none was themed.</summary>
    public double? KeptShare => ThemedBefore == 0 ? null : (double)Kept / ThemedBefore;

    /// <summary>Makes it the model in use.</summary>
    /// <param name="accepted">The ids of those new themes that a person accepts.</param>
    /// <returns>The new version, or a sentence when too many remarks would change their theme.</returns>
    public Answer<ThemeModel> Publish(params IReadOnlyList<Guid> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        if (KeptShare < LeastKept)
            return new NoAnswer(
                $"Only {100 * KeptShare:0} % of {ThemedBefore} remarks would keep their theme, and {100 * LeastKept:0} % must. "
                    + "Lock or pin what must stay, or learn themes anew beside these."
            );
        var stranger = accepted.FirstOrDefault(id => NewThemes.All(theme => theme.Id != id));
        if (stranger != default)
            return new NoAnswer($"There is no new theme {stranger} in this proposal.");
        return _model with
        {
            Themes = [.. _model.Themes, .. NewThemes.Where(theme => accepted.Contains(theme.Id))],
            Candidates = [.. _model.Candidates.Where(theme => !accepted.Contains(theme.Id))],
        };
    }

    internal static RefitProposal Of(ThemeModel fitted, RemarkTerms remarks, Guid?[] had, int[] after)
    {
        var parents = fitted.Themes.ToDictionary(theme => theme.Id, theme => theme.Parent);
        var (themes, kept) = (new Guid?[had.Length], 0);
        var moves = new Dictionary<(Guid?, Guid?), int>();
        for (var i = 0; i < had.Length; i++)
        {
            themes[i] = after[i] < 0 ? null : fitted.Themes[after[i]].Id;
            if (had[i] == themes[i] || (had[i] is { } id && themes[i] is { } now && parents[now] == id))
                kept += had[i] is null ? 0 : 1;
            else
                moves[(had[i], themes[i])] = moves.GetValueOrDefault((had[i], themes[i])) + 1;
        }
        var seen = NewThemeSearch.Among(remarks, after, fitted);
        return new(fitted with { Candidates = [.. seen.Select(one => one.Theme)] })
        {
            Themes = themes,
            ThemedBefore = had.Count(theme => theme is not null),
            Kept = kept,
            Moves =
            [
                .. moves
                    .Select(move => new Move(move.Key.Item1, move.Key.Item2, move.Value))
                    .OrderByDescending(move => move.Remarks)
                    .ThenBy(move => move.From)
                    .ThenBy(move => move.To),
            ],
            NewThemes = [.. seen.Where(one => one.Again).Select(one => one.Theme)],
        };
    }
}

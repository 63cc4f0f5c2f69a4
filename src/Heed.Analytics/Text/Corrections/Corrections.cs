namespace Heed.Analytics.Text.Themes;

/// <summary>A model with what people set right.</summary>
/// <param name="Model">The model with merges, names, locks and keywords; judge new remarks by it at once.</param>
/// <param name="Pins">Remarks that people placed, and their themes.</param>
/// <param name="Splits">Splits that the next refit makes, because they need the remarks.</param>
public sealed record Corrected(
    ThemeModel Model,
    IReadOnlyDictionary<Guid, Guid> Pins,
    IReadOnlyList<SplitTheme> Splits
);

/// <summary>Replays corrections, the oldest first. Those that the model knows already change nothing.</summary>
public sealed class Corrections
{
    readonly Dictionary<Guid, Theme> _themes;
    readonly Dictionary<Guid, int> _order;
    readonly HashSet<Guid> _groups;
    readonly Dictionary<Guid, Guid> _standsFor;
    readonly Dictionary<Guid, Guid> _pins = [];
    readonly List<KeywordRule> _keywords = [];
    readonly List<SplitTheme> _splits = [];

    Corrections(ThemeModel model)
    {
        _themes = model.Themes.ToDictionary(theme => theme.Id, theme => theme with { IsLocked = false });
        _order = model
            .Themes.Select((theme, place) => (theme.Id, place))
            .ToDictionary(pair => pair.Id, pair => pair.place);
        _groups = [.. model.Groups.Select(theme => theme.Id)];
        _standsFor = new(model.StandsFor);
    }

    /// <summary>Applies corrections to a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="corrections">All that were ever made, in their order.</param>
    /// <returns>The corrected model, or a sentence that names the correction that cannot be made.</returns>
    public static Answer<Corrected> Replay(ThemeModel model, IReadOnlyList<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(corrections);
        var replay = new Corrections(model);
        for (var i = 0; i < corrections.Count; i++)
            if (replay.Apply(corrections[i]) is { } because)
                return new NoAnswer($"Correction {i + 1} of {corrections.Count} cannot be made: {because}");
        return replay.Done(model);
    }

    Corrected Done(ThemeModel model)
    {
        Theme[] themes =
        [
            .. model.Themes.Where(theme => _themes.ContainsKey(theme.Id)).Select(theme => _themes[theme.Id]),
        ];
        return new(
            model with
            {
                Themes = themes,
                StandsFor = _standsFor,
                Keywords = [.. _keywords.Select(rule => rule with { Theme = Now(rule.Theme) })],
            },
            // A pin to a theme that was split later says nothing about its parts.
            _pins.Where(pin => !_groups.Contains(Now(pin.Value))).ToDictionary(pin => pin.Key, pin => Now(pin.Value)),
            _splits
        );
    }

    string? Apply(Correction correction) =>
        correction switch
        {
            PinRemark pin => Missing(pin.Theme) ?? Do(() => _pins[pin.Remark] = Now(pin.Theme)),
            UnpinRemark unpin => Do(() => _pins.Remove(unpin.Remark)),
            MergeThemes merge => Missing(merge.One) ?? Missing(merge.Other) ?? Merge(Now(merge.One), Now(merge.Other)),
            SplitTheme split => Split(split),
            SetKeyword keyword => Missing(keyword.Theme)
                ?? Do(() =>
                {
                    Drop(keyword.Theme, keyword.Term);
                    _keywords.Add(new(Now(keyword.Theme), keyword.Term, keyword.Includes));
                }),
            DropKeyword drop => Missing(drop.Theme) ?? Do(() => Drop(drop.Theme, drop.Term)),
            LockTheme locking => Missing(locking.Theme)
                ?? Change(locking.Theme, theme => theme with { IsLocked = true }),
            UnlockTheme locking => Missing(locking.Theme)
                ?? Change(locking.Theme, theme => theme with { IsLocked = false }),
            RenameTheme rename => Missing(rename.Theme)
                ?? Change(
                    rename.Theme,
                    theme => theme with { Name = string.IsNullOrWhiteSpace(rename.Name) ? null : rename.Name.Trim() }
                ),
            _ => throw new ArgumentException($"{correction.GetType().Name} is no known correction."),
        };

    // A part of a split that the next refit makes is known by its id already.
    string? Missing(Guid theme) =>
        _themes.ContainsKey(Now(theme)) || _splits.Any(split => split.Parts.Any(part => part.Id == Now(theme))) ? null
        : _groups.Contains(theme) ? $"theme {theme} was split; name one of its parts."
        : $"there is no theme {theme}.";

    Guid Now(Guid theme)
    {
        while (_standsFor.TryGetValue(theme, out var other))
            theme = other;
        return theme;
    }

    static string? Do(Action act)
    {
        act();
        return null;
    }

    string? Change(Guid theme, Func<Theme, Theme> change)
    {
        if (!_themes.TryGetValue(Now(theme), out var now))
            return $"theme {theme} comes into being at the next refit; correct it after that.";
        _themes[now.Id] = change(now);
        return null;
    }

    void Drop(Guid theme, ulong term) =>
        _keywords.RemoveAll(rule => Now(rule.Theme) == Now(theme) && rule.Term == term);

    string? Merge(Guid one, Guid other)
    {
        if (one == other)
            return null;
        if (!_themes.TryGetValue(one, out var first) || !_themes.TryGetValue(other, out var second))
            return "a part of a split comes into being at the next refit; merge it after that.";
        // Of two of one version the one that stands first in the model is the older.
        var (older, younger) =
            (first.Since, _order[one]).CompareTo((second.Since, _order[other])) < 0 ? (first, second) : (second, first);
        _themes[older.Id] = older with
        {
            Statistics = older.Statistics.Plus(younger.Statistics),
            Name = older.Name ?? younger.Name,
            IsLocked = older.IsLocked || younger.IsLocked,
        };
        _themes.Remove(younger.Id);
        _standsFor[younger.Id] = older.Id;
        return null;
    }

    string? Split(SplitTheme split)
    {
        if (split.Parts.Count < 2 || split.Parts.Any(part => part.Remarks.Count == 0))
            return "a split needs two parts or more, each with one remark or more that belongs to it.";
        // Made by an earlier refit: what is left of it are its pins.
        if (!_groups.Contains(split.Theme))
        {
            if (Missing(split.Theme) is { } because)
                return because;
            _groups.Add(Now(split.Theme));
            _themes.Remove(Now(split.Theme));
            _splits.Add(split with { Theme = Now(split.Theme) });
        }
        foreach (var part in split.Parts)
        foreach (var remark in part.Remarks)
            _pins[remark] = Now(part.Id);
        return null;
    }
}

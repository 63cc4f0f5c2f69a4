namespace Heed.Analytics.Text.Themes;

/// <summary>
/// Fits a model to the remarks of today without losing its themes: begins from where the model puts them, replays what
/// people set right, and lets five greedy sweeps move what fits better elsewhere. The outcome is a proposal.
/// </summary>
/// <remarks>
/// Beginning from the old model keeps 94 in 100 short queries in their theme; learning anew would keep fewer than 60
/// (docs/methods/themes.md).
/// </remarks>
public static class Refit
{
    const int Sweeps = 5;

    /// <summary>What a refit would change.</summary>
    /// <param name="model">The model in use.</param>
    /// <param name="remarks">The remarks of today, vectors made with the model's centre.</param>
    /// <param name="corrections">All corrections that were ever made, the oldest first.</param>
    /// <param name="before">The theme that each remark has now; null asks the model, and a remark that is missing here had none.</param>
    /// <returns>The proposal, or a sentence: a correction that cannot be made, a pinned remark that is not there.</returns>
    public static Answer<RefitProposal> Propose(
        ThemeModel model,
        RemarkTerms remarks,
        IReadOnlyList<Correction> corrections,
        IReadOnlyDictionary<Guid, Guid>? before = null
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(remarks);
        if (model.Themes.Count == 0)
            return new NoAnswer("The model has no themes; learn some first.");
        if (Corrections.Replay(model, corrections).Refused(out var because, out var corrected))
            return new NoAnswer(because);
        var had = Had(model, remarks, before);
        if (Split(corrected, model, remarks, had).Refused(out because, out var split))
            return new NoAnswer(because);
        var themes = split.Themes.Select((theme, k) => (theme.Id, k)).ToDictionary(pair => pair.Id, pair => pair.k);
        var start = Start(split, remarks, corrected, themes);
        var (fitted, after) = Fit(split, remarks, corrected, start, themes);
        return RefitProposal.Of(fitted, remarks, [.. had.Select(id => Now(corrected.Model, id))], after);
    }

    static Guid?[] Had(ThemeModel model, RemarkTerms remarks, IReadOnlyDictionary<Guid, Guid>? before)
    {
        var had = new Guid?[remarks.Count];
        if (before is null)
        {
            var assigned = new FrozenThemes(model).Assign(remarks);
            for (var i = 0; i < had.Length; i++)
                had[i] = assigned[i].Theme < 0 ? null : model.Themes[assigned[i].Theme].Id;
        }
        else
            for (var i = 0; i < had.Length; i++)
                had[i] = before.TryGetValue(remarks.Ids[i], out var theme) ? theme : null;
        return had;
    }

    static Guid? Now(ThemeModel model, Guid? theme)
    {
        while (theme is { } id && model.StandsFor.TryGetValue(id, out var other))
            theme = other;
        return theme;
    }

    // Inside a theme that is split nothing is known but the pins, so its remarks are learnt anew around them.
    static Answer<ThemeModel> Split(Corrected corrected, ThemeModel old, RemarkTerms remarks, Guid?[] had)
    {
        var model = corrected.Model;
        foreach (var split in corrected.Splits)
        {
            var parts = split.Parts.Select((part, i) => (part.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
            var pinned = corrected.Pins.Where(pin => parts.ContainsKey(pin.Value)).ToList();
            if (pinned.Find(pin => remarks.PlaceOf(pin.Key) < 0) is { Key: var missing } && missing != Guid.Empty)
                return new NoAnswer(
                    $"Theme {split.Theme} is split around remark {missing}, which is not among the remarks."
                );
            int[] inside =
            [
                .. Enumerable
                    .Range(0, remarks.Count)
                    .Where(i => Now(model, had[i]) == split.Theme || parts.ContainsKey(PinOf(corrected, remarks, i))),
            ];
            var held = pinned.ToDictionary(
                pin => Array.BinarySearch(inside, remarks.PlaceOf(pin.Key)),
                pin => parts[pin.Value]
            );
            var groups = LearnGroups.Run(remarks.Only(inside), model.Settings with { Themes = parts.Count }, new(held));
            var statistics = ThemeStatistics.Of(remarks.Only(inside), groups, parts.Count, held.Keys.ToHashSet());
            model = model with
            {
                Groups = [.. model.Groups, old.Themes.First(theme => theme.Id == split.Theme)],
                Themes =
                [
                    .. model.Themes,
                    .. split.Parts.Select(
                        (part, i) =>
                            new Theme(part.Id, statistics[i]) { Since = model.Version + 1, Parent = split.Theme }
                    ),
                ],
            };
        }
        return model;
    }

    static Guid PinOf(Corrected corrected, RemarkTerms remarks, int remark) =>
        corrected.Pins.GetValueOrDefault(remarks.Ids[remark]);

    static int[] Start(ThemeModel model, RemarkTerms remarks, Corrected corrected, Dictionary<Guid, int> themes)
    {
        var start = new FrozenThemes(model).Assign(remarks).Select(one => one.Theme).ToArray();
        foreach (var (remark, theme) in corrected.Pins)
            if (remarks.PlaceOf(remark) is >= 0 and var place)
                start[place] = themes[theme];
        return start;
    }

    static (ThemeModel Model, int[] Themes) Fit(
        ThemeModel model,
        RemarkTerms remarks,
        Corrected corrected,
        int[] start,
        Dictionary<Guid, int> themes
    )
    {
        int[] free = [.. Enumerable.Range(0, model.Themes.Count).Where(k => !model.Themes[k].IsLocked)];
        var placeOf = free.Select((k, place) => (k, place)).ToDictionary(pair => pair.k, pair => pair.place);
        int[] active =
        [
            .. Enumerable.Range(0, remarks.Count).Where(i => start[i] >= 0 && placeOf.ContainsKey(start[i])),
        ];
        var after = (int[])start.Clone();
        if (active.Length == 0)
            return (model with { Version = model.Version + 1 }, after);
        var fixedOnes = RefitRules.Of(model, remarks, corrected, active, themes, placeOf);
        var own = remarks.Only(active);
        var (groups, _) = LearnGroups.Sweep(
            own,
            model.Settings with
            {
                Themes = free.Length,
                Kappa = remarks.Width == 0 ? 0 : model.Settings.Kappa,
            },
            [.. active.Select(i => placeOf[start[i]])],
            fixedOnes,
            model.Settings.Seed,
            Sweeps,
            Sweeps
        );
        for (var i = 0; i < active.Length; i++)
            after[active[i]] = free[groups[i]];
        var statistics = ThemeStatistics.Of(own, groups, free.Length, fixedOnes.Places.Keys.ToHashSet());
        var renewed = model.Themes.ToArray();
        // A theme that nobody speaks of today keeps what it knew.
        for (var place = 0; place < free.Length; place++)
            if (statistics[place].Remarks > 0)
                renewed[free[place]] = renewed[free[place]] with { Statistics = statistics[place] };
        var fitted = model with { Version = model.Version + 1, Themes = renewed };
        var frozen = new FrozenThemes(fitted).Assign(remarks);
        for (var i = 0; i < after.Length; i++)
            if (after[i] < 0)
                after[i] = frozen[i].Theme;
        return (fitted, after);
    }
}

namespace Heed.Analytics.Text.Themes;

/// <summary>
/// The themes of a body of remarks at one version. New remarks are judged by it as it stands; only a refit makes a new
/// version, so a remark's theme never changes behind anybody's back.
/// </summary>
public sealed record ThemeModel
{
    /// <summary>The version, from 1; kept with every assignment.</summary>
    public required int Version { get; init; }

    /// <summary>The themes, oldest first.</summary>
    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>The settings that it was learnt with.</summary>
    public required MixtureSettings Settings { get; init; }

    /// <summary>
    /// What all remarks have in common, taken off each vector before it is made a unit vector; empty where nothing was.
    /// </summary>
    public IReadOnlyList<float> Centre { get; init; } = [];

    /// <summary>Themes that were split, and stay as the groups of their parts.</summary>
    public IReadOnlyList<Theme> Groups { get; init; } = [];

    /// <summary>Merged themes: the id that is gone and the id that stands for it.</summary>
    public IReadOnlyDictionary<Guid, Guid> StandsFor { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>Words that decide before the model does.</summary>
    public IReadOnlyList<KeywordRule> Keywords { get; init; } = [];

    /// <summary>Groups of unthemed remarks that the last refit saw; one that the next sees again is proposed as a theme.</summary>
    public IReadOnlyList<Theme> Candidates { get; init; } = [];

    /// <summary>Learns themes where there are none yet.</summary>
    /// <param name="remarks">The remarks; up to 50,000 are enough, the rest is assigned.</param>
    /// <param name="settings">How to learn.</param>
    /// <param name="pins">Remarks that belong together, by the place of their theme; null for none.</param>
    /// <returns>The model of version 1 and the theme of each remark, or a sentence: too few remarks, no words.</returns>
    public static Answer<Learnt> Learn(
        RemarkTerms remarks,
        MixtureSettings settings,
        IReadOnlyDictionary<Guid, int>? pins = null
    )
    {
        ArgumentNullException.ThrowIfNull(remarks);
        if (settings.WhyNot(remarks.Count) is { } because)
            return new NoAnswer(because);
        if (remarks.TermCount == 0)
            return new NoAnswer(
                $"No word is said in two of the {remarks.Count} remarks, so nothing joins them to themes."
            );
        var held = new Dictionary<int, int>();
        foreach (var (id, group) in pins ?? new Dictionary<Guid, int>())
        {
            var place = remarks.PlaceOf(id);
            if (place < 0)
                return new NoAnswer($"The pinned remark {id} is not among the {remarks.Count} remarks.");
            if (group < 0 || group >= settings.Themes)
                return new NoAnswer($"Remark {id} is pinned to theme {group} of {settings.Themes}; count from 0.");
            held[place] = group;
        }
        var groups = LearnGroups.Run(remarks, settings, new(held));
        var statistics = ThemeStatistics.Of(remarks, groups, settings.Themes, held.Keys.ToHashSet());
        // Groups that ended empty are no themes; the largest comes first.
        int[] order =
        [
            .. Enumerable
                .Range(0, settings.Themes)
                .Where(group => statistics[group].Remarks > 0)
                .OrderByDescending(group => statistics[group].Remarks),
        ];
        ThemeModel model = new()
        {
            Version = 1,
            Settings = settings,
            Themes =
            [
                .. order.Select(group => new Theme(statistics[group].Fingerprint(settings.Seed), statistics[group])),
            ],
        };
        return new Learnt(model, [.. groups.Select(group => Array.IndexOf(order, group))]);
    }
}

/// <summary>Themes that were learnt, and which remark has which.</summary>
/// <param name="Model">The themes.</param>
/// <param name="Themes">For each remark, in the order of its id, the place of its theme in the model.</param>
public sealed record Learnt(ThemeModel Model, IReadOnlyList<int> Themes);

/// <summary>A word or pair of words that puts a remark into a theme, or keeps it out.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Term">The hash of the word or pair.</param>
/// <param name="Includes">True puts remarks with it into the theme, false keeps them out.</param>
public readonly record struct KeywordRule(Guid Theme, ulong Term, bool Includes);

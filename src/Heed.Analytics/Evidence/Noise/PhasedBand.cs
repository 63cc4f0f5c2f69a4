namespace Heed.Analytics.Evidence;

/// <summary>One phase of a metric's life, with its own noise band.</summary>
/// <param name="From">The first day of the phase.</param>
/// <param name="Until">The first day of the next phase; null for the last one.</param>
/// <param name="Reason">Why the band was rebased here; the first phase needs none.</param>
/// <param name="Band">The band of this phase.</param>
public sealed record Phase(DateOnly From, DateOnly? Until, string Reason, NoiseBand Band)
{
    /// <summary>Whether a named window sets the band; otherwise all points of the phase do.</summary>
    public bool HasBaseline { get; internal init; }

    /// <summary>The points of a series that fall in this phase.</summary>
    public Series Part(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var part = series.From(From);
        return Until is { } end ? part.Before(end) : part;
    }
}

/// <summary>A decision to start a new baseline: from when, judged by which points, and why.</summary>
/// <param name="From">The first day that is compared with the new band.</param>
/// <param name="Reason">What changed in the world. A rebase without a reason hides a signal, so it is refused.</param>
/// <param name="Baseline">The points that set the new band; null takes all points of the phase.</param>
public readonly record struct Rebase(DateOnly From, string Reason, Window? Baseline = null);

/// <summary>A noise band that people rebased, each time with a reason: one band for each phase.</summary>
public sealed record PhasedBand
{
    PhasedBand(IReadOnlyList<Phase> phases) => Phases = phases;

    /// <summary>The phases, oldest first.</summary>
    public IReadOnlyList<Phase> Phases { get; }

    /// <summary>The band that a date is compared with.</summary>
    public NoiseBand At(DateOnly date) => Phases.LastOrDefault(phase => phase.From <= date)?.Band ?? Phases[0].Band;

    /// <summary>
    /// Computes the bands that named baselines make. A baseline opens a phase on its first day and closes every phase that was
    /// opened on that day or later; the first one is the frozen window of the whole series where no point lies before it.
    /// </summary>
    /// <param name="series">The measurements.</param>
    /// <param name="named">The baselines with their reasons, in the order in which they were named.</param>
    /// <param name="settings">Constants, screening and bounds, the same for all phases.</param>
    /// <returns>The bands, one of all points where nothing was named; or a sentence when a baseline has no reason.</returns>
    public static Answer<PhasedBand> Of(
        Series series,
        IEnumerable<(Window Baseline, string Reason)> named,
        BandSettings? settings = null
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(named);
        var standing = new List<Rebase>();
        foreach (var (window, reason) in named)
        {
            standing.RemoveAll(rebase => rebase.From >= window.From);
            standing.Add(new(window.From, reason, window));
        }
        return standing is [var first, ..] && (series.Count == 0 || first.From <= series[0].Date)
            ? Of(series, first.Baseline, standing[1..], settings)
            : Of(series, null, standing, settings);
    }

    /// <summary>Computes the band of each phase.</summary>
    /// <param name="series">The measurements.</param>
    /// <param name="baseline">The frozen window of the first phase; null takes all of its points.</param>
    /// <param name="rebases">The decisions, oldest first.</param>
    /// <param name="settings">Constants, screening and bounds, the same for all phases.</param>
    /// <returns>The bands; or a sentence when a rebase has no reason or does not follow the one before.</returns>
    public static Answer<PhasedBand> Of(
        Series series,
        Window? baseline,
        IReadOnlyList<Rebase> rebases,
        BandSettings? settings = null
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rebases);
        List<Rebase> starts = [new(DateOnly.MinValue, "", baseline), .. rebases];
        var phases = new List<Phase>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var (from, reason, window) = starts[i];
            if (i > 0 && string.IsNullOrWhiteSpace(reason))
                return new NoAnswer($"The rebase of {Wording.Day(from)} needs a reason: what changed in the world?");
            if (i > 0 && from <= starts[i - 1].From)
                return new NoAnswer($"The rebase of {Wording.Day(from)} must come after the one before it.");
            DateOnly? until = i + 1 < starts.Count ? starts[i + 1].From : null;
            var part = new Phase(from, until, reason, NoiseBand.Of(series)).Part(series);
            phases.Add(
                new(from, until, reason, NoiseBand.Of(window is null ? part : series, window, settings))
                {
                    HasBaseline = window is not null,
                }
            );
        }
        return new PhasedBand(phases);
    }
}

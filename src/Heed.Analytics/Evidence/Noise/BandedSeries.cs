namespace Heed.Analytics.Evidence;

/// <summary>
/// A series with its noise bands and its signals: the one look at it that a page, a picture and a report share, so that they
/// cannot tell a reader different things.
/// </summary>
/// <remarks>
/// <code>
/// var look = BandedSeries.Of(series, [(new Window(new(2026, 1, 5), new(2026, 3, 29)), "before the new menu")]);
/// Console.WriteLine($"{look.Value.Outside} of {series.Count} points lie outside their band");
/// </code>
/// </remarks>
public sealed class BandedSeries
{
    BandedSeries(Series series, PhasedBand bands, RuleSet rules)
    {
        (Series, Bands) = (series, bands);
        Signals = Evidence.Signals.In(series, bands, rules);
        Stretches = Joined();
    }

    /// <summary>The points.</summary>
    public Series Series { get; }

    /// <summary>The band of each phase.</summary>
    public PhasedBand Bands { get; }

    /// <summary>The phase that new points belong to.</summary>
    public Phase Phase => Bands.Phases[^1];

    /// <summary>The band that new points are compared with.</summary>
    public NoiseBand Band => Phase.Band;

    /// <summary>Every signal, in the order of their first points.</summary>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>The signals as stretches: points outside that follow one another on one side of one band are one.</summary>
    public IReadOnlyList<Signal> Stretches { get; }

    /// <summary>How many points lie outside the limits of their phase.</summary>
    public int Outside => Signals.Count(signal => signal.Rule is SignalRule.Outside);

    /// <summary>Whether the newest point belongs to a signal.</summary>
    public bool IsOn(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return signal.To == Series.Count - 1;
    }

    /// <summary>
    /// The stretch that says most of what is so now: a signal of this phase that the newest point belongs to, the one that began
    /// first, and nearness to a limit only where that is all. Null where the newest point belongs to none.
    /// </summary>
    public Signal? Current =>
        Here.Where(IsOn)
            .OrderBy(signal => signal.Rule is SignalRule.NearALimit)
            .ThenBy(signal => signal.From)
            .ThenBy(signal => signal.Rule)
            .FirstOrDefault();

    /// <summary>The newest stretch of this phase, whether it goes on or not; null where there was none.</summary>
    public Signal? Latest =>
        Current ?? Here.OrderByDescending(signal => signal.To).ThenBy(signal => signal.Rule).FirstOrDefault();

    /// <summary>Whether a target will be met by new points while nothing changes; or, in a sentence, why that cannot be told.</summary>
    /// <param name="target">The target, in the metric's unit.</param>
    /// <param name="wanted">Which way is better.</param>
    public Answer<Assurance> AssuranceOf(double target, Direction wanted) => Assurance.Of(Band, target, wanted);

    List<Signal> Joined()
    {
        var found = new List<Signal>(Signals.Count);
        var last = new Dictionary<Direction, int>();
        foreach (var signal in Signals)
        {
            if (signal.Rule is not SignalRule.Outside)
                found.Add(signal);
            else if (
                last.TryGetValue(signal.Direction, out var at)
                && found[at].To == signal.From - 1
                && ReferenceEquals(Bands.At(found[at].FromDate), Bands.At(signal.FromDate))
            )
                found[at] = found[at] with { To = signal.To, ToDate = signal.ToDate };
            else
            {
                last[signal.Direction] = found.Count;
                found.Add(signal);
            }
        }
        return found;
    }

    IEnumerable<Signal> Here => Stretches.Where(signal => signal.FromDate >= Phase.From);

    /// <summary>The stretch by which each point is drawn, null where none: what is so now before what has passed, outside before a run.</summary>
    public IReadOnlyList<Signal?> OfEachPoint()
    {
        var each = new Signal?[Series.Count];
        foreach (var signal in Stretches.OrderBy(IsOn).ThenByDescending(signal => signal.Rule))
            Array.Fill(each, signal, signal.From, signal.To - signal.From + 1);
        return each;
    }

    /// <summary>Looks at a series with the baselines that were named for it.</summary>
    /// <param name="series">The measurements.</param>
    /// <param name="named">The baselines with their reasons, in the order in which they were named; none takes all points.</param>
    /// <param name="settings">Constants, screening and bounds; null for Wheeler's.</param>
    /// <param name="rules">Which set of rules.</param>
    /// <returns>The look; or a sentence when a baseline has no reason.</returns>
    public static Answer<BandedSeries> Of(
        Series series,
        IEnumerable<(Window Baseline, string Reason)> named,
        BandSettings? settings = null,
        RuleSet rules = RuleSet.Wheeler
    ) =>
        PhasedBand.Of(series, named, settings).Refused(out var because, out var bands)
            ? new NoAnswer(because)
            : new BandedSeries(series, bands, rules);
}

using Heed.Analytics.Evidence;

namespace Heed.Metrics;

public enum MovementState
{
    NotMeasured,

    /// <summary>Fewer than six points in neighbouring periods: no limits.</summary>
    TooFewPoints,

    /// <summary>Every point is the same, so there is no noise to compare with.</summary>
    Flat,

    /// <summary>Nothing but noise, as far as can be told.</summary>
    InsideItsBand,

    /// <summary>A signal that the newest point belongs to.</summary>
    Moved,

    /// <summary>There were signals in this phase, and the newest point belongs to none.</summary>
    MovedAndBack,
}

/// <summary>What a metric did: its noise bands, its signals, and the answer to “did it really move?”.</summary>
public sealed record Movement
{
    Movement(Metric metric, Series? series, PhasedBand? bands, string? fault)
    {
        (Metric, Series, Bands) = (metric, series, bands);
        Signals = series is null || bands is null ? [] : MetricSignal.Of(metric, series, bands);
        Band = bands?.Phases[^1].Band;
        var phase = bands?.Phases[^1].From ?? default;
        var here = Signals.Where(s => s.From >= phase).ToList();
        // The one that says most: since when it has been outside or on one side; nearness to a limit only where that is all.
        Current = here.Where(s => s.IsOn)
            .OrderBy(s => s.Rule is SignalRule.NearALimit)
            .ThenBy(s => s.From)
            .ThenBy(s => s.Rule)
            .FirstOrDefault();
        Latest = Current ?? here.OrderByDescending(s => s.To).ThenBy(s => s.Rule).FirstOrDefault();
        NoBandBecause =
            fault
            ?? Band switch
            {
                null => "Not measured: there is no point.",
                { HasLimits: true } => null,
                var band => band.InWords,
            };
        State =
            series is not { Count: > 0 } ? MovementState.NotMeasured
            : Band is { State: BandState.Flat } ? MovementState.Flat
            : Band is not { HasLimits: true } ? MovementState.TooFewPoints
            : Current is not null ? MovementState.Moved
            : Latest is not null ? MovementState.MovedAndBack
            : MovementState.InsideItsBand;
    }

    public Metric Metric { get; }

    /// <summary>The points as the evidence engine takes them; empty when the kept points contradict the cadence.</summary>
    public Series? Series { get; }
    public PhasedBand? Bands { get; }

    /// <summary>The band that new points are compared with.</summary>
    public NoiseBand? Band { get; }
    public IReadOnlyList<MetricSignal> Signals { get; }

    /// <summary>The signal that the newest point belongs to.</summary>
    public MetricSignal? Current { get; }

    /// <summary>The newest signal since the last rebase.</summary>
    public MetricSignal? Latest { get; }
    public MovementState State { get; }

    /// <summary>Why there are no limits; empty where there are.</summary>
    public string? NoBandBecause { get; }

    public bool IsProvisional => Band is { State: BandState.Provisional };

    public static Movement Of(MetricSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var metric = series.Metric;
        if (Points(metric, series.Points).Refused(out var because, out var points))
            return new(metric, null, null, because);
        var settings = BandSettings.Wheeler.Within(metric.LowerBound, metric.UpperBound);
        var (baseline, rebases) = Decisions(series, points);
        return PhasedBand.Of(points, baseline, rebases, settings).Refused(out because, out var bands)
            ? new(metric, points, null, because)
            : new(metric, points, bands, null);
    }

    /// <summary>The points as the evidence engine takes them: for verdicts, forecasts, ties.</summary>
    public static Analytics.Answer<Series> Points(Metric metric, IEnumerable<Measurement> points)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Series.Of(
            points.Select(p => new Point(p.On, p.Value)),
            Enum.Parse<Analytics.Evidence.Cadence>(metric.Cadence.ToString())
        );
    }

    /// <summary>
    /// A baseline opens a phase on its first day and closes every phase that was opened on a later one. The first window
    /// is the frozen baseline of the whole series where no point lies before it.
    /// </summary>
    static (Window? First, IReadOnlyList<Rebase> Rebases) Decisions(MetricSeries series, Series points)
    {
        var standing = new List<Rebase>();
        foreach (var set in series.Baselines)
        {
            standing.RemoveAll(r => r.From >= set.From);
            standing.Add(new(set.From, set.Reason, new Window(set.From, set.To)));
        }
        if (standing is [var first, ..] && (points.Count == 0 || first.From <= points[0].Date))
            return (first.Baseline, standing[1..]);
        return (null, standing);
    }
}

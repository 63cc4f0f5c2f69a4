using Heed.Analytics;
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
    Movement(Metric metric, Answer<Series> series, Weekdays? week, BandedSeries? look, string? fault)
    {
        (Metric, Evidence, Weekdays, Look) = (metric, series, week, look);
        Signals = look is null ? [] : [.. look.Stretches.Select(s => MetricSignal.Of(metric, look, s))];
        Current = look?.Current is { } current ? MetricSignal.Of(metric, look, current) : null;
        Latest = look?.Latest is { } latest ? MetricSignal.Of(metric, look, latest) : null;
        NoBandBecause =
            fault
            ?? Band switch
            {
                null => "Not measured: there is no point.",
                { HasLimits: true } => null,
                var band => band.InWords,
            };
        State =
            Series is not { Count: > 0 } ? MovementState.NotMeasured
            : Band is { State: BandState.Flat } ? MovementState.Flat
            : Band is not { HasLimits: true } ? MovementState.TooFewPoints
            : Current is not null ? MovementState.Moved
            : Latest is not null ? MovementState.MovedAndBack
            : MovementState.InsideItsBand;
    }

    public Metric Metric { get; }

    /// <summary>
    /// The points as the evidence engine takes them, those of a middle day where the days of the week differ; why not, where the
    /// kept points contradict the cadence.
    /// </summary>
    public Answer<Series> Evidence { get; }

    /// <summary>What differed by the day of the week and was taken out; empty where nothing was.</summary>
    public Weekdays? Weekdays { get; }

    /// <summary>The points with their bands and signals; empty where they could not be looked at.</summary>
    public BandedSeries? Look { get; }

    /// <summary>The points; empty when the kept points contradict the cadence.</summary>
    public Series? Series => Evidence.Refused(out _, out var series) ? null : series;
    public PhasedBand? Bands => Look?.Bands;

    /// <summary>The band that new points are compared with.</summary>
    public NoiseBand? Band => Look?.Band;
    public IReadOnlyList<MetricSignal> Signals { get; }

    /// <summary>The signal that the newest point belongs to.</summary>
    public MetricSignal? Current { get; }

    /// <summary>The newest signal since the last rebase.</summary>
    public MetricSignal? Latest { get; }
    public MovementState State { get; }

    /// <summary>Why there are no limits; empty where there are.</summary>
    public string? NoBandBecause { get; }

    public bool IsProvisional => Band is { State: BandState.Provisional };

    /// <summary>“3.9 to 5.7”: between which it moves by noise alone, and of which day that is said; empty without limits.</summary>
    public string? Usual => UsualIn("");

    /// <summary>The same with the unit.</summary>
    public string? UsualIn(string unit) =>
        Band is { HasLimits: true, Lower: { } low, Upper: { } high }
            ? $"{Format.Number(low)} to {Format.Value(high, unit)}{this.OnWhichDay()}"
            : null;

    /// <summary>The one shaping of kept points; ask <see cref="MetricSeries.Movement"/>, which does it once.</summary>
    internal static Movement Of(MetricSeries series)
    {
        var metric = series.Metric;
        var points = Analytics.Evidence.Series.Of(series.Points.Select(p => new Point(p.On, p.Value)), metric.Cadence);
        if (points.Refused(out var because, out var shaped))
            return new(metric, points, null, null, because);
        var week = Analytics.Evidence.Weekdays.Of(shaped) is { IsGiven: true, Value: { Differ: true } differ }
            ? differ
            : null;
        if (week is not null)
            points = shaped = week.Without(shaped);
        var settings = BandSettings.Wheeler.Within(metric.LowerBound, metric.UpperBound);
        return BandedSeries
            .Of(shaped, series.Baselines.Select(b => (new Window(b.From, b.To), b.Reason)), settings)
            .Refused(out because, out var look)
            ? new(metric, points, week, null, because)
            : new(metric, points, week, look, null);
    }
}

using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>The noise limits on the wire.</summary>
/// <param name="State">Provisional (6 to 11 points) or firm.</param>
/// <param name="From">The first day that is compared with it; empty for the first phase.</param>
/// <param name="BaselineFrom">The first and last day of the points that it was computed from.</param>
/// <param name="Reason">Why the metric was rebased here; empty for the first phase.</param>
public sealed record BandView(
    double Centre,
    double AverageMovingRange,
    double Lower,
    double Upper,
    double RangeUpper,
    BandState State,
    int Points,
    DateOnly? From,
    DateOnly? BaselineFrom,
    DateOnly? BaselineTo,
    string? Reason
)
{
    /// <summary>Null where there are no limits.</summary>
    public static BandView? Of(Phase phase) =>
        phase.Band is { HasLimits: true } band
            ? new(
                band.Centre!.Value,
                band.AverageMovingRange!.Value,
                band.Lower!.Value,
                band.Upper!.Value,
                band.RangeUpper!.Value,
                band.State,
                band.Points,
                phase.From == DateOnly.MinValue ? null : phase.From,
                band.Baseline?.From,
                band.Baseline?.To,
                phase.Reason.Length == 0 ? null : phase.Reason
            )
            : null;
}

public sealed record SignalView(
    SignalRule Rule,
    Direction Direction,
    DateOnly From,
    DateOnly To,
    DateOnly Completed,
    int Points,
    double Usual,
    double Value,
    bool IsWanted,
    bool IsOn,
    string Says
)
{
    public static SignalView Of(MetricSignal signal) =>
        new(
            signal.Rule,
            signal.Direction,
            signal.From,
            signal.To,
            signal.Completed,
            signal.Points,
            signal.Usual,
            signal.Value,
            signal.IsWanted,
            signal.IsOn,
            signal.Says
        );
}

/// <summary>A pattern of the week that was taken out.</summary>
/// <param name="Levels">How far each day lies from the middle of the week, Monday first; null for a day that is never measured.</param>
public sealed record WeekdaysView(IReadOnlyList<double?> Levels, string Says);

/// <summary>What a metric did, on the wire: the state as a word and as a sentence, the band or why there is none.</summary>
/// <param name="Band">The band that new points are compared with; null where there are no limits.</param>
/// <param name="NoBandBecause">Why there are no limits, in a sentence; null where there are.</param>
/// <param name="EarlierBands">The bands before the last rebase.</param>
/// <param name="Weekdays">How the days of the week differ in a daily metric; bands and signals are then those of a middle day. Null where they do not.</param>
public sealed record MovementView(
    MetricView Metric,
    MovementState State,
    string Says,
    MeasurementView? Last,
    int Points,
    BandView? Band,
    string? NoBandBecause,
    IReadOnlyList<BandView> EarlierBands,
    IReadOnlyList<SignalView> Signals,
    IReadOnlyList<BaselineView> Baselines,
    WeekdaysView? Weekdays
)
{
    public static MovementView Of(MetricSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var movement = series.Movement;
        var phases = movement.Bands?.Phases ?? [];
        return new(
            MetricView.Of(series.Metric),
            movement.State,
            movement.Finding(),
            series.Points is [.., var last] ? MeasurementView.Of(last) : null,
            series.Points.Count,
            phases is [.., var current] ? BandView.Of(current) : null,
            movement.NoBandBecause,
            [.. phases.SkipLast(1).Select(BandView.Of).OfType<BandView>()],
            [.. movement.Signals.Select(SignalView.Of)],
            [.. series.Baselines.Select(BaselineView.Of)],
            movement.Weekdays is { } week ? new(week.Levels, movement.Week()!) : null
        );
    }
}

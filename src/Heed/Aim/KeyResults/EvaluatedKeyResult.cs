using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>A key result as it stands today: computed from the metric each time, never stored. Band and signals are the metric's.</summary>
public sealed class EvaluatedKeyResult
{
    EvaluatedKeyResult(KeyResult keyResult, MetricSeries measured, DateOnly today)
    {
        (KeyResult, Measured) = (keyResult, measured);
        Progress =
            Limit is not null
            || Progress
                .Of(keyResult.Baseline, keyResult.Target, measured.Level, Movement.Look)
                .Refused(out _, out var progress)
                ? null
                : progress;
        if (
            !measured.Evidence.Refused(out _, out var series)
            && !Forecast
                .Of(series, Latest(keyResult.ByWhen), Metric.LowerBound, Metric.UpperBound)
                .Refused(out _, out var forecast)
        )
            Forecast = forecast;
        Status = KeyResultStatus.Of(this, today);
    }

    public KeyResult KeyResult { get; }
    public MetricSeries Measured { get; }
    public Metric Metric => Measured.Metric;
    public Movement Movement => Measured.Movement;
    public NoiseBand? Band => Measured.Band;

    /// <summary>The newest measurement, with its n and interval where its source knows them.</summary>
    public Measurement? Now => Measured.Newest;

    /// <summary>How far it has come; empty for a limit, which has no way to go.</summary>
    public Progress? Progress { get; }

    /// <summary>
    /// The wanted side, where the target lies on the other side of the start: then it is a limit to keep. “Churn stays below
    /// 5 %”, from 4.16 now: reaching 5 would be no success (okr.md 3.7).
    /// </summary>
    public Direction? Limit =>
        KeyResult.Baseline is { } start
        && Metric.WantedWay is { } way
        && KeyResult.Target != start
        && way == Direction.Down == KeyResult.Target > start
            ? way
            : null;

    /// <summary>“at most 5”: what is to be kept, where it is a limit.</summary>
    public string? LimitInWords =>
        Limit is { } way ? $"at {(way == Direction.Down ? "most" : "least")} {Format.Number(KeyResult.Target)}" : null;
    public Forecast? Forecast { get; }
    public KeyResultStatus Status { get; }

    /// <summary>
    /// Whether the process as it is reaches the target: always, by chance, or never. Empty where that cannot be told, as when
    /// it is no longer what its band was drawn from.
    /// </summary>
    public Assurance? Assurance =>
        Band is { } band
        && Movement.Current is null
        && Metric.WantedWay is { } way
        && !Assurance.Of(band, KeyResult.Target, way).Refused(out _, out var assured)
            ? assured
            : null;
    public string Sentence =>
        LimitInWords is { } limit
            ? $"{KeyResult.Name}: stays {limit} {Metric.Unit}, until {Format.Day(KeyResult.ByWhen)}"
            : KeyResult.Sentence(Metric.Unit);

    /// <summary>No signal: whatever the percentage says, it cannot be told from noise yet. Empty without limits to ask.</summary>
    public bool? IsWithinNoise => Band is { HasLimits: true } && Now is not null ? Movement.Current is null : null;

    public static EvaluatedKeyResult Of(KeyResult keyResult, MetricSeries measured, DateOnly today) =>
        new(keyResult, measured, today);

    DateOnly Latest(DateOnly byWhen) => Now?.On > byWhen ? Now.On : byWhen;
}

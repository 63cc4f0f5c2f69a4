using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>A key result as it stands today: computed from the metric each time, never stored. Band and signals are the metric's.</summary>
public sealed class EvaluatedKeyResult
{
    EvaluatedKeyResult(KeyResult keyResult, MetricSeries measured, DateOnly today, DateTimeOffset? now)
    {
        (KeyResult, Measured) = (keyResult, measured);
        Progress =
            Keeps is not null
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
        var from = keyResult.Objective!.Cycle!.Start;
        if (Keeps is { } keeps)
            Kept = LimitRecord.Of(keeps, measured, from, today < keyResult.ByWhen ? today : keyResult.ByWhen);
        else if (Progress is not null && from <= keyResult.ByWhen)
            Pace = Heed.Analytics.Evidence.Pace.Of(Progress, from, keyResult.ByWhen, today, Planned());
        Course = KeyResultStatus.Of(this, today);
        SilentDays = now is { } at ? Silence.Days(keyResult, at) : null;
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
        KeyResult is { Kind: TargetKind.Reach, Baseline: { } start }
        && Metric.WantedWay is { } way
        && KeyResult.Target != start
        && way == Direction.Down == KeyResult.Target > start
            ? way
            : null;

    /// <summary>“at most 5”: what is to be kept, where it is a limit.</summary>
    public string? LimitInWords => Keeps?.InWords();

    /// <summary>What is to be kept, said or understood; empty where the target is a place to go to.</summary>
    public Guardrail? Keeps =>
        KeyResult.Kind.Keeps(KeyResult.Low, KeyResult.Target)
        ?? (
            Limit is not { } way ? null
            : way == Direction.Down ? Guardrail.AtMost(KeyResult.Target)
            : Guardrail.AtLeast(KeyResult.Target)
        );

    /// <summary>How the limit was kept since the cycle began; empty where the target is a place to go to.</summary>
    public GuardrailRecord? Kept { get; }

    /// <summary>How far it should be by today, by its plan or else by the time that has passed; empty for a limit.</summary>
    public Pace? Pace { get; }
    public Forecast? Forecast { get; }

    /// <summary>Where the data say it is heading, whether or not anybody looks.</summary>
    public KeyResultStatus Course { get; }

    /// <summary>For how many days nobody has checked in, beyond the grace; empty where somebody did.</summary>
    public int? SilentDays { get; }

    /// <summary>Silence outranks all: a course that nobody looks at is not told.</summary>
    public KeyResultStatus Status => SilentDays is { } days ? KeyResultStatus.Silent(days, Course) : Course;

    /// <summary>What start, target and stretch say about each other.</summary>
    public AttainmentOffer? Levels => AttainmentOffer.Of(KeyResult, Measured.Level);

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

    /// <param name="now">The moment of reading, by which silence is told; empty for one that is only being written.</param>
    public static EvaluatedKeyResult Of(
        KeyResult keyResult,
        MetricSeries measured,
        DateOnly today,
        DateTimeOffset? now
    ) => new(keyResult, measured, today, now);

    IReadOnlyList<PlannedShare>? Planned() =>
        KeyResult.Baseline is { } start && !PlanPoints.Read(KeyResult.Plan).Refused(out _, out var points)
            ? PlanPoints.Shares(points, start, KeyResult.Target)
            : null;

    DateOnly Latest(DateOnly byWhen) => Now?.On > byWhen ? Now.On : byWhen;
}

using Heed.Aim;
using Heed.Metrics;
using Heed.People;

namespace Heed.Tests.Aim;

/// <summary>Key results and what was measured of them, without a house around them.</summary>
static class Readings
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The Monday of the first point.</summary>
    public static readonly DateOnly First = new(2034, 10, 2);

    public static Metric Metric(
        MetricKind kind = MetricKind.Behaviour,
        string name = "Reorder share",
        Wanted wanted = Wanted.Up
    ) =>
        new()
        {
            Name = name,
            Unit = "of 100",
            Wanted = wanted,
            Kind = kind,
            Timing = Timing.Leading,
            Cadence = Heed.Analytics.Evidence.Cadence.Week,
            CreatedAt = Now,
        };

    public static Terms Terms(
        double? baseline,
        double target,
        DateOnly? byWhen = null,
        BaselineState? state = null,
        (DateOnly From, DateOnly To)? window = null
    )
    {
        var (from, to) = window ?? (First, First.AddDays(7 * 12));
        return new()
        {
            KeyResultId = default,
            MetricId = default,
            BaselineState = state ?? (baseline is null ? BaselineState.Measuring : BaselineState.Known),
            Baseline = baseline,
            BaselineFrom = baseline is null ? null : from,
            BaselineTo = baseline is null ? null : to,
            Target = target,
            ByWhen = byWhen ?? new(2035, 12, 31),
            Reason = "as first written",
            SetAt = Now,
        };
    }

    /// <summary>In a cycle that began on 1 January 2035.</summary>
    public static KeyResult KeyResult(
        Terms terms,
        string who = "new regulars",
        string doesWhat = "order again within a month"
    )
    {
        var objective = new Objective
        {
            TeamId = Id<Team>.New(),
            CycleId = Id<Cycle>.New(),
            Cycle = ObjectiveTests.OpenCycle(),
            Title = "Regulars feel at home",
            Why = "Every third regular leaves.",
            ByWhen = terms.ByWhen,
            CreatedAt = Now,
        };
        var keyResult = new KeyResult
        {
            ObjectiveId = objective.Id,
            Objective = objective,
            Who = who,
            DoesWhat = doesWhat,
            CreatedAt = Now,
        };
        Assert.False(keyResult.Set(terms).Refused(out var refusal), refusal?.Because);
        return keyResult;
    }

    public static EvaluatedKeyResult Of(KeyResult keyResult, Metric metric, DateOnly today, params double[] weeks) =>
        EvaluatedKeyResult.Of(
            keyResult,
            new MetricSeries(
                metric,
                [
                    .. weeks.Select(
                        (value, week) =>
                            new Measurement
                            {
                                MetricId = metric.Id,
                                On = First.AddDays(7 * week),
                                Value = value,
                                RecordedAt = Now,
                                Source = MeasurementSource.Manual,
                            }
                    ),
                ],
                []
            ),
            today,
            null
        );

    /// <summary>Thirteen weeks around a level, so that there is a band to leave.</summary>
    public static double[] Around(double level, params double[] then) =>
        [.. Enumerable.Range(0, 13).Select(week => level + (week % 2 == 0 ? 0.4 : -0.4)), .. then];
}

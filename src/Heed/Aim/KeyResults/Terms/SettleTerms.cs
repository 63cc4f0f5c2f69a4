using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>Turns what was asked into terms: finds the metric, computes the start from its window, the target from a percentage.</summary>
public sealed class SettleTerms(ReadSeries read, Member me, TimeProvider clock)
{
    public async Task<Outcome<Terms>> Run(
        Id<KeyResult> keyResult,
        TermsRequest asked,
        DateOnly latest,
        string reason,
        CancellationToken stop
    )
    {
        if (await read.Of(asked.Metric!.Value, stop) is not { } measured)
            return Refusal.Missing("metric");
        return Of(keyResult, asked, latest, reason, measured);
    }

    /// <summary>The same on a metric that is at hand.</summary>
    public Outcome<Terms> Of(
        Id<KeyResult> keyResult,
        TermsRequest asked,
        DateOnly latest,
        string reason,
        MetricSeries measured
    )
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.Metric.RetiredAt is not null)
            return Refusal.Conflict($"“{measured.Metric.Name}” is retired. Choose a metric that is still measured.");
        if (Start(asked, measured).Refused(out var refusal, out var start))
            return refusal;
        if (Target(asked, start.Value, measured.Metric).Refused(out refusal, out var target))
            return refusal;
        if (PlanPoints.Read(asked.Plan).Refused(out refusal, out var plan))
            return refusal;
        return new Terms
        {
            KeyResultId = keyResult,
            MetricId = measured.Metric.Id,
            BaselineState = asked.BaselineState!.Value,
            Baseline = start.Value,
            BaselineFrom = asked.BaselineState == BaselineState.Known ? asked.BaselineFrom : null,
            BaselineTo = asked.BaselineState == BaselineState.Known ? asked.BaselineTo : null,
            Target = target,
            ByWhen = asked.ByWhen ?? latest,
            Kind = asked.Kind ?? TargetKind.Reach,
            Low = asked.Low,
            Stretch = asked.Stretch,
            Commitment = asked.Commitment ?? Commitment.Committed,
            Weight = asked.Weight ?? 1,
            FirstSignalOn = asked.FirstSignalOn,
            Plan = PlanPoints.Written(plan),
            Reason = reason,
            SetAt = clock.GetUtcNow(),
            SetBy = me.Id,
        };
    }

    /// <summary>A start may be unknown: an answer without a value is not a refusal.</summary>
    readonly record struct KnownOrNot(double? Value);

    static Outcome<KnownOrNot> Start(TermsRequest asked, MetricSeries measured)
    {
        if (asked.BaselineState != BaselineState.Known || asked.Baseline is not null)
            return new KnownOrNot(asked.Baseline);
        if (asked is not { BaselineFrom: { } from, BaselineTo: { } to } || to < from)
            return new Refusal(
                "Say which time the start stands for, from and to: a single month can be a lucky one."
            ).At(nameof(asked.BaselineFrom));
        var inside = measured.Points.Where(p => p.On >= from && p.On <= to).ToList();
        return inside.Count == 0
            ? new Refusal(
                $"“{measured.Metric.Name}” has no point between {Format.Day(from)} and {Format.Day(to)}. Choose another window, give the value, or say that the start is being measured."
            ).At(nameof(asked.BaselineFrom))
            : new KnownOrNot(inside.Average(p => p.Value));
    }

    static Outcome<double> Target(TermsRequest asked, double? start, Metric metric)
    {
        if (asked is { Target: not null, TargetPercent: not null })
            return new Refusal("Give the target as a value or in percent of the start, not both.").At(
                nameof(asked.Target)
            );
        if (asked.TargetPercent is not null && start is null)
            return new Refusal(
                "A change in percent needs a known start. Give the target as a value, or measure the start first."
            ).At(nameof(asked.TargetPercent));
        if ((asked.Target ?? start * (1 + asked.TargetPercent / 100)) is not { } target)
            return new Refusal("Say where it is to go: a target in the metric's own unit.").At(nameof(asked.Target));
        if (target < metric.LowerBound || target > metric.UpperBound)
            return new Refusal(
                $"“{metric.Name}” cannot reach {Format.Number(target)}: it lies between {Bound(metric.LowerBound, "anything")} and {Bound(metric.UpperBound, "anything")}."
            ).At(asked.Target is null ? nameof(asked.TargetPercent) : nameof(asked.Target));
        return target;
    }

    static string Bound(double? bound, string none) => bound is { } value ? Format.Number(value) : none;
}

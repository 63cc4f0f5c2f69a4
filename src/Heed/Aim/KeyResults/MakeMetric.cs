using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>
/// Defines the metric that a key result brings along and records where it stands today. What else describes it is offered
/// by what the field mostly has, and can be changed on its page.
/// </summary>
public sealed class MakeMetric(DefineMetric define, RecordMeasurements record, Workspace here, TimeProvider clock)
{
    public async Task<Outcome<MetricSeries>> Apply(FreshMetric fresh, KeyResultRequest asked, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        ArgumentNullException.ThrowIfNull(asked);
        var today = here.Today(clock);
        MetricRequest described = new()
        {
            Name = fresh.Name,
            Unit = fresh.Unit,
            Wanted = asked.Target < fresh.Now ? Wanted.Down : Wanted.Up,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
        };
        if (DefineMetric.Fault(described) is { } fault)
            return fault;
        if ((await define.Apply(described, stop)).Refused(out var refusal, out var metric))
            return refusal;
        (asked.Metric, asked.Baseline, asked.BaselineFrom, asked.BaselineTo) = (metric.Id, fresh.Now, null, null);
        asked.BaselineState = fresh.Now is null ? BaselineState.Measuring : BaselineState.Known;
        if (fresh.Now is not { } now)
            return new MetricSeries(metric, [], []);
        (asked.BaselineFrom, asked.BaselineTo) = (today, today);
        MeasurementRequest start = new() { On = today, Value = now };
        if ((await record.Plan(metric.Id, [start], MeasurementSource.Manual, stop)).Refused(out refusal, out var plan))
            return refusal.At(nameof(fresh.Now));
        record.Apply(plan);
        return new MetricSeries(metric, plan.New, []);
    }
}

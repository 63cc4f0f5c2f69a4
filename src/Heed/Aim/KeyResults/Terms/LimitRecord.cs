using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>How a limit was kept, period by period of its metric, since its cycle began.</summary>
static class LimitRecord
{
    /// <summary>The newest value of each period; the one that runs counts once it has a value. Unknown is no breach.</summary>
    public static GuardrailRecord Of(Guardrail keeps, MetricSeries measured, DateOnly from, DateOnly to)
    {
        var cadence = measured.Metric.Cadence;
        var newest = measured
            .Points.Where(p => p.On >= from && p.On <= to)
            .GroupBy(p => cadence.PeriodOf(p.On))
            .ToDictionary(g => g.Key, g => g.MaxBy(p => p.On)!.Value);
        var (first, last) = (cadence.PeriodOf(from), cadence.PeriodOf(to));
        // What is measured late is not missing yet.
        var due = cadence.PeriodOf(to.AddDays(-measured.Metric.LagDays));
        return keeps.Over(
            Enumerable
                .Range(first, Math.Max(0, last - first + 1))
                .Where(period => period < due || newest.ContainsKey(period))
                .Select(period => newest.TryGetValue(period, out var value) ? value : (double?)null)
        );
    }

    /// <summary>“Kept in 9 of 12 measured weeks, crossed in 3; 1 not measured.” Empty where nothing was measured.</summary>
    public static string? InWords(this GuardrailRecord record, Cadence cadence)
    {
        var measured = record.Held + record.Breached;
        if (measured == 0)
            return null;
        var crossed = record.WorstBreach is { } worst
            ? $", crossed in {record.Breached}, by {Format.Number(worst)} at worst"
            : "";
        var unknown = record.Unknown > 0 ? $"; {record.Unknown} not measured" : "";
        return $"Kept in {record.Held} of {measured} measured {cadence.Name(measured)}{crossed}{unknown}.";
    }
}

using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>How a health metric kept to its limit, period by period. Counts, never a mean.</summary>
/// <param name="Value">The newest.</param>
public sealed record HealthRecord(GuardrailRecord Record, double? Value, string Unit, string Limits)
{
    /// <param name="since">The first day that counts: when its objective was drafted.</param>
    public static HealthRecord Of(MetricGuardrail limit, MetricSeries measured, DateOnly since, DateOnly today)
    {
        var cadence = measured.Metric.Cadence;
        var points = measured
            .Points.GroupBy(p => cadence.PeriodOf(p.On))
            .ToDictionary(g => g.Key, g => (double?)g.Last().Value);
        // The period of today is not over: without a value it is not unknown yet.
        var (first, last) = (cadence.PeriodOf(since), cadence.PeriodOf(today));
        var values = Enumerable
            .Range(first, Math.Max(0, last - first + 1))
            .Where(period => period < last || points.ContainsKey(period))
            .Select(period => points.GetValueOrDefault(period));
        return new(limit.Rule.Over(values), measured.Newest?.Value, measured.Metric.Unit, limit.Limits);
    }

    public string State => Record.State.ToString().ToLowerInvariant();

    /// <summary>“breached in 3 of 12 measured, 1 unknown; by 0.8 minutes at worst”.</summary>
    public string Says
    {
        get
        {
            var measured = Record.Held + Record.Breached;
            var unknown = Record.Unknown == 0 ? "" : $", {Format.Count(Record.Unknown)} unknown";
            return measured == 0
                ? $"not measured yet{unknown}"
                : $"{(Record.Breached == 0 ? $"held in all {Format.Count(measured)} measured" : $"breached in {Format.Count(Record.Breached)} of {Format.Count(measured)} measured")}{unknown}"
                    + (Record.WorstBreach is { } worst ? $"; {Format.Value(worst, Unit)} beyond at worst" : "");
        }
    }
}

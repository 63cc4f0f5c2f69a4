using Heed.Analytics.Evidence;
using Heed.People;

namespace Heed.Metrics;

/// <summary>A metric on the wire.</summary>
public sealed record MetricView(
    Id<Metric> Id,
    string Name,
    string Unit,
    Wanted Wanted,
    double? WantedLow,
    double? WantedHigh,
    double? LowerBound,
    double? UpperBound,
    MetricKind Kind,
    Timing Timing,
    Cadence Cadence,
    string Population,
    string Formula,
    string Source,
    int LagDays,
    ValueTo? ValueTo,
    Id<Team>? OwnerTeamId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RetiredAt,
    string? ComputedFrom,
    bool IsCount,
    Id<Metric>? CountedAmong
)
{
    public static MetricView Of(Metric metric) =>
        new(
            metric.Id,
            metric.Name,
            metric.Unit,
            metric.Wanted,
            metric.WantedLow,
            metric.WantedHigh,
            metric.LowerBound,
            metric.UpperBound,
            metric.Kind,
            metric.Timing,
            metric.Cadence,
            metric.Population,
            metric.Formula,
            metric.Source,
            metric.LagDays,
            metric.ValueTo,
            metric.OwnerTeamId,
            metric.CreatedAt,
            metric.RetiredAt,
            metric.ComputedFrom,
            metric.IsCount,
            metric.CountedAmong
        );
}

/// <summary>One point on the wire.</summary>
/// <param name="Supersedes">The row that it corrects.</param>
public sealed record MeasurementView(
    Id<Measurement> Id,
    DateOnly On,
    double Value,
    double? Count,
    double? Low,
    double? High,
    string? Note,
    MeasurementSource Source,
    DateTimeOffset RecordedAt,
    Id<Member>? RecordedBy,
    Id<Measurement>? Supersedes
)
{
    public static MeasurementView Of(Measurement row) =>
        new(
            row.Id,
            row.On,
            row.Value,
            row.Count,
            row.Low,
            row.High,
            row.Note,
            row.Source,
            row.RecordedAt,
            row.RecordedBy,
            row.Supersedes
        );
}

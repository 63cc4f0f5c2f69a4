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
    Id<Team>? OwnerTeamId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RetiredAt,
    string? ComputedFrom,
    bool IsSample
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
            metric.OwnerTeamId,
            metric.CreatedAt,
            metric.RetiredAt,
            metric.ComputedFrom,
            metric.IsSample
        );
}

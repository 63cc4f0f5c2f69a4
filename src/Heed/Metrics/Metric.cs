using Heed.People;

namespace Heed.Metrics;

/// <summary>Which way is better.</summary>
public enum Wanted
{
    Up,
    Down,

    /// <summary>Inside <see cref="Metric.WantedLow"/>..<see cref="Metric.WantedHigh"/>.</summary>
    Range,
}

public enum MetricKind
{
    Behaviour,
    Perception,
    Business,
    System,
}

public enum Timing
{
    Leading,
    Lagging,
}

/// <summary>How far apart its points lie; a longer distance is a gap.</summary>
public enum Cadence
{
    Day,
    Week,
    Month,
}

/// <summary>A number with dates: the spine of Heed. Everything that asks “did it move?” asks it of one of these.</summary>
public sealed class Metric : IInWorkspace
{
    public Id<Metric> Id { get; init; } = Id<Metric>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required string Name { get; set; }
    public required string Unit { get; set; }
    public required Wanted Wanted { get; set; }
    public double? WantedLow { get; set; }
    public double? WantedHigh { get; set; }

    /// <summary>What the number can never go below or above, such as 0 and 100 for a share.</summary>
    public double? LowerBound { get; set; }
    public double? UpperBound { get; set; }
    public required MetricKind Kind { get; set; }
    public required Timing Timing { get; set; }
    public required Cadence Cadence { get; set; }
    public string Population { get; set; } = "";
    public string Formula { get; set; } = "";
    public string Source { get; set; } = "";

    /// <summary>Days until an act can be seen in it.</summary>
    public int LagDays { get; set; }
    public Id<Team>? OwnerTeamId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RetiredAt { get; set; }
    public bool IsSample { get; init; }

    /// <summary>What computes this metric by itself, such as one score of one survey; empty when people or programs put the values.</summary>
    public string? ComputedFrom { get; init; }
}

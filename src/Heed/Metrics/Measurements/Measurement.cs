using Heed.People;

namespace Heed.Metrics;

public enum MeasurementSource
{
    Manual,
    Api,
    Import,
    Survey,
    Calendar,
    Sample,
}

/// <summary>One point. Dated by occurrence; never edited: a correction is a new row that supersedes.</summary>
public sealed class Measurement : IInWorkspace
{
    public Id<Measurement> Id { get; init; } = Id<Measurement>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Metric> MetricId { get; init; }

    /// <summary>The first day of the period in which it happened: the day itself, the Monday, the first of the month.</summary>
    public required DateOnly On { get; init; }
    public required double Value { get; init; }

    /// <summary>The answers or cases behind the value, where they are known.</summary>
    public double? Count { get; init; }

    /// <summary>Nothing is behind the value any more: the answers it came from were taken back.</summary>
    public bool IsWithdrawn => Count is 0;

    /// <summary>Withdrawn by a person who said why, which is its note.</summary>
    public bool IsVoid => IsWithdrawn && Supersedes is not null && Source is MeasurementSource.Manual;

    /// <summary>The 95 % interval of this one point, where its source knows it.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public Id<Member>? RecordedBy { get; init; }
    public required MeasurementSource Source { get; init; }
    public string? Note { get; init; }

    /// <summary>The row that this one corrects.</summary>
    public Id<Measurement>? Supersedes { get; init; }
}

/// <summary>A window whose points say what is usual. The newest row counts; every earlier one is kept with its reason.</summary>
public sealed class Baseline : IInWorkspace
{
    public Id<Baseline> Id { get; init; } = Id<Baseline>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Metric> MetricId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset SetAt { get; init; }
    public Id<Member>? SetBy { get; init; }
}

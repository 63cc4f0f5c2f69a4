using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

public enum BaselineState
{
    Known,
    Measuring,
    Unknown,
}

/// <summary>
/// By how much: where it starts, where it is to go, by when, on which metric. Each change is a new row with its reason;
/// the newest counts and the earlier ones stay to be seen.
/// </summary>
public sealed class Terms : IInWorkspace
{
    public Id<Terms> Id { get; init; } = Id<Terms>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<KeyResult> KeyResultId { get; init; }
    public required Id<Metric> MetricId { get; init; }
    public required BaselineState BaselineState { get; init; }
    public double? Baseline { get; init; }

    /// <summary>The window that the baseline stands for: one month may be a lucky one.</summary>
    public DateOnly? BaselineFrom { get; init; }
    public DateOnly? BaselineTo { get; init; }
    public required double Target { get; init; }
    public required DateOnly ByWhen { get; init; }

    /// <summary>Whether the target is a place to go to or a limit to keep.</summary>
    public TargetKind Kind { get; init; }

    /// <summary>The lowest allowed value of a range, whose highest is the target.</summary>
    public double? Low { get; init; }

    /// <summary>Where it would be at its very best.</summary>
    public double? Stretch { get; init; }

    /// <summary>What the team means by the target.</summary>
    public Commitment Commitment { get; init; }

    /// <summary>What it counts in the mean of its objective, beside the others.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The day before which no signal is expected, so that pace is not judged.</summary>
    public DateOnly? FirstSignalOn { get; init; }

    /// <summary>The steps of a plan that is no straight line, one a line.</summary>
    public string? Plan { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset SetAt { get; init; }
    public Id<Member>? SetBy { get; init; }
}

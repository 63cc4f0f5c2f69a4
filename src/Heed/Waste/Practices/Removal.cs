using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>
/// The trial of doing without a practice, and what was asked before: “do not take down a fence before you know why it was
/// put up” (Chesterton, The Thing, 1929).
/// </summary>
public sealed class Removal : IInWorkspace
{
    public Id<Removal> Id { get; init; } = Id<Removal>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required string ReliedOn { get; init; }
    public required string Prevented { get; init; }
    public required string LastCaught { get; init; }
    public required string Undo { get; init; }

    /// <summary>On which metric its going will be seen.</summary>
    public required Id<Metric> MetricId { get; init; }

    /// <summary>The metric counts the very hours that the practice takes, so that what it falls by has come back.</summary>
    public bool CountsHours { get; init; }

    /// <summary>What must not get worse while it is gone; never empty, EF Core alone leaves it open.</summary>
    public MetricGuardrail? Guardrail { get; set; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The trial, once it is planned.</summary>
    public Id<Trial>? TrialId { get; set; }
}

using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>Somebody's claim that a practice matters to an outcome. A claim is no evidence: a verdict is.</summary>
public sealed class OutcomeClaim : IInWorkspace
{
    public Id<OutcomeClaim> Id { get; init; } = Id<OutcomeClaim>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required Id<Metric> MetricId { get; init; }
    public required string Reason { get; init; }

    /// <summary>A trial that does more of the practice, or less, and is judged on that outcome.</summary>
    public Id<Trial>? TrialId { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>What was promised beside what came of it, on one day. Kept for ever: scoring anew adds another.</summary>
public sealed class CaseScore : IInWorkspace
{
    public const int LongestSays = 2000;

    public Id<CaseScore> Id { get; init; } = Id<CaseScore>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<BusinessCase> BusinessCaseId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Member> By { get; init; }

    /// <summary>What both are counted in; empty where nothing was measured.</summary>
    public string? Unit { get; init; }
    public double? PromisedLow { get; init; }
    public double? Promised { get; init; }
    public double? PromisedHigh { get; init; }

    /// <summary>What the verdict found, with its interval of 95 %.</summary>
    public double? Realised { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public Id<Trial>? TrialId { get; init; }
    public Id<TrialVerdict>? VerdictId { get; init; }
    public required VerdictWord Word { get; init; }

    /// <summary>What it rests on, in sentences.</summary>
    public required string Says { get; init; }
}

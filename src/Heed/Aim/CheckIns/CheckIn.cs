using Heed.People;

namespace Heed.Aim;

/// <summary>Where a key result stood one day and what the team thought of it. Never edited: a correction is a later one.</summary>
public sealed class CheckIn : IInWorkspace
{
    public Id<CheckIn> Id { get; init; } = Id<CheckIn>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<KeyResult> KeyResultId { get; init; }

    /// <summary>The value as it was known then; empty where nothing had been measured.</summary>
    public double? Value { get; init; }
    public required Confidence Confidence { get; init; }

    /// <summary>One line of what was learned.</summary>
    public string? Learned { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

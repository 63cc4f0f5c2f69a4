using Heed.People;

namespace Heed.Aim;

/// <summary>A finding that somebody looked at and set aside, with the reason. The finding stays to be read; it asks no more.</summary>
public sealed class FindingDismissal : IInWorkspace
{
    public Id<FindingDismissal> Id { get; init; } = Id<FindingDismissal>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<KeyResult> KeyResultId { get; init; }
    public required string Rule { get; init; }

    /// <summary>The words it was about: other words are asked about anew.</summary>
    public required string Words { get; init; }
    public required string Reason { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

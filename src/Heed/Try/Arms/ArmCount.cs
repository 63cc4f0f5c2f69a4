using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>What one day of a trial with two arms counted. A day that was wrong is taken away and counted anew, never written over.</summary>
public sealed class ArmCount : IInWorkspace
{
    public Id<ArmCount> Id { get; init; } = Id<ArmCount>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Trial> TrialId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>In the arm without the change: who was shown, and who of them did it.</summary>
    public required long ControlShown { get; init; }
    public required long ControlDid { get; init; }

    /// <summary>In the arm with it.</summary>
    public required long ChangedShown { get; init; }
    public required long ChangedDid { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Member> By { get; init; }
}

using Heed.People;
using Heed.Storage;

namespace Heed.Try;

public enum StageState
{
    Ahead,
    Now,
    Passed,
    Ended,
}

/// <summary>
/// One stage of exposure of a trial: how much of the whole gets the change, until the day on which it is looked at. Locked with the
/// prediction; what happens on it is noted beside, once.
/// </summary>
public sealed class TrialStage : IInWorkspace
{
    public const int LongestReason = 500;

    public Id<TrialStage> Id { get; init; } = Id<TrialStage>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Trial> TrialId { get; init; }

    /// <summary>From 1, one after the other.</summary>
    public required int Number { get; init; }

    /// <summary>How much of the whole gets the change, in percent.</summary>
    public required double Exposure { get; init; }

    /// <summary>Not before this day is the next stage taken.</summary>
    public required DateOnly LookOn { get; init; }
    public DateTimeOffset? EnteredAt { get; private set; }
    public Id<Member>? EnteredBy { get; private set; }
    public DateTimeOffset? PassedAt { get; private set; }
    public Id<Member>? PassedBy { get; private set; }

    /// <summary>What was seen at its look that let it go on.</summary>
    public string? Reason { get; private set; }

    /// <summary>An end of the trial ends its stages; who, when and why stands at the trial.</summary>
    public StageState State(Trial trial) =>
        PassedAt is not null ? StageState.Passed
        : trial.State is TrialState.Stopped or TrialState.Undone ? StageState.Ended
        : EnteredAt is null ? StageState.Ahead
        : trial.State is TrialState.Adopted ? StageState.Passed
        : StageState.Now;

    internal void Enter(Id<Member> by, DateTimeOffset at) => (EnteredAt, EnteredBy) = (at, by);

    internal void Pass(string reason, Id<Member> by, DateTimeOffset at) =>
        (PassedAt, PassedBy, Reason) = (at, by, reason);
}

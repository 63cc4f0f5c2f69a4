using Heed.People;
using Heed.Storage;

namespace Heed.Try;

public enum TargetState
{
    Set,
    Pursued,
    Reached,
    Expired,
}

public enum TargetAct
{
    /// <summary>Follows from its first experiment.</summary>
    Pursue,
    Reach,
    Expire,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="Past">Said after its words: “was reached”.</param>
/// <param name="Needs">Said after how the target condition stands, where the act is refused.</param>
public sealed record TargetWay(
    TargetAct Act,
    IReadOnlyList<TargetState> From,
    TargetState To,
    string Past,
    string Needs
);

/// <summary>The states of a target condition. Both ends need a reflection; no way moves its day.</summary>
public static class TargetMoves
{
    public static IReadOnlyList<TargetWay> All { get; } =
    [
        new(
            TargetAct.Pursue,
            [TargetState.Set],
            TargetState.Pursued,
            "is pursued",
            "Only one that is set is begun with."
        ),
        new(
            TargetAct.Reach,
            [TargetState.Pursued],
            TargetState.Reached,
            "was reached",
            "One that is pursued by an experiment can be reached."
        ),
        new(
            TargetAct.Expire,
            [TargetState.Set, TargetState.Pursued],
            TargetState.Expired,
            "has expired",
            "Set the next one."
        ),
    ];

    public static TargetWay Of(TargetAct act) => All.Single(m => m.Act == act);

    public static bool IsEnd(this TargetState state) => state is TargetState.Reached or TargetState.Expired;
}

/// <summary>A move that was made, with the reflection where it is an end. Kept for ever.</summary>
public sealed class TargetMove : IInWorkspace
{
    public const int LongestReason = 2000;

    public Id<TargetMove> Id { get; init; } = Id<TargetMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<TargetCondition> TargetConditionId { get; init; }
    public required TargetAct Act { get; init; }
    public required TargetState From { get; init; }
    public required TargetState To { get; init; }
    public required string Reason { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

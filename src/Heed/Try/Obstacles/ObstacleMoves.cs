using Heed.People;
using Heed.Storage;

namespace Heed.Try;

public enum ObstacleState
{
    Parked,
    Working,
    Dissolved,
    Accepted,
    BecameWaste,
    BecameTension,
}

public enum ObstacleAct
{
    Work,
    Park,
    Dissolve,
    Accept,
    LeaveToWaste,
    LeaveToTension,
    Reopen,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="Past">What whoever did it has done: “parked”.</param>
/// <param name="Needs">Said after how the obstacle stands, where the act is refused.</param>
public sealed record ObstacleWay(
    ObstacleAct Act,
    IReadOnlyList<ObstacleState> From,
    ObstacleState To,
    string Past,
    string Needs
);

/// <summary>The states of an obstacle and every way between them: page, API and tests read this table.</summary>
public static class ObstacleMoves
{
    const string ReopenFirst = "Reopen it first, with what you saw.";

    static readonly ObstacleState[] Open = [ObstacleState.Parked, ObstacleState.Working];

    public static IReadOnlyList<ObstacleWay> All { get; } =
    [
        new(
            ObstacleAct.Work,
            [ObstacleState.Parked],
            ObstacleState.Working,
            "took up",
            "One that is parked is taken up; reopen another one first."
        ),
        new(
            ObstacleAct.Park,
            [ObstacleState.Working],
            ObstacleState.Parked,
            "parked",
            "Only one that is worked on is parked."
        ),
        new(ObstacleAct.Dissolve, Open, ObstacleState.Dissolved, "dissolved", ReopenFirst),
        new(ObstacleAct.Accept, Open, ObstacleState.Accepted, "accepted", ReopenFirst),
        new(ObstacleAct.LeaveToWaste, Open, ObstacleState.BecameWaste, "left to Waste", ReopenFirst),
        new(ObstacleAct.LeaveToTension, Open, ObstacleState.BecameTension, "called a tension", ReopenFirst),
        new(
            ObstacleAct.Reopen,
            [ObstacleState.Dissolved, ObstacleState.Accepted, ObstacleState.BecameWaste, ObstacleState.BecameTension],
            ObstacleState.Parked,
            "reopened",
            "It is open."
        ),
    ];

    public static ObstacleWay Of(ObstacleAct act) => All.Single(m => m.Act == act);

    /// <summary>What may be chosen of an obstacle that stands so.</summary>
    public static IReadOnlyList<ObstacleAct> Choices(ObstacleState state) =>
        [.. All.Where(m => m.From.Contains(state)).Select(m => m.Act)];
}

/// <summary>What an act rests on: for which target condition, by which trial or experiment.</summary>
public sealed record ObstacleBasis(
    Id<TargetCondition>? For = null,
    Id<Trial>? Trial = null,
    Id<ExperimentRecord>? Experiment = null
);

/// <summary>A move that was made. Kept for ever.</summary>
public sealed class ObstacleMove : IMove<ObstacleMove>
{
    public const int LongestReason = 1000;

    public Id<ObstacleMove> Id { get; init; } = Id<ObstacleMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Obstacle> ObstacleId { get; init; }
    public required ObstacleAct Act { get; init; }
    public required ObstacleState From { get; init; }
    public required ObstacleState To { get; init; }
    public required string Reason { get; init; }
    public Id<TargetCondition>? TargetConditionId { get; init; }
    public Id<Trial>? TrialId { get; init; }
    public Id<ExperimentRecord>? ExperimentId { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

using Heed.People;
using Heed.Storage;
using Heed.Ui;

namespace Heed.Aim;

public enum DependencyState
{
    Requested,
    Accepted,
    Declined,

    /// <summary>The other team does not do it, and the one that asked has said what it does then.</summary>
    RiskOwned,
    Met,
    Withdrawn,
}

public enum DependencyAct
{
    Accept,
    Decline,
    OwnRisk,
    Meet,
    AskAgain,
    Withdraw,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="IsTheirs">The team that is asked does it; otherwise the team that asked.</param>
/// <param name="Past">What whoever did it has done.</param>
/// <param name="Wants">What is missing where no reason is given.</param>
/// <param name="Needs">Said after how it stands, where the act is refused.</param>
public sealed record DependencyWay(
    DependencyAct Act,
    IReadOnlyList<DependencyState> From,
    DependencyState To,
    bool IsTheirs,
    string Past,
    string Wants,
    string Needs
);

/// <summary>The states of a dependency and every way between them: page, API and tests read this table.</summary>
public static class DependencyMoves
{
    public static IReadOnlyList<DependencyWay> All { get; } =
    [
        new(
            DependencyAct.Accept,
            [DependencyState.Requested],
            DependencyState.Accepted,
            true,
            "accepted",
            "Say what you will do.",
            "Only what waits for an answer is accepted."
        ),
        new(
            DependencyAct.Decline,
            [DependencyState.Requested, DependencyState.Accepted],
            DependencyState.Declined,
            true,
            "declined",
            "Say why: the other team plans by it.",
            "Only what waits or was accepted is declined."
        ),
        new(
            DependencyAct.OwnRisk,
            [DependencyState.Declined],
            DependencyState.RiskOwned,
            false,
            "owns the risk of",
            "Say what you do without it.",
            "A risk is owned once the other team has declined."
        ),
        new(
            DependencyAct.Meet,
            [DependencyState.Accepted, DependencyState.RiskOwned],
            DependencyState.Met,
            false,
            "has got",
            "Say what you have now, and how you know.",
            "Only what was promised, or what you found another way for, is met."
        ),
        new(
            DependencyAct.AskAgain,
            [DependencyState.Declined, DependencyState.RiskOwned, DependencyState.Met, DependencyState.Withdrawn],
            DependencyState.Requested,
            false,
            "asked again for",
            "Say what has changed since.",
            "It waits or is promised already."
        ),
        new(
            DependencyAct.Withdraw,
            [DependencyState.Requested, DependencyState.Accepted, DependencyState.Declined, DependencyState.RiskOwned],
            DependencyState.Withdrawn,
            false,
            "took back",
            "Say why it is not needed any more.",
            "It is over already."
        ),
    ];

    public static DependencyWay Of(DependencyAct act) => All.Single(m => m.Act == act);

    public static IReadOnlyList<DependencyAct> Choices(DependencyState state) =>
        [.. All.Where(m => m.From.Contains(state)).Select(m => m.Act)];

    internal static string Says(this DependencyState state) =>
        state switch
        {
            DependencyState.Requested => "waits for an answer",
            DependencyState.Accepted => "is accepted",
            DependencyState.Declined => "was declined",
            DependencyState.RiskOwned => "was declined, and its risk is owned",
            DependencyState.Met => "is met",
            _ => "was taken back",
        };

    internal static string Word(this DependencyState state) =>
        state is DependencyState.RiskOwned ? "Risk owned" : state.ToString();

    internal static Status Shape(this Dependency dependency, DateOnly today) =>
        dependency.State switch
        {
            _ when dependency.IsLate(today) => Status.OffCourse,
            DependencyState.Accepted => dependency.IsPromisedTooLate ? Status.Watch : Status.OnCourse,
            DependencyState.Declined => Status.OffCourse,
            DependencyState.Met => Status.Held,
            DependencyState.Withdrawn => Status.NotKnown,
            _ => Status.Watch,
        };

    internal static string Word(this Dependency dependency, DateOnly today) =>
        dependency.IsLate(today) ? $"{dependency.State.Word()}, late"
        : dependency.IsPromisedTooLate ? "Accepted, for later than needed"
        : dependency.State.Word();

    internal static string Word(this DependencyAct act) =>
        act switch
        {
            DependencyAct.Accept => "We do it",
            DependencyAct.Decline => "We do not",
            DependencyAct.OwnRisk => "We own the risk",
            DependencyAct.Meet => "It is met",
            DependencyAct.AskAgain => "Ask again",
            _ => "Take it back",
        };
}

/// <summary>A move that was made. Kept for ever.</summary>
public sealed class DependencyMove : IMove<DependencyMove>
{
    public const int LongestReason = 1000;

    public Id<DependencyMove> Id { get; init; } = Id<DependencyMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Dependency> DependencyId { get; init; }
    public required DependencyAct Act { get; init; }
    public required DependencyState From { get; init; }
    public required DependencyState To { get; init; }
    public required string Reason { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

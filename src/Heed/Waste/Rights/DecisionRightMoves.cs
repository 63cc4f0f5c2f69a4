using Heed.People;
using Heed.Storage;
using Heed.Ui;

namespace Heed.Waste;

public enum DecisionRightState
{
    Live,
    Expired,
    Reversed,
}

public enum DecisionRightAct
{
    Renew,
    Reverse,
    GrantAgain,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="Needs">Said after how the right stands, where the act is refused.</param>
public sealed record DecisionRightWay(
    DecisionRightAct Act,
    IReadOnlyList<DecisionRightState> From,
    DecisionRightState To,
    string Past,
    string Needs
);

/// <summary>The states of a decision right and every way between them; it expires by its last day. Page, API and tests read this table.</summary>
public static class DecisionRightMoves
{
    public static IReadOnlyList<DecisionRightWay> All { get; } =
    [
        new(
            DecisionRightAct.Renew,
            [DecisionRightState.Live, DecisionRightState.Expired],
            DecisionRightState.Live,
            "renewed",
            "Grant it again, with a reason."
        ),
        new(
            DecisionRightAct.Reverse,
            [DecisionRightState.Live],
            DecisionRightState.Reversed,
            "reversed",
            "Only one that is live is taken back."
        ),
        new(
            DecisionRightAct.GrantAgain,
            [DecisionRightState.Reversed],
            DecisionRightState.Live,
            "granted again",
            "Renew it instead."
        ),
    ];

    public static DecisionRightWay Of(DecisionRightAct act) => All.Single(m => m.Act == act);

    public static IReadOnlyList<DecisionRightAct> Choices(DecisionRightState state) =>
        [.. All.Where(m => m.From.Contains(state)).Select(m => m.Act)];

    internal static string Says(this DecisionRightState state) =>
        state switch
        {
            DecisionRightState.Live => "is live",
            DecisionRightState.Expired => "has expired",
            _ => "was reversed",
        };

    internal static Status Shape(this DecisionRightState state) =>
        state switch
        {
            DecisionRightState.Live => Status.OnCourse,
            DecisionRightState.Expired => Status.Watch,
            _ => Status.OffCourse,
        };

    internal static string Word(this DecisionRightAct act) =>
        act switch
        {
            DecisionRightAct.Renew => "Renew it",
            DecisionRightAct.Reverse => "Reverse it",
            _ => "Grant it again",
        };

    /// <summary>What a level means for whoever holds it.</summary>
    internal static string Says(this DelegationLevel level) =>
        level switch
        {
            DelegationLevel.Tell => "it is decided above, and you are told",
            DelegationLevel.Sell => "it is decided above, and you are told why",
            DelegationLevel.Consult => "you are asked before it is decided above",
            DelegationLevel.Agree => "you decide it together with those above",
            DelegationLevel.Advise => "you decide it, after hearing advice",
            DelegationLevel.Inquire => "you decide it, and tell afterwards",
            _ => "you decide it, and nobody need be told",
        };

    internal static IReadOnlyList<Choice> Levels { get; } =
    [.. Enum.GetValues<DelegationLevel>().Select(l => new Choice(l.ToString(), $"{(int)l} {l}: {l.Says()}"))];
}

/// <summary>A move that was made. Kept for ever.</summary>
public sealed class DecisionRightMove : IMove<DecisionRightMove>
{
    public const int LongestReason = 1000;

    public Id<DecisionRightMove> Id { get; init; } = Id<DecisionRightMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<DecisionRight> DecisionRightId { get; init; }
    public required DecisionRightAct Act { get; init; }
    public required DecisionRightState From { get; init; }
    public required DecisionRightState To { get; init; }
    public required string Reason { get; init; }

    /// <summary>Its last day from then on.</summary>
    public required DateOnly Until { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

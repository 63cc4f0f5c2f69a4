using Heed.People;
using Heed.Storage;
using Heed.Ui;

namespace Heed.Waste;

public enum LeaderAskState
{
    Asked,
    Taken,
    Removed,
    Refused,
    Withdrawn,
}

public enum LeaderAskAct
{
    Take,
    Remove,
    Refuse,
    AskAgain,
    Withdraw,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="IsLeaders">Whoever was asked does it; otherwise whoever asked.</param>
/// <param name="Past">What whoever did it has done.</param>
/// <param name="Wants">What is missing where no reason is given.</param>
/// <param name="Needs">Said after how the request stands, where the act is refused.</param>
public sealed record LeaderAskWay(
    LeaderAskAct Act,
    IReadOnlyList<LeaderAskState> From,
    LeaderAskState To,
    bool IsLeaders,
    string Past,
    string Wants,
    string Needs
);

/// <summary>The states of a request to a leader and every way between them: page, API and tests read this table.</summary>
public static class LeaderAskMoves
{
    static readonly LeaderAskState[] Open = [LeaderAskState.Asked, LeaderAskState.Taken];
    static readonly LeaderAskState[] Ends = [LeaderAskState.Removed, LeaderAskState.Refused, LeaderAskState.Withdrawn];

    const string AskFirst = "Whoever asked may ask again.";

    public static IReadOnlyList<LeaderAskWay> All { get; } =
    [
        new(
            LeaderAskAct.Take,
            [LeaderAskState.Asked],
            LeaderAskState.Taken,
            true,
            "took",
            "Say what you do first.",
            "It is taken once."
        ),
        new(
            LeaderAskAct.Remove,
            Open,
            LeaderAskState.Removed,
            true,
            "removed",
            "Say what is different now, where it was met.",
            AskFirst
        ),
        new(
            LeaderAskAct.Refuse,
            Open,
            LeaderAskState.Refused,
            true,
            "refused",
            "Say why: nothing is refused without a reason.",
            AskFirst
        ),
        new(
            LeaderAskAct.AskAgain,
            Ends,
            LeaderAskState.Asked,
            false,
            "asked again for",
            "Say what you meet now.",
            "It waits already."
        ),
        new(
            LeaderAskAct.Withdraw,
            Open,
            LeaderAskState.Withdrawn,
            false,
            "took back",
            "Say why it is not needed any more.",
            AskFirst
        ),
    ];

    public static LeaderAskWay Of(LeaderAskAct act) => All.Single(m => m.Act == act);

    public static IReadOnlyList<LeaderAskAct> Choices(LeaderAskState state) =>
        [.. All.Where(m => m.From.Contains(state)).Select(m => m.Act)];

    internal static string Says(this LeaderAskState state) =>
        state switch
        {
            LeaderAskState.Asked => "is asked and waits",
            LeaderAskState.Taken => "is taken",
            LeaderAskState.Removed => "was removed",
            LeaderAskState.Refused => "was refused",
            _ => "was taken back",
        };

    internal static Status Shape(this LeaderAsk ask, DateOnly today) =>
        ask.State switch
        {
            _ when ask.IsOverdue(today) => Status.OffCourse,
            LeaderAskState.Asked => Status.Watch,
            LeaderAskState.Taken => Status.OnCourse,
            LeaderAskState.Removed => Status.Held,
            _ => Status.NotKnown,
        };

    internal static string Word(this LeaderAskAct act) =>
        act switch
        {
            LeaderAskAct.Take => "Take it",
            LeaderAskAct.Remove => "It is removed",
            LeaderAskAct.Refuse => "Refuse it",
            LeaderAskAct.AskAgain => "Ask again",
            _ => "Take it back",
        };

    internal static string Word(this LeaderRole role) =>
        role switch
        {
            LeaderRole.Administrator => "Administrators",
            LeaderRole.TeamLead => "Leads of teams",
            _ => "Other members",
        };
}

/// <summary>A move that was made. Kept for ever.</summary>
public sealed class LeaderAskMove : IMove<LeaderAskMove>
{
    public const int LongestReason = 1000;

    public Id<LeaderAskMove> Id { get; init; } = Id<LeaderAskMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<LeaderAsk> LeaderAskId { get; init; }
    public required LeaderAskAct Act { get; init; }
    public required LeaderAskState From { get; init; }
    public required LeaderAskState To { get; init; }
    public required string Reason { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>
/// How a meeting stands in the reset of its team. Beside the state of its practice, and not one of those: a practice is gone
/// by a trial of its own, and a reset has one measure for all meetings of the team.
/// </summary>
public enum MeetingState
{
    Standing,
    Rated,
    Cleared,
    ReAdded,
    Gone,
    Watched,
}

public enum MeetingAct
{
    Rate,
    Clear,
    PutBack,
    ReAdd,
    End,
    Watch,
    Return,
}

/// <summary>How a meeting came back after it was cleared.</summary>
public enum MeetingChange
{
    Shorter,
    Rarer,
    FewerPeople,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="Needs">Said after how the meeting stands, where the act is refused.</param>
public sealed record AllowedMeetingMove(
    MeetingAct Act,
    IReadOnlyList<MeetingState> From,
    MeetingState To,
    string Needs
);

/// <summary>The states of a meeting and every way between them: page, API and tests read this table.</summary>
public static class MeetingMoves
{
    const string OnlyCleared = "Only a meeting that a reset cleared comes back.";

    public static IReadOnlyList<AllowedMeetingMove> All { get; } =
    [
        new(
            MeetingAct.Rate,
            [MeetingState.Standing, MeetingState.Rated],
            MeetingState.Rated,
            "Rate it while it stands."
        ),
        new(
            MeetingAct.Clear,
            [MeetingState.Standing, MeetingState.Rated, MeetingState.Watched],
            MeetingState.Cleared,
            "It is cleared already."
        ),
        new(MeetingAct.PutBack, [MeetingState.Cleared], MeetingState.Standing, OnlyCleared),
        new(MeetingAct.ReAdd, [MeetingState.Cleared], MeetingState.ReAdded, OnlyCleared),
        new(MeetingAct.End, [MeetingState.Cleared], MeetingState.Gone, OnlyCleared),
        new(
            MeetingAct.Watch,
            [MeetingState.ReAdded, MeetingState.Gone],
            MeetingState.Watched,
            "It is watched once its reset has ended."
        ),
        new(
            MeetingAct.Return,
            [MeetingState.Gone, MeetingState.Watched],
            MeetingState.Standing,
            "Only what was gone can be there again."
        ),
    ];

    public static AllowedMeetingMove Of(MeetingAct act) => All.Single(m => m.Act == act);
}

/// <summary>One step of a meeting: who, why and when.</summary>
public sealed class MeetingMove : IInWorkspace
{
    public Id<MeetingMove> Id { get; init; } = Id<MeetingMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required MeetingAct Act { get; init; }
    public required MeetingState From { get; init; }
    public required MeetingState To { get; init; }
    public required string Reason { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

public enum HandOffState
{
    Raised,
    Seen,
    BothWritten,
    AgreedFix,
    AgreedTension,
    Escalated,
    Withdrawn,
}

public enum HandOffAct
{
    See,
    Write,
    Reveal,
    AgreeFix,
    AgreeTension,
    Escalate,
    Withdraw,
    BeginRound,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="To">Empty where it stays, or is seen because the other side has written.</param>
/// <param name="Past">What whoever did it has done.</param>
/// <param name="Needs">Said after how the hand-off stands, where the act is refused.</param>
public sealed record HandOffWay(
    HandOffAct Act,
    IReadOnlyList<HandOffState> From,
    HandOffState? To,
    string Past,
    string Needs
);

/// <summary>The states of a hand-off and every way between them: page, API and tests read this table.</summary>
public static class HandOffMoves
{
    const string WriteFirst = "Both sides write their story first.";

    static readonly HandOffState[] Told = [HandOffState.BothWritten, HandOffState.Escalated];

    public static IReadOnlyList<HandOffWay> All { get; } =
    [
        new(
            HandOffAct.See,
            [HandOffState.Raised],
            HandOffState.Seen,
            "has seen",
            "The other side says once that it has seen it."
        ),
        new(
            HandOffAct.Write,
            [HandOffState.Raised, HandOffState.Seen],
            null,
            "wrote a side of",
            "Stories are kept as they were shown. Begin a new round to tell it anew."
        ),
        new(HandOffAct.Reveal, [HandOffState.Seen], HandOffState.BothWritten, "completed", WriteFirst),
        new(HandOffAct.AgreeFix, Told, HandOffState.AgreedFix, "agreed on a fix of", WriteFirst),
        new(HandOffAct.AgreeTension, Told, HandOffState.AgreedTension, "called a tension", WriteFirst),
        new(HandOffAct.Escalate, [HandOffState.BothWritten], HandOffState.Escalated, "escalated", WriteFirst),
        new(
            HandOffAct.Withdraw,
            [HandOffState.Raised, HandOffState.Seen],
            HandOffState.Withdrawn,
            "took back",
            "Both stories are written. Agree on what becomes of them."
        ),
        new(
            HandOffAct.BeginRound,
            [HandOffState.AgreedFix, HandOffState.AgreedTension, HandOffState.Escalated, HandOffState.Withdrawn],
            HandOffState.Raised,
            "began a new round of",
            "This round is not over."
        ),
    ];

    public static HandOffWay Of(HandOffAct act) => All.Single(m => m.Act == act);

    /// <summary>What may be chosen of one that stands so; it is revealed by writing, never by choice.</summary>
    public static IReadOnlyList<HandOffAct> Choices(HandOffState state) =>
        [.. All.Where(m => m.Act != HandOffAct.Reveal && m.From.Contains(state)).Select(m => m.Act)];
}

/// <summary>What a fix leads to.</summary>
public sealed record HandOffBasis(
    Id<Trial>? Trial = null,
    Id<Obstacle>? Obstacle = null,
    Id<Practice>? Practice = null
);

/// <summary>A move that was made. Kept for ever, and never a word of a story in it.</summary>
public sealed class HandOffMove : IMove<HandOffMove>
{
    public const int LongestReason = 1000;

    public Id<HandOffMove> Id { get; init; } = Id<HandOffMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<HandOff> HandOffId { get; init; }
    public required int Round { get; init; }
    public required HandOffAct Act { get; init; }
    public required HandOffSide Side { get; init; }
    public required HandOffState From { get; init; }
    public required HandOffState To { get; init; }
    public required string Reason { get; init; }
    public Id<Trial>? TrialId { get; init; }
    public Id<Obstacle>? ObstacleId { get; init; }
    public Id<Practice>? PracticeId { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

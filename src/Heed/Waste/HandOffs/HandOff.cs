using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

public enum HandOffSide
{
    Giver,
    Taker,
}

/// <summary>
/// Where work goes from one team to another. Each side tells and rates it without seeing the other; both are shown together, and
/// then the two agree on a fix, on a tension to live with, or take both stories above.
/// </summary>
public sealed class HandOff : IInWorkspace, IVersioned
{
    public const int LongestName = 200;
    public const int LongestPromise = 500;

    /// <summary>After so long both sides are asked anew.</summary>
    public const int DaysToNextRound = 365;

    public Id<HandOff> Id { get; init; } = Id<HandOff>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Name { get; set; }

    /// <summary>What the taker may expect of the giver.</summary>
    public required string Promise { get; set; }
    public required Id<Team> GiverId { get; init; }
    public required Id<Team> TakerId { get; init; }

    /// <summary>The practice of kind hand-off that it is, where one is named.</summary>
    public Id<Practice>? PracticeId { get; set; }

    /// <summary>Which side has brought up this round.</summary>
    public required HandOffSide RaisedBy { get; set; }
    public HandOffState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }
    public int Round { get; private set; } = 1;
    public required DateTimeOffset CreatedAt { get; init; }
    public required Id<Member> CreatedBy { get; init; }

    public Id<Team> Of(HandOffSide side) => side == HandOffSide.Giver ? GiverId : TakerId;

    /// <summary>The sides that a member may write for.</summary>
    public IReadOnlyList<HandOffSide> SidesOf(Member me) =>
        [.. Enum.GetValues<HandOffSide>().Where(s => me.MayWriteFor(Of(s)))];

    /// <summary>Why its words stay as they are: both sides have told it by them.</summary>
    /// <param name="wasTold">A round of it was shown to both.</param>
    public Refusal? Locked(bool wasTold) =>
        State is not (HandOffState.Raised or HandOffState.Seen)
            ? Refusal.Conflict(
                $"“{Format.Shortened(Name)}” {State.Says()}, so its words stay. Bring up a new hand-off."
            )
        : wasTold
            ? Refusal.Conflict(
                $"Both sides have told “{Format.Shortened(Name)}” by these words, so they stay. Bring up a new hand-off."
            )
        : null;

    /// <summary>One step, by the table. Who may, and what it rests on, is asked before.</summary>
    public Outcome<HandOffMove> Move(
        HandOffAct act,
        HandOffSide side,
        string? reason,
        Id<Member> by,
        DateTimeOffset at,
        HandOffBasis? basis = null
    )
    {
        var way = HandOffMoves.Of(act);
        if (!way.From.Contains(State))
            return Refusal.Conflict($"“{Format.Shortened(Name)}” {State.Says()}. {way.Needs}");
        if (act == HandOffAct.See && side == RaisedBy)
            return Refusal.Forbidden("The other side says that it has seen it.");
        if (act == HandOffAct.Withdraw && side != RaisedBy)
            return Refusal.Forbidden("The side that has brought it up takes it back.");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say why: both sides read this.").At(nameof(HandOffMove.Reason));
        if (act == HandOffAct.AgreeFix && basis is null or { Trial: null, Obstacle: null, Practice: null })
            return new Refusal(
                "A fix is something that is done. Name the trial, the obstacle or the practice that it leads to."
            ).At(nameof(HandOffFixRequest.LeadsTo));
        var from = State;
        // Whoever writes has seen it.
        State = way.To ?? (State == HandOffState.Raised && side != RaisedBy ? HandOffState.Seen : State);
        if (act == HandOffAct.BeginRound)
            (Round, RaisedBy) = (Round + 1, side);
        if (State != from)
            StateSince = at;
        return new HandOffMove
        {
            HandOffId = Id,
            Round = Round,
            Act = act,
            Side = side,
            From = from,
            To = State,
            Reason = Format.Shortened(reason.Trim(), HandOffMove.LongestReason),
            TrialId = act == HandOffAct.AgreeFix ? basis!.Trial : null,
            ObstacleId = act == HandOffAct.AgreeFix ? basis!.Obstacle : null,
            PracticeId = act == HandOffAct.AgreeFix ? basis!.Practice : null,
            By = by,
            At = at,
        };
    }
}

/// <summary>What a side sees, what would make it easy, and how it rates it. Until both have written, nobody of the other side sees it.</summary>
public sealed class HandOffStory : IInWorkspace
{
    public const int LongestWords = 1000;

    public Id<HandOffStory> Id { get; init; } = Id<HandOffStory>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<HandOff> HandOffId { get; init; }
    public required int Round { get; init; }
    public required HandOffSide Side { get; init; }
    public required string Sees { get; set; }
    public required string Easier { get; set; }
    public required int Rating { get; set; }
    public required Id<Member> By { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>When both were written, and from when on everybody sees it.</summary>
    public DateTimeOffset? RevealedAt { get; set; }

    /// <summary>Whoever is of both sides would see both, so they see only what they wrote themselves.</summary>
    public bool IsSeenBy(Member me, HandOff of)
    {
        bool Is(HandOffSide side) => me.Teams.Any(t => t.TeamId == of.Of(side));
        return RevealedAt is not null
            || By == me.Id
            || (Is(Side) && !Is(Side == HandOffSide.Giver ? HandOffSide.Taker : HandOffSide.Giver));
    }
}

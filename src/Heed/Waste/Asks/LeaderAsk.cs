using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>What a leader was, when asked: sums go by it, never by a person.</summary>
public enum LeaderRole
{
    Administrator,
    TeamLead,
    Member,
}

/// <summary>Something in the way of a team that a named member is asked to remove. It is taken, then removed, or refused with a reason.</summary>
public sealed class LeaderAsk : IInWorkspace, IVersioned
{
    public const int LongestWords = 500;

    /// <summary>After so many working days without an end it is said to be overdue. That is no state: nothing has happened.</summary>
    public const int WorkingDays = 10;

    public Id<LeaderAsk> Id { get; init; } = Id<LeaderAsk>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string What { get; set; }

    /// <summary>The obstacle that it is about, where one is named.</summary>
    public Id<Obstacle>? ObstacleId { get; set; }

    /// <summary>In whose way it is.</summary>
    public required Id<Team> TeamId { get; init; }
    public required Id<Member> LeaderId { get; set; }
    public required LeaderRole LeaderRole { get; set; }
    public required Id<Member> AskedBy { get; init; }
    public required DateOnly AskedOn { get; set; }
    public LeaderAskState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }

    /// <summary>When it came to its end, where it has.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>How often it was asked.</summary>
    public int Times { get; private set; } = 1;
    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsOpen => State is LeaderAskState.Asked or LeaderAskState.Taken;

    /// <summary>Days that it waits, or waited.</summary>
    public int Waited(DateOnly today) => Math.Max(0, (EndedOn ?? today).DayNumber - AskedOn.DayNumber);

    public bool IsOverdue(DateOnly today) => IsOpen && today > DueAfter(AskedOn);

    /// <summary>The last day that is not late; Saturdays and Sundays are not counted.</summary>
    public static DateOnly DueAfter(DateOnly on) => on.AddWorkingDays(WorkingDays);

    /// <summary>Why its words stay as they are.</summary>
    public Refusal? Locked() =>
        IsOpen
            ? null
            : Refusal.Conflict(
                $"“{Format.Shortened(What)}” {State.Says()}, so its words stay. Ask again, or ask anew."
            );

    /// <summary>Whether somebody has dealt with it: from then on it stays with whom was asked.</summary>
    public bool IsDealtWith => State != LeaderAskState.Asked || Times > 1;

    /// <summary>Somebody else is asked in the place of whom was asked, who has not answered; their ten days begin.</summary>
    public Outcome<LeaderAsk> AskInstead(Id<Member> leader, LeaderRole role, DateTimeOffset at, DateOnly on)
    {
        if (leader == LeaderId)
            return this;
        if (IsDealtWith)
            return Refusal
                .Conflict(
                    "It was dealt with already, so it stays with whom was asked. Ask somebody else in a new request."
                )
                .At(nameof(LeaderAskRequest.Leader));
        (LeaderId, LeaderRole, AskedOn, StateSince) = (leader, role, on, at);
        return this;
    }

    /// <summary>Those asked on this day or before are late by today.</summary>
    public static DateOnly LateSince(DateOnly today)
    {
        var day = today.AddDays(-WorkingDays - 1);
        while (DueAfter(day) >= today)
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>One step, by the table.</summary>
    /// <param name="on">The workspace's day of it.</param>
    public Outcome<LeaderAskMove> Move(LeaderAskAct act, string? reason, Id<Member> by, DateTimeOffset at, DateOnly on)
    {
        var way = LeaderAskMoves.Of(act);
        if (!way.From.Contains(State))
            return Refusal.Conflict($"“{Format.Shortened(What)}” {State.Says()}. {way.Needs}");
        if (by != (way.IsLeaders ? LeaderId : AskedBy))
            return Refusal.Forbidden(
                way.IsLeaders
                    ? "Only whoever was asked takes it, removes it or refuses it."
                    : "Only whoever asked asks again or takes it back."
            );
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal(way.Wants).At(nameof(LeaderAskMove.Reason));
        var move = new LeaderAskMove
        {
            LeaderAskId = Id,
            Act = act,
            From = State,
            To = way.To,
            Reason = Format.Shortened(reason.Trim(), LeaderAskMove.LongestReason),
            By = by,
            At = at,
        };
        (State, StateSince) = (way.To, at);
        EndedOn = IsOpen ? null : on;
        if (act == LeaderAskAct.AskAgain)
            (AskedOn, Times) = (on, Times + 1);
        return move;
    }
}

using System.Linq.Expressions;
using Heed.Customers;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>
/// What somebody saw, heard and inferred where a team works. It names steps, never people, and the team that was watched reads
/// it first: a walk is to see the work, not to watch who does it.
/// </summary>
public sealed class WalkNote : IInWorkspace, IVersioned
{
    /// <summary>For so long the team that was watched has it to itself, unless one of them reads it before.</summary>
    public const int WorkingDaysOfItsTeam = 2;
    public const int LongestWords = 1000;
    public const int LongestPlace = 200;
    public const int LongestReason = 500;

    public Id<WalkNote> Id { get; init; } = Id<WalkNote>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }

    /// <summary>Whose work was watched.</summary>
    public required Id<Team> TeamId { get; init; }
    public Id<JourneyStep>? JourneyStepId { get; set; }

    /// <summary>A place of the work, where no step of a customer's way fits.</summary>
    public string? Where { get; set; }
    public string? Saw { get; set; }
    public string? Heard { get; set; }

    /// <summary>What whoever walked makes of it; it stands on what was seen or heard.</summary>
    public string? Inferred { get; set; }
    public required DateOnly On { get; set; }

    /// <summary>The last day on which it is its team's alone, unless one of them has read it before.</summary>
    public required DateOnly TeamFirstUntil { get; init; }
    public required Id<Member> AuthorId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public WalkState State { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public Id<Member>? ReadBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Id<Member>? WithdrawnBy { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Whether the whole workspace sees it on this day.</summary>
    public bool IsShown(DateOnly today) =>
        State == WalkState.Read || (State == WalkState.Waiting && today > TeamFirstUntil);

    /// <summary>Why its words stay as they are: its team, or everybody, has them already.</summary>
    public Refusal? Locked(DateOnly today) =>
        State != WalkState.Waiting
            ? Refusal.Conflict($"This walk note {State.Says()}, so its words stay. Write what you saw in a new one.")
        : IsShown(today) ? Refusal.Conflict("Everybody sees this walk note by now. Write what you saw in a new one.")
        : null;

    /// <summary>One step, by the table. Who may is asked before.</summary>
    public Outcome<WalkNote> Move(WalkAct act, string? because, Id<Member> by, DateTimeOffset at)
    {
        var way = WalkMoves.Of(act);
        if (!way.From.Contains(State))
            return Refusal.Conflict($"This walk note {State.Says()}. {way.Needs}");
        if (act == WalkAct.Withdraw && string.IsNullOrWhiteSpace(because))
            return new Refusal("Say why it is taken back.").At(nameof(WalkWithdrawalRequest.Because));
        State = way.To;
        if (act == WalkAct.Read)
            (ReadAt, ReadBy) = (at, by);
        else
            (WithdrawnAt, WithdrawnBy, WithdrawnBecause) = (at, by, because!.Trim());
        return this;
    }

    /// <summary>The first words of it, for lists.</summary>
    public string Words => Saw ?? Heard ?? Inferred ?? "";

    /// <summary>What may be seen of notes on a day: one's own, those of one's teams, and those that are everybody's by now.</summary>
    internal static Expression<Func<WalkNote, bool>> IsSeenBy(Member me, DateOnly today)
    {
        var (id, mine) = (me.Id, me.Teams.Select(t => t.TeamId).ToList());
        return n =>
            n.AuthorId == id
            || (
                n.State != WalkState.Withdrawn
                && (n.State == WalkState.Read || n.TeamFirstUntil < today || mine.Contains(n.TeamId))
            );
    }
}

/// <summary>An obstacle that was named from a walk note.</summary>
public sealed class WalkObstacle : IInWorkspace
{
    public Id<WalkObstacle> Id { get; init; } = Id<WalkObstacle>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<WalkNote> WalkNoteId { get; init; }
    public required Id<Heed.Try.Obstacle> ObstacleId { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

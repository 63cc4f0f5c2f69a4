using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>
/// What an objective needs of another team, by a day. The other team answers; where it says no, the team that asked says
/// what it does then, so that no risk is nobody's. It never counts in any progress.
/// </summary>
public sealed class Dependency : IInWorkspace, IVersioned
{
    public const int LongestWords = 500;

    public Id<Dependency> Id { get; init; } = Id<Dependency>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Objective> ObjectiveId { get; init; }
    public Objective? Objective { get; init; }

    /// <summary>The team whose objective it is.</summary>
    public required Id<Team> FromTeamId { get; init; }

    /// <summary>The team that is asked.</summary>
    public required Id<Team> ToTeamId { get; init; }
    public required string Needs { get; init; }
    public required DateOnly ByWhen { get; init; }

    /// <summary>The day that the other team promised, where it promised.</summary>
    public DateOnly? PromisedFor { get; private set; }
    public DependencyState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }
    public required DateTimeOffset RequestedAt { get; init; }
    public Id<Member>? RequestedBy { get; init; }

    public bool IsOpen => State is DependencyState.Requested or DependencyState.Accepted;

    /// <summary>The day on which it is to be there: as promised, else as asked.</summary>
    public DateOnly Due => PromisedFor ?? ByWhen;

    public bool IsLate(DateOnly today) => IsOpen && today > Due;

    /// <summary>Promised for later than it is needed.</summary>
    public bool IsPromisedTooLate => State is DependencyState.Accepted && PromisedFor > ByWhen;

    /// <summary>One step, by the table. Whether whoever makes it is of the right team is asked before.</summary>
    public Outcome<DependencyMove> Move(
        DependencyAct act,
        string? reason,
        DateOnly? promised,
        Id<Member> by,
        DateTimeOffset at
    )
    {
        var way = DependencyMoves.Of(act);
        if (!way.From.Contains(State))
            return Refusal.Conflict($"“{Format.Shortened(Needs)}” {State.Says()}. {way.Needs}");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal(way.Wants).At(nameof(DependencyMove.Reason));
        var move = new DependencyMove
        {
            DependencyId = Id,
            Act = act,
            From = State,
            To = way.To,
            Reason = Format.Shortened(reason.Trim(), DependencyMove.LongestReason),
            By = by,
            At = at,
        };
        (State, StateSince) = (way.To, at);
        PromisedFor = act is DependencyAct.Accept ? promised ?? ByWhen : null;
        return move;
    }
}

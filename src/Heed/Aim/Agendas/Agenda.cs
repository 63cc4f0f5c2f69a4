using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

public enum AgendaState
{
    /// <summary>Votes are given and changed, and nobody sees one.</summary>
    Open,

    /// <summary>Median and spread are shown, and no vote is given any more.</summary>
    Revealed,

    /// <summary>Kept as it stood.</summary>
    Closed,
}

public enum AgendaAct
{
    Vote,
    Reveal,
    Write,
    Decide,
    Close,
}

public sealed record AgendaMove(AgendaState From, AgendaAct Act, AgendaState To);

/// <summary>Every way from one state of an agenda to another. Page, API and tests read it here.</summary>
public static class AgendaMoves
{
    public static IReadOnlyList<AgendaMove> All { get; } =
    [
        new(AgendaState.Open, AgendaAct.Vote, AgendaState.Open),
        new(AgendaState.Open, AgendaAct.Write, AgendaState.Open),
        new(AgendaState.Open, AgendaAct.Decide, AgendaState.Open),
        new(AgendaState.Open, AgendaAct.Reveal, AgendaState.Revealed),
        // A team of two can reveal nothing, and still wants to close.
        new(AgendaState.Open, AgendaAct.Close, AgendaState.Closed),
        new(AgendaState.Revealed, AgendaAct.Write, AgendaState.Revealed),
        new(AgendaState.Revealed, AgendaAct.Decide, AgendaState.Revealed),
        new(AgendaState.Revealed, AgendaAct.Close, AgendaState.Closed),
    ];

    public static bool Allows(this AgendaState state, AgendaAct act) => All.Any(m => m.From == state && m.Act == act);
}

/// <summary>What a team looks at together once a month. One a team and month.</summary>
public sealed class Agenda : IInWorkspace, IVersioned
{
    public const int LongestWords = 2000;

    /// <summary>Of the work that was under way.</summary>
    public const int MostWork = 6000;

    /// <summary>From two votes, each of the two would know the other's.</summary>
    public const int FewestVotes = 3;

    public Id<Agenda> Id { get; init; } = Id<Agenda>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }

    /// <summary>The first day of its month.</summary>
    public required DateOnly Month { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required Id<Member> OpenedBy { get; init; }
    public DateTimeOffset? RevealedAt { get; private set; }
    public Id<Member>? RevealedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Id<Member>? ClosedBy { get; private set; }

    /// <summary>How many had voted when the votes were revealed, and of how many.</summary>
    public int? Voted { get; private set; }
    public int? Voters { get; private set; }

    public string? Learned { get; private set; }
    public string? Obstacles { get; private set; }
    public string? NextSteps { get; private set; }

    /// <summary>The trials and initiatives that were under way when it was closed, one a line.</summary>
    public string? Work { get; private set; }

    public AgendaState State =>
        ClosedAt is not null ? AgendaState.Closed
        : RevealedAt is not null ? AgendaState.Revealed
        : AgendaState.Open;

    /// <summary>“the agenda of March 2035”.</summary>
    public string Name => $"the agenda of {Format.Month(Month)}";

    public Outcome<Done> Reveal(int voted, int voters, Id<Member> by, DateTimeOffset at)
    {
        if (Refuses(AgendaAct.Reveal) is { } refusal)
            return refusal;
        (RevealedAt, RevealedBy, Voted, Voters) = (at, by, voted, voters);
        return new Done();
    }

    public Outcome<Done> Write(string? learned, string? obstacles, string? nextSteps)
    {
        if (Refuses(AgendaAct.Write) is { } refusal)
            return refusal;
        (Learned, Obstacles, NextSteps) = (learned, obstacles, nextSteps);
        return new Done();
    }

    public Outcome<Done> Close(string? work, Id<Member> by, DateTimeOffset at)
    {
        if (Refuses(AgendaAct.Close) is { } refusal)
            return refusal;
        (ClosedAt, ClosedBy, Work) = (at, by, work);
        return new Done();
    }

    public Refusal? Refuses(AgendaAct act) =>
        State.Allows(act) ? null
        : State == AgendaState.Closed
            ? Refusal.Conflict($"{Format.Capital(Name)} is closed. It stays as it was; open the one of this month.")
        : act == AgendaAct.Vote
            ? Refusal.Conflict(
                "The votes are revealed, so none is given or changed any more. Say in the check-in how sure you are now."
            )
        : Refusal.Conflict("The votes are revealed already.");
}

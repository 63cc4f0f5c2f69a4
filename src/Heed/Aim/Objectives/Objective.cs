using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

public enum ObjectiveState
{
    Draft,
    Agreed,
    Live,
    Closed,
}

/// <summary>How an objective ended.</summary>
public enum Ending
{
    Reached,
    Partly,
    Missed,
    Withdrawn,
    NoLongerTheRightQuestion,
}

/// <summary>What a team wants to be different for its customers, and why. The team owns it; nobody else writes it.</summary>
public sealed class Objective : IInWorkspace, IVersioned
{
    public Id<Objective> Id { get; init; } = Id<Objective>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public required Id<Cycle> CycleId { get; init; }
    public Cycle? Cycle { get; init; }
    public required string Title { get; set; }
    public required string Why { get; set; }
    public required DateOnly ByWhen { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }
    public DateTimeOffset? AgreedAt { get; private set; }
    public Id<Member>? AgreedBy { get; private set; }
    public DateTimeOffset? LiveAt { get; private set; }
    public Id<Member>? LiveBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Id<Member>? ClosedBy { get; private set; }
    public Ending? Ending { get; private set; }

    /// <summary>What the team says at the end: why it ended so.</summary>
    public string? LastWord { get; private set; }
    public List<KeyResult> KeyResults { get; } = [];

    /// <summary>The objective that this one serves; children explain it, they are never added up.</summary>
    public Id<Objective>? ParentId { get; private set; }

    /// <summary>Why it serves none, where that is said instead.</summary>
    public string? NoParentBecause { get; private set; }

    /// <summary>What would show that it was wrong, asked when it goes live and answered by <see cref="WrongBy"/>.</summary>
    public string? WrongIf { get; private set; }
    public DateOnly? WrongBy { get; private set; }

    /// <summary>Why nobody said what would show it.</summary>
    public string? WrongLeftOut { get; private set; }
    public TripwireAnswer? WrongAnswer { get; private set; }
    public string? WrongSeen { get; private set; }
    public DateTimeOffset? WrongAnsweredAt { get; private set; }
    public Id<Member>? WrongAnsweredBy { get; private set; }

    /// <summary>The objective of an earlier cycle whose key results go on in this one.</summary>
    public Id<Objective>? CarriedFromId { get; init; }

    public bool HasSaidItsTripwire => WrongIf is not null || WrongLeftOut is not null;

    public bool HasSaidItsParent => ParentId is not null || NoParentBecause is not null;

    public ObjectiveState State =>
        ClosedAt is not null ? ObjectiveState.Closed
        : LiveAt is not null ? ObjectiveState.Live
        : AgreedAt is not null ? ObjectiveState.Agreed
        : ObjectiveState.Draft;

    public Outcome<Done> Agree(Id<Member> by, DateTimeOffset at)
    {
        if (State != ObjectiveState.Draft)
            return Refusal.Conflict($"This objective is {Word(State)}; only a draft can be agreed.");
        (AgreedAt, AgreedBy) = (at, by);
        return new Done();
    }

    public Outcome<Done> GoLive(Cycle cycle, Readiness ready, Id<Member> by, DateTimeOffset at)
    {
        if (State == ObjectiveState.Draft)
            return Refusal.Conflict("This objective is a draft. Agree on it first, then it can go live.");
        if (State != ObjectiveState.Agreed)
            return Refusal.Conflict($"This objective is {Word(State)} already.");
        if (cycle.State != CycleState.Open)
            return Refusal.Conflict(
                cycle.State == CycleState.Planning
                    ? $"{cycle.Name} is still being planned. Open the cycle first."
                    : $"{cycle.Name} is closed. Reopen it, or write the objective for another cycle."
            );
        if (ready.Lacks is { } lacks)
            return lacks;
        (LiveAt, LiveBy) = (at, by);
        return new Done();
    }

    public Outcome<Done> Close(Ending ending, string? lastWord, Id<Member> by, DateTimeOffset at)
    {
        if (State == ObjectiveState.Closed)
            return Refusal.Conflict("This objective is closed already. What it became stays as it was said.");
        if (State != ObjectiveState.Live && ending is Aim.Ending.Reached or Aim.Ending.Partly or Aim.Ending.Missed)
            return Refusal.Conflict(
                "This objective was never live, so it was neither reached nor missed. Withdraw it, or say that it is no longer the right question."
            );
        (ClosedAt, ClosedBy, Ending, LastWord) = (at, by, ending, lastWord);
        return new Done();
    }

    /// <summary>Puts it beneath another objective.</summary>
    /// <param name="above">The parent, its parent, and so on up.</param>
    public Outcome<Done> Serve(Objective parent, IReadOnlyCollection<Id<Objective>> above)
    {
        if (State == ObjectiveState.Closed)
            return PlaceStays;
        if (parent.Id == Id)
            return new Refusal("An objective cannot serve itself. Choose another one, or say why it serves none.").At(
                nameof(FamilyRequest.Parent)
            );
        if (parent.TeamId == TeamId)
            return new Refusal(
                $"“{parent.Title}” is of the same team. Choose an objective of another team or of the organisation, or say why it serves none."
            ).At(nameof(FamilyRequest.Parent));
        if (above.Contains(Id))
            return new Refusal(
                $"“{parent.Title}” serves “{Title}” already, so “{Title}” cannot serve it too: they would go in a circle. Choose one further up."
            ).At(nameof(FamilyRequest.Parent));
        (ParentId, NoParentBecause) = (parent.Id, null);
        return new Done();
    }

    /// <summary>It serves no other objective, for this reason.</summary>
    public Outcome<Done> StandAlone(string because)
    {
        if (State == ObjectiveState.Closed)
            return PlaceStays;
        (ParentId, NoParentBecause) = (null, because);
        return new Done();
    }

    /// <summary>What would show it wrong, and by when; or why that is left out. An answer that was given before stays in the history.</summary>
    public Outcome<Done> SetTripwire(string? wrongIf, DateOnly? by, string? leftOut)
    {
        if (State == ObjectiveState.Closed)
            return Refusal.Conflict("This objective is closed. What would have shown it wrong stays as it was said.");
        (WrongIf, WrongBy, WrongLeftOut) = (wrongIf, by, leftOut);
        (WrongAnswer, WrongSeen, WrongAnsweredAt, WrongAnsweredBy) = (null, null, null, null);
        return new Done();
    }

    public Outcome<Done> AnswerTripwire(TripwireAnswer answer, string seen, Id<Member> by, DateTimeOffset at)
    {
        if (WrongIf is null)
            return Refusal.Conflict("Nobody has said what would show this objective wrong. Say that first.");
        if (State != ObjectiveState.Live)
            return Refusal.Conflict(
                $"This objective is {Word(State)}. What would show it wrong is answered while it is live."
            );
        if (WrongAnswer is not null)
            return Refusal.Conflict("This was answered already. Say anew what would show it wrong, then answer that.");
        (WrongAnswer, WrongSeen, WrongAnsweredAt, WrongAnsweredBy) = (answer, seen, at, by);
        return new Done();
    }

    static Refusal PlaceStays => Refusal.Conflict("This objective is closed. What it served stays as it was.");

    public static string Word(ObjectiveState state) => state.ToString().ToLowerInvariant();

    public static string Word(Ending ending) =>
        ending switch
        {
            Aim.Ending.Reached => "reached",
            Aim.Ending.Partly => "partly reached",
            Aim.Ending.Missed => "missed",
            Aim.Ending.Withdrawn => "withdrawn",
            _ => "no longer the right question",
        };
}

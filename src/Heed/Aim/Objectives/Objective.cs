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

    public Outcome<Done> GoLive(Cycle cycle, int keyResults, Id<Member> by, DateTimeOffset at)
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
        if (keyResults == 0)
            return new Refusal("This objective has no key result. Say who will do what by how much, then go live.");
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

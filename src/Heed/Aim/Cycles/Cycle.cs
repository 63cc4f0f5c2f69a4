using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

public enum CycleState
{
    Planning,
    Open,
    Closed,
}

/// <summary>A stretch of time in which teams aim, such as a quarter. It opens, and it closes with who and when.</summary>
public sealed class Cycle : IInWorkspace, IVersioned
{
    public Id<Cycle> Id { get; init; } = Id<Cycle>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Name { get; init; }
    public required DateOnly Start { get; init; }

    /// <summary>The last day; it belongs to the cycle.</summary>
    public required DateOnly End { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public Id<Member>? OpenedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Id<Member>? ClosedBy { get; private set; }

    public CycleState State =>
        ClosedAt is not null ? CycleState.Closed
        : OpenedAt is not null ? CycleState.Open
        : CycleState.Planning;

    public Outcome<Done> Open(Id<Member> by, DateTimeOffset at)
    {
        if (State != CycleState.Planning)
            return Refusal.Conflict($"{Name} has been opened already.");
        (OpenedAt, OpenedBy) = (at, by);
        return new Done();
    }

    public Outcome<Done> Close(Id<Member> by, DateTimeOffset at)
    {
        if (State == CycleState.Planning)
            return Refusal.Conflict($"{Name} has not been opened, so there is nothing to close.");
        if (State == CycleState.Closed)
            return Refusal.Conflict($"{Name} is closed already.");
        (ClosedAt, ClosedBy) = (at, by);
        return new Done();
    }

    public Outcome<Done> Reopen()
    {
        if (State != CycleState.Closed)
            return Refusal.Conflict($"{Name} is not closed.");
        (ClosedAt, ClosedBy) = (null, null);
        return new Done();
    }

    /// <summary>The share of its days that have passed, today and the last day included: day 15 of 30 is a half.</summary>
    public double Elapsed(DateOnly today) => Pace.Elapsed(Start, End, today);
}

using Heed.People;

namespace Heed.Storage;

public enum JobState
{
    Waiting,
    Running,

    /// <summary>It waits for a person.</summary>
    Failed,
    Done,
}

/// <summary>
/// Work that is owed: written in the transaction of the act that owes it, done later by any process. Whoever runs it
/// holds a lease that runs out, so that work of a process that died is taken over.
/// </summary>
public sealed class Job : IInWorkspace
{
    public const int MostTries = 5;

    /// <summary>How long it rests after each failure: a server that is away for an hour is met again after it.</summary>
    static readonly TimeSpan[] Rests =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
    ];

    public Id<Job> Id { get; init; } = Id<Job>.New();
    public Id<Workspace> WorkspaceId { get; init; }

    /// <summary>The name of a <see cref="JobKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of the thing that it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What else it needs to know, in the words of its kind; emptied when it is done.</summary>
    public string Payload { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset Due { get; private set; }

    /// <summary>How often it was begun; a process that died in the middle counts, one that was told to end does not.</summary>
    public int Tries { get; private set; }
    public Guid? LeaseOwner { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }
    public string? LastError { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public DateTimeOffset? FailedAt { get; private set; }

    public static Job Of(string kind, Guid subject, string payload, DateTimeOffset now) =>
        new()
        {
            Kind = kind,
            SubjectId = subject,
            Payload = payload,
            CreatedAt = now,
            Due = now,
        };

    /// <summary>With an id that whoever owes the same finds too.</summary>
    public static Job Of(Id<Job> id, string kind, Guid subject, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Kind = kind,
            SubjectId = subject,
            CreatedAt = now,
            Due = now,
        };

    public static TimeSpan RestAfter(int tries) => Rests[Math.Clamp(tries, 1, Rests.Length) - 1];

    public JobState State(DateTimeOffset now) =>
        DoneAt is not null ? JobState.Done
        : FailedAt is not null ? JobState.Failed
        : LeaseUntil > now ? JobState.Running
        : JobState.Waiting;

    /// <summary>A person has looked at it, and it begins anew.</summary>
    public Outcome<Done> TryAgain(DateTimeOffset now)
    {
        if (DoneAt is not null)
            return Refusal.Conflict("This work is done already.");
        if (FailedAt is null)
            return Refusal.Conflict("This work has not failed: it is tried again by itself.");
        (FailedAt, Tries, Due, LeaseOwner, LeaseUntil) = (null, 0, now, null, null);
        return new Done();
    }
}

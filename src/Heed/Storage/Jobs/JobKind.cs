namespace Heed.Storage;

/// <summary>A kind of work: its name in the table, what people read, and what is run.</summary>
/// <param name="Title">What it does, such as “Store the answers of a file”.</param>
/// <param name="Run">Called by <see cref="RunJob"/> alone, in a scope that has entered the job's workspace.</param>
public sealed record JobKind(
    string Name,
    string Title,
    Func<IServiceProvider, JobLease, CancellationToken, Task<JobEnd>> Run
)
{
    /// <summary>How many of them one process runs at a time. Kinds do not wait for each other.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Whether this process can run it: a file, for one, lies on the disk of the server that took it.</summary>
    public Func<IServiceProvider, Guid, bool> IsHere { get; init; } = static (_, _) => true;

    /// <summary>
    /// What is done when it is tried no more, with the reason: what it held is let go, so that nothing else waits for it for
    /// ever.
    /// </summary>
    public Func<IServiceProvider, JobLease, string, CancellationToken, Task>? GivenUp { get; init; }

    /// <summary>The page of the thing that it is about, where it has one.</summary>
    public Func<Guid, string>? Address { get; init; }
}

/// <summary>Every kind that this version knows.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    readonly Dictionary<string, JobKind> _byName = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public JobKind? Find(string name) => _byName.GetValueOrDefault(name);
}

public enum JobEndKind
{
    Done,
    Later,
    Again,
    Never,
    Repeat,
}

/// <summary>How a run of a job ended.</summary>
/// <param name="After">For work that comes again: how long until then.</param>
public readonly record struct JobEnd(JobEndKind Kind, string Because, TimeSpan After = default)
{
    public static readonly JobEnd Done = new(JobEndKind.Done, "");

    /// <summary>Its time has not come; this was no try.</summary>
    public static readonly JobEnd Later = new(JobEndKind.Later, "");

    /// <summary>It failed this time, and may go better after a rest.</summary>
    public static JobEnd Again(string because) => new(JobEndKind.Again, because);

    /// <summary>It is done for now, and is owed again after a while.</summary>
    public static JobEnd Repeat(TimeSpan after) => new(JobEndKind.Repeat, "", after);

    /// <summary>It failed, and trying again by itself would be in vain.</summary>
    public static JobEnd Never(string because) => new(JobEndKind.Never, because);
}

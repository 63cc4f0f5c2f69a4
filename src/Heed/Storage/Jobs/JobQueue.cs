namespace Heed.Storage;

/// <summary>Owes work. The row is part of the caller's transaction; the worker of this process wakes when it is committed.</summary>
public sealed class JobQueue(HeedDb db, TimeProvider clock)
{
    /// <summary>The caller saves.</summary>
    public Id<Job> Add<T>(string kind, Id<T> subject, string payload = "")
    {
        var job = Job.Of(kind, subject.Value, payload, clock.GetUtcNow());
        db.Jobs.Add(job);
        return job.Id;
    }

    /// <summary>
    /// For work that looks at all there is when it begins: one that waits already will see the caller's act, too. The
    /// caller saves, in a transaction that is open now: it keeps the waiting one from beginning before it is committed.
    /// </summary>
    public async Task AddOnce<T>(string kind, Id<T> subject, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Work is owed once only within a transaction.");
        var now = clock.GetUtcNow();
        var waits = await db
            .Jobs.Where(j =>
                j.Kind == kind
                && j.SubjectId == subject.Value
                && j.DoneAt == null
                && j.FailedAt == null
                && j.LeaseOwner == null
            )
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Due, j => j.Due < now ? j.Due : now), stop);
        if (waits == 0)
            Add(kind, subject);
    }

    /// <summary>Whether such work is owed and not given up.</summary>
    public Task<bool> IsOpen<T>(string kind, Id<T> subject, CancellationToken stop) =>
        db.Jobs.AnyAsync(
            j => j.Kind == kind && j.SubjectId == subject.Value && j.DoneAt == null && j.FailedAt == null,
            stop
        );

    /// <summary>Why work that waits to be tried again did not go the last time; null where nothing has gone wrong.</summary>
    public Task<string?> WhyItWaits<T>(Id<T> subject, CancellationToken stop) =>
        db
            .Jobs.Where(j =>
                j.SubjectId == subject.Value && j.DoneAt == null && j.FailedAt == null && j.LastError != null
            )
            .Select(j => j.LastError)
            .FirstOrDefaultAsync(stop);
}

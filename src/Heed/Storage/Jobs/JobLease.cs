namespace Heed.Storage;

/// <summary>The right of one process to run one job, renewed while it goes on. After a process that died it runs out.</summary>
public sealed class JobLease(Job job, Guid owner, TimeProvider clock)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    public Job Job => job;

    public Id<T> SubjectOf<T>() => new(job.SubjectId);

    /// <summary>
    /// False when another process has taken over. In a transaction of the work it is a fence: what is written beside it
    /// is committed by the holder of the lease, or not at all.
    /// </summary>
    public async Task<bool> Renew(HeedDb db, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + Length;
        return await Held(db).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until), stop) == 1;
    }

    internal IQueryable<Job> Held(HeedDb db) =>
        db.Jobs.IgnoreQueryFilters().Where(j => j.Id == job.Id && j.LeaseOwner == owner && j.DoneAt == null);
}

static class FreeJobs
{
    /// <summary>Those whose time has come and that nobody is at work on, nor on another of the same kind and thing.</summary>
    public static IQueryable<Job> Free(this HeedDb db, DateTimeOffset now)
    {
        var all = db.Jobs.IgnoreQueryFilters();
        return all.Where(j =>
            j.DoneAt == null
            && j.FailedAt == null
            && j.Due <= now
            && (j.LeaseUntil == null || j.LeaseUntil < now)
            && !all.Any(other =>
                other.SubjectId == j.SubjectId
                && other.Kind == j.Kind
                && other.Id != j.Id
                && other.DoneAt == null
                && other.LeaseUntil >= now
            )
        );
    }
}

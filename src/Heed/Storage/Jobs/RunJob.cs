using System.Data.Common;
using Heed.People;

namespace Heed.Storage;

/// <summary>
/// Runs one job: takes its lease, renews it, and writes down how it ended. It runs at least once; what a kind does in a
/// transaction with the lease is done once.
/// </summary>
public sealed partial class RunJob(IServiceScopeFactory scopes, JobKinds kinds, TimeProvider clock, ILogger<RunJob> log)
{
    /// <summary>Takes a job for this process; null when it is another's, or its time has not come.</summary>
    internal async Task<JobLease?> Take(Id<Job> id, CancellationToken stop)
    {
        var (me, now) = (Id<JobLease>.Random().Value, clock.GetUtcNow());
        var until = now + JobLease.Length;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var jobs = db.Jobs.IgnoreQueryFilters().AsNoTracking();
        if (await jobs.SingleOrDefaultAsync(j => j.Id == id, stop) is not { } job)
            return null;
        // Two jobs of one thing are two rows: on PostgreSQL each could be taken while nobody sees that the other is.
        await using var turn = await WorkspaceLock.Begin(db, job.WorkspaceId, stop);
        var taken = await db.Free(now)
            .Where(j => j.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.LeaseOwner, me)
                        .SetProperty(j => j.LeaseUntil, until)
                        .SetProperty(j => j.Tries, j => j.Tries + 1),
                stop
            );
        if (taken == 0)
            return null;
        job = await jobs.SingleAsync(j => j.Id == id, stop);
        await turn.CommitAsync(stop);
        return new(job, me, clock);
    }

    /// <summary>
    /// Runs the open job of a thing here and now, with the caller's own services: for whoever waits for it, such as the
    /// command line. False when it is another's, or its time has not come.
    /// </summary>
    public async Task<bool> Now<T>(IServiceProvider within, string kind, Id<T> subject, CancellationToken stop)
    {
        var open = await within
            .GetRequiredService<HeedDb>()
            .Jobs.AsNoTracking()
            .Where(j => j.Kind == kind && j.SubjectId == subject.Value && j.DoneAt == null && j.FailedAt == null)
            .OrderBy(j => j.Id)
            .FirstOrDefaultAsync(stop);
        if (open is null)
            return true;
        return await Take(open.Id, stop) is { } lease && (await Go(lease, within, stop)).Kind != JobEndKind.Later;
    }

    /// <summary>Runs it in a scope of its own.</summary>
    internal async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Go(lease, scope.ServiceProvider, stop);
    }

    async Task<JobEnd> Go(JobLease lease, IServiceProvider services, CancellationToken stop)
    {
        var end = await Try(lease, services, stop);
        if (IsOver(lease, end) && kinds.Find(lease.Job.Kind)?.GivenUp is { } letGo)
            // What cannot be let go either, as on a full disk, is not given up: it is tried again when that may be over.
            end = await LetGo(lease, s => letGo(s, lease, end.Because, stop)) ? end : JobEnd.Repeat(LongRest);
        await Settle(lease, end);
        return end;
    }

    static readonly TimeSpan LongRest = Job.RestAfter(Job.MostTries);

    static bool IsOver(JobLease lease, JobEnd end) =>
        end.Kind == JobEndKind.Never || (end.Kind == JobEndKind.Again && lease.Job.Tries >= Job.MostTries);

    /// <summary>In a scope of its own: what the work has left unsaved is not saved with it.</summary>
    async Task<bool> LetGo(JobLease lease, Func<IServiceProvider, Task> act)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Enter(lease.Job, scope.ServiceProvider, CancellationToken.None);
            if (await lease.Renew(scope.ServiceProvider.GetRequiredService<HeedDb>(), CancellationToken.None))
                await act(scope.ServiceProvider);
            return true;
        }
#pragma warning disable CA1031 // As when the work itself breaks.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Broke(problem, lease.Job.Kind, lease.Job.Id.ToString());
            return false;
        }
    }

    static async Task Enter(Job job, IServiceProvider services, CancellationToken stop)
    {
        var visit = services.GetRequiredService<Visit>();
        if (visit.Workspace?.Id != job.WorkspaceId)
            visit.Enter(await EnterWorkspace.Find(services.GetRequiredService<HeedDb>(), job.WorkspaceId, stop), null);
    }

    async Task<JobEnd> Try(JobLease lease, IServiceProvider services, CancellationToken stop)
    {
        var job = lease.Job;
        if (job.Tries > Job.MostTries)
            return JobEnd.Never(
                $"It was begun {Job.MostTries} times, and each time the process that ran it ended in the middle. Look at the log of the server, then try again."
            );
        if (kinds.Find(job.Kind) is not { } kind)
            return JobEnd.Never(
                $"This version of Heed knows no work of the kind “{job.Kind}”. Start the version that wrote it, and try again there."
            );
        using var over = new CancellationTokenSource();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beating = Beat(lease, ended, over.Token);
        try
        {
            await Enter(job, services, stop);
            return await kind.Run(services, lease, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return JobEnd.Later;
        }
#pragma warning disable CA1031 // One broken job must not stop all others; it is logged and tried again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Broke(problem, kind.Name, job.Id.ToString());
            return JobEnd.Again(InWords(problem));
        }
        finally
        {
            await over.CancelAsync();
            await beating;
        }
    }

    /// <summary>Keeps the lease while the work goes on, and ends the work when another process has it.</summary>
    async Task Beat(JobLease lease, CancellationTokenSource work, CancellationToken over)
    {
        using var beats = new PeriodicTimer(JobLease.Length / 3);
        try
        {
            while (await beats.WaitForNextTickAsync(over))
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    if (await lease.Renew(scope.ServiceProvider.GetRequiredService<HeedDb>(), over))
                        continue;
                    await work.CancelAsync();
                    return;
                }
                catch (DbException problem)
                {
                    Unrenewed(problem, lease.Job.Id.ToString());
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    /// <summary>Written even while Heed is ending: a lease that is given back is taken at once by another process.</summary>
    async Task Settle(JobLease lease, JobEnd end)
    {
        await using var scope = scopes.CreateAsyncScope();
        var held = lease.Held(scope.ServiceProvider.GetRequiredService<HeedDb>());
        var (now, tries) = (clock.GetUtcNow(), lease.Job.Tries);
        var isOver = IsOver(lease, end);
        var because = Format.Shortened(end.Because, 1000);
        var due = now + Job.RestAfter(tries);
        var none = (Guid?)null;
        var never = (DateTimeOffset?)null;
        var settled = end.Kind switch
        {
            JobEndKind.Done => await held.ExecuteUpdateAsync(set =>
                set.SetProperty(j => j.LeaseOwner, none)
                    .SetProperty(j => j.LeaseUntil, never)
                    .SetProperty(j => j.DoneAt, now)
                    .SetProperty(j => j.LastError, (string?)null)
                    .SetProperty(j => j.Payload, "")
            ),
            JobEndKind.Later => await held.ExecuteUpdateAsync(set =>
                set.SetProperty(j => j.LeaseOwner, none)
                    .SetProperty(j => j.LeaseUntil, never)
                    .SetProperty(j => j.Tries, j => j.Tries - 1)
            ),
            JobEndKind.Repeat => await held.ExecuteUpdateAsync(set =>
                set.SetProperty(j => j.LeaseOwner, none)
                    .SetProperty(j => j.LeaseUntil, never)
                    .SetProperty(j => j.Tries, 0)
                    .SetProperty(j => j.LastError, (string?)null)
                    .SetProperty(j => j.Due, now + end.After)
            ),
            _ when isOver => await held.ExecuteUpdateAsync(set =>
                set.SetProperty(j => j.LeaseOwner, none)
                    .SetProperty(j => j.LeaseUntil, never)
                    .SetProperty(j => j.FailedAt, now)
                    .SetProperty(j => j.LastError, because)
            ),
            _ => await held.ExecuteUpdateAsync(set =>
                set.SetProperty(j => j.LeaseOwner, none)
                    .SetProperty(j => j.LeaseUntil, never)
                    .SetProperty(j => j.Due, due)
                    .SetProperty(j => j.LastError, because)
            ),
        };
        if (settled == 0)
            TakenOver(lease.Job.Id.ToString());
    }

    static string InWords(Exception problem) =>
        problem switch
        {
            _ when Faults.InWords(problem) is { Status: not StatusCodes.Status409Conflict } refusal => refusal.Because,
            DbException => $"The database did not answer: {problem.Message}",
            IOException or UnauthorizedAccessException => problem.Message,
            _ => $"Something broke in Heed ({problem.GetType().Name}); the log of the server says what.",
        };

    [LoggerMessage(LogLevel.Error, "Work of the kind {Kind} broke ({Job}); it is tried again.")]
    partial void Broke(Exception problem, string kind, string job);

    [LoggerMessage(LogLevel.Warning, "The lease of {Job} could not be renewed just now.")]
    partial void Unrenewed(Exception problem, string job);

    [LoggerMessage(LogLevel.Warning, "Another process had taken over {Job} before it ended here.")]
    partial void TakenOver(string job);
}

namespace Heed.Storage;

/// <summary>
/// One in each process: begins what is due, each kind beside the others, at once when it was owed by this process and
/// within a round otherwise.
/// </summary>
sealed partial class JobWorker(
    IServiceScopeFactory scopes,
    JobKinds kinds,
    RunJob run,
    JobWakeUp wakeUp,
    TimeProvider clock,
    ILogger<JobWorker> log
) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    /// <summary>How long what is done stays in the list.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    readonly List<(string Kind, Task<JobEnd> Work)> _running = [];
    DateTimeOffset _swept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await wakeUp.Wait(Round, stoppingToken);
                await Begin(stoppingToken);
                await Sweep(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // A round that breaks must not end all later ones.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                RoundBroke(problem);
            }
        }
        // Each gives its lease back.
        await Task.WhenAll(_running.Select(r => r.Work));
    }

    /// <summary>Runs all that is due, and all that this makes due, to its end: for tests, which do not wait.</summary>
    internal async Task Go(CancellationToken stop)
    {
        while (await Begin(stop) > 0)
        {
            var ends = await Task.WhenAll(_running.Select(r => r.Work));
            if (Array.TrueForAll(ends, e => e.Kind == JobEndKind.Later))
                return;
        }
    }

    async Task<int> Begin(CancellationToken stop)
    {
        const int LooksFurther = 20;
        _running.RemoveAll(r => r.Work.IsCompleted);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var (now, begun) = (clock.GetUtcNow(), 0);
        foreach (var name in await db.Free(now).Select(j => j.Kind).Distinct().ToListAsync(stop))
        {
            var kind = kinds.Find(name);
            var room = (kind?.AtOnce ?? 1) - _running.Count(r => r.Kind == name);
            if (room <= 0)
                continue;
            var due = await db.Free(now)
                .Where(j => j.Kind == name)
                .OrderBy(j => j.Due)
                .ThenBy(j => j.Id)
                .Take(room + LooksFurther)
                .Select(j => new { j.Id, j.SubjectId })
                .ToListAsync(stop);
            foreach (var job in due.Where(j => kind?.IsHere(scope.ServiceProvider, j.SubjectId) ?? true))
            {
                if (room == 0)
                    break;
                if (await run.Take(job.Id, stop) is not { } lease)
                    continue;
                _running.Add((name, Task.Run(() => Work(lease, stop), CancellationToken.None)));
                (room, begun) = (room - 1, begun + 1);
            }
        }
        return begun;
    }

    async Task<JobEnd> Work(JobLease lease, CancellationToken stop)
    {
        try
        {
            var end = await run.Run(lease, stop);
            // There is room again; what must wait is looked at in the next round.
            if (end.Kind != JobEndKind.Later)
                wakeUp.Ring();
            return end;
        }
#pragma warning disable CA1031 // How it ended could not be written down; its lease runs out and it is run again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            RoundBroke(problem);
            return JobEnd.Later;
        }
    }

    async Task Sweep(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now - _swept < TimeSpan.FromHours(1))
            return;
        _swept = now;
        await using var scope = scopes.CreateAsyncScope();
        var before = now - Kept;
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        await db.Jobs.IgnoreQueryFilters().Where(j => j.DoneAt < before).ExecuteDeleteAsync(stop);
        await QueryStatistics.Refresh(db, stop);
    }

    [LoggerMessage(LogLevel.Error, "A round of the work in the background broke; it is tried again.")]
    partial void RoundBroke(Exception problem);
}

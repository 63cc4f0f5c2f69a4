using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// Goes round what is to be done: rows that must go, files to try out, imports that must run, scores that must become metrics. Every part
/// can be done again after a crash, and by any process.
/// </summary>
sealed class ImportWorker(IServiceScopeFactory scopes, ImportBell bell, ILogger<ImportWorker> log) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.Wait(Round, stoppingToken);
                await Go(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // One bad import must not stop all later ones; it is logged and tried again.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                log.LogError(problem, "A round of the imports failed; it is tried again.");
            }
        }
    }

    public async Task Go(CancellationToken stop)
    {
        foreach (var import in await Due(Work.Clean, stop))
            await In(import, s => s.GetRequiredService<CleanImport>().Run(import.Id, stop), stop);
        foreach (var import in await Due(Work.Check, stop))
            await In(import, s => s.GetRequiredService<CheckImport>().InBackground(import.Id, stop), stop);
        foreach (var import in await Due(Work.Store, stop))
            await In(import, s => s.GetRequiredService<StoreImport>().Run(import.Id, stop), stop);
        foreach (var import in await Due(Work.Measure, stop))
            await In(import, s => s.GetRequiredService<MeasureScores>().After(import.Id, stop), stop);
    }

    enum Work
    {
        Clean,
        Check,
        Store,
        Measure,
    }

    async Task<List<Import>> Due(Work work, CancellationToken stop)
    {
        const int AtOnce = 20;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var files = scope.ServiceProvider.GetRequiredService<ImportFiles>();
        var imports = db.Imports.IgnoreQueryFilters().AsNoTracking();
        var due = work switch
        {
            Work.Clean => imports.Where(i =>
                i.State != ImportState.Running
                && i.State != ImportState.Done
                && db.Surveys.IgnoreQueryFilters().Any(s => s.TakingIn == i.Id)
            ),
            Work.Check => imports.Free(ImportState.Checking, now),
            Work.Store => imports.Free(ImportState.Running, now),
            _ => imports.Where(i =>
                (i.State == ImportState.Done || i.State == ImportState.Undone) && i.MeasuredAt == null
            ),
        };
        var found = await due.OrderBy(i => i.CreatedAt).Take(AtOnce).ToListAsync(stop);
        // A file lies on the disk of the server that took it.
        return work is Work.Store or Work.Check ? found.FindAll(i => files.Has(i.Id)) : found;
    }

    async Task In(Import import, Func<IServiceProvider, Task> act, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<HeedDb>();
        var workspace = await EnterWorkspace.Find(db, import.WorkspaceId, stop);
        services.GetRequiredService<Visit>().Enter(workspace, null);
        await act(services);
    }
}

/// <summary>Removes the rows of an import that was cancelled, failed or taken back, and opens its survey again.</summary>
public sealed class CleanImport(HeedDb db, StoredResponses stored, ImportFiles files)
{
    public async Task Run(Id<Import> id, CancellationToken stop)
    {
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, stop);
        await stored.Remove(import, stop);
        files.Remove(id);
        await db
            .Surveys.Where(s => s.TakingIn == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.TakingIn, (Id<Import>?)null), stop);
    }
}

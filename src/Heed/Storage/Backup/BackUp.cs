using Heed.People;

namespace Heed.Storage;

/// <summary>
/// Makes the backup that is due or was asked for, as work of the house: by any process that has the folder, one at a time
/// for the whole server.
/// </summary>
public sealed class BackUp(
    HeedDb db,
    Settings settings,
    KeepBackup keep,
    Outbox outbox,
    Visit visit,
    TimeProvider clock
)
{
    public const string Kind = "backup";

    /// <summary>All of them are about the same, so that no two run side by side.</summary>
    internal static readonly Id<BackupFolder> Server = new(new Guid("68656564-6261-8b75-8000-000000000001"));

    /// <summary>Those of every workspace: there is one server to back up.</summary>
    internal static IQueryable<Job> Of(HeedDb db) => db.Jobs.IgnoreQueryFilters().Where(j => j.Kind == Kind);

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        if (
            (await keep.Run(settings.BackupFolder, settings.BackupPassword, settings.BackupKeep, stop)).Refused(
                out var refusal,
                out _
            )
        )
            return JobEnd.Again(refusal.Because);
        var now = clock.GetUtcNow();
        // What failed before, and waits for a person or for another try, was done by this one.
        await Of(db)
            .Where(j => j.Id != lease.Job.Id && j.DoneAt == null && j.LastError != null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.DoneAt, now)
                        .SetProperty(j => j.FailedAt, (DateTimeOffset?)null)
                        .SetProperty(j => j.LastError, (string?)null),
                stop
            );
        return JobEnd.Done;
    }

    /// <summary>
    /// Administrators are told once, not each night until it is mended: those of every organisation, for what each has saved
    /// would be lost. Each mail is owed in the name of an organisation of who gets it, and nobody gets two.
    /// </summary>
    public async Task GiveUp(JobLease lease, string because, CancellationToken stop)
    {
        if (!settings.SendsMail || await Of(db).AnyAsync(j => j.FailedAt != null && j.Id != lease.Job.Id, stop))
            return;
        HashSet<string> told = new(StringComparer.OrdinalIgnoreCase);
        await using var act = await db.Database.BeginTransactionAsync(stop);
        foreach (var workspace in await db.Workspaces.AsNoTracking().OrderBy(w => w.CreatedAt).ToListAsync(stop))
        {
            visit.Enter(workspace, null);
            var addresses = await db
                .Members.Where(m => m.Role == Role.Admin && m.DeactivatedAt == null)
                .Join(db.Users, m => m.PersonId, p => p.Id, (_, p) => p.Email!)
                .ToListAsync(stop);
            foreach (var address in addresses.Where(told.Add))
                // Who declined mail sees it on the page.
                await outbox.Add(lease.SubjectOf<BackupFolder>(), Letter(workspace, address, because), stop);
            await db.SaveChangesAsync(stop);
            // Saved rows are of that organisation, and would be taken for strangers in the next.
            db.Forget();
        }
        await act.CommitAsync(stop);
    }

    OutgoingMail Letter(Workspace here, string to, string because) =>
        new(
            to,
            "Heed could not be backed up",
            [
                $"The backup of {Format.Day(here.DayOf(clock.GetUtcNow()))} was tried several times and failed. {because}",
                "Those from before are still there. Until the cause is mended, what is saved from now on would be lost with the server. You get no further mail about this before a backup has succeeded.",
            ],
            settings.LinkTo("/backups"),
            "See the backups",
            AskedFor: false
        );
}

/// <summary>
/// Owes the backup that is due. The id of the work comes from its moment, so that of several processes one owes it and the
/// others find it there.
/// </summary>
sealed partial class OweBackups(
    IServiceScopeFactory scopes,
    Settings settings,
    TimeProvider clock,
    ILogger<OweBackups> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Backups is null)
            return;
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            try
            {
                await Look(stoppingToken);
            }
#pragma warning disable CA1031 // A look that breaks must not end all later ones.
            catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LookBroke(problem);
            }
        } while (await minutes.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Look(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        if (
            settings.Backups is not { } schedule
            || await db.Workspaces.AsNoTracking().OrderBy(w => w.CreatedAt).ThenBy(w => w.Id).FirstOrDefaultAsync(stop)
                is not { } house
        )
            return;
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(house, null);
        var due = schedule.Last(clock.GetUtcNow(), house.Zone);
        var id = IdOf(due);
        if (await db.Jobs.AnyAsync(j => j.Id == id, stop))
            return;
        db.Jobs.Add(Job.Of(id, BackUp.Kind, BackUp.Server.Value, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException problem) when (Clash.Is(problem))
        {
            // Another process was first.
        }
    }

    /// <summary>As an id of version 7 of that moment.</summary>
    static Id<Job> IdOf(DateTimeOffset due)
    {
        var milliseconds = due.ToUnixTimeMilliseconds();
        return new(
            new Guid((int)(milliseconds >> 16), (short)milliseconds, 0x7000, 0x80, 0, 0x68, 0x65, 0x65, 0x64, 0, 1)
        );
    }

    [LoggerMessage(LogLevel.Error, "Whether a backup is due could not be looked up; it is tried again in a minute.")]
    partial void LookBroke(Exception problem);
}

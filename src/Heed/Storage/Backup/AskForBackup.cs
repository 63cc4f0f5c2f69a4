using Heed.Journal;
using Heed.People;

namespace Heed.Storage;

/// <summary>Has a backup made now, behind the page.</summary>
public sealed class AskForBackup(HeedDb db, Member me, Settings settings, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(CancellationToken stop)
    {
        if (!me.IsAdmin)
            return ReadBackups.NotYours;
        if (settings.BackupFolder.Length == 0)
            return new Refusal("This server does not know where backups go. Whoever runs it sets Heed:BackupFolder.");
        var now = clock.GetUtcNow();
        var open = await BackUp
            .Of(db)
            .AsNoTracking()
            .Where(j => j.DoneAt == null && j.FailedAt == null)
            .ToListAsync(stop);
        // One that rests after a failure is not waited for.
        if (open.Exists(j => j.State(now) is JobState.Running || j.LastError is null))
            return Refusal.Conflict("A backup is being made already.");
        var job = Job.Of(BackUp.Kind, BackUp.Server.Value, "", now);
        db.Jobs.Add(job);
        journal.Write("backup", job.Id, $"{me.Name} had a backup made.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }
}

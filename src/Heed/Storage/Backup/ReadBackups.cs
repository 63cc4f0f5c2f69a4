using Heed.People;

namespace Heed.Storage;

/// <summary>What an administrator reads about backups.</summary>
/// <param name="Running">Since when one is under way.</param>
/// <param name="Trouble">Why the last try failed; empty where it did not.</param>
/// <param name="TriedAgain">Whether that one is tried again by itself.</param>
/// <param name="Next">Empty where none is made by itself.</param>
public sealed record BackupsView(
    LastBackup? Last,
    bool IsOld,
    IReadOnlyList<BackupFile> Files,
    DateTimeOffset? Running,
    string? Trouble,
    bool TriedAgain,
    DateTimeOffset? Next
);

public sealed class ReadBackups(HeedDb db, Member me, Workspace here, Settings settings, TimeProvider clock)
{
    public static readonly Refusal NotYours = Refusal.Forbidden("Only an administrator may see the backups.");

    public async Task<Outcome<BackupsView>> Run(CancellationToken stop)
    {
        if (!me.IsAdmin)
            return NotYours;
        var now = clock.GetUtcNow();
        var last = LastBackup.Of(settings);
        var undone = await BackUp
            .Of(db)
            .AsNoTracking()
            .Where(j => j.DoneAt == null)
            .OrderByDescending(j => j.Id)
            .ToListAsync(stop);
        var running = undone.Find(j => j.State(now) is JobState.Running or JobState.Waiting && j.LastError is null);
        var failed = undone.Find(j => j.LastError is not null);
        return new BackupsView(
            last,
            last is not null && now - last.MadeAt > LastBackup.OldBy(settings),
            settings.BackupFolder.Length > 0 ? new BackupFolder(settings.BackupFolder).All() : [],
            running?.CreatedAt,
            failed?.LastError,
            failed is { FailedAt: null },
            settings.Backups?.Next(now, here.Zone)
        );
    }

    /// <summary>Why the last try failed, wherever it was asked for; null where nothing has gone wrong.</summary>
    public static Task<string?> Trouble(HeedDb db, CancellationToken stop) =>
        BackUp
            .Of(db)
            .Where(j => j.DoneAt == null && j.LastError != null)
            .OrderByDescending(j => j.Id)
            .Select(j => j.LastError)
            .FirstOrDefaultAsync(stop);
}

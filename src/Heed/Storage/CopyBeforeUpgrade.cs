using Microsoft.Data.Sqlite;

namespace Heed.Storage;

/// <summary>
/// The way back, should an upgrade bring something that nobody wants: all as it was, under the name of its last step, in
/// the data folder. On SQLite that is the database itself; on PostgreSQL a backup, read once more, which the version
/// before restores.
/// </summary>
public sealed class CopyBeforeUpgrade(HeedDb db, Settings settings, WriteBackup write)
{
    const int Kept = 3;

    public async Task<Outcome<Done>> Run(string step, CancellationToken stop)
    {
        if (settings.UpgradeWithoutCopy == Settings.Yes)
            return new Done();
        var name = settings.UsesPostgres ? "heed.before-upgrade-from-" : "heed.db.before-upgrade-from-";
        var copy = Path.Combine(settings.Data, $"{name}{step}{(settings.UsesPostgres ? BackupFolder.Ending : "")}");
        var part = copy + ".part";
        try
        {
            OwnFolder.Create(settings.Data);
            // The one before is as good as this until this one is whole.
            if ((await Write(part, stop)).Refused(out var refusal))
                return Sorry(refusal.Because);
            File.Move(part, copy, overwrite: true);
            foreach (var old in Older(name).ToList())
                File.Delete(old);
            return new Done();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            return Sorry(problem.Message);
        }
        finally
        {
            Clear(part);
        }
    }

    /// <summary>What was left half written, and the journal with which SQLite would mend it.</summary>
    static void Clear(string part)
    {
        foreach (var left in (string[])[part, part + "-journal", part + "-wal", part + "-shm"])
            if (File.Exists(left))
                File.Delete(left);
    }

    static Refusal Sorry(string because) =>
        new(
            $"Before the upgrade all is copied into the data folder, and that failed: {because} Nothing was changed. "
                + "Make room there and start again; or, if you have a backup, upgrade without a copy: heed migrate --without-copy."
        );

    async Task<Outcome<Done>> Write(string part, CancellationToken stop)
    {
        Clear(part);
        if (settings.UsesPostgres)
            return (await write.Run(part, null, stop, withDump: false)).Refused(out var refusal, out _)
                ? refusal
                : new Done();
        await using (OwnFolder.New(part)) { }
        await using var to = new SqliteConnection($"Data Source={part};Pooling=False");
        await to.OpenAsync(stop);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(to);
        return new Done();
    }

    IEnumerable<string> Older(string name) =>
        Directory
            .EnumerateFiles(settings.Data, name + "*")
            .Where(f => !f.EndsWith(".part", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal)
            .Skip(Kept);
}

using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Heed.Storage;

/// <summary>Brings the database to this version at start, or says in words why it will not.</summary>
public static class Schema
{
    /// <summary>“heed”: a number that nobody else of this database takes for something else.</summary>
    const long PostgresTurn = 0x68656564;

    public static async Task<Outcome<Done>> Bring(HeedDb db, CancellationToken stop)
    {
        IEnumerable<string> applied;
        try
        {
            if (db.Database.GetDbConnection() is SqliteConnection { DataSource: { Length: > 0 } file })
                OwnFolder.Prepare(file);
            applied = await db.Database.GetAppliedMigrationsAsync(stop);
        }
        catch (Exception problem) when (problem is DbException or IOException or UnauthorizedAccessException)
        {
            return new Refusal(
                $"The database cannot be reached: {problem.Message} Look at Heed:Database and Heed:Data."
            );
        }
        if (Stranger(applied, db.Database.GetMigrations()) is { } stranger)
            return new Refusal($"{stranger} Nothing was changed.");
        // Asked first, so that an ordinary start takes no lock.
        if (!(await db.Database.GetPendingMigrationsAsync(stop)).Any())
            return new Done();
        try
        {
            await Upgrade(db, stop);
            return new Done();
        }
        catch (DbException problem)
        {
            return new Refusal(
                $"The database could not be brought to this version: {problem.Message} Each step is taken whole or not at all, so nothing is half-done. "
                    + "When the cause is mended, start again: it goes on where it stopped. Or go back to the version before, with its backup."
            );
        }
    }

    /// <summary>Why a database with these steps is none that this version may write; empty where it may.</summary>
    public static string? Stranger(IEnumerable<string> applied, IEnumerable<string> known)
    {
        // The id of a step begins with the moment of its making.
        var steps = known.Order(StringComparer.Ordinal).ToList();
        var unknown = applied.Except(steps).Order(StringComparer.Ordinal).ToList();
        if (unknown is not [.., var last])
            return null;
        return string.CompareOrdinal(last, steps[^1]) > 0
            ? $"This database was written by a newer Heed (it has “{last}”, which this version does not know). Start the newer version, or restore a backup made with this one."
            : $"This database was written by an early Heed, from before its steps were kept for good (it has “{last}”, which no later version knows), so it cannot be upgraded. Start the version that wrote it, or begin with an empty database.";
    }

    /// <summary>
    /// One process at a time, each step in a transaction. The lock of EF Core is not enough: on SQLite it is a row, which a
    /// killed process leaves for ever and the next one waits for; on PostgreSQL it is on a table, which two processes make
    /// at once on an empty database. So there is one around it that ends with its process.
    /// </summary>
    static async Task Upgrade(HeedDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (db.Database.GetDbConnection() is SqliteConnection { DataSource: var file })
            {
                await using var turn = await Turn($"{file}.upgrade", stop);
                // Whoever took it is gone, or it would hold the turn.
                if (await HasLocks(db, stop))
                    await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, stop);
                await KeepCopy(db, file, stop);
                await db.Database.MigrateAsync(stop);
            }
            else
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresTurn})", stop);
                await db.Database.MigrateAsync(stop);
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresTurn})", stop);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The way back, should the upgrade bring something that nobody wants: the database as it was, under the name of its last step.</summary>
    static async Task KeepCopy(HeedDb db, string file, CancellationToken stop)
    {
        const int kept = 3;
        if ((await db.Database.GetAppliedMigrationsAsync(stop)).Max(StringComparer.Ordinal) is not { } step)
            return;
        var copy = $"{file}.before-upgrade-from-{step}";
        File.Delete(copy);
        await using (OwnFolder.New(copy)) { }
        await using (var to = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await to.OpenAsync(stop);
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(to);
        }
        var older = Directory
            .EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}.before-upgrade-from-*")
            .OrderDescending(StringComparer.Ordinal)
            .Skip(kept);
        foreach (var old in older.ToList())
            File.Delete(old);
    }

    static async Task<bool> HasLocks(HeedDb db, CancellationToken stop) =>
        await db
            .Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .AnyAsync(stop);

    static async Task<FileStream> Turn(string file, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return OwnFolder.Write(file, FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), stop);
            }
        }
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Heed.Storage;

/// <summary>Brings the database to this version at start, or says in words why it will not.</summary>
public static class Schema
{
    /// <summary>“heed”: a number that nobody else of this database takes for something else.</summary>
    const long PostgresTurn = 0x68656564;

    /// <summary>A table that is there while a restore is under way: see <see cref="RestoreBackup"/>.</summary>
    internal const string UnderRestore = "__HeedRestore";

    /// <param name="keep">Copies what is there, by the name of its last step, before anything is changed.</param>
    public static async Task<Outcome<Done>> Bring(
        HeedDb db,
        CancellationToken stop,
        Func<string, CancellationToken, Task<Outcome<Done>>>? keep = null
    )
    {
        if ((await Look(db, stop)).Refused(out var refusal))
            return refusal;
        return await IsThere(db, UnderRestore, stop)
            ? new Refusal(
                "A backup was being restored here, and that was not finished. Run the same “heed restore” once more: it goes on. Nothing was changed."
            )
            : await To(db, null, keep, stop);
    }

    /// <summary>Whether this version may write here: words why not.</summary>
    internal static async Task<Outcome<Done>> Look(HeedDb db, CancellationToken stop)
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
        return new Done();
    }

    /// <summary>The name of the last step that was taken here; empty where there was none.</summary>
    internal static async Task<string> StepOf(HeedDb db, CancellationToken stop) =>
        (await db.Database.GetAppliedMigrationsAsync(stop)).Max(StringComparer.Ordinal) is { } id
            ? SchemaSteps.Name(id)
            : "";

    /// <summary>Brings it to a step, which is not behind the one that it has; to the last where none is named.</summary>
    internal static async Task<Outcome<Done>> To(
        HeedDb db,
        string? step,
        Func<string, CancellationToken, Task<Outcome<Done>>>? keep,
        CancellationToken stop
    )
    {
        var target = db.Database.GetMigrations().LastOrDefault(id => step is null || SchemaSteps.Name(id) == step);
        // Asked first, so that an ordinary start takes no lock.
        if (!(await db.Database.GetPendingMigrationsAsync(stop)).Contains(target))
            return new Done();
        try
        {
            return await Upgrade(db, target, keep, stop);
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
    static async Task<Outcome<Done>> Upgrade(
        HeedDb db,
        string? target,
        Func<string, CancellationToken, Task<Outcome<Done>>>? keep,
        CancellationToken stop
    )
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (db.Database.GetDbConnection() is SqliteConnection { DataSource: var file })
            {
                await using var turn = await Turn($"{file}.upgrade", stop);
                // Whoever took it is gone, or it would hold the turn.
                if (await IsThere(db, "__EFMigrationsLock", stop))
                    await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, stop);
                return await KeepAndMigrate();
            }
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresTurn})", stop);
            var end = await KeepAndMigrate();
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresTurn})", stop);
            return end;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        async Task<Outcome<Done>> KeepAndMigrate()
        {
            var last = (await db.Database.GetAppliedMigrationsAsync(stop)).Max(StringComparer.Ordinal);
            if (
                keep is not null
                && last is not null
                // Whoever had the turn before may have done all of it.
                && (await db.Database.GetPendingMigrationsAsync(stop)).Any()
                && await IsLivedIn(db, stop)
                && (await keep(last, stop)).Refused(out var refusal)
            )
                return refusal;
            await db.GetService<IMigrator>().MigrateAsync(target, stop);
            return new Done();
        }
    }

    /// <summary>Whether there is somebody, whatever step it has: both tables are there since the first.</summary>
    internal static async Task<bool> IsLivedIn(HeedDb db, CancellationToken stop) =>
        await db
            .Database.SqlQuery<int>(
                $"""
                SELECT (SELECT count(*) FROM "People") + (SELECT count(*) FROM "Workspaces") AS "Value"
                """
            )
            .SingleAsync(stop) > 0;

    internal static async Task<bool> IsThere(HeedDb db, string table, CancellationToken stop) =>
        db.Database.GetDbConnection() is SqliteConnection
            ? await db
                .Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE name = {table}")
                .AnyAsync(stop)
            : await db
                .Database.SqlQuery<string>(
                    $"""SELECT table_name AS "Value" FROM information_schema.tables WHERE table_name = {table} AND table_schema = current_schema()"""
                )
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

namespace Heed.Storage;

/// <summary>Brings the database to this version at start, or says in words why it will not.</summary>
public static class Schema
{
    public static async Task<Outcome<Done>> Bring(HeedDb db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        IEnumerable<string> applied;
        try
        {
            applied = await db.Database.GetAppliedMigrationsAsync(stop);
        }
        catch (System.Data.Common.DbException problem)
        {
            return new Refusal(
                $"The database cannot be reached: {problem.Message} Look at Heed:Database and Heed:Data."
            );
        }

        var newer = applied.Where(m => !known.Contains(m)).ToList();
        if (newer.Count > 0)
            return new Refusal(
                $"This database was written by a newer Heed (it has “{newer[^1]}”, which this version does not know). "
                    + "Start the newer version, or restore a backup made with this one. Nothing was changed."
            );

        // Asked first, so that an ordinary start takes no lock.
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            await Migrate(db, stop);
        return new Done();
    }

    /// <summary>
    /// EF Core's own lock ends on PostgreSQL with each migration, so that two servers which start at once would both apply
    /// the second one. One of the session holds over all of them; who waited for it finds nothing left to do.
    /// </summary>
    static async Task Migrate(HeedDb db, CancellationToken stop)
    {
        if (!db.Database.IsNpgsql() || !await db.Database.CanConnectAsync(stop))
        {
            await db.Database.MigrateAsync(stop);
            return;
        }
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", stop);
            await db.Database.MigrateAsync(stop);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    const long MigrationLock = 0x48656564;
}

namespace Heed.Storage;

/// <summary>Brings the database to this version at start, or says in words why it will not.</summary>
static class Schema
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

        // Asked first, so that an ordinary start takes no lock. EF Core holds a lock of its own while it migrates.
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            await db.Database.MigrateAsync(stop);
        return new Done();
    }
}

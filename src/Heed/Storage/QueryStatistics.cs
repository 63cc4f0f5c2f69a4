namespace Heed.Storage;

/// <summary>
/// What SQLite knows of how many rows there are, by which it chooses an index. It gathers this only when it is asked to, and
/// without it takes a condition that all rows meet for one that few do. PostgreSQL does it by itself.
/// </summary>
public static class QueryStatistics
{
    /// <summary>
    /// Looks again at tables that grew or shrank tenfold since the last look: else next to nothing is done. All tables (0x10000), analysed
    /// where that helps (0x2), by a sample (0x10): https://www.sqlite.org/pragma.html#pragma_optimize
    /// </summary>
    public static async Task Refresh(HeedDb db, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA optimize = 0x10012", stop);
    }
}

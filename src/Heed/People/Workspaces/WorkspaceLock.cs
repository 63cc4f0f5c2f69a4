using Heed.Storage;
using Microsoft.EntityFrameworkCore.Storage;

namespace Heed.People;

/// <summary>
/// A transaction in which this workspace's rules about many rows (an administrator must remain, teams form no cycle)
/// are looked at and kept by one caller at a time.
/// </summary>
public static class WorkspaceLock
{
    public static async Task<IDbContextTransaction> Begin(HeedDb db, Id<Workspace> workspace, CancellationToken stop)
    {
        var turn = await db.Database.BeginTransactionAsync(stop);
        // Writing the row takes its lock on PostgreSQL; SQLite already lets one writer in.
        await db
            .Workspaces.Where(w => w.Id == workspace)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Name, w => w.Name), stop);
        return turn;
    }
}

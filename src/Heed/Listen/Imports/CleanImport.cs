using Heed.Storage;

namespace Heed.Listen;

/// <summary>Removes the rows of an import that was cancelled, failed or taken back, and opens its survey again.</summary>
public sealed class CleanImport(HeedDb db, StoredResponses stored, ImportFiles files)
{
    public const string Kind = "clean-import";

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        var id = lease.SubjectOf<Import>();
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, stop);
        if (import.State is ImportState.Running or ImportState.Done)
            return JobEnd.Never("The import counts, so its answers stay.");
        await stored.Remove(import, stop);
        files.Remove(id);
        await db
            .Surveys.Where(s => s.TakingIn == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.TakingIn, (Id<Import>?)null), stop);
        return JobEnd.Done;
    }
}

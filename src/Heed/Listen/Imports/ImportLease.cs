using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// Who is at work on an import: one process at a time, which renews its lease while it goes on. After one that died
/// another takes over.
/// </summary>
static class ImportLease
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>The imports in a state that nobody is at work on.</summary>
    public static IQueryable<Import> Free(this IQueryable<Import> imports, ImportState state, DateTimeOffset now) =>
        imports.Where(i => i.State == state && (i.LeaseUntil == null || i.LeaseUntil < now));

    /// <summary>Takes an import for oneself; false when it is in another state, or somebody else's.</summary>
    public static async Task<bool> Take(
        HeedDb db,
        Id<Import> id,
        ImportState state,
        Guid me,
        DateTimeOffset now,
        CancellationToken stop
    ) =>
        await db
            .Imports.Where(i => i.Id == id)
            .Free(state, now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(i => i.LeaseOwner, me).SetProperty(i => i.LeaseUntil, now + Length),
                stop
            ) == 1;
}

using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Reads what files of purchases said, the newest first.</summary>
public sealed class ReadLifetimes(HeedDb db)
{
    public Task<LifetimeRun?> Of(Id<LifetimeRun> id, CancellationToken stop) =>
        db.LifetimeRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);

    /// <summary>From before a run on; the last one tells that there are more.</summary>
    public async Task<Listed<LifetimeRun>> Newest(Id<LifetimeRun>? before, int size, CancellationToken stop)
    {
        var wanted = db.LifetimeRuns.AsNoTracking();
        if (before is { } last)
            wanted = wanted.Where(r => r.Id < last);
        return Listed<LifetimeRun>.Of(
            await wanted.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(stop),
            size,
            r => r.Id.ToString()
        );
    }
}

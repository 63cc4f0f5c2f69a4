using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Key results as they stand today, with their metrics: a handful of queries, however many there are.</summary>
public sealed class ReadKeyResults(HeedDb db, ReadSeries read, Workspace here, TimeProvider clock)
{
    public async Task<EvaluatedKeyResult?> Of(Id<KeyResult> id, CancellationToken stop) =>
        (
            await Of(db.KeyResults.AsNoTracking().Include(k => k.Objective!.Cycle).Where(k => k.Id == id), stop)
        ).SingleOrDefault();

    /// <summary>Without those that stand beside the key results by now.</summary>
    internal IQueryable<KeyResult> All() =>
        db.KeyResults.AsNoTracking().Where(k => k.LeftAt == null).Include(k => k.Objective!.Cycle);

    internal async Task<IReadOnlyList<EvaluatedKeyResult>> Of(IQueryable<KeyResult> wanted, CancellationToken stop) =>
        await Read(await wanted.ToListAsync(stop), stop);

    public async Task<IReadOnlyList<EvaluatedKeyResult>> Read(
        IReadOnlyList<KeyResult> keyResults,
        CancellationToken stop
    )
    {
        var measured = await read.Of([.. keyResults.Select(k => k.MetricId).Distinct()], stop);
        var (today, now) = (here.Today(clock), clock.GetUtcNow());
        return [.. keyResults.Select(k => EvaluatedKeyResult.Of(k, measured[k.MetricId], today, now))];
    }

    /// <summary>The check-ins of each, newest first.</summary>
    public async Task<ILookup<Id<KeyResult>, CheckIn>> CheckIns(
        IReadOnlyCollection<Id<KeyResult>> ids,
        DateTimeOffset since,
        CancellationToken stop
    ) =>
        (
            await db
                .CheckIns.AsNoTracking()
                .Where(c => ids.Contains(c.KeyResultId) && c.At >= since)
                .OrderByDescending(c => c.At)
                .ToListAsync(stop)
        ).ToLookup(c => c.KeyResultId);

    /// <summary>What each key result is called, for those who hold only its id.</summary>
    public async Task<IReadOnlyDictionary<Id<KeyResult>, string>> Names(
        IReadOnlyCollection<Id<KeyResult>> ids,
        CancellationToken stop
    ) =>
        await db
            .KeyResults.AsNoTracking()
            .Where(k => ids.Contains(k.Id))
            .ToDictionaryAsync(k => k.Id, k => KeyResult.Named(k.Who, k.DoesWhat), stop);
}

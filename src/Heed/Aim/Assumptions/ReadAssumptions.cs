using Heed.Storage;

namespace Heed.Aim;

/// <summary>The assumptions of an objective, what to test first at the top.</summary>
public sealed class ReadAssumptions(HeedDb db)
{
    public async Task<IReadOnlyList<Assumption>> Of(Id<Objective> id, CancellationToken stop) =>
        [
            .. (
                await db
                    .Assumptions.AsNoTracking()
                    .Where(a => a.ObjectiveId == id)
                    .OrderBy(a => a.Id)
                    .Take(Assumption.Most)
                    .ToListAsync(stop)
            ).OrderByDescending(a => a.Risk),
        ];

    public Task<Assumption?> One(Id<Assumption> id, CancellationToken stop) =>
        db.Assumptions.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop);
}

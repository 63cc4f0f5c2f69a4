using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>A metric in use that has no owner, or that nobody has measured lately.</summary>
public sealed record UntendedMetric(Id<Metric> Id, string Name, bool HasOwner, DateOnly? LastOn, bool IsSilent);

/// <summary>Finds metrics that nobody tends: without an owner, or not measured for 90 days.</summary>
public sealed class FindUntended(HeedDb db, Workspace here, TimeProvider clock)
{
    public const int Most = 50;
    const int SilentDays = 90;

    public async Task<IReadOnlyList<UntendedMetric>> Run(CancellationToken stop)
    {
        var since = here.Today(clock).AddDays(-SilentDays);
        var found = await db
            .Metrics.AsNoTracking()
            .Where(m => m.RetiredAt == null)
            .Select(m => new
            {
                m.Id,
                m.Name,
                m.OwnerTeamId,
                LastOn = db.Measurements.Where(p => p.MetricId == m.Id).Max(p => (DateOnly?)p.On),
            })
            .Where(m => m.OwnerTeamId == null || m.LastOn == null || m.LastOn < since)
            .OrderBy(m => m.Name)
            .ThenBy(m => m.Id)
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. found.Select(m => new UntendedMetric(
                m.Id,
                m.Name,
                m.OwnerTeamId is not null,
                m.LastOn,
                m.LastOn is null || m.LastOn < since
            )),
        ];
    }
}

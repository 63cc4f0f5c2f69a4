using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>A metric in use that has no owner, that nobody has measured lately, or that nobody has looked at.</summary>
/// <param name="LastOn">Its last point.</param>
/// <param name="LookedAtOn">When somebody last looked at its page; empty where nobody has since it was made.</param>
public sealed record UntendedMetric(
    Id<Metric> Id,
    string Name,
    bool HasOwner,
    DateOnly? LastOn,
    bool IsSilent,
    DateOnly? LookedAtOn,
    bool IsUnseen
);

/// <summary>Finds metrics that nobody tends: without an owner, not measured for 90 days, or not looked at for as long.</summary>
public sealed class FindUntended(HeedDb db, Workspace here, TimeProvider clock)
{
    public const int Most = 50;
    const int SilentDays = 90;

    public async Task<IReadOnlyList<UntendedMetric>> Run(CancellationToken stop)
    {
        var since = here.Today(clock).AddDays(-SilentDays);
        // A new one has had no time to be looked at.
        var made = clock.GetUtcNow().AddDays(-SilentDays);
        var found = await db
            .Metrics.AsNoTracking()
            .Where(m => m.RetiredAt == null)
            .Select(m => new
            {
                m.Id,
                m.Name,
                m.OwnerTeamId,
                m.LookedAtOn,
                IsUnseen = m.LookedAtOn == null ? m.CreatedAt < made : m.LookedAtOn < since,
                LastOn = db.Measurements.Where(p => p.MetricId == m.Id).Max(p => (DateOnly?)p.On),
            })
            .Where(m => m.OwnerTeamId == null || m.LastOn == null || m.LastOn < since || m.IsUnseen)
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
                m.LastOn is null || m.LastOn < since,
                m.LookedAtOn,
                m.IsUnseen
            )),
        ];
    }
}

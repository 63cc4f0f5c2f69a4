using Heed.Storage;

namespace Heed.Metrics;

/// <summary>A metric with its current points, oldest first, and the newest baseline.</summary>
public sealed record MetricSeries(Metric Metric, IReadOnlyList<Measurement> Points, Baseline? Baseline);

/// <summary>Reads what is current: superseded rows are left out. Two queries, however many metrics.</summary>
public sealed class ReadSeries(HeedDb db)
{
    public async Task<MetricSeries?> Of(Id<Metric> id, CancellationToken stop) =>
        (await Of([id], stop)).GetValueOrDefault(id);

    public async Task<IReadOnlyDictionary<Id<Metric>, MetricSeries>> Of(
        IReadOnlyCollection<Id<Metric>> ids,
        CancellationToken stop
    )
    {
        var metrics = await db.Metrics.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(stop);
        var found = metrics.Select(m => m.Id).ToList();
        var points = await Current().Where(p => found.Contains(p.MetricId)).OrderBy(p => p.On).ToListAsync(stop);
        var baselines = await db.Baselines.AsNoTracking().Where(b => found.Contains(b.MetricId)).ToListAsync(stop);
        var pointsOf = points.ToLookup(p => p.MetricId);
        var baselineOf = baselines.ToLookup(b => b.MetricId);
        return metrics.ToDictionary(
            m => m.Id,
            m => new MetricSeries(m, [.. pointsOf[m.Id]], baselineOf[m.Id].MaxBy(b => b.SetAt))
        );
    }

    public IQueryable<Measurement> Current() =>
        db.Measurements.AsNoTracking().Where(p => !db.Measurements.Any(later => later.Supersedes == p.Id));
}

using Heed.Analytics.Evidence;
using Heed.Storage;

namespace Heed.Metrics;

public sealed record MetricName(Id<Metric> Id, string Name, string Unit, Cadence Cadence, ValueTo? ValueTo = null);

/// <summary>What metrics are called and counted in, for choosing one and for naming one: no points are read.</summary>
public sealed class NameMetrics(HeedDb db)
{
    /// <summary>Those in use, by name.</summary>
    public async Task<IReadOnlyList<MetricName>> InUse(int most, CancellationToken stop) =>
        await db
            .Metrics.AsNoTracking()
            .Where(m => m.RetiredAt == null)
            .OrderBy(m => m.Name)
            .ThenBy(m => m.Id)
            .Take(most)
            .Select(m => new MetricName(m.Id, m.Name, m.Unit, m.Cadence, m.ValueTo))
            .ToListAsync(stop);

    /// <summary>The one in use that is called so, in whatever capitals.</summary>
    public async Task<MetricName?> Called(string name, CancellationToken stop) =>
        await DefineMetric.Named(db, name, stop) is { } metric
            ? new(metric.Id, metric.Name, metric.Unit, metric.Cadence, metric.ValueTo)
            : null;

    /// <summary>Whether any of some metrics says that its gain is theirs.</summary>
    internal Task<bool> AnyServes(ValueTo gains, IQueryable<Id<Metric>> some, CancellationToken stop) =>
        Serving(gains, some).AnyAsync(stop);

    internal Task<int> CountServing(ValueTo gains, IQueryable<Id<Metric>> some, CancellationToken stop) =>
        Serving(gains, some).CountAsync(stop);

    IQueryable<Metric> Serving(ValueTo gains, IQueryable<Id<Metric>> some) =>
        db.Metrics.Where(m => m.ValueTo == gains && some.Any(id => id == m.Id));

    public async Task<IReadOnlyDictionary<Id<Metric>, MetricName>> Of(
        IReadOnlyCollection<Id<Metric>> ids,
        CancellationToken stop
    ) =>
        await db
            .Metrics.AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .Select(m => new MetricName(m.Id, m.Name, m.Unit, m.Cadence, m.ValueTo))
            .ToDictionaryAsync(m => m.Id, stop);
}

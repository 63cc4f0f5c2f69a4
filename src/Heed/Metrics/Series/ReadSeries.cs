using Heed.Storage;

namespace Heed.Metrics;

/// <summary>The newest current point of a metric.</summary>
public sealed record NewestPoint(DateOnly On, double Value);

/// <summary>Reads what is current: superseded rows are left out. Three queries, however many metrics, and one more where some are counted among others.</summary>
public sealed class ReadSeries(HeedDb db)
{
    public async Task<MetricSeries?> Of(Id<Metric> id, CancellationToken stop) =>
        (await Of([id], stop)).GetValueOrDefault(id);

    public async Task<IReadOnlyDictionary<Id<Metric>, MetricSeries>> Of(
        IReadOnlyCollection<Id<Metric>> ids,
        CancellationToken stop
    ) => await Of(await db.Metrics.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(stop), stop);

    /// <summary>The same for metrics that have been read already: two queries.</summary>
    public async Task<IReadOnlyDictionary<Id<Metric>, MetricSeries>> Of(
        IReadOnlyCollection<Metric> metrics,
        CancellationToken stop
    )
    {
        var found = metrics.Select(m => m.Id).ToList();
        var among = await Among(metrics, stop);
        found.AddRange(among.Select(m => m.Id));
        var points = await Current().Where(p => found.Contains(p.MetricId)).OrderBy(p => p.On).ToListAsync(stop);
        var baselines = await db
            .Baselines.AsNoTracking()
            .Where(b => found.Contains(b.MetricId))
            .OrderBy(b => b.SetAt)
            .ThenBy(b => b.Id)
            .ToListAsync(stop);
        var pointsOf = points.ToLookup(p => p.MetricId);
        var baselinesOf = baselines.ToLookup(b => b.MetricId);
        MetricSeries Made(Metric m, MetricSeries? counts = null) =>
            new(m, [.. pointsOf[m.Id]], [.. baselinesOf[m.Id]], counts);
        var counting = metrics.Concat(among).DistinctBy(m => m.Id).ToDictionary(m => m.Id);
        return metrics.ToDictionary(
            m => m.Id,
            m => Made(m, m.CountedAmong is { } id && counting.TryGetValue(id, out var counts) ? Made(counts) : null)
        );
    }

    /// <summary>What counts those among whom the events of some happen, as far as it is not among them: no question where none counts.</summary>
    async Task<IReadOnlyList<Metric>> Among(IReadOnlyCollection<Metric> metrics, CancellationToken stop)
    {
        var named = metrics.Select(m => m.CountedAmong).OfType<Id<Metric>>().Except(metrics.Select(m => m.Id)).ToList();
        return named.Count == 0
            ? []
            : await db.Metrics.AsNoTracking().Where(m => named.Contains(m.Id)).ToListAsync(stop);
    }

    /// <summary>The metric alone, for whoever needs no point of it.</summary>
    public Task<Metric?> Metric(Id<Metric> id, CancellationToken stop) =>
        db.Metrics.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);

    /// <summary>The same for some of them; who is not here is not among them.</summary>
    public async Task<IReadOnlyDictionary<Id<Metric>, Metric>> Metrics(
        IReadOnlyCollection<Id<Metric>> ids,
        CancellationToken stop
    ) => await db.Metrics.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);

    /// <summary>How many periods have a point from a day on.</summary>
    public Task<int> CountFrom(Id<Metric> id, DateOnly day, CancellationToken stop) =>
        Current().CountAsync(p => p.MetricId == id && p.On >= day && (p.Count == null || p.Count != 0), stop);

    /// <summary>The metric that something computes by itself, where there is one already.</summary>
    public Task<Metric?> ComputedFrom(string from, CancellationToken stop) =>
        db.Metrics.AsNoTracking().SingleOrDefaultAsync(m => m.ComputedFrom == from, stop);

    /// <summary>The same for many at once, by what each is computed from.</summary>
    public async Task<IReadOnlyDictionary<string, MetricSeries>> ComputedFrom(
        IReadOnlyCollection<string> from,
        CancellationToken stop
    )
    {
        var metrics = await db
            .Metrics.AsNoTracking()
            .Where(m => m.ComputedFrom != null && from.Contains(m.ComputedFrom) && m.RetiredAt == null)
            .ToListAsync(stop);
        return (await Of(metrics, stop)).Values.ToDictionary(s => s.Metric.ComputedFrom!);
    }

    /// <summary>The newest point of each metric that has one.</summary>
    public async Task<IReadOnlyDictionary<Id<Metric>, NewestPoint>> Newest(
        IReadOnlyCollection<Id<Metric>> ids,
        CancellationToken stop
    )
    {
        const int AtOnce = 500;
        var points = Current().Where(p => p.Count == null || p.Count != 0);
        Dictionary<Id<Metric>, NewestPoint> newest = [];
        foreach (var chunk in ids.Distinct().Chunk(AtOnce))
        {
            var some = chunk.ToList();
            // Two short questions of the index for each metric; one for both values would number all rows there are.
            var found = await db
                .Metrics.Where(m => some.Contains(m.Id))
                .Select(m => new
                {
                    m.Id,
                    On = points
                        .Where(p => p.MetricId == m.Id)
                        .OrderByDescending(p => p.On)
                        .Select(p => (DateOnly?)p.On)
                        .FirstOrDefault(),
                    Value = points
                        .Where(p => p.MetricId == m.Id)
                        .OrderByDescending(p => p.On)
                        .Select(p => (double?)p.Value)
                        .FirstOrDefault(),
                })
                .ToListAsync(stop);
            foreach (var metric in found)
            {
                if (metric is { On: { } on, Value: { } value })
                    newest.Add(metric.Id, new(on, value));
            }
        }
        return newest;
    }

    internal IQueryable<Measurement> Current() =>
        db.Measurements.AsNoTracking().Where(p => !db.Measurements.Any(later => later.Supersedes == p.Id));
}

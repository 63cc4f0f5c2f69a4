using System.Collections.Concurrent;

namespace Heed.Metrics;

/// <summary>What Home knows of one metric: whether it could have moved, and that it did.</summary>
/// <param name="HasLimits">Whether it has a noise band, so that it counts among those that were looked at.</param>
readonly record struct Looked(bool HasLimits, MovementSummary? Move);

/// <summary>
/// What was computed of each metric, until it gets a new point or baseline: Home then costs two small queries, however
/// many metrics there are. Keyed and rebuildable, so each server process may hold its own.
/// </summary>
sealed class MovementCache
{
    const int Most = 20_000;

    readonly ConcurrentDictionary<Id<Metric>, (CacheKey Key, Looked Looked)> _kept = new();

    public Looked? Of(Id<Metric> id, CacheKey key) =>
        _kept.TryGetValue(id, out var kept) && kept.Key == key ? kept.Looked : null;

    public void Keep(Id<Metric> id, CacheKey key, Looked looked)
    {
        if (_kept.Count >= Most)
            _kept.Clear();
        _kept[id] = (key, looked);
    }
}

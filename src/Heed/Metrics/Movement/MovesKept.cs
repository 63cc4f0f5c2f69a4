using System.Collections.Concurrent;

namespace Heed.Metrics;

/// <summary>
/// What was computed of each metric, until it gets a new point or baseline: Home then costs two small queries, however
/// many metrics there are. Keyed and rebuildable, so each server process may hold its own.
/// </summary>
sealed class MovesKept
{
    const int Most = 20_000;

    readonly ConcurrentDictionary<Id<Metric>, (Stamp Stamp, Move? Move)> _kept = new();

    public bool Knows(Id<Metric> id, Stamp stamp) => _kept.TryGetValue(id, out var kept) && kept.Stamp == stamp;

    public Move? Of(Id<Metric> id, Stamp stamp) =>
        _kept.TryGetValue(id, out var kept) && kept.Stamp == stamp ? kept.Move : null;

    public void Keep(Id<Metric> id, Stamp stamp, Move? move)
    {
        if (_kept.Count >= Most)
            _kept.Clear();
        _kept[id] = (stamp, move);
    }
}

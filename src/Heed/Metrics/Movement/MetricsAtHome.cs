using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>
/// Says on Home which metrics left their noise band: for a period where it is wanted, and for as long as new points confirm
/// it where it is not.
/// </summary>
sealed class MetricsAtHome(HeedDb db, ReadSeries read, Workspace here, TimeProvider clock, MovesKept kept) : IHomeSource
{
    /// <summary>Home shows five; a few more, so that other rooms' sentences can be weighed against them.</summary>
    const int MostSentences = 8;

    /// <summary>Metrics looked at for one visit, those measured last first; the others wait for the next visit.</summary>
    const int MostComputed = 500;
    static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var since = clock.GetUtcNow() - Lately;
        var recent = await db
            .Measurements.Where(p => p.RecordedAt >= since)
            .GroupBy(p => p.MetricId)
            .Select(g => new { g.Key, At = g.Max(p => p.RecordedAt) })
            .ToListAsync(stop);
        if (recent.Count == 0)
            return [];
        var rebased = await db
            .Baselines.GroupBy(b => b.MetricId)
            .Select(g => new { g.Key, At = g.Max(b => b.SetAt) })
            .ToDictionaryAsync(b => b.Key, b => b.At, stop);
        var stamps = recent.ToDictionary(r => r.Key, r => new Stamp(r.At, rebased.GetValueOrDefault(r.Key)));
        await Compute(stamps, stop);
        var moves = stamps
            .Select(s => kept.Of(s.Key, s.Value))
            .OfType<Move>()
            .Where(m => m.IsNews(here.Today(clock)))
            .OrderByDescending(m => m.Weight(here.Today(clock)))
            .ThenBy(m => m.Metric.Value)
            .ToList();
        List<HomeSentence> told = [.. await Words(moves[..Math.Min(moves.Count, MostSentences)], stop)];
        if (moves.Count - MostSentences is > 0 and var more)
            told.Add(
                HomeSentence.Rest(HomeColumn.Moved, more, $"{Format.Count(more, "other metric")} moved", "/metrics")
            );
        return told;
    }

    async Task Compute(Dictionary<Id<Metric>, Stamp> stamps, CancellationToken stop)
    {
        var unknown = stamps
            .Where(s => !kept.Knows(s.Key, s.Value))
            .OrderByDescending(s => s.Value.Recorded)
            .Take(MostComputed)
            .Select(s => s.Key)
            .ToList();
        if (unknown.Count == 0)
            return;
        foreach (var (id, series) in await read.Of(unknown, stop))
            kept.Keep(id, stamps[id], Move.Of(series));
    }

    async Task<IReadOnlyList<HomeSentence>> Words(List<Move> moves, CancellationToken stop)
    {
        var ids = moves.ConvertAll(m => m.Metric);
        var metrics = await db
            .Metrics.AsNoTracking()
            .Where(m => ids.Contains(m.Id) && m.RetiredAt == null)
            .ToDictionaryAsync(m => m.Id, stop);
        return
        [
            .. moves.Where(m => metrics.ContainsKey(m.Metric)).Select(m => m.Say(metrics[m.Metric], here.Today(clock))),
        ];
    }
}

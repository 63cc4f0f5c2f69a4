using Heed.Analytics;
using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>
/// Says on Home which metrics left their noise band: for a period where it is wanted, and for as long as new points confirm
/// it where it is not.
/// </summary>
sealed class MetricsAtHome(
    HeedDb db,
    ReadSeries read,
    ChangesOf changes,
    Workspace here,
    TimeProvider clock,
    MovementCache kept
) : IHomeSource
{
    /// <summary>Home shows five; a few more, so that other rooms' sentences can be weighed against them.</summary>
    const int MostSentences = 8;

    /// <summary>Metrics read at a time: all are looked at, and this bounds what of them is in memory at once.</summary>
    const int AtOnce = 500;
    const double FalseAmongTold = 0.05;
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
        var keys = recent.ToDictionary(r => r.Key, r => new CacheKey(r.At, rebased.GetValueOrDefault(r.Key)));
        var looked = await Look(keys, stop);
        var moves = Allowing(looked)
            .Where(m => m.Move.IsNews(here.Today(clock)))
            .OrderByDescending(m => m.Weight(here.Today(clock)))
            .ThenBy(m => m.Move.Metric.Value)
            .ToList();
        List<HomeSentence> told = [.. await Words(moves[..Math.Min(moves.Count, MostSentences)], stop)];
        if (moves.Count - MostSentences is > 0 and var more)
            told.Add(
                HomeSentence.Rest(HomeColumn.Moved, more, $"{Format.Count(more, "other metric")} moved", "/metrics")
            );
        return told;
    }

    async Task<List<Looked>> Look(Dictionary<Id<Metric>, CacheKey> keys, CancellationToken stop)
    {
        List<Looked> looked = new(keys.Count);
        List<Id<Metric>> unknown = [];
        foreach (var (id, key) in keys)
            if (kept.Of(id, key) is { } known)
                looked.Add(known);
            else
                unknown.Add(id);
        foreach (var some in unknown.Chunk(AtOnce))
        foreach (var (id, series) in await read.Of(some, stop))
        {
            Looked now = new(series.Movement.Band is { HasLimits: true }, MovementSummary.Of(series));
            kept.Keep(id, keys[id], now);
            looked.Add(now);
        }
        return looked;
    }

    /// <summary>Who looks at many metrics finds some beyond their noise by chance: which stand when all are allowed for.</summary>
    static IEnumerable<AllowedMovement> Allowing(List<Looked> looked)
    {
        var compared = looked.Count(l => l.HasLimits);
        var moves = looked.Select(l => l.Move).OfType<MovementSummary>().ToList();
        double[] chances = [.. moves.Select(m => m.Chance), .. Enumerable.Repeat(1.0, compared - moves.Count)];
        var adjusted = AdjustedP.BenjaminiHochberg(chances);
        return moves.Select((move, i) => new AllowedMovement(move, adjusted[i] <= FalseAmongTold, compared));
    }

    async Task<IReadOnlyList<HomeSentence>> Words(List<AllowedMovement> moves, CancellationToken stop)
    {
        var ids = moves.ConvertAll(m => m.Move.Metric);
        var metrics = await db
            .Metrics.AsNoTracking()
            .Where(m => ids.Contains(m.Id) && m.RetiredAt == null)
            .ToDictionaryAsync(m => m.Id, stop);
        var changed = (await changes.Metrics(ids, stop)).ToLookup(c => c.Metric);
        return
        [
            .. moves
                .Where(m => metrics.ContainsKey(m.Move.Metric))
                .Select(m => But(m.Say(metrics[m.Move.Metric], here.Today(clock)), m.Move, changed[m.Move.Metric])),
        ];
    }

    /// <summary>Where it goes the wrong way although a change improved it, one sentence says both.</summary>
    static HomeSentence But(HomeSentence said, MovementSummary move, IEnumerable<DatedChange> changes) =>
        !move.Signal.IsWanted && ChangesOf.ButFor(move.Signal.Value > move.Signal.Usual, changes) is { } but
            ? said with
            {
                Detail = $"{said.Detail}; {but}",
            }
            : said;
}

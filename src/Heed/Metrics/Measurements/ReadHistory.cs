using Heed.Storage;

namespace Heed.Metrics;

/// <summary>Reads what superseded what: every row of each period, the current one first.</summary>
public sealed class ReadHistory(HeedDb db)
{
    public async Task<IReadOnlyDictionary<DateOnly, IReadOnlyList<Measurement>>> Of(
        Id<Metric> id,
        DateOnly from,
        DateOnly to,
        CancellationToken stop
    )
    {
        var rows = await db
            .Measurements.AsNoTracking()
            .Where(p => p.MetricId == id && p.On >= from && p.On <= to)
            .ToListAsync(stop);
        return rows.GroupBy(p => p.On).ToDictionary(g => g.Key, IReadOnlyList<Measurement> (g) => Chain([.. g]));
    }

    /// <summary>Follows the corrections back from the row that nothing corrects.</summary>
    static List<Measurement> Chain(List<Measurement> rows)
    {
        var byId = rows.ToDictionary(p => p.Id);
        var corrected = rows.Where(p => p.Supersedes is not null).Select(p => p.Supersedes!.Value).ToHashSet();
        var chain = new List<Measurement>();
        for (var row = rows.Find(p => !corrected.Contains(p.Id)); row is not null; )
        {
            chain.Add(row);
            row = row.Supersedes is { } before ? byId.GetValueOrDefault(before) : null;
        }
        return chain;
    }
}

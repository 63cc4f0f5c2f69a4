using Heed.Storage;

namespace Heed.Metrics;

/// <param name="Corrected">Points that stood then and were corrected or withdrawn.</param>
/// <param name="Late">Points of those days that came afterwards.</param>
public readonly record struct ChangedSince(int Corrected, int Late)
{
    public bool IsNothing => this is { Corrected: 0, Late: 0 };

    /// <summary>“Two of the points it rests on were corrected since, and one came late”; empty where nothing was.</summary>
    public string Words =>
        (Corrected, Late) switch
        {
            (0, 0) => "",
            (0, _) =>
                $"{Format.Capital(Format.InWords(Late))} {Format.Plural(Late, "point", "points")} of those days came late",
            (_, 0) => Corrections,
            _ => $"{Corrections}, and {Format.InWords(Late)} of those days came late",
        };

    /// <summary>The same behind what a line says of a verdict; empty where nothing was.</summary>
    public string Behind => IsNothing ? "" : $" · {Format.Lower(Words)}";

    string Corrections =>
        $"{Format.Capital(Format.InWords(Corrected))} of the points it rests on {Format.Plural(Corrected, "was", "were")} corrected since";
}

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

    /// <summary>What became of the points of some days since each look at them, in one query however many looks and metrics there are.</summary>
    public async Task<IReadOnlyList<ChangedSince>> Since(
        IReadOnlyList<(Id<Metric> Metric, DateOnly From, DateOnly To, DateTimeOffset At)> looks,
        CancellationToken stop
    )
    {
        if (looks.Count == 0)
            return [];
        var (from, to, at) = (looks.Min(l => l.From), looks.Max(l => l.To), looks.Min(l => l.At));
        var ids = looks.Select(l => l.Metric).Distinct().ToList();
        var rows = await db
            .Measurements.AsNoTracking()
            .Where(p => ids.Contains(p.MetricId) && p.On >= from && p.On <= to && p.RecordedAt > at)
            .Select(p => new
            {
                p.MetricId,
                p.On,
                p.RecordedAt,
                IsCorrection = p.Supersedes != null,
            })
            .ToListAsync(stop);
        var byMetric = rows.ToLookup(r => r.MetricId);
        return
        [
            .. looks.Select(look =>
            {
                var after = byMetric[look.Metric]
                    .Where(r => r.On >= look.From && r.On <= look.To && r.RecordedAt > look.At)
                    .ToList();
                var late = after.Where(r => !r.IsCorrection).Select(r => r.On).ToHashSet();
                var corrected = after.Where(r => r.IsCorrection && !late.Contains(r.On)).Select(r => r.On).Distinct();
                return new ChangedSince(corrected.Count(), late.Count);
            }),
        ];
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

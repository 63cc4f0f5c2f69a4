using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

/// <summary>One screen of metrics with what each did.</summary>
public sealed record ListedMetrics(IReadOnlyList<MetricSeries> Metrics, int All, int Page)
{
    public const int Size = 50;
}

/// <summary>Finds metrics by words, kind and whether they are retired: one query for them, two for their points and baselines.</summary>
public sealed class ListMetrics(HeedDb db, ReadSeries read)
{
    public async Task<ListedMetrics> Page(
        string? words,
        MetricKind? kind,
        bool retired,
        int page,
        CancellationToken stop
    )
    {
        var wanted = Wanted(words, kind, retired);
        var all = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedMetrics.Size - 1) / ListedMetrics.Size));
        var metrics = await wanted
            .OrderBy(m => m.Name)
            .ThenBy(m => m.Id)
            .Skip((page - 1) * ListedMetrics.Size)
            .Take(ListedMetrics.Size)
            .ToListAsync(stop);
        return new(await WithPoints(metrics, stop), all, page);
    }

    public async Task<Listed<MovementView>> After(
        Id<Metric>? after,
        int size,
        string? words,
        MetricKind? kind,
        bool retired,
        CancellationToken stop
    )
    {
        var wanted = Wanted(words, kind, retired);
        if (after is { } id)
            wanted = wanted.Where(m => m.Id > id);
        var part = Listed<Metric>.Of(
            await wanted.OrderBy(m => m.Id).Take(size + 1).ToListAsync(stop),
            size,
            m => m.Id.ToString()
        );
        var series = await WithPoints(part.Items, stop);
        return new([.. series.Select(MovementView.Of)], part.Next);
    }

    async Task<IReadOnlyList<MetricSeries>> WithPoints(IReadOnlyList<Metric> metrics, CancellationToken stop)
    {
        var series = await read.Of(metrics, stop);
        return [.. metrics.Select(m => series[m.Id])];
    }

    IQueryable<Metric> Wanted(string? words, MetricKind? kind, bool retired)
    {
        var wanted = db.Metrics.AsNoTracking().Where(m => m.RetiredAt != null == retired);
        if (kind is { } one)
            wanted = wanted.Where(m => m.Kind == one);
        return MetricWords.Narrow(wanted, words);
    }

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/metrics", Get).WithName("List metrics");

    static async Task<Ok<Listed<MovementView>>> Get(
        ListMetrics list,
        CancellationToken stop,
        Id<Metric>? after = null,
        int? take = null,
        string? words = null,
        MetricKind? kind = null,
        bool retired = false
    ) => TypedResults.Ok(await list.After(after, Part.Size(take), words, kind, retired, stop));
}

/// <summary>Words that a name, a population, a formula or a source holds, whatever their case.</summary>
static class MetricWords
{
    public static IQueryable<Metric> Narrow(IQueryable<Metric> metrics, string? words)
    {
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
#pragma warning disable CA1304, CA1308, CA1311, CA1862 // Translated to SQL, where case is the database's.
            var lower = word.ToLowerInvariant();
            metrics = metrics.Where(m =>
                m.Name.ToLower().Contains(lower)
                || m.Population.ToLower().Contains(lower)
                || m.Source.ToLower().Contains(lower)
            );
#pragma warning restore CA1304, CA1308, CA1311, CA1862
        }
        return metrics;
    }
}

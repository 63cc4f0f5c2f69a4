using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

/// <summary>One screen of metrics with what each did.</summary>
public sealed record ListedMetrics(
    IReadOnlyList<MetricSeries> Metrics,
    int All,
    int Page,
    MetricOrder Order = MetricOrder.Movement
)
{
    public const int Size = 50;
}

/// <summary>The order of a list of metrics.</summary>
public enum MetricOrder
{
    /// <summary>Moved, moved and back, then what stays inside its band, then what cannot be told; each by name.</summary>
    Movement,
    Name,

    /// <summary>The newest measurement first.</summary>
    Measured,
}

/// <summary>Finds metrics by words, kind and whether they are retired: one query for them, two for their points and baselines.</summary>
public sealed class ListMetrics(HeedDb db, ReadSeries read)
{
    /// <summary>More than this are not all computed for one look; the page then stands in the order of names.</summary>
    public const int MostInOrderOfMovement = 500;

    public async Task<ListedMetrics> Page(
        string? words,
        MetricKind? kind,
        bool retired,
        int page,
        MetricOrder order,
        CancellationToken stop
    )
    {
        var wanted = Wanted(words, kind, retired);
        var all = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedMetrics.Size - 1) / ListedMetrics.Size));
        var before = (page - 1) * ListedMetrics.Size;
        if (order == MetricOrder.Movement && all > MostInOrderOfMovement)
            order = MetricOrder.Name;
        if (order == MetricOrder.Movement)
        {
            var series = await WithPoints(await wanted.OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(stop), stop);
            return new(
                [.. series.OrderBy(s => Rank(s.Movement.State)).Skip(before).Take(ListedMetrics.Size)],
                all,
                page,
                order
            );
        }
        wanted =
            order == MetricOrder.Name
                ? wanted.OrderBy(m => m.Name).ThenBy(m => m.Id)
                : wanted
                    .OrderByDescending(m =>
                        db.Measurements.Where(p => p.MetricId == m.Id).Max(p => (DateOnly?)p.On) ?? DateOnly.MinValue
                    )
                    .ThenBy(m => m.Name)
                    .ThenBy(m => m.Id);
        var metrics = await wanted.Skip(before).Take(ListedMetrics.Size).ToListAsync(stop);
        return new(await WithPoints(metrics, stop), all, page, order);
    }

    static int Rank(MovementState state) =>
        state switch
        {
            MovementState.Moved => 0,
            MovementState.MovedAndBack => 1,
            MovementState.InsideItsBand or MovementState.Flat => 2,
            MovementState.TooFewPoints => 3,
            _ => 4,
        };

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

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/metrics", Get)
            .WithName("ListMetrics")
            .WithSummary("The metrics, each with what it did; by words or kind if they are given.");

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
    public static IQueryable<Metric> Narrow(IQueryable<Metric> metrics, string? words) =>
        metrics.SayingEach(words, m => m.Name, m => m.Population, m => m.Formula, m => m.Source);
}

using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

public sealed record CustomerOutcomeView(Id<CustomerOutcome> Id, Id<Metric> Metric, string Value)
{
    internal static CustomerOutcomeView Of(CustomerOutcome o) => new(o.Id, o.MetricId, o.Value);
}

/// <summary>An outcome with how it stands and what is tied to it.</summary>
public sealed record OutcomeLine(CustomerOutcome Outcome, MetricSeries Measured, IReadOnlyList<NamedTie> Ties)
{
    public bool HasSupport(DateOnly today) =>
        Ties.Any(t => t.Tie.State is TieState.Arithmetic or TieState.Supported && !t.Tie.IsStale(today));
}

/// <param name="Orphans">Some metrics that are tied to nothing, by name.</param>
/// <param name="AllOrphans">How many there are.</param>
public sealed record OutcomeSheet(
    IReadOnlyList<OutcomeLine> Outcomes,
    IReadOnlyList<MetricName> Orphans,
    int AllOrphans,
    DateOnly Today
)
{
    public int Supported => Outcomes.Count(o => o.HasSupport(Today));
}

/// <summary>Reads what executives watch, what feeds it, and which metrics feed nothing: six questions, however many.</summary>
public sealed class ReadOutcomes(HeedDb db, ReadSeries series, ReadTies ties, NameMetrics names)
{
    const int MostOrphans = 50;

    /// <summary>More metrics than this are not gone through for orphans.</summary>
    const int MostMetrics = 5000;

    public async Task<IReadOnlyList<CustomerOutcome>> All(CancellationToken stop) =>
        await db.CustomerOutcomes.AsNoTracking().OrderBy(o => o.NamedAt).ThenBy(o => o.Id).ToListAsync(stop);

    public async Task<OutcomeSheet> Sheet(CancellationToken stop)
    {
        var outcomes = await All(stop);
        var measured = await series.Of([.. outcomes.Select(o => o.MetricId)], stop);
        var held = await ties.Held(stop);
        var watched = outcomes.Select(o => o.MetricId).ToHashSet();
        var named = (await ties.Name([.. held.Where(t => watched.Contains(t.ParentId))], stop)).ToLookup(t =>
            t.Parent.Id
        );
        var tied = held.SelectMany(t => new[] { t.ChildId, t.ParentId }).ToHashSet();
        List<MetricName> orphans =
        [
            .. (await names.InUse(MostMetrics, stop)).Where(m => !tied.Contains(m.Id) && !watched.Contains(m.Id)),
        ];
        return new(
            [
                .. outcomes.Select(o => new OutcomeLine(
                    o,
                    measured[o.MetricId],
                    [.. named[o.MetricId].OrderBy(t => t.Child.Name, StringComparer.Ordinal)]
                )),
            ],
            [.. orphans.Take(MostOrphans)],
            orphans.Count,
            ties.Today
        );
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/customer-outcomes", List)
            .WithName("ListCustomerOutcomes")
            .WithSummary("The outcomes that executives watch, in the order in which they were named.");

    static async Task<Ok<IReadOnlyList<CustomerOutcomeView>>> List(ReadOutcomes read, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<CustomerOutcomeView>>([.. (await read.All(stop)).Select(CustomerOutcomeView.Of)]);
}

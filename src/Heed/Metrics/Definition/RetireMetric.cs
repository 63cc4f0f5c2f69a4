using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

/// <summary>Takes a metric out of the lists, or brings it back. Nothing of it is removed.</summary>
public sealed class RetireMetric(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Metric>> Run(Id<Metric> id, CancellationToken stop)
    {
        if ((await Find(id, "retire it", stop)).Refused(out var refusal, out var metric))
            return refusal;
        if (metric.RetiredAt is not null)
            return metric;
        metric.Retire(me.Id, clock.GetUtcNow());
        journal.Write("retire", id, $"{me.Name} retired the metric “{metric.Name}”.");
        await db.SaveChangesAsync(stop);
        return metric;
    }

    public async Task<Outcome<Metric>> Restore(Id<Metric> id, CancellationToken stop)
    {
        if ((await Find(id, "restore it", stop)).Refused(out var refusal, out var metric))
            return refusal;
        if (metric.RetiredAt is null)
            return metric;
        if (await DefineMetric.NameTaken(db, metric.Name, id, stop))
            return DefineMetric.Taken(metric.Name);
        metric.Restore();
        journal.Write("restore", id, $"{me.Name} restored the metric “{metric.Name}”.");
        await db.SaveChangesAsync(stop);
        return metric;
    }

    async Task<Outcome<Metric>> Find(Id<Metric> id, string act, CancellationToken stop)
    {
        var metric = await db.Metrics.SingleOrDefaultAsync(m => m.Id == id, stop);
        if (metric is null)
            return Refusal.Missing("metric");
        return metric.IsFor(me) ? metric : metric.NotFor(act);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/metrics/{id}/retirement", Post)
            .WithName("RetireMetric")
            .WithSummary("Takes a metric out of the lists; its measurements are kept.");
        api.MapDelete("/metrics/{id}/retirement", Delete)
            .WithName("RestoreMetric")
            .WithSummary("Brings a retired metric back.");
    }

    static Task<Results<Ok<MetricView>, ProblemHttpResult>> Post(
        Id<Metric> id,
        RetireMetric retire,
        CancellationToken stop
    ) => retire.Run(id, stop).Ok(MetricView.Of);

    static Task<Results<Ok<MetricView>, ProblemHttpResult>> Delete(
        Id<Metric> id,
        RetireMetric retire,
        CancellationToken stop
    ) => retire.Restore(id, stop).Ok(MetricView.Of);
}

using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

/// <summary>Takes an outcome off what executives watch; its metric stays. Administrators only.</summary>
public sealed class RemoveOutcome(HeedDb db, Member me, ReadSeries read, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<CustomerOutcome> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return NameOutcome.OnlyAdministrators;
        if (await db.CustomerOutcomes.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } outcome)
            return Refusal.Missing("outcome");
        var metric = (await read.Metric(outcome.MetricId, stop))!;
        db.CustomerOutcomes.Remove(outcome);
        journal.Write("remove", id, $"{me.Name} took “{metric.Name}” off what executives watch.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/customer-outcomes/{id}", Delete)
            .WithName("RemoveCustomerOutcome")
            .WithSummary("Takes an outcome off what executives watch; the metric stays. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<CustomerOutcome> id,
        RemoveOutcome remove,
        CancellationToken stop
    ) => remove.Run(id, stop).NoContent();
}

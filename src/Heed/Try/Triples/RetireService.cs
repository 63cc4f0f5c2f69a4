using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>Takes a service out of the list and off Home, or brings it back. Its metrics stay as they are.</summary>
public sealed class RetireService(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Service>> Run(Id<Service> id, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var service))
            return refusal;
        if (service.RetiredAt is not null)
            return service;
        service.Retire(me.Id, clock.GetUtcNow());
        journal.Write("retire", id, $"{me.Name} retired the service “{service.Name}”.");
        await db.SaveChangesAsync(stop);
        return service;
    }

    public async Task<Outcome<Service>> Restore(Id<Service> id, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var service))
            return refusal;
        if (service.RetiredAt is null)
            return service;
        if (await WriteService.NameTaken(db, service.Name, id, stop))
            return WriteService.Taken(service.Name);
        service.Restore();
        journal.Write("restore", id, $"{me.Name} restored the service “{service.Name}”.");
        await db.SaveChangesAsync(stop);
        return service;
    }

    async Task<Outcome<Service>> Find(Id<Service> id, CancellationToken stop)
    {
        if (await db.Services.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } service)
            return Refusal.Missing("service");
        return me.MayWriteFor(service.TeamId) ? service : await TeamPermission.Refuse(db, service.TeamId, stop);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/services/{id}/retirement", Post)
            .WithName("RetireService")
            .WithSummary("Takes a service out of the list.");
        api.MapDelete("/services/{id}/retirement", Delete)
            .WithName("RestoreService")
            .WithSummary("Brings a retired service back.");
    }

    static Task<Results<Ok<ServiceView>, ProblemHttpResult>> Post(
        Id<Service> id,
        RetireService retire,
        CancellationToken stop
    ) => retire.Run(id, stop).Ok(ServiceView.Of);

    static Task<Results<Ok<ServiceView>, ProblemHttpResult>> Delete(
        Id<Service> id,
        RetireService retire,
        CancellationToken stop
    ) => retire.Restore(id, stop).Ok(ServiceView.Of);
}

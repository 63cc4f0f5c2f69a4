using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Customers;

/// <summary>Takes a customer group out of the lists, and brings it back.</summary>
public sealed class RemoveCustomerGroup(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Id<CustomerGroup> id, CancellationToken stop)
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");
        if (await db.CustomerGroups.SingleOrDefaultAsync(g => g.Id == id, stop) is not { } group)
            return Refusal.Missing("customer group");
        if (group.RemovedAt is not null)
            return new Done();
        group.Remove(me.Id, clock.GetUtcNow());
        journal.Write("remove", group.Id, $"{me.Name} removed the customer group {group.Name}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    public async Task<Outcome<Done>> Undo(Id<CustomerGroup> id, CancellationToken stop)
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");
        if (await db.CustomerGroups.SingleOrDefaultAsync(g => g.Id == id, stop) is not { } group)
            return Refusal.Missing("customer group");
        if (group.RemovedAt is null)
            return new Done();
        if (await db.CustomerGroups.AnyAsync(g => g.Name == group.Name && g.RemovedAt == null, stop))
            return Refusal.Conflict(
                $"There is another customer group called {group.Name} by now. Rename that one first."
            );
        group.Restore();
        journal.Write("restore", group.Id, $"{me.Name} brought back the customer group {group.Name}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    /// <summary>The name of a removed one, for the word of undo.</summary>
    public Task<string?> Removed(Id<CustomerGroup> id, CancellationToken stop) =>
        db.CustomerGroups.Where(g => g.Id == id && g.RemovedAt != null).Select(g => g.Name).SingleOrDefaultAsync(stop);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/customer-groups/{id}/removal", Post)
            .WithName("RemoveCustomerGroup")
            .WithSummary("Takes a customer group out of the lists.");
        api.MapDelete("/customer-groups/{id}/removal", Delete)
            .WithName("RestoreCustomerGroup")
            .WithSummary("Brings a removed customer group back.");
    }

    static Task<Results<NoContent, ProblemHttpResult>> Post(
        Id<CustomerGroup> id,
        RemoveCustomerGroup remove,
        CancellationToken stop
    ) => remove.Run(id, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<CustomerGroup> id,
        RemoveCustomerGroup remove,
        CancellationToken stop
    ) => remove.Undo(id, stop).NoContent();
}

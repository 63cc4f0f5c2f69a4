using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>Takes something out of what a business case brings, while it is a draft; the journal keeps it.</summary>
public sealed class RemoveBenefit(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<BusinessCase>> Run(Id<CaseBenefit> id, CancellationToken stop)
    {
        if (await db.CaseBenefits.SingleOrDefaultAsync(b => b.Id == id, stop) is not { } benefit)
            return Refusal.Missing("benefit");
        var found = await db.BusinessCases.SingleAsync(c => c.Id == benefit.BusinessCaseId, stop);
        if (!me.MayWriteFor(found.TeamId))
            return await TeamPermission.Refuse(db, found.TeamId, stop);
        if (!found.IsOpen)
            return WriteBusinessCase.Promised(found);
        db.CaseBenefits.Remove(benefit);
        db.Entry(found).Property(c => c.Name).IsModified = true;
        journal.Write("benefit", found.Id, $"{me.Name} took out of “{found.Name}”: {benefit.Name}.");
        await db.SaveChangesAsync(stop);
        return found;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/business-case-benefits/{id}", Delete)
            .WithName("RemoveBenefit")
            .WithSummary("Takes something out of what a business case brings.");

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<CaseBenefit> id,
        RemoveBenefit remove,
        CancellationToken stop
    ) => remove.Run(id, stop).NoContent();
}

using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>Whoever nominated takes it back, signed in. An anonymous one is taken back by its receipt.</summary>
public sealed class WithdrawNomination(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Nomination>> Run(Id<Nomination> id, CancellationToken stop)
    {
        if (await ReadNominations.Seen(db, me, id, stop) is not { } nomination)
            return Refusal.Missing("nomination");
        if (!ReadNominations.May(me, nomination, Mover.Author))
            return Refusal.Forbidden("Only whoever nominated withdraws it; an anonymous one, by its receipt.");
        if (nomination.Withdraw(me.Id, here.Today(clock)).Refused(out var refusal, out var step))
            return refusal;
        db.NominationSteps.Add(step);
        await NominationPhoto.Remove(db, id, stop);
        journal.Write("withdraw", nomination.Id, $"{me.Name} withdrew a nomination.");
        await db.SaveChangesAsync(stop);
        return nomination;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/nominations/{id}/withdrawal", Post)
            .WithName("WithdrawNomination")
            .WithSummary("Takes back a nomination of one's own.");

    static Task<Results<NoContent, ProblemHttpResult>> Post(
        Id<Nomination> id,
        WithdrawNomination withdraw,
        CancellationToken stop
    ) => withdraw.Run(id, stop).NoContent();
}

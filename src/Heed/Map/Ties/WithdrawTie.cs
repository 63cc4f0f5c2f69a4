using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

/// <summary>Takes a tie off the map. Its tests stay, and count for whoever claims the same two anew.</summary>
public sealed class WithdrawTie(HeedDb db, Member me, ReadSeries read, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Tie>> Run(Id<Tie> id, CancellationToken stop)
    {
        if (await db.Ties.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } tie)
            return Refusal.Missing("tie");
        var metrics = await read.Metrics([tie.ChildId, tie.ParentId], stop);
        var (child, parent) = (metrics[tie.ChildId], metrics[tie.ParentId]);
        if (!child.IsFor(me) && !parent.IsFor(me))
            return parent.NotFor("withdraw its ties");
        if (tie.Withdraw(me.Id, clock.GetUtcNow()).Refused(out var refusal))
            return refusal;
        journal.Write("withdraw", id, $"{me.Name} withdrew the tie of “{child.Name}” to “{parent.Name}”.");
        await db.SaveChangesAsync(stop);
        return tie;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ties/{id}/withdrawal", Post)
            .WithName("WithdrawTie")
            .WithSummary("Withdraws a tie. Its tests stay, and count for whoever claims it anew.");

    static Task<Results<Ok<TieView>, ProblemHttpResult>> Post(
        Id<Tie> id,
        WithdrawTie withdraw,
        ReadTies ties,
        CancellationToken stop
    ) => withdraw.Run(id, stop).Ok(t => TieView.Of(t, ties.Today));
}

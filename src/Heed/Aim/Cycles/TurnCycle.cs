using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>Opens, closes and reopens a cycle.</summary>
public sealed class TurnCycle(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public Task<Outcome<Cycle>> Open(Id<Cycle> id, CancellationToken stop) =>
        Run(id, "open", "opened", c => c.Open(me.Id, clock.GetUtcNow()), stop);

    public Task<Outcome<Cycle>> Close(Id<Cycle> id, CancellationToken stop) =>
        Run(id, "close", "closed", c => c.Close(me.Id, clock.GetUtcNow()), stop);

    public Task<Outcome<Cycle>> Reopen(Id<Cycle> id, CancellationToken stop) =>
        Run(id, "reopen", "reopened", c => c.Reopen(), stop);

    async Task<Outcome<Cycle>> Run(
        Id<Cycle> id,
        string act,
        string past,
        Func<Cycle, Outcome<Done>> turn,
        CancellationToken stop
    )
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Cycles are opened and closed by administrators.");
        if (await db.Cycles.SingleOrDefaultAsync(c => c.Id == id, stop) is not { } cycle)
            return Refusal.Missing("cycle");
        if (turn(cycle).Refused(out var refusal))
            return refusal;
        journal.Write(act, cycle.Id, $"{me.Name} {past} the cycle “{cycle.Name}”.");
        await db.SaveChangesAsync(stop);
        return cycle;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/cycles/{id}/opening",
                (Id<Cycle> id, TurnCycle turn, CancellationToken stop) => Answer(turn.Open(id, stop))
            )
            .WithName("OpenCycle")
            .WithSummary("Opens a planned cycle. Administrators only.")
            .OnlyAdministrators();
        api.MapPost(
                "/cycles/{id}/closure",
                (Id<Cycle> id, TurnCycle turn, CancellationToken stop) => Answer(turn.Close(id, stop))
            )
            .WithName("CloseCycle")
            .WithSummary("Closes a cycle; nothing in it is checked in on any more. Administrators only.")
            .OnlyAdministrators();
        api.MapDelete(
                "/cycles/{id}/closure",
                (Id<Cycle> id, TurnCycle turn, CancellationToken stop) => Answer(turn.Reopen(id, stop))
            )
            .WithName("ReopenCycle")
            .WithSummary("Opens a closed cycle again. Administrators only.")
            .OnlyAdministrators();
    }

    static Task<Results<Ok<CycleView>, ProblemHttpResult>> Answer(Task<Outcome<Cycle>> act) => act.Ok(CycleView.Of);
}

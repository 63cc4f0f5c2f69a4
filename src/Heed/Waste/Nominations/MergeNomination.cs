using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class MergerRequest
{
    [Required(ErrorMessage = "Choose the nomination of the same.")]
    public Id<Nomination>? Into { get; set; }
}

/// <summary>Two that say the same become one. Its voices go there, each member's once; receipts still tell what became of it.</summary>
public sealed class MergeNomination(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Nomination>> Run(Id<Nomination> id, MergerRequest asked, CancellationToken stop)
    {
        if (await ReadNominations.Seen(db, me, id, stop) is not { } nomination)
            return Refusal.Missing("nomination");
        if (!ReadNominations.May(me, nomination, Mover.Answerer))
            return AnswerNomination.NotYours;
        if (await ReadNominations.Seen(db, me, asked.Into!.Value, stop) is not { } other)
            return Refusal.Missing("nomination").At(nameof(asked.Into));
        if (nomination.MergeInto(other, me.Id, here.Today(clock)).Refused(out var refusal, out var step))
            return refusal;
        db.NominationSteps.Add(step);
        // Of two that are merged into each other at once, one comes too late.
        db.Entry(other).State = EntityState.Modified;
        await MoveVotes(nomination.Id, other.Id, stop);
        journal.Write("merge", nomination.Id, $"{me.Name} merged a nomination into another of the same.");
        await db.SaveChangesAsync(stop);
        return other;
    }

    async Task MoveVotes(Id<Nomination> from, Id<Nomination> to, CancellationToken stop)
    {
        var there = (
            await db.NominationVotes.Where(v => v.NominationId == to).Select(v => v.MemberId).ToListAsync(stop)
        ).ToHashSet();
        foreach (var vote in await db.NominationVotes.Where(v => v.NominationId == from).ToListAsync(stop))
        {
            if (vote.MemberId is { } member && there.Contains(member))
                db.Remove(vote);
            else
                vote.NominationId = to;
        }
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/nominations/{id}/merger", Post)
            .WithName("MergeNomination")
            .WithSummary("Merges a nomination into another of the same; its votes count there, each member's once.");

    static Task<Results<NoContent, ProblemHttpResult>> Post(
        Id<Nomination> id,
        MergerRequest asked,
        MergeNomination merge,
        CancellationToken stop
    ) => merge.Run(id, asked, stop).NoContent();
}

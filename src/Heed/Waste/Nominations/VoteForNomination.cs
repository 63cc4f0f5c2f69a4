using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>“Me too”: one voice a member, which can be taken back. No line of the journal says whose.</summary>
public sealed class VoteForNomination(HeedDb db, Member me)
{
    public Task<Outcome<Done>> Add(Id<Nomination> id, CancellationToken stop) => Run(id, true, stop);

    public Task<Outcome<Done>> TakeBack(Id<Nomination> id, CancellationToken stop) => Run(id, false, stop);

    async Task<Outcome<Done>> Run(Id<Nomination> id, bool isFor, CancellationToken stop)
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");
        var nomination = await db
            .Nominations.AsNoTracking()
            .Where(ReadNominations.IsSeenBy(me))
            .SingleOrDefaultAsync(n => n.Id == id, stop);
        if (nomination is null)
            return Refusal.Missing("nomination");
        if (nomination.State.IsEnd() || nomination.IsHidden)
            return Refusal.Conflict(
                $"This nomination is {Format.Lower(nomination.State.Word())}; voices count where it is open."
            );
        if (nomination.IsBy(me.Id))
            return Refusal.Conflict("You nominated it, so your voice counts already.");
        var mine = await db.NominationVotes.SingleOrDefaultAsync(
            v => v.NominationId == id && v.MemberId == me.Id,
            stop
        );
        if (isFor == mine is not null)
            return new Done();
        if (mine is null)
            db.NominationVotes.Add(new NominationVote { NominationId = id, MemberId = me.Id });
        else
            db.Remove(mine);
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/nominations/{id}/vote", Post)
            .WithName("VoteForNomination")
            .WithSummary("Says “me too” to a nomination, once a member.");
        api.MapDelete("/nominations/{id}/vote", Delete)
            .WithName("RevokeNominationVote")
            .WithSummary("Takes one's own “me too” back.");
    }

    static Task<Results<NoContent, ProblemHttpResult>> Post(
        Id<Nomination> id,
        VoteForNomination vote,
        CancellationToken stop
    ) => vote.Add(id, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<Nomination> id,
        VoteForNomination vote,
        CancellationToken stop
    ) => vote.TakeBack(id, stop).NoContent();
}

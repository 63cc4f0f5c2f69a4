using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>Takes a member out of a team.</summary>
public sealed class LeaveTeam(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Team> id, Id<Member> who, CancellationToken stop)
    {
        if (who != me.Id && !JoinTeam.MayArrange(me, id))
            return Refusal.Forbidden("Only an administrator or a lead of the team may say who is in it.");
        var place = await db.TeamMemberships.SingleOrDefaultAsync(t => t.TeamId == id && t.MemberId == who, stop);
        if (place is null)
            return Refusal.Missing("member in this team");
        var team = await db.Teams.Where(t => t.Id == id).Select(t => t.Name).SingleAsync(stop);
        var name = await db.Members.Where(m => m.Id == who).Select(m => m.Name).SingleAsync(stop);
        db.Remove(place);
        journal.Write("leave", id, who == me.Id ? $"{name} left {team}." : $"{me.Name} took {name} out of {team}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/teams/{id}/members/{memberId}", Delete)
            .WithName("LeaveTeam")
            .WithSummary("Takes a member out of a team.");

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<Team> id,
        Id<Member> memberId,
        LeaveTeam leave,
        CancellationToken stop
    ) => leave.Run(id, memberId, stop).NoContent();
}

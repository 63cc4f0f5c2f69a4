using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Customers;

/// <summary>Says that a team serves a customer group, or no longer does.</summary>
public sealed class AssignTeam(HeedDb db, Member me, ReadTeams teams, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Done>> Begin(Id<CustomerGroup> id, Id<Team> by, CancellationToken stop)
    {
        if (!me.IsAdmin && !me.MayWriteFor(by))
            return NotYours;
        if (await Find(id, stop) is not { } group)
            return Refusal.Missing("customer group");
        if (await teams.Of(by, stop) is not { } team)
            return Refusal.Missing("team");
        if (group.Teams.Exists(s => s.TeamId == by))
            return new Done();
        db.TeamAssignments.Add(
            new TeamAssignment
            {
                CustomerGroupId = id,
                TeamId = by,
                Since = clock.GetUtcNow(),
            }
        );
        journal.Write("serve", id, $"{team.Name} serves {group.Name}, says {me.Name}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    public async Task<Outcome<Done>> End(Id<CustomerGroup> id, Id<Team> by, CancellationToken stop)
    {
        if (!me.IsAdmin && !me.MayWriteFor(by))
            return NotYours;
        if (await Find(id, stop) is not { } group || group.Teams.Find(s => s.TeamId == by) is not { } assignment)
            return Refusal.Missing("assignment");
        db.Remove(assignment);
        journal.Write(
            "serve",
            id,
            $"{(await teams.Of(by, stop))!.Name} no longer serves {group.Name}, says {me.Name}."
        );
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    static Refusal NotYours =>
        Refusal.Forbidden("Only an administrator or a member of the team may say whom it serves.");

    Task<CustomerGroup?> Find(Id<CustomerGroup> id, CancellationToken stop) =>
        db.CustomerGroups.Include(g => g.Teams).SingleOrDefaultAsync(g => g.Id == id && g.RemovedAt == null, stop);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/customer-groups/{id}/servings/{teamId}", Put)
            .WithName("BeginServing")
            .WithSummary("Says that a team serves the group.");
        api.MapDelete("/customer-groups/{id}/servings/{teamId}", Delete)
            .WithName("EndServing")
            .WithSummary("Says that a team no longer serves the group.");
    }

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<CustomerGroup> id,
        Id<Team> teamId,
        AssignTeam assign,
        CancellationToken stop
    ) => assign.Begin(id, teamId, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<CustomerGroup> id,
        Id<Team> teamId,
        AssignTeam assign,
        CancellationToken stop
    ) => assign.End(id, teamId, stop).NoContent();
}

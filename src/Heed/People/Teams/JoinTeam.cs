using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed class TeamRoleRequest
{
    [Required(ErrorMessage = "Choose what this member is in the team.")]
    [EnumDataType(typeof(TeamRole), ErrorMessage = "Choose Member, Lead or Coach.")]
    public TeamRole? Role { get; set; }
}

/// <summary>Puts a member into a team, or changes what the member is there.</summary>
public sealed class JoinTeam(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Team> id, Id<Member> who, TeamRoleRequest asked, CancellationToken stop)
    {
        if (!MayArrange(me, id))
            return Refusal.Forbidden("Only an administrator or a lead of the team may say who is in it.");
        if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) is not { } team)
            return Refusal.Missing("team");
        if (await db.Members.Include(m => m.Teams).SingleOrDefaultAsync(m => m.Id == who, stop) is not { } member)
            return Refusal.Missing("member");
        if (!member.IsActive)
            return new Refusal($"{member.Name} is deactivated. Reactivate the member first.");

        var role = asked.Role!.Value;
        if (member.Teams.Find(t => t.TeamId == id) is { } place)
            place.Role = role;
        else
            member.Teams.Add(
                new TeamMembership
                {
                    TeamId = id,
                    MemberId = who,
                    Role = role,
                }
            );
        journal.Write("join", team.Id, $"{me.Name} put {member.Name} into {team.Name} as {role}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static bool MayArrange(Member me, Id<Team> team) =>
        me.IsAdmin || (me.MayWrite && me.Teams.Any(t => t.TeamId == team && t.Role == TeamRole.Lead));

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/teams/{id}/members/{memberId}", Put)
            .WithName("JoinTeam")
            .WithSummary("Puts a member into a team with a role.");

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Team> id,
        Id<Member> memberId,
        TeamRoleRequest asked,
        JoinTeam join,
        CancellationToken stop
    ) => join.Run(id, memberId, asked, stop).NoContent();
}

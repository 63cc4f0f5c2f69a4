using System.Security.Claims;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// Gives a member the role and the teams that the provider's claims say, each time they come. The last administrator stays
/// one. Where this Heed has several organisations, nobody's provider speaks for all of them, so nothing is given.
/// </summary>
public sealed class TakeRights(
    HeedDb db,
    Visit visit,
    Settings settings,
    UserManager<Person> people,
    WaysIn ways,
    TimeProvider clock
)
{
    public async Task Run(Person person, ClaimsPrincipal shown, CancellationToken stop)
    {
        if (settings.OpenIdRoleClaim.Length + settings.OpenIdTeamClaim.Length == 0)
            return;
        if (await ways.OnlyWorkspace(stop) is not { } workspace)
            return;
        visit.Enter(workspace, null);
        await using var turn = await WorkspaceLock.Begin(db, workspace.Id, stop);
        var member = await db
            .Members.Include(m => m.Teams)
            .SingleOrDefaultAsync(m => m.PersonId == person.Id && m.DeactivatedAt == null, stop);
        if (member is null)
            return;
        visit.Enter(workspace, member);
        var journal = new JournalWriter(db, clock);
        var before = member.Role;
        if (
            RoleOf(shown) is { } role
            && role != before
            && (role == Role.Admin || !await LastAdmin.Is(db, member, stop))
        )
        {
            journal.Write(
                "role",
                member.Id,
                $"The organisation's sign-in changed {member.Name} from {before} to {role}."
            );
            member.Role = role;
        }
        await Join(member, shown, journal, stop);
        await db.SaveChangesAsync(stop);
        if (member.Role != before)
        {
            await people.UpdateSecurityStampAsync(person);
            await ways.EndSessions(person.Id, stop);
            if (before == Role.Admin)
                await ways.EndInvitations(person.Id, stop);
        }
        await turn.CommitAsync(stop);
    }

    /// <summary>The highest that any value gives; null where roles are given here.</summary>
    Role? RoleOf(ClaimsPrincipal shown)
    {
        if (settings.OpenIdRoleClaim.Length == 0)
            return null;
        var values = shown.FindAll(settings.OpenIdRoleClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        return settings
            .OpenIdRolesByValue.Where(r => values.Contains(r.Value))
            .Select(r => Enum.Parse<Role>(r.Role))
            .DefaultIfEmpty(Role.Viewer)
            .Max();
    }

    /// <summary>Into teams that are here under exactly this name, once. Out of one a lead or an administrator takes them.</summary>
    async Task Join(Member member, ClaimsPrincipal shown, JournalWriter journal, CancellationToken stop)
    {
        if (settings.OpenIdTeamClaim.Length == 0)
            return;
        var names = shown.FindAll(settings.OpenIdTeamClaim).Select(c => c.Value).ToList();
        var teams = await db.Teams.AsNoTracking().Where(t => names.Contains(t.Name)).ToListAsync(stop);
        var named = teams.GroupBy(t => t.Name).Where(g => g.Count() == 1).Select(g => g.Single());
        foreach (var team in named.Where(t => member.Teams.TrueForAll(place => place.TeamId != t.Id)))
        {
            member.Teams.Add(
                new TeamMembership
                {
                    TeamId = team.Id,
                    MemberId = member.Id,
                    Role = TeamRole.Member,
                }
            );
            journal.Write("join", team.Id, $"The organisation's sign-in put {member.Name} into {team.Name}.");
        }
    }
}

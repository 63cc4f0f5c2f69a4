using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class RoleRequest
{
    [Required(ErrorMessage = "Choose a role.")]
    [EnumDataType(typeof(Role), ErrorMessage = "Choose Viewer, Contributor or Admin.")]
    public Role? Role { get; set; }
}

/// <summary>Changes what a member may do. The member signs in again, so that no open window keeps the old rights.</summary>
public sealed class ChangeRole(HeedDb db, Member me, UserManager<Person> people, WaysIn ways, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Member> id, RoleRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may change a role.");
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        var role = asked.Role!.Value;
        if (member.Role == role)
            return new Done();
        if (role != Role.Admin && await LastAdmin.Is(db, member, stop))
            return LastAdmin.Refusal(member);

        journal.Write("role", member.Id, $"{me.Name} changed {member.Name} from {member.Role} to {role}.");
        member.Role = role;
        await db.SaveChangesAsync(stop);
        await people.UpdateSecurityStampAsync(await db.Users.SingleAsync(p => p.Id == member.PersonId, stop));
        await ways.EndSessions(member.PersonId, stop);
        if (role != Role.Admin)
            await ways.EndInvitations(member.PersonId, stop);
        await turn.CommitAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/members/{id}/role", Put)
            .WithName("ChangeRole")
            .WithSummary("Changes a member's role. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Member> id,
        RoleRequest asked,
        ChangeRole change,
        CancellationToken stop
    ) => change.Run(id, asked, stop).NoContent();
}

/// <summary>A workspace without an administrator could never be helped from inside.</summary>
static class LastAdmin
{
    public static async Task<bool> Is(HeedDb db, Member member, CancellationToken stop) =>
        member is { IsAdmin: true, IsActive: true }
        && !await db.Members.AnyAsync(m => m.Id != member.Id && m.Role == Role.Admin && m.DeactivatedAt == null, stop);

    public static Refusal Refusal(Member member) =>
        Kit.Refusal.Conflict($"{member.Name} is the last administrator. Make somebody else an administrator first.");
}

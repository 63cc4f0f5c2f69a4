using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>Shuts a member out: every session and token, and the invitations that they made. What they wrote stays.</summary>
public sealed class DeactivateMember(
    HeedDb db,
    Member me,
    UserManager<Person> people,
    WaysIn ways,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Done>> Run(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may deactivate a member.");
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        if (!member.IsActive)
            return new Done();
        if (await LastAdmin.Is(db, member, stop))
            return LastAdmin.Refusal(member);

        member.Deactivate(clock.GetUtcNow());
        journal.Write("deactivate", member.Id, $"{me.Name} deactivated {member.Name}.");
        await db.SaveChangesAsync(stop);
        await people.UpdateSecurityStampAsync(await db.Users.SingleAsync(p => p.Id == member.PersonId, stop));
        await ways.End(member.PersonId, stop);
        await turn.CommitAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/members/{id}/deactivation", Post)
            .WithName("DeactivateMember")
            .WithSummary("Shuts a member out. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Post(
        Id<Member> id,
        DeactivateMember deactivate,
        CancellationToken stop
    ) => deactivate.Run(id, stop).NoContent();
}

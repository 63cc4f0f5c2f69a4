using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>Lets a deactivated member in again, with the role and teams of before.</summary>
public sealed class ReactivateMember(HeedDb db, Member me, JournalWriter journal, Limits limits)
{
    public async Task<Outcome<Done>> Run(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may reactivate a member.");
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        if (member.IsActive)
            return new Done();
        if (limits.Members(await db.Members.CountAsync(m => m.DeactivatedAt == null, stop) + 1) is { } full)
            return full;
        member.Reactivate();
        journal.Write("reactivate", member.Id, $"{me.Name} reactivated {member.Name}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/members/{id}/deactivation", Delete)
            .WithName("ReactivateMember")
            .WithSummary("Lets a deactivated member in again. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<Member> id,
        ReactivateMember reactivate,
        CancellationToken stop
    ) => reactivate.Run(id, stop).NoContent();
}

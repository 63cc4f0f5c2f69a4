using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>
/// Forgets somebody who asked for it: every room erases what tells who they were. What they did stays, done by “a former
/// member”. It cannot be taken back.
/// </summary>
public sealed class ForgetMember(
    HeedDb db,
    Member me,
    IEnumerable<IErasureSource> rooms,
    ForgottenList list,
    JournalWriter journal
)
{
    internal const string Act = "forget";

    public async Task<Outcome<Done>> Run(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may have a member forgotten.");
        if (id == me.Id)
            return Refusal.Conflict("You cannot forget yourself: ask another administrator.");
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        // Two who have each other forgotten at once would leave nobody.
        if (await LastAdmin.Is(db, member, stop))
            return LastAdmin.Refusal(member);

        await ForgottenList.Erase(db, rooms, member, stop);
        journal.Write(Act, id, $"{me.Name} had {ForgottenMember.Words} forgotten.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        await list.Write(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/members/{id}/erasure", Post)
            .WithName("ForgetMember")
            .WithSummary("Forgets a member: name, address, tokens. What they did stays. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Post(
        Id<Member> id,
        ForgetMember forget,
        CancellationToken stop
    ) => forget.Run(id, stop).NoContent();
}

using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>Who is asking, and where.</summary>
public sealed record Me(Id<Member> Id, string Name, Role Role, string Workspace, string TimeZone);

public sealed class RenameMyself(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(NameRequest asked, CancellationToken stop)
    {
        var member = await db.Members.SingleAsync(m => m.Id == me.Id, stop);
        var before = member.Name;
        member.Name = asked.Name!.Trim();
        if (before != member.Name)
            journal.Write("rename", member.Id, $"{before} is now called {member.Name}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", Get).WithName("ReadMyself").WithSummary("Who this token acts as, and where.");
        api.MapPut("/me/name", Put).WithName("RenameMyself").WithSummary("Changes your own name.");
    }

    static Ok<Me> Get(Member me, Workspace here) =>
        TypedResults.Ok(new Me(me.Id, me.Name, me.Role, here.Name, here.TimeZone));

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        NameRequest asked,
        RenameMyself rename,
        CancellationToken stop
    ) => rename.Run(asked, stop).NoContent();
}

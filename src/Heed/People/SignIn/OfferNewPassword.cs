using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>
/// An administrator's help for a member who has lost the password. The administrator never learns a password; but who
/// holds the link could set one, so it is refused for people whose sign-in opens other workspaces, too.
/// </summary>
public sealed class OfferNewPassword(HeedDb db, Member me, PasswordLink links, JournalWriter journal)
{
    public async Task<Outcome<PasswordLinkMade>> Run(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may offer a new password.");
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        if (!member.IsActive)
            return Refusal.Conflict($"{member.Name} is deactivated. Reactivate {member.Name} first.");
        var isElsewhere = await db
            .Members.IgnoreQueryFilters()
            .AnyAsync(m => m.PersonId == member.PersonId && m.WorkspaceId != me.WorkspaceId, stop);
        if (isElsewhere)
            return Refusal.Conflict(
                $"{member.Name} signs in to other organisations with the same password, so it is not yours to replace. "
                    + "Whoever runs this Heed can make the link: heed new-password --member ADDRESS."
            );
        journal.Write("password", member.Id, $"{me.Name} made a link with which {member.Name} can set a new password.");
        await db.SaveChangesAsync(stop);
        return await links.Make(await db.Users.SingleAsync(p => p.Id == member.PersonId, stop));
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/members/{id}/password-link", Post)
            .WithName("OfferNewPassword")
            .WithSummary("Makes a link with which a member sets a new password; it is told once. Administrators only.")
            .WithMetadata(new ToldOnce());

    static Task<Results<Ok<PasswordLinkMade>, ProblemHttpResult>> Post(
        Id<Member> id,
        OfferNewPassword offer,
        CancellationToken stop
    ) => offer.Run(id, stop).Ok();
}

using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>
/// An administrator's help for a member who has lost the password. The administrator never learns a password; but who
/// holds the link could set one, so it is refused for people whose sign-in opens other workspaces, too.
/// </summary>
public sealed class OfferNewPassword(
    HeedDb db,
    Member me,
    PasswordLink links,
    WaysIn ways,
    JournalWriter journal,
    Outbox outbox,
    Workspace here,
    Settings settings
)
{
    public async Task<Outcome<PasswordLinkMade>> Run(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may offer a new password.");
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        if (!member.IsActive)
            return Refusal.Conflict($"{member.Name} is deactivated. Reactivate {member.Name} first.");
        if (await ways.OpenElsewhere(member, stop))
            return Refusal.Conflict(
                $"{member.Name} signs in to other organisations with the same password, so it is not yours to replace. "
                    + "Whoever runs this Heed can make the link: heed new-password --member ADDRESS."
            );
        journal.Write("password", member.Id, $"{me.Name} made a link with which {member.Name} can set a new password.");
        var person = await db.Users.SingleAsync(p => p.Id == member.PersonId, stop);
        var (link, until) = await links.Make(person, me.Id);
        if ((await outbox.Add(member.Id, Letter(person.Email!, link, until), stop)).Refused(out var refusal))
            return refusal;
        await db.SaveChangesAsync(stop);
        return settings.SendsMail ? new PasswordLinkMade(null, person.Email, until) : new(link, null, until);
    }

    /// <summary>It reaches who declined other mail, too: without it there is no way in.</summary>
    OutgoingMail Letter(string to, string link, DateTimeOffset until) =>
        new(
            to,
            $"A new password for {here.Name}",
            [
                $"{me.Name} made this link, with which you set a new password for Heed. It works once, until {Format.Day(here.DayOf(until))}.",
                "The present password goes on until then. If you did not ask for it, do nothing.",
            ],
            link,
            "Set a new password",
            AskedFor: true
        );

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/members/{id}/password-link", Post)
            .WithName("OfferNewPassword")
            .WithSummary("Makes a link with which a member sets a new password; it is told once. Administrators only.")
            .OnlyAdministrators()
            .WithMetadata(new ToldOnce());

    static Task<Results<Ok<PasswordLinkMade>, ProblemHttpResult>> Post(
        Id<Member> id,
        OfferNewPassword offer,
        CancellationToken stop
    ) => offer.Run(id, stop).Ok();
}

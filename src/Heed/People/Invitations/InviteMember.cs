using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class InviteRequest
{
    [Required(ErrorMessage = "Give the e-mail address of the person.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address.")]
    [StringLength(254, ErrorMessage = "Use at most 254 characters.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Choose a role.")]
    [EnumDataType(typeof(Role), ErrorMessage = "Choose Viewer, Contributor or Admin.")]
    public Role? Role { get; set; }

    /// <summary>The ids of the teams to join; empty ones are passed over.</summary>
    [MaxLength(50, ErrorMessage = "Name at most 50 teams.")]
    public List<string?>? TeamIds { get; set; }
}

/// <summary>An invitation that is on its way, or whose link is shown this once.</summary>
/// <param name="Link">The link to hand over; empty where it went by mail.</param>
/// <param name="MailedTo">The address that it went to; empty where no mail server is set, or where the address declined mail.</param>
public sealed record InvitationMade(Id<Invitation> Id, string? Link, string? MailedTo, DateTimeOffset ExpiresAt);

/// <summary>Makes a way in for one address. A newer invitation for the same address replaces the older one.</summary>
public sealed class InviteMember(
    HeedDb db,
    Member me,
    UserManager<Person> people,
    Settings settings,
    JournalWriter journal,
    Outbox outbox,
    Workspace here,
    Limits limits,
    TimeProvider clock
)
{
    public async Task<Outcome<InvitationMade>> Run(InviteRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may invite.");
        var address = people.NormalizeEmail(asked.Email!.Trim());
        var already = await db
            .Members.Join(db.Users, m => m.PersonId, p => p.Id, (m, p) => new { Member = m, p.NormalizedEmail })
            .SingleOrDefaultAsync(m => m.NormalizedEmail == address, stop);
        if (already is not null)
            return Refusal.Conflict(
                already.Member.IsActive
                    ? $"{already.Member.Name} is a member already."
                    : $"{already.Member.Name} was a member with this address. Reactivate the member instead."
            );
        var given = (asked.TeamIds ?? []).Where(t => !string.IsNullOrEmpty(t)).Distinct().ToList();
        var teams = given.Select(t => Id<Team>.TryParse(t, null, out var id) ? id : default).ToList();
        if (await db.Teams.CountAsync(t => teams.Contains(t.Id), stop) != teams.Count)
            return Refusal.Missing("team");

        var now = clock.GetUtcNow();
        var others = db.Invitations.Where(i =>
            i.Email != address && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now
        );
        if (limits.Invitations(await others.CountAsync(stop) + 1) is { } many)
            return many;
        if (limits.Members(await db.Members.CountAsync(m => m.DeactivatedAt == null, stop) + 1) is { } full)
            return full;
        await using var act = await db.Database.BeginTransactionAsync(stop);
        // Before the new one is there: an address has one open invitation.
        await db
            .Invitations.Where(i => i.Email == address && i.AcceptedAt == null && i.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), stop);
        var code = Secret.New("invitation");
        var invitation = new Invitation
        {
            Email = address,
            Role = asked.Role!.Value,
            CodeHash = Secret.Hash(code),
            InvitedBy = me.Id,
            InvitedAt = now,
            ExpiresAt = now + Invitation.Lifetime,
            TeamIds = [.. teams.Select(t => t.Value)],
        };
        db.Invitations.Add(invitation);
        journal.Write("invite", invitation.Id, $"{me.Name} invited somebody as {invitation.Role}.");
        var (link, to) = (settings.LinkTo($"/invitations/{code}"), asked.Email!.Trim());
        var isMailed = !(await outbox.Add(invitation.Id, Letter(to, link, invitation), stop)).Refused(out _);
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return isMailed && settings.SendsMail
            ? new InvitationMade(invitation.Id, null, to, invitation.ExpiresAt)
            : new InvitationMade(invitation.Id, link, null, invitation.ExpiresAt);
    }

    /// <summary>Nothing in it was typed by the one who invites, so that nobody can send words of their own from here.</summary>
    OutgoingMail Letter(string to, string link, Invitation invitation) =>
        new(
            to,
            $"You are invited to {here.Name}",
            [
                $"{me.Name} invites you to {here.Name} in Heed, where teams see what customers say and whether it moves.",
                $"The link works once, for this address, until {Format.Day(here.DayOf(invitation.ExpiresAt))}. If you did not expect it, do nothing.",
            ],
            link,
            "Accept the invitation",
            AskedFor: false
        );

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/invitations", Post)
            .WithName("InviteMember")
            .WithSummary("Invites one address, by mail or by a link that is told once. Administrators only.")
            .OnlyAdministrators()
            .WithMetadata(new ToldOnce());

    static Task<Results<Created<InvitationMade>, ProblemHttpResult>> Post(
        InviteRequest asked,
        InviteMember invite,
        CancellationToken stop
    ) => invite.Run(asked, stop).Created(made => $"/invitations/{made.Id}");
}

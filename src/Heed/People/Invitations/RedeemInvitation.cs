using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class RedeemRequest
{
    [Required(ErrorMessage = "Give the e-mail address that was invited.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address.")]
    [StringLength(254, ErrorMessage = "Use at most 254 characters.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Give your name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Give a password.")]
    public string? Password { get; set; }
}

/// <summary>
/// Lets the invited person in, once. Who has signed in here before proves it with the password of before: an
/// invitation is never a way around it.
/// </summary>
public sealed class RedeemInvitation(
    HeedDb db,
    Visit visit,
    UserManager<Person> people,
    SignInManager<Person> signIn,
    WaysIn ways,
    Limits limits,
    TimeProvider clock
)
{
    static readonly Refusal NotOpen = new(
        "This invitation does not open anything. It works once, for seven days and for one address; ask for a new one.",
        StatusCodes.Status404NotFound
    );

    /// <summary>The workspace behind an open invitation; unknown, used, revoked and expired ones look the same.</summary>
    public async Task<Workspace?> Where(string code, CancellationToken stop) =>
        await Find(code, stop) is { } invitation ? await EnterWorkspace.Find(db, invitation.WorkspaceId, stop) : null;

    public async Task<Outcome<Person>> Run(string code, RedeemRequest asked, CancellationToken stop)
    {
        if (await Find(code, stop) is not { } invitation)
            return NotOpen;
        if (people.NormalizeEmail(asked.Email!.Trim()) != invitation.Email)
            return new Refusal(
                "This invitation was made for another address. Use the one it was made for, or ask for a new invitation."
            ).At(nameof(asked.Email));
        if (await people.FindByEmailAsync(invitation.Email) is not { } known)
            return await Run(invitation, asked.Name!.Trim(), () => Create(asked, invitation.WorkspaceId, stop), stop);
        if (
            await signIn.CheckPasswordSignInAsync(known, asked.Password!, lockoutOnFailure: true) is
            { Succeeded: false }
        )
            return new Refusal(
                "You have a password here already, and this is not it. Use the one you sign in with, or wait five minutes after too many tries."
            ).At(nameof(asked.Password));
        if (await ways.AreTheProviders(known.Id, stop))
            return new Refusal("You sign in by your organisation's account. Do so, then open this link again.");
        return await Run(invitation, asked.Name!.Trim(), () => Task.FromResult<Outcome<Person>>(known), stop);
    }

    /// <summary>For somebody who is signed in: the address must be the session's own.</summary>
    public async Task<Outcome<Person>> Run(string code, Person person, string name, CancellationToken stop)
    {
        if (await Find(code, stop) is not { } invitation)
            return NotOpen;
        if (person.NormalizedEmail != invitation.Email)
            return new Refusal("This invitation was made for another address than yours. Sign out first to use it.");
        return await Run(invitation, name, () => Task.FromResult<Outcome<Person>>(person), stop);
    }

    /// <summary>For whose address a provider has verified: the oldest invitation of it that is still open.</summary>
    /// <param name="full">What is said where the organisation has no room for one more.</param>
    internal async Task<Outcome<Person>> ByAddress(string address, string name, Refusal full, CancellationToken stop)
    {
        var normal = people.NormalizeEmail(address);
        var invited = await db
            .Invitations.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(i => i.Email == normal && i.AcceptedAt == null && i.RevokedAt == null)
            .OrderBy(i => i.InvitedAt)
            .ToListAsync(stop);
        foreach (var invitation in invited.Where(i => i.IsOpen(clock.GetUtcNow())))
            if (await ways.MayOpen(invitation.InvitedBy, stop))
                return await Run(invitation, name, () => KnownOrNew(address), stop, full);
        return NotOpen;
    }

    async Task<Outcome<Person>> KnownOrNew(string address)
    {
        if (await people.FindByEmailAsync(address) is { } known)
            return known;
        var person = Person.At(address);
        return await people.CreateAsync(person) is { Succeeded: false } failed
            ? failed.Refused(nameof(RedeemRequest.Email))
            : person;
    }

    async Task<Invitation?> Find(string code, CancellationToken stop)
    {
        var hash = Secret.Hash(code.Trim());
        var invitation = await db
            .Invitations.IgnoreQueryFilters()
            .AsNoTracking()
            .SingleOrDefaultAsync(i => i.CodeHash == hash, stop);
        return invitation?.IsOpen(clock.GetUtcNow()) == true && await ways.MayOpen(invitation.InvitedBy, stop)
            ? invitation
            : null;
    }

    async Task<Outcome<Person>> Run(
        Invitation invitation,
        string name,
        Func<Task<Outcome<Person>>> enter,
        CancellationToken stop,
        Refusal? whenFull = null
    )
    {
        await using var act = await db.Database.BeginTransactionAsync(stop);
        var now = clock.GetUtcNow();
        // One statement decides the race of two who redeem at once.
        var taken = await db
            .Invitations.IgnoreQueryFilters()
            .Where(i => i.Id == invitation.Id && i.AcceptedAt == null && i.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.AcceptedAt, now), stop);
        if (taken == 0)
            return NotOpen;
        if ((await enter()).Refused(out var refusal, out var person))
            return refusal;

        visit.Enter(await db.Workspaces.SingleAsync(w => w.Id == invitation.WorkspaceId, stop), null);
        if (await db.Members.AnyAsync(m => m.PersonId == person.Id, stop))
            return Refusal.Conflict("You are a member of this workspace already. Sign in.");
        if (limits.Members(await db.Members.CountAsync(m => m.DeactivatedAt == null, stop) + 1) is { } full)
            return whenFull ?? full;
        var member = new Member
        {
            PersonId = person.Id,
            Name = name,
            Role = invitation.Role,
            JoinedAt = now,
        };
        var invited = invitation.TeamIds.ConvertAll(t => new Id<Team>(t));
        var teams = await db.Teams.Where(t => invited.Contains(t.Id)).Select(t => t.Id).ToListAsync(stop);
        member.Teams.AddRange(
            teams.Select(t => new TeamMembership
            {
                TeamId = t,
                MemberId = member.Id,
                Role = TeamRole.Member,
            })
        );
        db.Members.Add(member);
        person.LastWorkspaceId = invitation.WorkspaceId;
        db.Users.Update(person);
        visit.Enter(visit.Workspace!, member);
        new JournalWriter(db, clock).Write("join", member.Id, $"{member.Name} joined as {member.Role}.");
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return person;
    }

    async Task<Outcome<Person>> Create(RedeemRequest asked, Id<Workspace> into, CancellationToken stop)
    {
        var name = await db.Workspaces.Where(w => w.Id == into).Select(w => w.Name).SingleAsync(stop);
        if (PasswordRules.Refusal(asked.Password!, name, asked.Name) is { } refusal)
            return refusal.At(nameof(asked.Password));
        var person = Person.At(asked.Email!.Trim());
        return await people.CreateAsync(person, asked.Password!) is { Succeeded: false } failed
            ? failed.Refused(nameof(asked.Password))
            : person;
    }
}

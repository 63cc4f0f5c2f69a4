using Heed.Storage;

namespace Heed.People;

/// <summary>
/// What opens Heed in somebody's name, beside the password: browsers, tokens, and the invitations that they made. All of
/// it ends at once where the password changes or the member goes, whatever was left open somewhere.
/// </summary>
public sealed class WaysIn(HeedDb db, Settings settings, TimeProvider clock)
{
    /// <param name="here">The browser in front of us, which stays.</param>
    public async Task End(Guid person, CancellationToken stop, Id<Session>? here = null)
    {
        await EndSessions(person, stop, here);
        var now = clock.GetUtcNow();
        var members = MembersOf(person);
        await db
            .ApiTokens.IgnoreQueryFilters()
            .Where(t => members.Contains(t.MemberId) && t.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, now), stop);
        await EndInvitations(person, stop);
    }

    public Task<int> EndSessions(Guid person, CancellationToken stop, Id<Session>? here = null) =>
        db.Sessions.Where(s => s.PersonId == person && s.Id != here).ExecuteDeleteAsync(stop);

    /// <summary>What was shown in a browser since it was opened.</summary>
    public Task Mark(Id<Session>? session, OpenedBy by, CancellationToken stop) =>
        db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.OpenedBy, by), stop);

    /// <summary>Those of somebody who is no administrator any more.</summary>
    public Task EndInvitations(Guid person, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var members = MembersOf(person);
        return db
            .Invitations.IgnoreQueryFilters()
            .Where(i => members.Contains(i.InvitedBy) && i.AcceptedAt == null && i.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), stop);
    }

    IQueryable<Id<Member>> MembersOf(Guid person) =>
        db.Members.IgnoreQueryFilters().Where(m => m.PersonId == person).Select(m => m.Id);

    /// <summary>Whether a right password or passkey opens anything: who is deactivated everywhere stays out.</summary>
    public Task<bool> LeadSomewhere(Guid person, CancellationToken stop) => Active(person).AnyAsync(stop);

    /// <summary>Whether any organisation of theirs asks for a second step.</summary>
    public Task<bool> AskForSecondStep(Guid person, CancellationToken stop) =>
        Active(person).AnyAsync(m => db.Workspaces.Any(w => w.Id == m.WorkspaceId && w.DemandsSecondStep), stop);

    /// <summary>Whether somebody who has come by the provider comes in by nothing else.</summary>
    public async Task<bool> AreTheProviders(Guid person, CancellationToken stop) =>
        settings.OpenIdOnly && await db.UserLogins.AnyAsync(l => l.UserId == person, stop);

    /// <summary>The organisation of this Heed; null where there are several.</summary>
    public async Task<Workspace?> OnlyWorkspace(CancellationToken stop) =>
        await db.Workspaces.AsNoTracking().OrderBy(w => w.Id).Take(2).ToListAsync(stop) is [var only] ? only : null;

    IQueryable<Member> Active(Guid person) =>
        db.Members.IgnoreQueryFilters().Where(m => m.PersonId == person && m.DeactivatedAt == null);

    /// <summary>Whether the same sign-in opens other organisations: then it is not one administrator's to replace.</summary>
    public Task<bool> OpenElsewhere(Member member, CancellationToken stop) =>
        db
            .Members.IgnoreQueryFilters()
            .AnyAsync(m => m.PersonId == member.PersonId && m.WorkspaceId != member.WorkspaceId, stop);

    /// <summary>Whether somebody may still open the door for others, for what was made by them may be older than that.</summary>
    public Task<bool> MayOpen(Id<Member> maker, CancellationToken stop) =>
        db
            .Members.IgnoreQueryFilters()
            .AnyAsync(m => m.Id == maker && m.Role == Role.Admin && m.DeactivatedAt == null, stop);
}

using Heed.Storage;

namespace Heed.People;

/// <summary>The member, their teams, tokens and invitations go; the person too, who belongs to no other workspace.</summary>
sealed class PeopleErasure(HeedDb db, WaysIn ways) : IErasureSource
{
    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        var personId = await db.Members.Where(m => m.Id == member.Id).Select(m => m.PersonId).SingleAsync(stop);
        await ways.End(personId, stop);
        // Addresses are typed as people like: the hash of none is kept, so their letters are compared.
        var invited = await db.Invitations.Select(i => new { i.Id, i.Email }).ToListAsync(stop);
        var theirs = invited
            .Where(i => string.Equals(i.Email, member.Address, StringComparison.OrdinalIgnoreCase))
            .Select(i => i.Id)
            .ToList();
        await db.Invitations.Where(i => theirs.Contains(i.Id)).ExecuteDeleteAsync(stop);
        await db.ApiTokens.Where(t => t.MemberId == member.Id).ExecuteDeleteAsync(stop);
        await db.TeamMemberships.Where(t => t.MemberId == member.Id).ExecuteDeleteAsync(stop);
        await db.Members.Where(m => m.Id == member.Id).ExecuteDeleteAsync(stop);
        if (await db.Members.IgnoreQueryFilters().AnyAsync(m => m.PersonId == personId, stop))
            return;
        await db.UserClaims.Where(c => c.UserId == personId).ExecuteDeleteAsync(stop);
        await db.UserLogins.Where(l => l.UserId == personId).ExecuteDeleteAsync(stop);
        await db.UserPasskeys.Where(p => p.UserId == personId).ExecuteDeleteAsync(stop);
        await db.UserTokens.Where(t => t.UserId == personId).ExecuteDeleteAsync(stop);
        await db.Users.Where(p => p.Id == personId).ExecuteDeleteAsync(stop);
    }
}

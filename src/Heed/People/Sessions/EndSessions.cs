using Heed.Journal;
using Heed.Storage;

namespace Heed.People;

/// <summary>Ends browsers in which somebody is signed in: one of one's own, all the others, or all of a member.</summary>
public sealed class EndSessions(HeedDb db, Member me, Visit visit, WaysIn ways, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Session> id, CancellationToken stop)
    {
        var ended = await db.Sessions.Where(s => s.Id == id && s.PersonId == me.PersonId).ExecuteDeleteAsync(stop);
        return ended == 0 ? Refusal.Missing("session") : new Done();
    }

    public async Task<Outcome<Done>> Others(CancellationToken stop)
    {
        await ways.EndSessions(me.PersonId, stop, visit.Session);
        return new Done();
    }

    /// <summary>For a member whose laptop is lost: browsers, tokens, and what they invited.</summary>
    public async Task<Outcome<Done>> Of(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may sign a member out.");
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        await using var act = await db.Database.BeginTransactionAsync(stop);
        await ways.End(member.PersonId, stop, id == me.Id ? visit.Session : null);
        journal.Write("sign-out", member.Id, $"{me.Name} signed {member.Name} out everywhere.");
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return new Done();
    }
}

/// <param name="IsHere">The one in front of the reader.</param>
public sealed record SessionView(
    Id<Session> Id,
    string Device,
    DateTimeOffset StartedAt,
    DateTimeOffset LastSeenAt,
    bool IsHere
);

/// <summary>One's own browsers, the one seen last first.</summary>
public sealed class ReadSessions(HeedDb db, Member me, Visit visit)
{
    public async Task<IReadOnlyList<SessionView>> Mine(CancellationToken stop)
    {
        var here = visit.Session;
        return await db
            .Sessions.AsNoTracking()
            .Where(s => s.PersonId == me.PersonId)
            .OrderByDescending(s => s.Id == here)
            .ThenByDescending(s => s.LastSeenAt)
            .Take(Part.Most)
            .Select(s => new SessionView(s.Id, s.Device, s.StartedAt, s.LastSeenAt, s.Id == here))
            .ToListAsync(stop);
    }
}

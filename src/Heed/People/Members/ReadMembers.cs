using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>A member as others see it. The address is for administrators and for the member.</summary>
public sealed record MemberView(
    Id<Member> Id,
    string Name,
    string? Email,
    Role Role,
    DateTimeOffset JoinedAt,
    DateTimeOffset? DeactivatedAt
);

public sealed class ReadMembers(HeedDb db, Member me)
{
    IQueryable<MemberView> View(IQueryable<Member> members) =>
        members.Select(m => new MemberView(
            m.Id,
            m.Name,
            me.IsAdmin || m.Id == me.Id ? db.Users.Where(p => p.Id == m.PersonId).Select(p => p.Email).First() : null,
            m.Role,
            m.JoinedAt,
            m.DeactivatedAt
        ));

    /// <summary>One page by name, with the number of all that match.</summary>
    public async Task<(IReadOnlyList<MemberView> Members, int All)> Page(
        string? words,
        int page,
        CancellationToken stop
    )
    {
        var members = db.Members.AsNoTracking();
        if (words is { Length: > 0 })
            members = members.Saying(words, m => m.Name);
        var all = await members.CountAsync(stop);
        var shown = members
            .OrderBy(m => m.Name)
            .ThenBy(m => m.Id)
            .Skip((Math.Max(page, 1) - 1) * Part.Usual)
            .Take(Part.Usual);
        return (await View(shown).ToListAsync(stop), all);
    }

    public Task<MemberView?> Of(Id<Member> id, CancellationToken stop) =>
        View(db.Members.Where(m => m.Id == id)).SingleOrDefaultAsync(stop);

    /// <summary>
    /// The names of these members, those who left included: what they wrote stays theirs, unless they asked to be
    /// forgotten.
    /// </summary>
    public async Task<IReadOnlyDictionary<Id<Member>, string>> Names(
        IReadOnlyCollection<Id<Member>> ids,
        CancellationToken stop
    )
    {
        var known = await db
            .Members.AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        return ids.Distinct().ToDictionary(id => id, id => known.GetValueOrDefault(id, "A former member"));
    }

    /// <summary>The names of all who are active, for finding whom a text names.</summary>
    public async Task<IReadOnlyList<(Id<Member> Id, string Name)>> ActiveNames(CancellationToken stop) =>
        [
            .. (
                await db
                    .Members.AsNoTracking()
                    .Where(m => m.DeactivatedAt == null)
                    .Select(m => new { m.Id, m.Name })
                    .ToListAsync(stop)
            ).Select(m => (m.Id, m.Name)),
        ];

    /// <summary>Whether a member leads a team.</summary>
    public Task<bool> Leads(Id<Member> id, CancellationToken stop) =>
        db.TeamMemberships.AnyAsync(t => t.MemberId == id && t.Role == TeamRole.Lead, stop);

    /// <summary>Active members by name, to choose from.</summary>
    public async Task<IReadOnlyList<MemberView>> Active(CancellationToken stop) =>
        await View(db.Members.Where(m => m.DeactivatedAt == null).OrderBy(m => m.Name).Take(1000)).ToListAsync(stop);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/members", List)
            .WithName("ListMembers")
            .WithSummary("The members. Addresses are shown to administrators.");
        api.MapGet("/members/{id}", Get).WithName("ReadMember").WithSummary("One member.");
    }

    static async Task<Ok<Listed<MemberView>>> List(
        ReadMembers read,
        HeedDb db,
        Id<Member>? after,
        int? take,
        CancellationToken stop
    )
    {
        var size = Part.Size(take);
        var members = db.Members.AsNoTracking();
        if (after is { } cursor)
            members = members.Where(m => m.Id > cursor);
        var views = await read.View(members.OrderBy(m => m.Id).Take(size + 1)).ToListAsync(stop);
        return TypedResults.Ok(Listed<MemberView>.Of(views, size, m => m.Id.ToString()));
    }

    static Task<Results<Ok<MemberView>, ProblemHttpResult>> Get(
        Id<Member> id,
        ReadMembers read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("member");
}

using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>A team in its place: how deep it lies, and how many members it has itself.</summary>
public sealed record TeamView(Id<Team> Id, string Name, Id<Team>? ParentId, int Depth, int Members);

public sealed record TeamMemberView(Id<Member> Id, string Name, TeamRole Role);

/// <summary>A team that has none above it, with all below it.</summary>
/// <param name="People">How many are of any of its teams, where that is fewer than was asked; else that many at least.</param>
public sealed record Department(Id<Team> Top, IReadOnlyList<Id<Team>> Teams, int People);

public sealed record TeamDetail(
    Id<Team> Id,
    string Name,
    Id<Team>? ParentId,
    IReadOnlyList<TeamMemberView> Members,
    IReadOnlyList<TeamView> Below,
    int Version
);

/// <summary>The tree of teams.</summary>
public sealed class ReadTeams(HeedDb db)
{
    /// <summary>Every team, each under its parent, siblings by name: two queries, however many.</summary>
    public async Task<IReadOnlyList<TeamView>> Tree(CancellationToken stop)
    {
        var teams = await db
            .Teams.AsNoTracking()
            .OrderBy(t => t.Name)
            .ThenBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.ParentId,
            })
            .ToListAsync(stop);
        var sizes = await db
            .TeamMemberships.GroupBy(m => m.TeamId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var below = teams.ToLookup(t => t.ParentId);
        List<TeamView> tree = [];
        Place(null, 0);
        return tree;

        void Place(Id<Team>? parent, int depth)
        {
            foreach (var team in below[parent])
            {
                tree.Add(new(team.Id, team.Name, parent, depth, sizes.GetValueOrDefault(team.Id)));
                Place(team.Id, depth + 1);
            }
        }
    }

    /// <summary>The departments, and whether each has so many people.</summary>
    public async Task<IReadOnlyList<Department>> Departments(int enough, CancellationToken stop)
    {
        List<List<TeamView>> departments = [];
        // Each team comes after the one above it.
        foreach (var team in await Tree(stop))
            if (team.Depth == 0)
                departments.Add([team]);
            else
                departments[^1].Add(team);
        // Who is of two teams is one: where no team is large enough by itself, people are told apart.
        var small = departments
            .Where(d => d.Max(t => t.Members) < enough)
            .SelectMany(d => d)
            .Select(t => t.Id)
            .ToList();
        var people = (
            await db
                .TeamMemberships.Where(m => small.Contains(m.TeamId))
                .Select(m => new { m.TeamId, m.MemberId })
                .ToListAsync(stop)
        ).ToLookup(m => m.TeamId, m => m.MemberId);
        return
        [
            .. departments.Select(d => new Department(
                d[0].Id,
                [.. d.Select(t => t.Id)],
                Math.Max(d.Max(t => t.Members), d.SelectMany(t => people[t.Id]).Distinct().Count())
            )),
        ];
    }

    public async Task<IReadOnlyDictionary<Id<Team>, string>> Names(CancellationToken stop) =>
        await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, stop);

    /// <summary>The team itself, for rooms that hold its id; not to be changed there.</summary>
    public Task<Team?> Find(Id<Team>? id, CancellationToken stop) =>
        db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop);

    public Task<bool> Exists(Id<Team> id, CancellationToken stop) => db.Teams.AnyAsync(t => t.Id == id, stop);

    /// <summary>How many active members of each team may write.</summary>
    public async Task<IReadOnlyDictionary<Id<Team>, int>> Writers(
        IReadOnlyCollection<Id<Team>> ids,
        CancellationToken stop
    ) =>
        await db
            .TeamMemberships.Where(t => ids.Contains(t.TeamId))
            .Join(
                db.Members.Where(m => m.DeactivatedAt == null && m.Role != Role.Viewer),
                t => t.MemberId,
                m => m.Id,
                (t, m) => t.TeamId
            )
            .GroupBy(team => team)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    public async Task<TeamDetail?> Of(Id<Team> id, CancellationToken stop)
    {
        var team = await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop);
        if (team is null)
            return null;
        var members = await db
            .TeamMemberships.Where(t => t.TeamId == id)
            .Join(
                db.Members.Where(m => m.DeactivatedAt == null),
                t => t.MemberId,
                m => m.Id,
                (t, m) => new TeamMemberView(m.Id, m.Name, t.Role)
            )
            .ToListAsync(stop);
        var tree = await Tree(stop);
        var place = tree.TakeWhile(t => t.Id != id).Count();
        var below = tree.Skip(place + 1).TakeWhile(t => t.Depth > tree[place].Depth);
        return new(team.Id, team.Name, team.ParentId, [.. members.OrderBy(m => m.Name)], [.. below], team.Version);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/teams", List).WithName("ListTeams").WithSummary("The tree of teams, each under its parent.");
        api.MapGet("/teams/{id}", Get)
            .WithName("ReadTeam")
            .WithSummary("One team with its members and the teams below it.");
    }

    static async Task<Ok<Listed<TeamView>>> List(ReadTeams teams, Id<Team>? after, int? take, CancellationToken stop)
    {
        var tree = await teams.Tree(stop);
        var from = after is null ? 0 : tree.TakeWhile(t => t.Id != after).Count() + 1;
        var size = Part.Size(take);
        return TypedResults.Ok(Listed<TeamView>.Of([.. tree.Skip(from).Take(size + 1)], size, t => t.Id.ToString()));
    }

    static Task<Results<Ok<TeamDetail>, ProblemHttpResult>> Get(Id<Team> id, ReadTeams teams, CancellationToken stop) =>
        teams.Of(id, stop).OkOrMissing("team");
}

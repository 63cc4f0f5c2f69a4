using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Customers;

public sealed record ServingTeam(Id<Team> Id, string Name);

/// <summary>A customer group as the pages and programs see it.</summary>
public sealed record CustomerGroupView(
    Id<CustomerGroup> Id,
    string Name,
    CustomerKind Kind,
    string Description,
    ServingTeam? IsTeam,
    IReadOnlyList<ServingTeam> ServedBy,
    IReadOnlyList<JourneyStepView> JourneySteps,
    IReadOnlyList<BehaviourView> Behaviours,
    int Version
)
{
    /// <summary>What they are, in a word or two: “Partner”, “Internal: the team Counter”.</summary>
    internal string Said => IsTeam is { } team ? $"{Kind}: the team {team.Name}" : Kind.ToString();
}

public sealed record JourneyStepView(Id<JourneyStep> Id, string Name);

public sealed record BehaviourView(Id<Behaviour> Id, string Name);

/// <summary>Who is served, and by whom.</summary>
public sealed class ReadCustomers(HeedDb db, ReadTeams teams)
{
    IQueryable<CustomerGroup> Present() =>
        db
            .CustomerGroups.AsNoTracking()
            .AsSplitQuery()
            .Include(g => g.Teams)
            .Include(g => g.JourneySteps)
            .Include(g => g.Behaviours)
            .Where(g => g.RemovedAt == null);

    public async Task<CustomerGroupView?> Of(Id<CustomerGroup> id, CancellationToken stop) =>
        await Present().SingleOrDefaultAsync(g => g.Id == id, stop) is { } group
            ? View(group, await teams.Names(stop))
            : null;

    public async Task<Listed<CustomerGroupView>> After(
        CustomerKind? kind,
        Id<CustomerGroup>? after,
        int size,
        CancellationToken stop
    )
    {
        var groups = Present().Where(g => kind == null || g.Kind == kind);
        if (after is { } cursor)
            groups = groups.Where(g => g.Id > cursor);
        var rows = await groups.OrderBy(g => g.Id).Take(size + 1).ToListAsync(stop);
        var names = await teams.Names(stop);
        return Listed<CustomerGroupView>.Of([.. rows.Select(g => View(g, names))], size, g => g.Id.ToString());
    }

    /// <summary>Whom a team serves.</summary>
    public async Task<IReadOnlyList<CustomerGroupView>> ServedBy(Id<Team> team, CancellationToken stop)
    {
        var rows = await Present()
            .Where(g => g.Teams.Any(s => s.TeamId == team))
            .OrderBy(g => g.Id)
            .Take(Part.Most)
            .ToListAsync(stop);
        var names = await teams.Names(stop);
        return [.. rows.Select(g => View(g, names))];
    }

    /// <summary>Who serves whom, of all teams.</summary>
    public async Task<IReadOnlyList<Serving>> Servings(CancellationToken stop) =>
        await db
            .TeamAssignments.AsNoTracking()
            .Join(
                db.CustomerGroups.Where(g => g.RemovedAt == null),
                s => s.CustomerGroupId,
                g => g.Id,
                (s, g) => new Serving(s.TeamId, g.Id, g.Name, g.Kind, g.IsTeam)
            )
            .ToListAsync(stop);

    /// <summary>Active teams at the leaves of the tree that serve no customer group: a question, not a reproach.</summary>
    public async Task<IReadOnlyList<TeamView>> TeamsThatServeNobody(CancellationToken stop)
    {
        var tree = await teams.Tree(stop);
        var assigned = (
            await db
                .TeamAssignments.Where(s =>
                    db.CustomerGroups.Any(g => g.Id == s.CustomerGroupId && g.RemovedAt == null)
                )
                .Select(s => s.TeamId)
                .Distinct()
                .ToListAsync(stop)
        ).ToHashSet();
        var parents = tree.Select(t => t.ParentId).OfType<Id<Team>>().ToHashSet();
        return [.. tree.Where(t => !assigned.Contains(t.Id) && !parents.Contains(t.Id))];
    }

    /// <summary>Steps by their ids, each with its group: “Guests: waits at the counter”. Those that were removed keep their name.</summary>
    public async Task<IReadOnlyDictionary<Id<JourneyStep>, string>> StepNames(
        IReadOnlyCollection<Id<JourneyStep>> ids,
        CancellationToken stop
    ) =>
        await db
            .JourneySteps.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Join(
                db.CustomerGroups,
                s => s.CustomerGroupId,
                g => g.Id,
                (s, g) => new { s.Id, Name = g.Name + ": " + s.Name }
            )
            .ToDictionaryAsync(s => s.Id, s => s.Name, stop);

    static CustomerGroupView View(CustomerGroup group, IReadOnlyDictionary<Id<Team>, string> names) =>
        new(
            group.Id,
            group.Name,
            group.Kind,
            group.Description,
            group.IsTeam is { } team && names.TryGetValue(team, out var name) ? new(team, name) : null,
            [.. group.Teams.Select(s => new ServingTeam(s.TeamId, names[s.TeamId])).OrderBy(t => t.Name)],
            [.. InOrder(group.JourneySteps).Select(s => new JourneyStepView(s.Id, s.Name))],
            [.. InOrder(group.Behaviours).Select(b => new BehaviourView(b.Id, b.Name))],
            group.Version
        );

    static IEnumerable<T> InOrder<T>(IEnumerable<T> all)
        where T : IInOrder => all.Where(i => i.RemovedAt is null).OrderBy(i => i.Order);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/customer-groups", List)
            .WithName("ListCustomerGroups")
            .WithSummary("The customer groups, by kind if one is named.");
        api.MapGet("/customer-groups/{id}", Get).WithName("ReadCustomerGroup").WithSummary("One customer group.");
    }

    static async Task<Ok<Listed<CustomerGroupView>>> List(
        ReadCustomers read,
        CustomerKind? kind,
        Id<CustomerGroup>? after,
        int? take,
        CancellationToken stop
    ) => TypedResults.Ok(await read.After(kind, after, Part.Size(take), stop));

    static Task<Results<Ok<CustomerGroupView>, ProblemHttpResult>> Get(
        Id<CustomerGroup> id,
        ReadCustomers read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("customer group");
}

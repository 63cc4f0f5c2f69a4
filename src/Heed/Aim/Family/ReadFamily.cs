using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>An objective as its relatives name it.</summary>
public sealed record Relative(
    Id<Objective> Id,
    string Title,
    string Team,
    string Cycle,
    bool IsCycleClosed,
    ObjectiveState State
)
{
    /// <summary>“Checkout · 2035 Q1”, and what is over is said.</summary>
    public string Place =>
        $"{Team} · {Cycle}{(IsCycleClosed ? ", a cycle that is closed" : State == ObjectiveState.Closed ? ", closed" : "")}";
}

/// <param name="Says">How its own key results stand; they are not added to those of the parent.</param>
public sealed record ChildObjective(Relative Of, string Says);

/// <summary>What an objective serves, and what serves it.</summary>
/// <param name="Strategy">Under which it hangs, where it is the organisation's.</param>
/// <param name="All">How many children there are, shown or not.</param>
public sealed record Family(
    Relative? Parent,
    StrategyView? Strategy,
    bool IsOrganisations,
    IReadOnlyList<ChildObjective> Children,
    int All
);

/// <summary>Reads the family of an objective in a fixed number of queries.</summary>
public sealed class ReadFamily(HeedDb db, ReadKeyResults read, ReadStrategies strategies, ReadTeams teams)
{
    public const int MostChildren = 30;
    public const int MostParents = 200;

    public async Task<Family> Of(Objective objective, Cycle cycle, CancellationToken stop)
    {
        var names = await teams.Names(stop);
        var parent = objective.ParentId is { } id
            ? await db.Objectives.AsNoTracking().Include(o => o.Cycle).SingleOrDefaultAsync(o => o.Id == id, stop)
            : null;
        var below = db.Objectives.AsNoTracking().Where(o => o.ParentId == objective.Id);
        var children = await below
            .Include(o => o.Cycle)
            .OrderBy(o => o.ClosedAt != null)
            .ThenByDescending(o => o.CreatedAt)
            .ThenBy(o => o.Id)
            .Take(MostChildren)
            .ToListAsync(stop);
        var ids = children.ConvertAll(c => c.Id);
        var readings = ids.Count == 0 ? [] : await read.Of(read.All().Where(k => ids.Contains(k.ObjectiveId)), stop);
        var own = readings.ToLookup(r => r.KeyResult.ObjectiveId);
        var organisation = await strategies.Organisation(stop);
        return new(
            parent is null ? null : Named(parent, names),
            organisation == objective.TeamId ? await strategies.During(cycle, stop) : null,
            organisation == objective.TeamId,
            [.. children.Select(c => new ChildObjective(Named(c, names), KeyResultSummary.Of([.. own[c.Id]])))],
            children.Count < MostChildren ? children.Count : await below.CountAsync(stop)
        );
    }

    /// <summary>Whether a strategy is its parent: it is the organisation's, and one holds its cycle.</summary>
    public async Task<bool> HangsUnderStrategy(Objective objective, Cycle cycle, CancellationToken stop) =>
        await strategies.Organisation(stop) == objective.TeamId && await strategies.During(cycle, stop) is not null;

    /// <summary>What it may serve: the newest of other teams that are not closed, and what it serves now.</summary>
    /// <param name="words">Only those whose title says this.</param>
    public async Task<IReadOnlyList<Relative>> Parents(Objective objective, string? words, CancellationToken stop)
    {
        var names = await teams.Names(stop);
        var wanted = db
            .Objectives.AsNoTracking()
            .Where(o => o.TeamId != objective.TeamId && (o.ClosedAt == null || o.Id == objective.ParentId));
        if (!string.IsNullOrWhiteSpace(words))
            wanted = wanted.Saying(words, o => o.Title);
        var found = await wanted
            .Include(o => o.Cycle)
            .OrderByDescending(o => o.Id == objective.ParentId)
            .ThenByDescending(o => o.Cycle!.Start)
            .ThenByDescending(o => o.Id)
            .Take(MostParents)
            .ToListAsync(stop);
        return found.ConvertAll(o => Named(o, names));
    }

    static Relative Named(Objective objective, IReadOnlyDictionary<Id<Team>, string> teams) =>
        new(
            objective.Id,
            objective.Title,
            teams.GetValueOrDefault(objective.TeamId, "a team that is gone"),
            objective.Cycle!.Name,
            objective.Cycle.State == CycleState.Closed,
            objective.State
        );
}

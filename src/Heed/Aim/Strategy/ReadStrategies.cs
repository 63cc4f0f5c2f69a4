using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed record StrategyView(
    Id<Strategy> Id,
    DateOnly Start,
    DateOnly End,
    string Challenge,
    string Opinion,
    string NotDoing,
    int Version
)
{
    internal static StrategyView Of(Strategy s) =>
        new(s.Id, s.Start, s.End, s.Challenge, s.Opinion, s.NotDoing, s.Version);
}

/// <summary>An objective of the organisation, with how its key results stand.</summary>
public sealed record StrategicObjective(Objective Objective, string Says);

/// <param name="Organisation">The team at the top; empty where no single team stands above all others.</param>
/// <param name="Others">The strategies of other periods, the newest first.</param>
public sealed record StrategySheet(
    Strategy? Strategy,
    Id<Team>? Organisation,
    IReadOnlyList<StrategicObjective> Objectives,
    int All,
    IReadOnlyList<Strategy> Others
);

/// <summary>The strategy of now, and those of before.</summary>
public sealed class ReadStrategies(HeedDb db, ReadKeyResults read, ReadTeams teams, Workspace here, TimeProvider clock)
{
    /// <summary>Fifty years of yearly ones.</summary>
    public const int MostStrategies = 50;
    public const int MostObjectives = 30;

    internal DateOnly Today => here.Today(clock);

    public Task<Strategy?> Of(Id<Strategy> id, CancellationToken stop) =>
        db.Strategies.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop);

    /// <summary>The one that holds today; else the next to come, else the last.</summary>
    public async Task<Strategy?> Now(CancellationToken stop)
    {
        var today = Today;
        return await db
                .Strategies.AsNoTracking()
                .Where(s => s.End >= today)
                .OrderBy(s => s.Start)
                .FirstOrDefaultAsync(stop)
            ?? await db.Strategies.AsNoTracking().OrderByDescending(s => s.End).FirstOrDefaultAsync(stop);
    }

    public async Task<Id<Team>?> Organisation(CancellationToken stop) => Aim.Organisation.Of(await teams.Tree(stop));

    /// <summary>The one that holds when a cycle begins: it is decided by that day, because periods may cut a cycle in two.</summary>
    public async Task<StrategyView?> During(Cycle cycle, CancellationToken stop) =>
        await db
            .Strategies.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Start <= cycle.Start && cycle.Start <= s.End, stop)
            is { } strategy
            ? StrategyView.Of(strategy)
            : null;

    public async Task<StrategySheet> Sheet(Strategy? strategy, CancellationToken stop)
    {
        var organisation = await Organisation(stop);
        var others = await db
            .Strategies.AsNoTracking()
            .Where(s => strategy == null || s.Id != strategy.Id)
            .OrderByDescending(s => s.Start)
            .Take(MostStrategies)
            .ToListAsync(stop);
        if (strategy is null || organisation is not { } top)
            return new(strategy, organisation, [], 0, others);
        var wanted = db
            .Objectives.AsNoTracking()
            .Where(o => o.TeamId == top && strategy.Start <= o.Cycle!.Start && o.Cycle.Start <= strategy.End);
        var objectives = await wanted
            .OrderBy(o => o.ClosedAt != null)
            .ThenByDescending(o => o.CreatedAt)
            .ThenBy(o => o.Id)
            .Take(MostObjectives)
            .ToListAsync(stop);
        var ids = objectives.ConvertAll(o => o.Id);
        var readings = ids.Count == 0 ? [] : await read.Of(read.All().Where(k => ids.Contains(k.ObjectiveId)), stop);
        var own = readings.ToLookup(r => r.KeyResult.ObjectiveId);
        return new(
            strategy,
            organisation,
            [.. objectives.Select(o => new StrategicObjective(o, KeyResultSummary.Of([.. own[o.Id]])))],
            objectives.Count < MostObjectives ? objectives.Count : await wanted.CountAsync(stop),
            others
        );
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/strategies", List)
            .WithName("ListStrategies")
            .WithSummary("The strategies, in the order in which they were written.");
        api.MapGet("/strategies/{id}", One).WithName("ReadStrategy").WithSummary("The strategy of one period.");
    }

    static async Task<Ok<Listed<StrategyView>>> List(HeedDb db, Id<Strategy>? after, int? take, CancellationToken stop)
    {
        var wanted = db.Strategies.AsNoTracking();
        if (after is { } last)
            wanted = wanted.Where(s => s.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(s => s.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<StrategyView>.Of([.. rows.Select(StrategyView.Of)], size, s => s.Id.ToString()));
    }

    static Task<Results<Ok<StrategyView>, ProblemHttpResult>> One(
        Id<Strategy> id,
        ReadStrategies read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("strategy", StrategyView.Of);
}

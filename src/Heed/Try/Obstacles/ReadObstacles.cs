using Heed.Customers;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed record ObstacleView(
    Id<Obstacle> Id,
    Id<Team> Team,
    string What,
    string Where,
    Id<JourneyStep>? JourneyStep,
    ObstacleFrequency Frequency,
    string? Evidence,
    DateOnly SeenOn,
    ObstacleState State,
    DateTimeOffset StateSince,
    Id<TargetCondition>? WorkedOnFor,
    Id<Trial>? DissolvedByTrial,
    Id<ExperimentRecord>? DissolvedByExperiment,
    IReadOnlyList<ObstacleAct> MayBe,
    int Version
)
{
    public static ObstacleView Of(Obstacle obstacle) =>
        new(
            obstacle.Id,
            obstacle.TeamId,
            obstacle.What,
            obstacle.Where,
            obstacle.JourneyStepId,
            obstacle.Frequency,
            obstacle.Evidence,
            obstacle.SeenOn,
            obstacle.State,
            obstacle.StateSince,
            obstacle.WorkedOnFor,
            obstacle.DissolvedByTrial,
            obstacle.DissolvedByExperiment,
            ObstacleMoves.Choices(obstacle.State),
            obstacle.Version
        );
}

/// <summary>One step of an obstacle's story.</summary>
public sealed record ObstacleMoveView(
    ObstacleAct Act,
    ObstacleState From,
    ObstacleState To,
    string Reason,
    Id<TargetCondition>? For,
    Id<Trial>? Trial,
    Id<ExperimentRecord>? Experiment,
    string By,
    DateTimeOffset At
);

public enum ObstacleOrder
{
    Age,
    Step,
}

/// <summary>One screen of obstacles, and what became of those that ended.</summary>
/// <param name="Ended">How many are in the way no more, or are left as they are.</param>
/// <param name="ByTrial">How many of those a trial with a verdict dissolved.</param>
public sealed record ListedObstacles(
    IReadOnlyList<Obstacle> Obstacles,
    int All,
    int Page,
    int Open,
    int Ended,
    int ByTrial,
    IReadOnlyDictionary<Id<JourneyStep>, string> Steps,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;
}

/// <summary>Reads obstacles and their story.</summary>
public sealed class ReadObstacles(HeedDb db, ReadTeams teams, ReadCustomers customers, ReadMembers members)
{
    public Task<Obstacle?> Of(Id<Obstacle> id, CancellationToken stop) =>
        db.Obstacles.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop);

    public async Task<IReadOnlyDictionary<Id<Obstacle>, Obstacle>> Of(
        IReadOnlyCollection<Id<Obstacle>> ids,
        CancellationToken stop
    ) => await db.Obstacles.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);

    /// <summary>Those of some teams that are in the way, the oldest first, to choose from.</summary>
    public async Task<IReadOnlyList<Obstacle>> Open(
        IReadOnlyCollection<Id<Team>> of,
        int most,
        CancellationToken stop
    ) =>
        await db
            .Obstacles.AsNoTracking()
            .Where(o => of.Contains(o.TeamId) && (o.State == ObstacleState.Parked || o.State == ObstacleState.Working))
            .OrderBy(o => o.SeenOn)
            .ThenBy(o => o.Id)
            .Take(most)
            .ToListAsync(stop);

    public async Task<ListedObstacles> Page(
        Id<Team>? team,
        bool ended,
        ObstacleOrder order,
        int page,
        CancellationToken stop
    )
    {
        var wanted = db.Obstacles.AsNoTracking().Where(o => team == null || o.TeamId == team);
        var open = await wanted.CountAsync(
            o => o.State == ObstacleState.Parked || o.State == ObstacleState.Working,
            stop
        );
        var all = await wanted.CountAsync(stop);
        var byTrial = await wanted.CountAsync(
            o => o.State == ObstacleState.Dissolved && o.DissolvedByTrial != null,
            stop
        );
        var shown = wanted.Where(o => (o.State != ObstacleState.Parked && o.State != ObstacleState.Working) == ended);
        var count = ended ? all - open : open;
        page = Math.Clamp(page, 1, Math.Max(1, (count + ListedObstacles.Size - 1) / ListedObstacles.Size));
        // Those that block no step that anybody knows come last on either database.
        var ordered =
            order == ObstacleOrder.Age
                ? shown.OrderBy(o => o.SeenOn).ThenBy(o => o.Id)
                : shown
                    .OrderBy(o => o.JourneyStepId == null)
                    .ThenBy(o => o.JourneyStepId)
                    .ThenBy(o => o.SeenOn)
                    .ThenBy(o => o.Id);
        var rows = await ordered.Skip((page - 1) * ListedObstacles.Size).Take(ListedObstacles.Size).ToListAsync(stop);
        var steps = rows.Select(o => o.JourneyStepId).OfType<Id<JourneyStep>>().Distinct().ToList();
        return new(
            rows,
            count,
            page,
            open,
            all - open,
            byTrial,
            await customers.StepNames(steps, stop),
            await teams.Names(stop)
        );
    }

    /// <summary>Its story, the newest first.</summary>
    public Task<IReadOnlyList<ObstacleMoveView>> Moves(Id<Obstacle> id, CancellationToken stop) =>
        members.Story(
            db.ObstacleMoves.Where(m => m.ObstacleId == id),
            (m, by) =>
                new ObstacleMoveView(
                    m.Act,
                    m.From,
                    m.To,
                    m.Reason,
                    m.TargetConditionId,
                    m.TrialId,
                    m.ExperimentId,
                    by,
                    m.At
                ),
            stop
        );

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/obstacles", List)
            .WithName("ListObstacles")
            .WithSummary("What is in the way, by team or state if one is named.");
        api.MapGet("/obstacles/{id}", One).WithName("ReadObstacle").WithSummary("One obstacle.");
        api.MapGet("/obstacles/{id}/moves", Story)
            .WithName("ListObstacleMoves")
            .WithSummary("What became of an obstacle, step by step, the newest first.");
    }

    static async Task<Ok<Listed<ObstacleView>>> List(
        HeedDb db,
        Id<Team>? team,
        ObstacleState? state,
        Id<Obstacle>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.Obstacles.AsNoTracking();
        if (team is { } one)
            wanted = wanted.Where(o => o.TeamId == one);
        if (state is { } stands)
            wanted = wanted.Where(o => o.State == stands);
        if (after is { } last)
            wanted = wanted.Where(o => o.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(o => o.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<ObstacleView>.Of([.. rows.Select(ObstacleView.Of)], size, o => o.Id.ToString()));
    }

    static Task<Results<Ok<ObstacleView>, ProblemHttpResult>> One(
        Id<Obstacle> id,
        ReadObstacles read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("obstacle", ObstacleView.Of);

    static Task<Results<Ok<IReadOnlyList<ObstacleMoveView>>, ProblemHttpResult>> Story(
        Id<Obstacle> id,
        ReadObstacles read,
        CancellationToken stop
    ) => read.Of(id, stop).ListOrMissing("obstacle", _ => read.Moves(id, stop));
}

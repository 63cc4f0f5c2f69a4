using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed record ExperimentView(
    Id<ExperimentRecord> Id,
    Id<Storyboard> Storyboard,
    Id<TargetCondition> TargetCondition,
    Id<Obstacle> Obstacle,
    int Number,
    ExperimentState State,
    string Step,
    string Unknown,
    Id<Metric>? Metric,
    string Expected,
    DateOnly GoAndSee,
    DateTimeOffset? LockedAt,
    ExperimentResult? Result,
    string? Happened,
    string? Learned,
    DateOnly? SeenOn,
    string? WithdrawnBecause,
    Id<Trial>? Trial,
    int Version
)
{
    internal static ExperimentView Of(ExperimentRecord record) =>
        new(
            record.Id,
            record.StoryboardId,
            record.TargetConditionId,
            record.ObstacleId,
            record.Number,
            record.State,
            record.Step,
            record.Unknown,
            record.MetricId,
            record.Expected,
            record.GoAndSee,
            record.LockedAt,
            record.Result,
            record.Happened,
            record.Learned,
            record.SeenOn,
            record.WithdrawnBecause,
            record.TrialId,
            record.Version
        );
}

/// <summary>Reads experiments.</summary>
public sealed class ReadExperiments(HeedDb db)
{
    public Task<ExperimentRecord?> Of(Id<ExperimentRecord> id, CancellationToken stop) =>
        db.Experiments.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop);

    /// <summary>Those against an obstacle, the newest first.</summary>
    public async Task<IReadOnlyList<ExperimentRecord>> On(Id<Obstacle> obstacle, int most, CancellationToken stop) =>
        await db
            .Experiments.AsNoTracking()
            .Where(e => e.ObstacleId == obstacle)
            .OrderByDescending(e => e.Id)
            .Take(most)
            .ToListAsync(stop);

    /// <summary>Those of a board, the newest first.</summary>
    public async Task<IReadOnlyList<ExperimentRecord>> On(Id<Storyboard> board, int most, CancellationToken stop) =>
        await db
            .Experiments.AsNoTracking()
            .Where(e => e.StoryboardId == board)
            .OrderByDescending(e => e.Number)
            .Take(most)
            .ToListAsync(stop);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/experiments/{id}", One).WithName("ReadExperiment").WithSummary("One experiment of a storyboard.");
        api.MapGet("/storyboards/{id}/experiments", List)
            .WithName("ListExperiments")
            .WithSummary("The experiments of a storyboard, in the order in which they were planned.");
    }

    static Task<Results<Ok<ExperimentView>, ProblemHttpResult>> One(
        Id<ExperimentRecord> id,
        ReadExperiments read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("experiment", ExperimentView.Of);

    static async Task<Results<Ok<Listed<ExperimentView>>, ProblemHttpResult>> List(
        Id<Storyboard> id,
        HeedDb db,
        Id<ExperimentRecord>? after,
        int? take,
        CancellationToken stop
    )
    {
        if (!await db.Storyboards.AnyAsync(b => b.Id == id, stop))
            return Refusal.Missing("storyboard").Problem();
        var wanted = db.Experiments.AsNoTracking().Where(e => e.StoryboardId == id);
        if (after is { } last)
            wanted = wanted.Where(e => e.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(e => e.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<ExperimentView>.Of([.. rows.Select(ExperimentView.Of)], size, e => e.Id.ToString())
        );
    }
}

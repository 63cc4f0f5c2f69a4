using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>
/// Plans the next experiment of a board, against the one obstacle that is worked on, and changes the plan until what is
/// expected is locked.
/// </summary>
public sealed class PlanExperiment(
    HeedDb db,
    Member me,
    Workspace here,
    ReadSeries series,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<ExperimentRecord>> Run(Id<Storyboard> id, ExperimentRequest asked, CancellationToken stop)
    {
        if (await db.Storyboards.SingleOrDefaultAsync(b => b.Id == id, stop) is not { } board)
            return Refusal.Missing("storyboard");
        if (!me.MayWriteFor(board.TeamId))
            return await TeamPermission.Refuse(db, board.TeamId, stop);
        var target = await db
            .TargetConditions.Where(t => t.StoryboardId == id)
            .OrderByDescending(t => t.Number)
            .FirstOrDefaultAsync(stop);
        if (NotOpen(target) is { } over)
            return over;
        if (await db.Obstacles.SingleOrDefaultAsync(o => o.WorkedOnFor == target!.Id, stop) is not { } obstacle)
            return Refusal.Conflict(
                "Choose the one obstacle that you work on first. An experiment that is against none is a to-do."
            );
        var number = await db
            .Experiments.Where(e => e.StoryboardId == id)
            .OrderByDescending(e => e.Number)
            .Select(e => e.Number)
            .FirstOrDefaultAsync(stop);
        var record = new ExperimentRecord
        {
            TeamId = board.TeamId,
            StoryboardId = id,
            TargetConditionId = target!.Id,
            ObstacleId = obstacle.Id,
            Number = number + 1,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        if (await Fill(record, target, asked, stop) is { } refusal)
            return refusal;
        db.Experiments.Add(record);
        journal.Write("plan", record.Id, $"{me.Name} planned the experiment “{Format.Shortened(record.Step)}”.");
        await db.SaveChangesAsync(stop);
        return record;
    }

    public async Task<Outcome<ExperimentRecord>> Rewrite(
        Id<ExperimentRecord> id,
        ExperimentRequest asked,
        CancellationToken stop
    )
    {
        if (await db.Experiments.SingleOrDefaultAsync(e => e.Id == id, stop) is not { } record)
            return Refusal.Missing("experiment");
        if (!me.MayWriteFor(record.TeamId))
            return await TeamPermission.Refuse(db, record.TeamId, stop);
        var target = await db.TargetConditions.SingleAsync(t => t.Id == record.TargetConditionId, stop);
        if ((record.Fixed ?? NotOpen(target)) is { } locked)
            return locked;
        if (await Fill(record, target, asked, stop) is { } refusal)
            return refusal;
        journal.Write("plan", id, $"{me.Name} changed the experiment “{Format.Shortened(record.Step)}”.");
        await db.SaveChangesAsync(stop);
        return record;
    }

    Refusal? NotOpen(TargetCondition? target) =>
        target is null || target.State.IsEnd()
            ? Refusal.Conflict("Set the next target condition first: a step needs somewhere to go.")
        : target.IsOver(here.Today(clock))
            ? Refusal.Conflict(
                $"The target condition ended on {Format.Day(target.AchieveBy)}. Write what it has taught, and set the next one."
            )
        : null;

    async Task<Refusal?> Fill(
        ExperimentRecord record,
        TargetCondition target,
        ExperimentRequest asked,
        CancellationToken stop
    )
    {
        if (await WriteStoryboard.InUse(series, asked.Metric, record.MetricId, stop) is { } unmeasured)
            return unmeasured.At(nameof(asked.Metric));
        return record.Plan(asked, here.Today(clock), target.AchieveBy).Refused(out var refusal) ? refusal : null;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/storyboards/{id}/experiments", Post)
            .WithName("PlanExperiment")
            .WithSummary("Plans the next experiment of a storyboard: a step, what is unknown, and what is expected.");
        api.MapPut("/experiments/{id}", Put)
            .WithName("ReplanExperiment")
            .WithSummary("Changes the plan of an experiment whose expectation is not locked.");
    }

    static Task<Results<Created<ExperimentView>, ProblemHttpResult>> Post(
        Id<Storyboard> id,
        ExperimentRequest asked,
        PlanExperiment plan,
        CancellationToken stop
    ) => plan.Run(id, asked, stop).Created(record => $"/experiments/{record.Id}", ExperimentView.Of);

    static Task<Results<Ok<ExperimentView>, ProblemHttpResult>> Put(
        Id<ExperimentRecord> id,
        ExperimentRequest asked,
        PlanExperiment plan,
        CancellationToken stop
    ) => plan.Rewrite(id, asked, stop).Ok(ExperimentView.Of);
}

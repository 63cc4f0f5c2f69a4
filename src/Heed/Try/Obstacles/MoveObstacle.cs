using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public class ObstacleMoveRequest
{
    [Required(ErrorMessage = "Say why: whoever meets it next reads this.")]
    [StringLength(ObstacleMove.LongestReason, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }
}

public sealed class ObstacleWorkRequest : ObstacleMoveRequest
{
    /// <summary>For which target condition it is worked on.</summary>
    [Required(ErrorMessage = "Choose the target condition for which it is worked on.")]
    public Id<TargetCondition>? For { get; set; }
}

public sealed class DissolutionRequest : ObstacleMoveRequest
{
    /// <summary>The trial with a verdict, or the experiment whose result was measured, that dissolved it, by its id.</summary>
    [Required(
        ErrorMessage = "Nothing is dissolved by closing it. Name a trial that has a verdict, or an experiment whose result was measured."
    )]
    [StringLength(40, ErrorMessage = "Use at most 40 characters.")]
    public string? Proof { get; set; }
}

/// <summary>What becomes of an obstacle, by the table. Members of its team decide; what dissolves it has to be shown.</summary>
public sealed class MoveObstacle(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTrials trials,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Obstacle>> Run(
        Id<Obstacle> id,
        ObstacleAct act,
        ObstacleMoveRequest asked,
        CancellationToken stop
    )
    {
        if (await db.Obstacles.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } obstacle)
            return Refusal.Missing("obstacle");
        if (!me.MayWriteFor(obstacle.TeamId))
            return await TeamPermission.Refuse(db, obstacle.TeamId, stop);
        var basis = new ObstacleBasis();
        if (act == ObstacleAct.Work && asked is ObstacleWorkRequest { For: { } target })
        {
            if (await Blocked(target, obstacle, stop) is { } refusal)
                return refusal;
            basis = new(For: target);
        }
        if (act == ObstacleAct.Dissolve && asked is DissolutionRequest { Proof: { Length: > 0 } proof })
        {
            if ((await Shown(proof, obstacle, stop)).Refused(out var refusal, out var shown))
                return refusal;
            basis = shown;
        }
        if (obstacle.Move(act, asked.Reason, me.Id, clock.GetUtcNow(), basis).Refused(out var because, out var move))
            return because;
        db.ObstacleMoves.Add(move);
        journal.Write(
            Format.Lower(act.ToString()),
            id,
            $"{me.Name} {ObstacleMoves.Of(act).Past} the obstacle “{Format.Shortened(obstacle.What)}”: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return obstacle;
    }

    /// <summary>One at a time, for a target condition of its team that is open.</summary>
    async Task<Refusal?> Blocked(Id<TargetCondition> id, Obstacle obstacle, CancellationToken stop)
    {
        var target = await db
            .TargetConditions.AsNoTracking()
            .Join(db.Storyboards, t => t.StoryboardId, b => b.Id, (t, b) => new { Target = t, b.TeamId })
            .SingleOrDefaultAsync(t => t.Target.Id == id, stop);
        if (target is null || target.TeamId != obstacle.TeamId)
            return Refusal.Missing("target condition of this team").At(nameof(ObstacleWorkRequest.For));
        if (target.Target.State.IsEnd() || target.Target.IsOver(here.Today(clock)))
            return Refusal
                .Conflict("This target condition is over. Set the next one, then choose what is in its way.")
                .At(nameof(ObstacleWorkRequest.For));
        return
            await db.Obstacles.FirstOrDefaultAsync(o => o.WorkedOnFor == id, stop) is { } other
            && other.Id != obstacle.Id
            ? Refusal
                .Conflict(
                    $"“{Format.Shortened(other.What)}” is worked on for it already, and one is worked on at a time. Park it first, with a reason."
                )
                .At(nameof(ObstacleWorkRequest.For))
            : null;
    }

    /// <summary>What was shown by a trial with a verdict that tells, or by a measured result.</summary>
    async Task<Outcome<ObstacleBasis>> Shown(string proof, Obstacle obstacle, CancellationToken stop)
    {
        const string At = nameof(DissolutionRequest.Proof);
        if (!Id<Trial>.TryParse(proof, null, out var id))
            return new Refusal("This is the id of no trial and no experiment. Choose one that was tried on it.").At(At);
        if (await trials.Of(id, stop) is { } trial && trial.TeamId == obstacle.TeamId)
        {
            if (trial.ObstacleId != obstacle.Id)
                return new Refusal(
                    $"“{Format.Shortened(trial.Change)}” was tried on something else. Name a trial that was planned on this obstacle."
                ).At(At);
            var verdict = (await trials.Verdicts([id], stop))[id].FirstOrDefault();
            return
                verdict.OrNone() is VerdictWord.CannotTell or VerdictWord.NotMeasured
                || trial.Watch is WatchState.Relapsed
                ? Refusal
                    .Conflict(
                        $"The trial “{Format.Shortened(trial.Change)}” has no verdict that tells anything: {Format.Lower(verdict.Word(trial))}. Nothing is dissolved by closing it."
                    )
                    .At(At)
                : new ObstacleBasis(Trial: id);
        }
        var record = await db
            .Experiments.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == new Id<ExperimentRecord>(id.Value) && e.ObstacleId == obstacle.Id, stop);
        if (record is null)
            return Refusal.Missing("trial or experiment").At(At);
        return record.HasMeasured
            ? new ObstacleBasis(Experiment: record.Id)
            : Refusal
                .Conflict("Nothing was measured by this experiment, so it has dissolved nothing that anybody saw.")
                .At(At);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/obstacles/{id}/work",
                (Id<Obstacle> id, ObstacleWorkRequest asked, MoveObstacle move, CancellationToken stop) =>
                    Answer(move.Run(id, ObstacleAct.Work, asked, stop))
            )
            .WithName("StartObstacle")
            .WithSummary("Works on an obstacle, one at a time for a target condition.");
        api.MapPost(
                "/obstacles/{id}/dissolution",
                (Id<Obstacle> id, DissolutionRequest asked, MoveObstacle move, CancellationToken stop) =>
                    Answer(move.Run(id, ObstacleAct.Dissolve, asked, stop))
            )
            .WithName("DissolveObstacle")
            .WithSummary(
                "Says that an obstacle is in the way no more, by a trial with a verdict or a measured experiment."
            );
        Map(api, ObstacleAct.Park, "parking", "ParkObstacle", "Parks the obstacle that was worked on.");
        Map(api, ObstacleAct.Accept, "acceptance", "AcceptObstacle", "Accepts an obstacle, with the reason.");
        Map(
            api,
            ObstacleAct.LeaveToWaste,
            "waste",
            "LeaveObstacleToWaste",
            "Says that an obstacle is work that serves nobody."
        );
        Map(
            api,
            ObstacleAct.LeaveToTension,
            "tension",
            "LeaveObstacleToTension",
            "Says that an obstacle is a tension to live with, not a problem to solve."
        );
        Map(api, ObstacleAct.Reopen, "reopening", "ReopenObstacle", "Reopens an obstacle that is in the way again.");
    }

    static void Map(IEndpointRouteBuilder api, ObstacleAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/obstacles/{{id}}/{noun}",
                (Id<Obstacle> id, ObstacleMoveRequest asked, MoveObstacle move, CancellationToken stop) =>
                    Answer(move.Run(id, act, asked, stop))
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<ObstacleView>, ProblemHttpResult>> Answer(Task<Outcome<Obstacle>> act) =>
        act.Ok(ObstacleView.Of);
}

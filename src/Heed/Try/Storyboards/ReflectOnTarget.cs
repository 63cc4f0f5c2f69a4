using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class ReflectionRequest
{
    [Required(ErrorMessage = "Write what it has taught: neither end is without a reflection.")]
    [StringLength(TargetMove.LongestReason, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Reflection { get; set; }
}

/// <summary>Ends a target condition, reached or expired, with what it has taught. The obstacle that was worked on is parked again.</summary>
public sealed class ReflectOnTarget(
    HeedDb db,
    Member me,
    Workspace here,
    ReadSeries series,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<TargetCondition>> Run(
        Id<TargetCondition> id,
        TargetAct act,
        ReflectionRequest asked,
        CancellationToken stop
    )
    {
        if (await db.TargetConditions.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } target)
            return Refusal.Missing("target condition");
        var board = await db.Storyboards.SingleAsync(b => b.Id == target.StoryboardId, stop);
        if (!me.MayWriteFor(board.TeamId))
            return await TeamPermission.Refuse(db, board.TeamId, stop);
        if (act == TargetAct.Pursue)
            return new Refusal("A target condition is pursued by its first experiment. Lock what you expect of one.");
        var newest = target.MetricId is { } metric
            ? (await series.Newest([metric], stop)).GetValueOrDefault(metric)
            : null;
        var now = clock.GetUtcNow();
        if (
            target
                .Move(act, asked.Reflection, here.Today(clock), newest, me.Id, now)
                .Refused(out var refusal, out var move)
        )
            return refusal;
        db.TargetMoves.Add(move);
        if (await db.Obstacles.SingleOrDefaultAsync(o => o.WorkedOnFor == id, stop) is { } working)
        {
            var why = $"Its target condition “{Format.Shortened(target.Outcome)}” {TargetMoves.Of(act).Past}.";
            if (!working.Move(ObstacleAct.Park, why, me.Id, now).Refused(out _, out var parked))
                db.ObstacleMoves.Add(parked);
        }
        journal.Write(
            Format.Lower(act.ToString()),
            board.Id,
            $"{me.Name} said that the target condition “{Format.Shortened(target.Outcome)}” {TargetMoves.Of(act).Past}: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return target;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        Map(
            api,
            TargetAct.Reach,
            "reaching",
            "ReachTargetCondition",
            "Ends a target condition as reached, with what it has taught."
        );
        Map(
            api,
            TargetAct.Expire,
            "expiry",
            "EndTargetCondition",
            "Ends a target condition whose day is over, with what it has taught."
        );
    }

    static void Map(IEndpointRouteBuilder api, TargetAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/target-conditions/{{id}}/{noun}",
                (Id<TargetCondition> id, ReflectionRequest asked, ReflectOnTarget reflect, CancellationToken stop) =>
                    Answer(reflect.Run(id, act, asked, stop))
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<TargetView>, ProblemHttpResult>> Answer(Task<Outcome<TargetCondition>> act) =>
        act.Ok(TargetView.Of);
}

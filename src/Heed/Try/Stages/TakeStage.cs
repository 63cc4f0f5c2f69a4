using System.ComponentModel.DataAnnotations;
using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class StageRequest
{
    /// <summary>Which stage is begun: the one after the present one.</summary>
    [Required(ErrorMessage = "Say which stage is begun.")]
    public int? Number { get; set; }

    [Required(ErrorMessage = "Say what you saw at this look that lets it go on.")]
    [StringLength(TrialStage.LongestReason, ErrorMessage = "Use at most 500 characters.")]
    public string? Why { get; set; }
}

public sealed record StageView(
    int Number,
    double Exposure,
    DateOnly LookOn,
    StageState State,
    DateTimeOffset? EnteredAt,
    Id<Member>? EnteredBy,
    DateTimeOffset? PassedAt,
    Id<Member>? PassedBy,
    string? Reason
)
{
    internal static StageView Of(TrialStage stage, Trial trial) =>
        new(
            stage.Number,
            stage.Exposure,
            stage.LookOn,
            stage.State(trial),
            stage.EnteredAt,
            stage.EnteredBy,
            stage.PassedAt,
            stage.PassedBy,
            stage.Reason
        );
}

/// <summary>Takes a trial to its next stage, on the day of its look or later. Only members of its team may.</summary>
public sealed class TakeStage(
    HeedDb db,
    Member me,
    Workspace here,
    JournalWriter journal,
    ReadSeries read,
    TimeProvider clock
)
{
    public async Task<Outcome<Trial>> Run(Id<Trial> id, StageRequest asked, CancellationToken stop)
    {
        if (await db.Trials.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } trial)
            return Refusal.Missing("trial");
        if (!me.MayWriteFor(trial.TeamId))
            return await TeamPermission.Refuse(db, trial.TeamId, stop);
        var stages = await db.TrialStages.Where(s => s.TrialId == id).OrderBy(s => s.Number).ToListAsync(stop);
        // The watch over guardrails comes by every ten minutes; no stage is begun in between.
        if (
            trial.Guardrail is { } rail
            && await read.Of(rail.MetricId, stop) is { } guarded
            && rail.Since(guarded, trial.Start) is GuardrailState.Breached
        )
            return Refusal.Conflict(
                $"“{guarded.Metric.Name}” broke its guardrail since the start. Stop or undo the trial, whatever else got better."
            );
        if (
            StageMoves
                .Next(trial, stages, asked.Number!.Value, asked.Why ?? "", here, me.Id, clock.GetUtcNow())
                .Refused(out var refusal, out var next)
        )
            return refusal;
        journal.Write(
            "stage",
            id,
            $"{me.Name} took “{trial.Change}” to stage {next.Number} of {stages.Count}, {next.InWords()}: {Format.Shortened(asked.Why!.Trim(), 200)}"
        );
        await db.SaveChangesAsync(stop);
        return trial;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/trials/{id}/stages", Post)
            .WithName("BeginStage")
            .WithSummary("Takes a trial to its next stage, on the day of the look of the present one or later.");
        api.MapGet("/trials/{id}/stages", List)
            .WithName("ListStages")
            .WithSummary("The stages of exposure of a trial, one after the other.");
    }

    static Task<Results<Ok<IReadOnlyList<StageView>>, ProblemHttpResult>> Post(
        Id<Trial> id,
        StageRequest asked,
        TakeStage take,
        ReadStages read,
        CancellationToken stop
    ) => take.Run(id, asked, stop).Ok(trial => read.Views(trial, stop));

    static async Task<Results<Ok<IReadOnlyList<StageView>>, ProblemHttpResult>> List(
        Id<Trial> id,
        ReadTrials trials,
        ReadStages read,
        CancellationToken stop
    ) =>
        await trials.Of(id, stop) is { } trial
            ? TypedResults.Ok(await read.Views(trial, stop))
            : Refusal.Missing("trial").Problem();
}

using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class RemovalTrialRequest
{
    [Required(ErrorMessage = "Choose the trial by which it is removed.")]
    public Id<Trial>? Trial { get; set; }
}

/// <summary>Says which trial removes a practice. From then on the practice goes the way of its trial.</summary>
public sealed class TakeTrial(HeedDb db, Member me, ReadTrials trials, FollowTrials follow, JournalWriter journal)
{
    public async Task<Outcome<Practice>> Run(Id<Practice> id, RemovalTrialRequest asked, CancellationToken stop)
    {
        if (await db.Practices.SingleOrDefaultAsync(p => p.Id == id, stop) is not { } practice)
            return Refusal.Missing("practice");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (await trials.Of(asked.Trial!.Value, stop) is not { } trial)
            return Refusal.Missing("trial");
        var removal = await ReadPractices.Newest(db.Removals, id).FirstOrDefaultAsync(stop);
        if (practice.State != PracticeState.BeingRemoved || removal is null)
            return Refusal.Conflict(
                $"“{practice.Name}” {practice.State.Says()}. A trial is chosen while it is being removed."
            );
        if (Fault(practice, removal, trial) is { } fault)
            return fault.At(nameof(asked.Trial));
        if (await db.Removals.AnyAsync(r => r.TrialId == trial.Id && r.Id != removal.Id, stop))
            return Refusal
                .Conflict("This trial removes another practice already, and one saved hour is counted once.")
                .At(nameof(asked.Trial));
        removal.TrialId = trial.Id;
        journal.Write("plan", id, $"{me.Name} removes “{practice.Name}” by the trial “{trial.Change}”.");
        var newest = (await trials.Verdicts([trial.Id], stop))[trial.Id].FirstOrDefault();
        follow.Apply(practice, trial, newest, trial.Watch);
        await db.SaveChangesAsync(stop);
        return practice;
    }

    static Refusal? Fault(Practice practice, Removal removal, Trial trial) =>
        trial.TeamId != practice.TeamId
            ? new("This trial is of another team. The team that owns a practice removes it.")
        : trial.State is TrialState.Stopped or TrialState.Undone
            ? new($"This trial was {Trial.Word(trial.State)}. Plan a new one.")
        : trial.Guardrail?.MetricId != removal.Guardrail?.MetricId
            ? new("This trial does not guard what must not get worse without the practice. Change its plan.")
        : null;

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/practices/{id}/trial", Put)
            .WithName("SetRemovalTrial")
            .WithSummary("Says which trial removes a practice.");

    static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Put(
        Id<Practice> id,
        RemovalTrialRequest asked,
        TakeTrial take,
        ReadPractices practices,
        CancellationToken stop
    ) => take.Run(id, asked, stop).Ok(async _ => PracticeView.Of((await practices.Of(id, stop))!));
}

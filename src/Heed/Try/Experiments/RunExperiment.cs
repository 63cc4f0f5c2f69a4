using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>The way of an experiment: its expectation is locked, its result is said, or it is withdrawn with a reason.</summary>
public sealed class RunExperiment(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTrials trials,
    JournalWriter journal,
    TimeProvider clock
)
{
    /// <summary>Locks what is expected; the first one of a target condition begins its pursuit.</summary>
    public Task<Outcome<ExperimentRecord>> Lock(Id<ExperimentRecord> id, CancellationToken stop) =>
        Act(
            id,
            "lock",
            async record =>
            {
                var (today, now) = (here.Today(clock), clock.GetUtcNow());
                var target = await db.TargetConditions.SingleAsync(t => t.Id == record.TargetConditionId, stop);
                if (target.State.IsEnd() || target.IsOver(today))
                    return Refusal.Conflict(
                        $"The target condition of this experiment ended on {Format.Day(target.AchieveBy)}. Set the next one and plan a step to it."
                    );
                if (record.Lock(today, target.AchieveBy, me.Id, now).Refused(out var refusal))
                    return refusal;
                if (target.State == TargetState.Set)
                {
                    var why = $"The expectation of its first experiment was locked: {record.Step}";
                    if (target.Move(TargetAct.Pursue, why, today, null, me.Id, now).Refused(out refusal, out var move))
                        return refusal;
                    db.TargetMoves.Add(move);
                }
                return $"locked what is expected of “{Format.Shortened(record.Step)}”, to be seen on {Format.Day(record.GoAndSee)}.";
            },
            stop
        );

    public Task<Outcome<ExperimentRecord>> See(Id<ExperimentRecord> id, ResultRequest asked, CancellationToken stop) =>
        Act(
            id,
            "see",
            record =>
                record.See(asked, here.Today(clock), me.Id, clock.GetUtcNow()).Refused(out var refusal)
                    ? No(refusal)
                    : Yes($"said what happened in “{Format.Shortened(record.Step)}”."),
            stop
        );

    public Task<Outcome<ExperimentRecord>> Withdraw(
        Id<ExperimentRecord> id,
        WithdrawalRequest asked,
        CancellationToken stop
    ) =>
        Act(
            id,
            "withdraw",
            record =>
                record.Withdraw(asked.Because, me.Id, clock.GetUtcNow()).Refused(out var refusal)
                    ? No(refusal)
                    : Yes($"withdrew the experiment “{Format.Shortened(record.Step)}”: {record.WithdrawnBecause}"),
            stop
        );

    /// <summary>Says which trial the step became: its verdict then stands on the board.</summary>
    public Task<Outcome<ExperimentRecord>> Become(
        Id<ExperimentRecord> id,
        ExperimentTrialRequest asked,
        CancellationToken stop
    ) =>
        Act(
            id,
            "try",
            async record =>
                await trials.Of(asked.Trial!.Value, stop) is not { } trial
                    ? Refusal.Missing("trial").At(nameof(asked.Trial))
                : record.Become(trial).Refused(out var refusal) ? refusal
                : (Outcome<string>)
                    $"made the experiment “{Format.Shortened(record.Step)}” the trial “{Format.Shortened(trial.Change)}”.",
            stop
        );

    static Task<Outcome<string>> No(Refusal refusal) => Task.FromResult<Outcome<string>>(refusal);

    static Task<Outcome<string>> Yes(string did) => Task.FromResult<Outcome<string>>(did);

    async Task<Outcome<ExperimentRecord>> Act(
        Id<ExperimentRecord> id,
        string act,
        Func<ExperimentRecord, Task<Outcome<string>>> doing,
        CancellationToken stop
    )
    {
        if (await db.Experiments.SingleOrDefaultAsync(e => e.Id == id, stop) is not { } record)
            return Refusal.Missing("experiment");
        if (!me.MayWriteFor(record.TeamId))
            return await TeamPermission.Refuse(db, record.TeamId, stop);
        if ((await doing(record)).Refused(out var refusal, out var did))
            return refusal;
        journal.Write(act, id, $"{me.Name} {did}");
        await db.SaveChangesAsync(stop);
        return record;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/experiments/{id}/lock",
                (Id<ExperimentRecord> id, RunExperiment run, CancellationToken stop) => Answer(run.Lock(id, stop))
            )
            .WithName("LockExpectation")
            .WithSummary(
                "Locks what is expected of an experiment. No result can be said before, and nothing is changed after."
            );
        api.MapPost(
                "/experiments/{id}/result",
                (Id<ExperimentRecord> id, ResultRequest asked, RunExperiment run, CancellationToken stop) =>
                    Answer(run.See(id, asked, stop))
            )
            .WithName("RecordResult")
            .WithSummary(
                "Says what happened in an experiment and what was learned. That nothing was measured is a result."
            );
        api.MapPost(
                "/experiments/{id}/withdrawal",
                (Id<ExperimentRecord> id, WithdrawalRequest asked, RunExperiment run, CancellationToken stop) =>
                    Answer(run.Withdraw(id, asked, stop))
            )
            .WithName("WithdrawExperiment")
            .WithSummary("Withdraws an experiment with a reason. It stays on its board.");
        api.MapPut(
                "/experiments/{id}/trial",
                (Id<ExperimentRecord> id, ExperimentTrialRequest asked, RunExperiment run, CancellationToken stop) =>
                    Answer(run.Become(id, asked, stop))
            )
            .WithName("SetExperimentTrial")
            .WithSummary("Says which trial an experiment became.");
    }

    static Task<Results<Ok<ExperimentView>, ProblemHttpResult>> Answer(Task<Outcome<ExperimentRecord>> act) =>
        act.Ok(ExperimentView.Of);
}

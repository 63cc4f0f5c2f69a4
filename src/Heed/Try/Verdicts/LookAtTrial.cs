using System.ComponentModel.DataAnnotations;
using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class LookRequest
{
    [Required(ErrorMessage = "Say what else changed in that time. “None known” is an answer too.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? WhatElseChanged { get; set; }

    /// <summary>By whom the change was made, where the plan left it open.</summary>
    [StringLength(Trial.LongestActor, ErrorMessage = "Use at most 200 characters.")]
    public string? Actor { get; set; }

    /// <summary>Who does what differently, where the plan left it open.</summary>
    [StringLength(Trial.LongestBehaviour, ErrorMessage = "Use at most 300 characters.")]
    public string? Behaviour { get; set; }
}

/// <summary>Judges a trial and keeps the verdict. Looking again later keeps another; none is ever changed.</summary>
public sealed class LookAtTrial(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReadSeries read,
    JobQueue jobs,
    Workspace here,
    ReadArms arms,
    IEnumerable<ITrialFollower> followers,
    TimeProvider clock
)
{
    public async Task<Outcome<TrialVerdict>> Run(Id<Trial> id, LookRequest asked, CancellationToken stop)
    {
        if (await db.Trials.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } trial)
            return Refusal.Missing("trial");
        if (!me.MayWriteFor(trial.TeamId))
            return await TeamPermission.Refuse(db, trial.TeamId, stop);
        if (trial.SayMove(asked.Actor, asked.Behaviour).Refused(out var refusal))
            return refusal;
        var judged = trial.Arms is null ? await Series(trial, asked, stop) : await Arms(trial, asked, stop);
        if (judged.Refused(out refusal, out var kept))
            return refusal;
        db.TrialVerdicts.Add(kept);
        if (kept.Word == VerdictWord.Improved && !await jobs.IsOpen(WatchTrials.Kind, here.Id, stop))
            jobs.Add(WatchTrials.Kind, here.Id);
        journal.Write("look", trial.Id, $"{me.Name} looked at “{trial.Change}”. {kept.Sentence}");
        await followers.Apply(trial, kept, trial.Watch, stop);
        await db.SaveChangesAsync(stop);
        return kept;
    }

    async Task<Outcome<TrialVerdict>> Series(Trial trial, LookRequest asked, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (trial.LookOn(asked.WhatElseChanged ?? "", here, now).Refused(out var refusal))
            return refusal;
        List<Id<Metric>> ids = [trial.MetricId, .. trial.Others];
        if (trial.Guardrail is { } rail)
            ids.Add(rail.MetricId);
        var measured = await read.Of(ids, stop);
        var metric = measured[trial.MetricId];
        if (trial.Recounted(metric.Metric) is { } recounted)
            return recounted;
        var looks = await db.TrialVerdicts.CountAsync(v => v.TrialId == trial.Id && v.Rejudges == null, stop);
        if (
            TrialJudgement
                .Of(trial, metric, trial.Predicted, looks + 1, trial.DayOf(now, here))
                .Refused(out refusal, out var verdict)
        )
            return refusal;

        var preceded = trial.Preceded(metric.Points.Where(p => p.On >= trial.Start).Select(p => p.On));
        var guardrail = trial.Guardrail?.Since(measured[trial.Guardrail.MetricId], trial.Start);
        return TrialVerdict.Of(
            trial,
            verdict,
            metric.Metric,
            CompareTrial.Judge(trial, measured),
            preceded,
            guardrail,
            me.Id,
            now
        );
    }

    async Task<Outcome<TrialVerdict>> Arms(Trial trial, LookRequest asked, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var found = await arms.Of(trial, stop);
        if (found.IsMismatch)
            return Refusal.Conflict(found.Sentence);
        if (trial.LookAtArms(asked.WhatElseChanged ?? "", found.IsFinal, here, now).Refused(out var refusal))
            return refusal;
        var guardrail =
            trial.Guardrail is { } rail && await read.Of(rail.MetricId, stop) is { } measured
                ? rail.Since(measured, trial.Start)
                : (GuardrailState?)null;
        return TrialVerdict.OfArms(trial, found, guardrail, me.Id, now);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trials/{id}/looks", Post)
            .WithName("LookAtTrial")
            .WithSummary("Judges a trial on its day or later, or two arms on any day, and keeps the verdict.");

    static Task<Results<Created<VerdictView>, ProblemHttpResult>> Post(
        Id<Trial> id,
        LookRequest asked,
        LookAtTrial look,
        CancellationToken stop
    ) => look.Run(id, asked, stop).Created(_ => $"/trials/{id}/verdicts", VerdictView.Of);
}

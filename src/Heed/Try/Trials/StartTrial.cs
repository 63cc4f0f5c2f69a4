using Heed.Aim;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>Begins a trial and locks its prediction, as long as no data could have told the outcome; or writes it down afterwards, and says so.</summary>
public sealed class StartTrial(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReadSeries read,
    JobQueue jobs,
    Workspace here,
    IEnumerable<ITrialFollower> followers,
    TimeProvider clock
)
{
    public async Task<Outcome<Trial>> Run(Id<Trial> id, CancellationToken stop)
    {
        if (await db.Trials.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } trial)
            return Refusal.Missing("trial");
        if (!me.MayWriteFor(trial.TeamId))
            return await TeamPermission.Refuse(db, trial.TeamId, stop);
        if (await KnownAlready(trial, stop) is { } known)
            return known;
        if (
            trial.State is TrialState.Planned
            && await read.Metric(trial.MetricId, stop) is { } metric
            && trial.Recounted(metric) is { } recounted
        )
            return recounted;
        var since = await read.CountFrom(trial.MetricId, trial.Start, stop);
        if (trial.Begin(since, here, me.Id, clock.GetUtcNow()).Refused(out var refusal))
            return refusal;
        StageMoves.Begin(await db.TrialStages.Where(s => s.TrialId == id).ToListAsync(stop), me.Id, clock.GetUtcNow());
        journal.Write(
            "start",
            trial.Id,
            $"{me.Name} started “{trial.Change}” for {Format.Day(trial.Start)} and locked the prediction {trial.Promised} by {Format.Day(trial.PredictedFor)}{Compared(trial)}{(trial.WrittenAfterwards ? ", written afterwards" : "")}."
        );
        if (trial.Guardrail is not null && !await jobs.IsOpen(GuardTrials.Kind, here.Id, stop))
            jobs.Add(GuardTrials.Kind, here.Id);
        await followers.Apply(trial, null, trial.Watch, stop);
        await db.SaveChangesAsync(stop);
        return trial;
    }

    static string Compared(Trial trial)
    {
        if (trial.ComparedWith.Count == 0)
            return "";
        var compared = $", compared with {Format.InWords(trial.ComparedWith.Count)} other metrics";
        var reached = trial.Reached.Count();
        return reached == 0
            ? compared
            : $"{compared}, of which {Format.InWords(reached)} {Format.Plural(reached, "gets", "get")} the change too";
    }

    /// <summary>What the change does where others get it must be as unknown at the lock as what it does here.</summary>
    async Task<Refusal?> KnownAlready(Trial trial, CancellationToken stop)
    {
        if (trial is not { State: TrialState.Planned, IsRollOut: true, WrittenAfterwards: false })
            return null;
        var reached = trial.Reached.ToList();
        var measured = await read.Of([.. reached.Select(other => other.Metric)], stop);
        foreach (var other in reached)
            if (
                measured.TryGetValue(other.Metric, out var series)
                && series.Points.Count(p => p.On >= other.From) is > 0 and var points
            )
                return Refusal.Conflict(
                    $"“{series.Metric.Name}” has {Format.Count(points, "point")} from {Format.Day(other.From)} on already, so the prediction would come after the data. Change the plan: a later day for it."
                );
        return null;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trials/{id}/beginning", Post)
            .WithName("StartTrial")
            .WithSummary("Starts a trial, which locks its prediction.");

    static Task<Results<Ok<TrialView>, ProblemHttpResult>> Post(
        Id<Trial> id,
        StartTrial start,
        CancellationToken stop
    ) => start.Run(id, stop).Ok(TrialView.Of);
}

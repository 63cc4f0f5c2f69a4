using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// Judges kept verdicts of an earlier method again, on the days that they were judged on, after an upgrade. The old word
/// stays beside the new one: nobody's verdict changes without being told.
/// </summary>
public sealed class JudgeAgain(HeedDb db, ReadSeries read, JournalWriter journal, Workspace here, TimeProvider clock)
{
    public const string Kind = "judge-again";
    const int AtOnce = 100;

    /// <summary>Owes the work, once, in each workspace that has such verdicts. Called at every start.</summary>
    internal static async Task Owe(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<HeedDb>();
        var workspaces = await Earlier(db.TrialVerdicts.IgnoreQueryFilters())
            .Select(v => v.WorkspaceId)
            .Distinct()
            .ToListAsync(stop);
        foreach (var id in workspaces)
            await OweTo(services, id, Kind, stop);
    }

    internal static async Task OweTo(IServiceProvider services, Id<Workspace> id, string kind, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(await EnterWorkspace.Find(db, id, stop), null);
        await using var turn = await db.Database.BeginTransactionAsync(stop);
        await scope.ServiceProvider.GetRequiredService<JobQueue>().AddOnce(kind, id, stop);
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
    }

    static IQueryable<TrialVerdict> Earlier(IQueryable<TrialVerdict> verdicts) =>
        verdicts.Where(v =>
            v.Engine < TrialVerdict.CurrentEngine && v.Arms == null && !verdicts.Any(again => again.Rejudges == v.Id)
        );

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        List<string> faults = [];
        Id<TrialVerdict>? last = null;
        while (true)
        {
            var left = Earlier(db.TrialVerdicts.AsNoTracking());
            if (last is { } after)
                left = left.Where(v => v.Id > after);
            var some = await left.OrderBy(v => v.Id)
                .Take(AtOnce)
                .Join(
                    db.Trials.AsNoTracking(),
                    v => v.TrialId,
                    t => t.Id,
                    (v, t) =>
                        new
                        {
                            Before = v,
                            Trial = t,
                            Look = db.TrialVerdicts.Count(l => l.TrialId == t.Id && l.Rejudges == null && l.At <= v.At),
                        }
                )
                .ToListAsync(stop);
            if (some.Count == 0)
                return faults.Count == 0 ? JobEnd.Done : JobEnd.Never(string.Join(" ", faults.Take(5)));
            if (!await lease.Renew(db, stop))
                return JobEnd.Later;
            var measured = await read.Of(
                [.. some.SelectMany(s => s.Trial.Others.Prepend(s.Before.MetricId)).Distinct()],
                stop
            );
            foreach (var (before, trial, look) in some.Select(s => (s.Before, s.Trial, s.Look)))
                if (Judge(before, trial, measured, look).Refused(out var refusal, out var again))
                    faults.Add($"“{trial.Change}”: {refusal.Because}");
                else
                    Keep(before, again, trial);
            await db.SaveChangesAsync(stop);
            last = some[^1].Before.Id;
        }
    }

    Outcome<TrialVerdict> Judge(
        TrialVerdict before,
        Trial trial,
        IReadOnlyDictionary<Id<Metric>, MetricSeries> measured,
        int look
    )
    {
        // What came after that look is another look's.
        var day = trial.DayOf(before.At, here);
        var own = measured[before.MetricId].Before(day);
        if (TrialJudgement.Of(trial, own, before.Predicted, look, day).Refused(out var refusal, out var verdict))
            return refusal;
        return TrialVerdict.Of(
            trial,
            verdict,
            own.Metric,
            CompareTrial.Judge(trial, measured, day),
            before.PredictionPrecededData,
            before.Guardrail,
            before.By,
            // Beside its look and after it: lists show the newest of a trial, and old news stays old.
            before.At.AddMicroseconds(1),
            (before.Id, clock.GetUtcNow())
        );
    }

    void Keep(TrialVerdict before, TrialVerdict again, Trial trial)
    {
        db.TrialVerdicts.Add(again);
        if (again.Word != before.Word)
            journal.Write(
                "rejudge",
                trial.Id,
                $"Heed judged “{trial.Change}” again by the method of now. Before: {before.Sentence} Now: {again.Sentence}"
            );
    }
}

using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// Stops a trial as soon as its guardrail is found broken, regardless of benefit. Asked every few minutes.
/// Broken once is broken: the first value beyond is the one that is said.
/// </summary>
public sealed class GuardTrials(
    HeedDb db,
    ReadSeries read,
    NameMetrics names,
    JournalWriter journal,
    IEnumerable<ITrialFollower> followers,
    Workspace here,
    TimeProvider clock
)
{
    public const string Kind = "guard-trials";
    static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    /// <summary>Owes a round wherever something with a guardrail runs. Called at every start.</summary>
    internal static async Task Owe(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<HeedDb>();
        var workspaces = await Guarded(db.Trials.IgnoreQueryFilters())
            .Select(t => t.WorkspaceId)
            .Distinct()
            .ToListAsync(stop);
        foreach (var id in workspaces)
            await JudgeAgain.OweTo(services, id, Kind, stop);
    }

    /// <summary>Those that run, or wait for their decision while the change is still there.</summary>
    static IQueryable<Trial> Guarded(IQueryable<Trial> trials) =>
        trials.Where(t =>
            t.Guardrail != null
            && t.LockedAt != null
            && t.AdoptedAt == null
            && t.StoppedAt == null
            && t.UndoneAt == null
        );

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        var guarded = await Guarded(db.Trials.AsNoTracking()).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(stop);
        foreach (var id in guarded)
        {
            if (!await lease.Renew(db, stop))
                return JobEnd.Later;
            await Check(id, stop);
        }
        return JobEnd.Repeat(Often);
    }

    /// <summary>One trial by itself, so that what is said of it is saved with it.</summary>
    internal async Task Check(Id<Trial> id, CancellationToken stop)
    {
        if (await Guarded(db.Trials).SingleOrDefaultAsync(t => t.Id == id, stop) is not { Guardrail: { } rail } trial)
            return;
        var today = trial.DayOf(clock.GetUtcNow(), here);
        if (await read.Of(rail.MetricId, stop) is not { } measured)
            return;
        if (
            measured
                .Points.Where(p => p.On >= trial.Start && p.On <= today && rail.IsBrokenBy(p.Value))
                .MinBy(p => p.On)
            is not { } broken
        )
            return;
        var name = (await names.Of([rail.MetricId], stop))[rail.MetricId];
        if (trial.StopForBreach(broken.On, broken.Value, name, clock.GetUtcNow(), here).Refused(out _))
            return;
        journal.Write("stop", trial.Id, $"Heed stopped “{trial.Change}”. {trial.Decision}");
        await followers.Apply(trial, null, trial.Watch, stop);
        await db.SaveChangesAsync(stop);
    }
}

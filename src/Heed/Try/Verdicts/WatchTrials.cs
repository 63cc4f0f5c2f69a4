using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// Watches over improvements: does the level creep back? Once a day for all, so that lists and Home know it; the page of a
/// trial looks for itself. It falsely says “relapsed” in at most 5 of 100 years (Heed.Analytics, Watch).
/// </summary>
public sealed class WatchTrials(
    HeedDb db,
    ReadSeries read,
    JournalWriter journal,
    IEnumerable<ITrialFollower> followers,
    Workspace here
)
{
    public const string Kind = "watch-trials";
    static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    const int AtOnce = 100;

    /// <summary>Owes a round wherever an improvement was found. Called at every start; one that waits already comes at once.</summary>
    internal static async Task Owe(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<HeedDb>();
        var workspaces = await db
            .TrialVerdicts.IgnoreQueryFilters()
            .Where(v => v.Word == VerdictWord.Improved)
            .Select(v => v.WorkspaceId)
            .Distinct()
            .ToListAsync(stop);
        foreach (var id in workspaces)
            await JudgeAgain.OweTo(services, id, Kind, stop);
    }

    /// <summary>Empty where nothing is watched over: no improvement was found, or the change was taken back.</summary>
    public static Watch? Of(Trial trial, TrialVerdict? newest, MetricSeries measured, Workspace here)
    {
        if (newest is not { Word: VerdictWord.Improved })
            return null;
        if (trial.State is not (TrialState.Looked or TrialState.Adopted))
            return null;
        if ((trial.InPercent ? measured.Rates : measured.Evidence).Refused(out _, out var series))
            return null;
        if (trial.Arms is not null)
            return ArmsWatch.Of(trial, series, here);
        return newest.WindowTo is { } until
            ? Watch.Of(series, new Window(trial.Start.AddDays(trial.LagDays), until), trial.Wanted)
            : null;
    }

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        Id<Trial> last = default;
        while (true)
        {
            var some = await db
                .Trials.AsNoTracking()
                .Where(t => t.Id > last && t.LookedAt != null && t.StoppedAt == null && t.UndoneAt == null)
                .OrderBy(t => t.Id)
                .Take(AtOnce)
                .Select(t => new
                {
                    Trial = t,
                    Newest = db.TrialVerdicts.Where(v => v.TrialId == t.Id).OrderByDescending(v => v.At).First(),
                })
                .ToListAsync(stop);
            if (some.Count == 0)
                return JobEnd.Repeat(Daily);
            if (!await lease.Renew(db, stop))
                return JobEnd.Later;
            var measured = await read.Of([.. some.Select(s => s.Trial.MetricId).Distinct()], stop);
            // A state is noted together with what follows from it, or looked for again tomorrow.
            await using var round = await db.Database.BeginTransactionAsync(stop);
            foreach (var (trial, newest) in some.Select(s => (s.Trial, s.Newest)))
                await Note(trial, Of(trial, newest, measured[trial.MetricId], here), stop);
            await db.SaveChangesAsync(stop);
            await round.CommitAsync(stop);
            last = some[^1].Trial.Id;
        }
    }

    /// <summary>The row's version stays: nobody who edits it need know.</summary>
    async Task Note(Trial trial, Watch? watch, CancellationToken stop)
    {
        var (state, since) = (watch?.State, watch?.Since);
        if ((state, since) == (trial.Watch, trial.WatchSince))
            return;
        await db
            .Trials.Where(t => t.Id == trial.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(t => t.Watch, state).SetProperty(t => t.WatchSince, since),
                stop
            );
        if (state != trial.Watch && state is WatchState.Relapsed or WatchState.Recovered)
            journal.Write("watch", trial.Id, $"“{trial.Change}”: {Format.Lower(watch!.Sentence)}");
        await followers.Apply(trial, null, state, stop);
    }
}

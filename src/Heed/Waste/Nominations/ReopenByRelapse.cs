using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>A nomination whose trial had taken it away, and whose improvement crept back, is decided anew without anybody asking.</summary>
public sealed class ReopenByRelapse(HeedDb db, Workspace here, JournalWriter journal, TimeProvider clock)
    : ITrialFollower
{
    public async Task Apply(Trial trial, TrialVerdict? judged, WatchState? watch, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (watch is not WatchState.Relapsed || trial.State != TrialState.Adopted)
            return;
        var why = $"What “{trial.Change}” had brought crept back.";
        foreach (var nomination in await db.Nominations.Where(n => n.TrialId == trial.Id).ToListAsync(stop))
        {
            if (nomination.Relapse(why, here.Today(clock)).Refused(out _, out var step))
                continue;
            db.NominationSteps.Add(step);
            journal.Write("relapse", nomination.Id, $"A nomination was reopened. {why}");
        }
    }
}

using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>
/// A practice that is being removed goes the way of its trial, in the act by which the trial moves: begun, verified, put
/// back, crept back. Nobody says it twice, and nobody can say that something is gone which no look has found gone.
/// </summary>
public sealed class FollowTrials(HeedDb db, ReadTrials trials, JournalWriter journal, TimeProvider clock)
    : ITrialFollower
{
    public async Task Apply(Trial trial, TrialVerdict? judged, WatchState? watch, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (await db.Removals.SingleOrDefaultAsync(r => r.TrialId == trial.Id, stop) is not { } removal)
            return;
        var current = await ReadPractices.Newest(db.Removals, removal.PracticeId).FirstAsync(stop);
        // It was asked about anew since, and goes another way.
        if (current.Id != removal.Id)
            return;
        var practice = await db.Practices.SingleAsync(p => p.Id == removal.PracticeId, stop);
        if (practice.State == PracticeState.BeingRemoved && trial.State == TrialState.Stopped)
        {
            // It never began: another trial can be planned.
            removal.TrialId = null;
            return;
        }
        judged ??= (await trials.Verdicts([trial.Id], stop))[trial.Id].FirstOrDefault();
        Apply(practice, trial, judged, watch);
    }

    /// <summary>As many steps as the trial is ahead.</summary>
    internal void Apply(Practice practice, Trial trial, TrialVerdict? newest, WatchState? watch)
    {
        while (practice.Said(trial, newest, watch) is { } said)
        {
            if (practice.Move(said.Act, said.Reason, db.Visitor, clock.GetUtcNow()).Refused(out _, out var move))
                return;
            db.PracticeMoves.Add(move);
            journal.Write(
                DecideOnPractice.Act(said.Act),
                practice.Id,
                $"“{practice.Name}” {practice.State.Says()}. {move.Reason}"
            );
        }
    }
}

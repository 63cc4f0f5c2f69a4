using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>What Try says on Home: looks that wait for me, trials past their day, verdicts of the last two weeks.</summary>
sealed class TryAtHome(HeedDb db, Member me, Workspace here, TimeProvider clock) : ISpeakAtHome
{
    const int Most = 5;
    const int NewsForDays = 14;
    const double MinutesOfALook = 1;

    public async Task<IReadOnlyList<HomeSentence>> Tell(CancellationToken stop) =>
        [.. await Waiting(stop), .. await Verdicts(stop)];

    async Task<List<HomeSentence>> Waiting(CancellationToken stop)
    {
        var today = here.Today(clock);
        var waiting = await db
            .Trials.AsNoTracking()
            .Where(t =>
                t.Look <= today && t.LockedAt != null && t.LookedAt == null && t.StoppedAt == null && t.UndoneAt == null
            )
            .OrderBy(t => t.Look)
            .ThenBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Change,
                t.TeamId,
                t.Look,
            })
            .Take(Most * 2)
            .ToListAsync(stop);
        return
        [
            .. waiting.Select(t =>
            {
                var late = today.DayNumber - t.Look.DayNumber;
                var mine = me.MayWriteFor(t.TeamId);
                return new HomeSentence(
                    mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
                    mine ? $"Look at the trial “{t.Change}”" : $"Nobody has looked at the trial “{t.Change}”",
                    $"/try/{t.Id}",
                    mine ? HomeStatus.NotKnown : HomeStatus.Watch,
                    late == 0 ? "due today" : $"due since {InWords.Day(t.Look)}",
                    Weight: late,
                    Action: mine ? "Look" : "Open",
                    Minutes: mine ? MinutesOfALook : 0
                );
            }),
        ];
    }

    async Task<List<HomeSentence>> Verdicts(CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-NewsForDays);
        var news = await db
            .TrialVerdicts.AsNoTracking()
            .Where(v => v.At >= since && !db.TrialVerdicts.Any(later => later.TrialId == v.TrialId && later.At > v.At))
            .OrderByDescending(v => v.At)
            .Take(Most)
            .Join(
                db.Trials,
                v => v.TrialId,
                t => t.Id,
                (v, t) =>
                    new
                    {
                        Verdict = v,
                        t.Change,
                        t.Id,
                    }
            )
            .ToListAsync(stop);
        return
        [
            .. news.Select(n => new HomeSentence(
                HomeColumn.Moved,
                $"“{n.Change}”: {InWords.Lower(n.Verdict.Word())}",
                $"/try/{n.Id}",
                n.Verdict.Word switch
                {
                    VerdictWord.Improved => HomeStatus.Held,
                    VerdictWord.Worsened => HomeStatus.OffCourse,
                    _ => HomeStatus.NotKnown,
                },
                n.Verdict.Detail(),
                Weight: n.Verdict is { Effect: { } effect, MinimumDetectable: { } least and > 0 }
                    ? Math.Abs(effect / least)
                    : 0
            )),
        ];
    }
}

using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>What Try says on Home: looks that wait for me, trials past their day, verdicts of the last two weeks.</summary>
sealed class TryAtHome(HeedDb db, ReadSeries read, Member me, Workspace here, TimeProvider clock) : ISpeakAtHome
{
    const int Most = 5;
    const int NewsForDays = 14;
    const int TrendPoints = 26;
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
                t.Predicted,
                t.LockedAt,
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
                    $"{(late == 0 ? "due today" : $"due {late} {(late == 1 ? "day" : "days")} ago")} · predicted {InWords.Signed(t.Predicted)}, locked {InWords.Day(DateOnly.FromDateTime(t.LockedAt!.Value.UtcDateTime))}",
                    Weight: late,
                    Action: mine ? "Look" : "Open",
                    Minutes: mine ? MinutesOfALook : 0,
                    Subject: t.Change
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
            .Join(db.Trials, v => v.TrialId, t => t.Id, (v, t) => new { Verdict = v, Trial = t })
            .ToListAsync(stop);
        var measured = await read.Of([.. news.Select(n => n.Trial.MetricId).Distinct()], stop);
        return [.. news.Select(n => News(n.Verdict, n.Trial, measured[n.Trial.MetricId]))];
    }

    /// <summary>What moved is told of the metric and names the trial as the cause; what did not is told of the trial.</summary>
    static HomeSentence News(TrialVerdict verdict, Trial trial, MetricSeries measured)
    {
        var metric = measured.Metric;
        var moved = verdict.Word is VerdictWord.Improved or VerdictWord.Worsened;
        var before = Measured.Series(measured).Before(trial.Start);
        var band = NoiseBand.Of(before, null, BandSettings.Wheeler.Within(metric.LowerBound, metric.UpperBound));
        return new HomeSentence(
            moved ? HomeColumn.Moved : HomeColumn.Stuck,
            moved
                ? $"{metric.Name}: {InWords.Lower(verdict.Word())} after “{trial.Change}”."
                : $"{trial.Change}: {InWords.Lower(verdict.Word())} in “{metric.Name}”.",
            $"/try/{trial.Id}",
            verdict.Word switch
            {
                VerdictWord.Improved => HomeStatus.Held,
                VerdictWord.Worsened => HomeStatus.OffCourse,
                _ => HomeStatus.NotKnown,
            },
            $"{verdict.Detail()} {metric.Unit}",
            measured.Points.Count < 2 ? null : [.. measured.Points.TakeLast(TrendPoints).Select(p => p.Value)],
            band is { HasLimits: true, Lower: { } low, Upper: { } high } ? (low, high) : null,
            Weight: verdict is { Effect: { } effect, MinimumDetectable: { } least and > 0 }
                ? Math.Abs(effect / least)
                : 0,
            Action: moved ? null : "Open",
            Subject: moved ? metric.Name : trial.Change,
            About: moved ? $"/metrics/{metric.Id}" : null
        );
    }
}

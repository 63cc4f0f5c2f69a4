using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Ui;

namespace Heed.Try;

/// <summary>Shows trials on the charts of the metrics that they try to move, and of those that their change reaches later.</summary>
sealed class ChangesTried(HeedDb db, ReadTrials trials, Workspace here) : IChangeSource
{
    /// <summary>More would cover the chart; the newest are the ones that are asked about.</summary>
    const int Most = 12;

    /// <summary>Roll-outs are few; older ones than these have left every chart.</summary>
    const int MostRollOuts = 200;

    public async Task<IReadOnlyList<DatedChange>> Changes(
        IReadOnlyCollection<Id<Metric>> metrics,
        CancellationToken stop
    )
    {
        var tried = await db
            .Trials.AsNoTracking()
            .Where(t => metrics.Contains(t.MetricId) && t.LockedAt != null)
            .OrderByDescending(t => t.Start)
            .Take(Most * metrics.Count)
            .ToListAsync(stop);
        var rollOuts = await db
            .Trials.AsNoTracking()
            // In the text, a day stands behind those that get the change too (Comparisons.Written).
            .Where(t => t.LockedAt != null && EF.Functions.Like((string)(object)t.ComparedWith, "%=%"))
            .OrderByDescending(t => t.Start)
            .Take(MostRollOuts)
            .ToListAsync(stop);
        var reached = rollOuts
            .SelectMany(t => t.Reached.Select(other => (Trial: t, other.Metric, other.From)))
            .Where(r => metrics.Contains(r.Metric))
            .ToList();
        var verdicts = await trials.Verdicts(
            [.. tried.Concat(reached.Select(r => r.Trial)).Select(t => t.Id).Distinct()],
            stop
        );
        var since = await trials.Since(tried.Select(t => verdicts[t.Id].FirstOrDefault()).OfType<TrialVerdict>(), stop);
        return
        [
            .. tried.Select(t => Of(t, verdicts[t.Id].FirstOrDefault(), since)),
            .. reached.Select(r => Of(r.Trial, r.Metric, r.From, verdicts[r.Trial.Id].FirstOrDefault())),
        ];
    }

    DateOnly? Ended(Trial trial) =>
        (trial.UndoneAt ?? trial.StoppedAt) is { } end ? here.DayOf(end)
        : trial.Watch is WatchState.Relapsed ? trial.WatchSince
        : null;

    DatedChange Of(Trial trial, TrialVerdict? verdict, IReadOnlyDictionary<Id<TrialVerdict>, ChangedSince> since) =>
        new(
            trial.MetricId,
            trial.Start,
            Ended(trial),
            trial.Change,
            $"/try/{trial.Id}",
            verdict.OrNone(trial),
            verdict is null ? "Running" : verdict.Word(trial),
            verdict is null
                ? $"predicted {trial.Promised}, look on {Format.Day(trial.Look)}{(trial.WrittenAfterwards ? ", written afterwards" : "")}"
                : verdict.Detail() + since.GetValueOrDefault(verdict.Id).Behind
        )
        {
            Without = verdict.Without(),
            // A percentage is not so many higher or lower.
            Effect =
                verdict is { Word: VerdictWord.Improved, InPercent: false } && trial.Watch is not WatchState.Relapsed
                    ? verdict.Effect
                    : null,
        };

    /// <summary>The verdict is on the trial's own metric, so here stands no word of it: what is known is the effect on all.</summary>
    DatedChange Of(Trial trial, Id<Metric> metric, DateOnly from, TrialVerdict? verdict) =>
        new(
            metric,
            from,
            Ended(trial),
            trial.Change,
            $"/try/{trial.Id}",
            VerdictWord.NotMeasured,
            "Came here too",
            verdict?.RollOut is { } found
                ? $"on the {found.With} that got it {Format.Change(found.Effect, found.Low, found.High)}; its verdict is on another metric"
                : $"tried on another metric first, look on {Format.Day(trial.Look)}"
        );
}

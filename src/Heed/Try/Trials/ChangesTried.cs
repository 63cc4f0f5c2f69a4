using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Ui;

namespace Heed.Try;

/// <summary>Shows trials on the charts of the metrics that they try to move.</summary>
sealed class ChangesTried(HeedDb db, ReadTrials trials, Workspace here) : IChangeSource
{
    /// <summary>More would cover the chart; the newest are the ones that are asked about.</summary>
    const int Most = 12;

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
        var verdicts = await trials.Verdicts([.. tried.Select(t => t.Id)], stop);
        return [.. tried.OrderBy(t => t.Start).Select(t => Of(t, verdicts[t.Id].FirstOrDefault()))];
    }

    DatedChange Of(Trial trial, TrialVerdict? verdict) =>
        new(
            trial.MetricId,
            trial.Start,
            (trial.UndoneAt ?? trial.StoppedAt) is { } end ? here.DayOf(end)
                : trial.Watch is WatchState.Relapsed ? trial.WatchSince
                : null,
            trial.Change,
            $"/try/{trial.Id}",
            verdict.OrNone(trial),
            verdict is null ? "Running" : verdict.Word(trial),
            verdict is null
                ? $"predicted {Format.WithSign(trial.Predicted)}, look on {Format.Day(trial.Look)}{(trial.WrittenAfterwards ? ", written afterwards" : "")}"
                : verdict.Detail()
        )
        {
            Without = verdict.Without(),
            Effect =
                verdict is { Word: VerdictWord.Improved } && trial.Watch is not WatchState.Relapsed
                    ? verdict.Effect
                    : null,
        };
}

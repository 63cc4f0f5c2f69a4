using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

/// <summary>
/// What becomes of two arms once the change is adopted. While there are arms, the metric shows a mixture of both, so the improved level
/// is known only from the time when everybody gets it: its first eight periods are what later ones are held against.
/// </summary>
static class ArmsWatch
{
    /// <summary>From as many points on, noise alone makes at most 5 of 100 false alarms in a year (Heed.Analytics, Watch).</summary>
    const int Periods = 8;

    public static Watch? Of(Trial trial, Series series, Workspace here)
    {
        if (trial.AdoptedAt is not { } adopted || series.Count == 0)
            return null;
        var (cadence, from) = (series.Cadence, trial.DayOf(adopted, here).AddDays(trial.LagDays));
        var period = cadence.PeriodOf(from);
        var first = cadence.StartOf(period) < from ? period + 1 : period;
        var level = new Window(cadence.StartOf(first), cadence.StartOf(first + Periods).AddDays(-1));
        return series[^1].Date > level.To
            ? Watch.Of(series, level, trial.Wanted)
            : new(
                WatchState.Waiting,
                $"Watching: everybody gets it now. The level with it is known once something is measured after {Format.Day(level.To)}.",
                null,
                NoiseBand.Of(series, level)
            );
    }

    /// <summary>Why an adopted trial of two arms is not watched; empty where it is, and for every other trial.</summary>
    public static string? Because(Trial trial, TrialVerdict? newest, MetricSeries measured)
    {
        if (trial is not { Arms: not null, State: TrialState.Adopted })
            return null;
        var metric = measured.Metric;
        return newest is not { Word: VerdictWord.Improved }
                ? "Not watched, because no improvement was found that could creep back."
            : metric.RetiredAt is not null ? $"Not watched, because “{metric.Name}” is retired and takes no values."
            : measured.Points.Count == 0
                ? $"Not watched, because nothing of “{metric.Name}” is measured: its arms were counted, and its own series is empty. Record it, and the watch begins."
            : measured.Evidence.Refused(out var because, out _) ? $"Not watched, because of its points: {because}"
            : null;
    }
}

using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>A key result as it stands today: computed from the metric each time, never stored.</summary>
public sealed class EvaluatedKeyResult
{
    EvaluatedKeyResult(KeyResult keyResult, MetricSeries measured, Series series, NoiseBand band, DateOnly today)
    {
        var metric = measured.Metric;
        (KeyResult, Metric, Series, Band) = (keyResult, metric, series, band);
        Newest = measured.Points is [.., var newest] ? newest : null;
        Now = series.Count == 0 ? null : series[^1];
        Progress = Progress.Of(keyResult.Baseline, keyResult.Target, Now?.Value, band).Refused(out _, out var progress)
            ? null
            : progress;
        // The one that says most: the longest, and nearness to a limit only where that is all.
        Signal = Signals
            .In(series, band)
            .Where(s => s.To == series.Count - 1)
            .OrderBy(s => s.Rule is SignalRule.NearALimit)
            .ThenBy(s => s.From)
            .FirstOrDefault();
        if (
            !Forecast
                .Of(series, Latest(keyResult.ByWhen, series), metric.LowerBound, metric.UpperBound)
                .Refused(out _, out var forecast)
        )
            Forecast = forecast;
        Status = KeyResultStatus.Of(this, today);
    }

    public KeyResult KeyResult { get; }
    public Metric Metric { get; }
    public Series Series { get; }

    /// <summary>What was usual at the start: the window of the baseline where it is wide enough, else the metric's own.</summary>
    public NoiseBand Band { get; }
    public Point? Now { get; }

    /// <summary>The measurement behind <see cref="Now"/>, with its n and interval where its source knows them.</summary>
    public Measurement? Newest { get; }
    public Progress? Progress { get; }

    /// <summary>A signal that the newest point belongs to; empty while it moves as usual.</summary>
    public Signal? Signal { get; }
    public Forecast? Forecast { get; }
    public KeyResultStatus Status { get; }
    public string Sentence => KeyResult.Sentence(Metric.Unit);

    /// <summary>No signal: whatever the percentage says, it cannot be told from noise yet. Empty without limits to ask.</summary>
    public bool? IsWithinNoise => Band.HasLimits && Now is not null ? Signal is null : null;

    public static EvaluatedKeyResult Of(KeyResult keyResult, MetricSeries measured, DateOnly today)
    {
        var series = Measured.Series(measured);
        return new(keyResult, measured, series, UsualAtTheStart(keyResult, measured, series), today);
    }

    static NoiseBand UsualAtTheStart(KeyResult keyResult, MetricSeries measured, Series series)
    {
        var settings = BandSettings.Wheeler.Within(measured.Metric.LowerBound, measured.Metric.UpperBound);
        if (keyResult is { BaselineFrom: { } from, BaselineTo: { } to })
        {
            var own = NoiseBand.Of(series, new Window(from, to), settings);
            if (own.HasLimits)
                return own;
        }
        return Measured.Band(measured, series, settings);
    }

    static DateOnly Latest(DateOnly byWhen, Series series) =>
        series.Count > 0 && series[^1].Date > byWhen ? series[^1].Date : byWhen;
}

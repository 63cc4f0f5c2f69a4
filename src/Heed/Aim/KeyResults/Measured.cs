using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>A metric's points as the evidence engine takes them.</summary>
static class Measured
{
    public static Series Series(MetricSeries measured)
    {
        var cadence = Enum.Parse<Analytics.Evidence.Cadence>(measured.Metric.Cadence.ToString());
        return Analytics.Evidence.Series.Of(measured.Points.Select(p => new Point(p.On, p.Value)), cadence).Value;
    }

    public static NoiseBand Band(MetricSeries measured, Series series, BandSettings settings) =>
        NoiseBand.Of(series, measured.Baseline is { } frozen ? new Window(frozen.From, frozen.To) : null, settings);

    /// <summary>Which way is better; empty where a range is wanted.</summary>
    public static Direction? Wanted(Metric metric) =>
        metric.Wanted switch
        {
            Metrics.Wanted.Up => Direction.Up,
            Metrics.Wanted.Down => Direction.Down,
            _ => null,
        };
}

using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>A metric's points as the evidence engine takes them.</summary>
static class Measured
{
    public static Series Series(MetricSeries measured) => measured.Evidence.Value;

    public static NoiseBand Band(MetricSeries measured, Series series, BandSettings settings) =>
        NoiseBand.Of(series, measured.Baseline is { } frozen ? new Window(frozen.From, frozen.To) : null, settings);
}

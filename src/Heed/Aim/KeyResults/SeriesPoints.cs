using Heed.Analytics.Evidence;
using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Aim;

/// <summary>A series as a chart takes it: gaps stay gaps, signals take the colour of the way they go.</summary>
static class SeriesPoints
{
    /// <param name="from">Signals before this day are not drawn: they were judged by what was usual then, not by this band.</param>
    public static IReadOnlyList<ChartPoint> Of(Series series, NoiseBand band, Direction wanted, DateOnly? from = null)
    {
        var signals = Signals.In(series, band);
        var points = new List<ChartPoint>(series.Count);
        for (var i = 0; i < series.Count; i++)
        {
            if (i > 0 && !series.FollowsOn(i))
                points.Add(new(series.Cadence.StartOf(series.PeriodAt(i - 1) + 1), null));
            var signal =
                (from ?? band.Baseline?.From) > series[i].Date
                    ? null
                    : signals.FirstOrDefault(s => s.From <= i && i <= s.To);
            points.Add(
                signal is null
                    ? new(series[i].Date, series[i].Value)
                    : new(
                        series[i].Date,
                        series[i].Value,
                        null,
                        signal.Direction == wanted ? Status.Held : Status.OffCourse,
                        signal.InWords
                    )
            );
        }
        return points;
    }

    public static IReadOnlyList<ChartBand> Bands(Series series, NoiseBand band) =>
        band is { HasLimits: true, Lower: { } lower, Upper: { } upper, Centre: { } centre }
            ?
            [
                new(
                    band.Baseline is { } window && window.From > series[0].Date ? window.From : series[0].Date,
                    lower,
                    centre,
                    upper,
                    band.Baseline?.From,
                    band.Baseline?.To
                ),
            ]
            : [];
}

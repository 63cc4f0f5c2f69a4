using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Metrics;

/// <summary>What a band chart draws of a metric: the newest points with their gaps, bands and signals.</summary>
static class ChartParts
{
    /// <summary>More than this are too close together to be told apart; the table and the file hold them all.</summary>
    public const int MostDrawn = 240;

    /// <summary>The day of the first point that is drawn.</summary>
    public static DateOnly First(MetricSeries series) => series.Points[Math.Max(0, series.Points.Count - MostDrawn)].On;

    public static IReadOnlyList<ChartPoint> Points(MetricSeries series, Movement movement)
    {
        var said = Signals(movement);
        var first = Math.Max(0, series.Points.Count - MostDrawn);
        var drawn = new List<ChartPoint>();
        for (var i = first; i < series.Points.Count; i++)
        {
            var point = series.Points[i];
            if (i > first && movement.Series is { } known && !known.FollowsOn(i))
                drawn.Add(Gap(series, i));
            drawn.Add(
                said.TryGetValue(i, out var signal)
                    ? new(point.On, point.Value, point.Note, signal.Shape(), Words(signal))
                    : new(point.On, point.Value, point.Note)
            );
        }
        return drawn;
    }

    public static IReadOnlyList<ChartBand> Bands(MetricSeries series, Movement movement)
    {
        if (movement.Bands is null || series.Points.Count == 0)
            return [];
        var first = First(series);
        return
        [
            .. movement
                .Bands.Phases.Where(p => p.Band.HasLimits && !(p.Until <= first))
                .Select(p => new ChartBand(
                    p.From < first ? first : p.From,
                    p.Band.Lower!.Value,
                    p.Band.Centre!.Value,
                    p.Band.Upper!.Value,
                    IsNamed(series, p) ? p.Band.Baseline!.Value.From : null,
                    IsNamed(series, p) ? p.Band.Baseline!.Value.To : null
                )),
        ];
    }

    /// <summary>What is drawn and what is not, in a sentence for those who do not see it; empty where all is drawn.</summary>
    public static string? NotDrawn(MetricSeries series) =>
        series.Points.Count > MostDrawn
            ? $"The newest {MostDrawn} of {Format.Count(series.Points.Count, "point")} are drawn."
            : null;

    static bool IsNamed(MetricSeries series, Analytics.Evidence.Phase phase) =>
        phase.Band.Baseline is { } window && series.Baselines.Any(b => b.From <= window.From && b.To >= window.To);

    static ChartPoint Gap(MetricSeries series, int next)
    {
        var (before, after) = (series.Points[next - 1].On, series.Points[next].On);
        var middle = before.AddDays((after.DayNumber - before.DayNumber + 1) / 2);
        return new(middle, null, $"a gap until {Format.Day(after)}");
    }

    /// <summary>The signal of each point that belongs to one; what is so now before what has passed, outside before a run.</summary>
    static Dictionary<int, MetricSignal> Signals(Movement movement)
    {
        var said = new Dictionary<int, MetricSignal>();
        if (movement.Series is not { } series)
            return said;
        foreach (var signal in movement.Signals.OrderBy(s => s.IsOn).ThenByDescending(s => s.Rule))
        {
            for (var i = Math.Max(0, series.Count - MostDrawn); i < series.Count; i++)
            {
                if (series[i].Date >= signal.From && series[i].Date <= signal.To)
                    said[i] = signal;
            }
        }
        return said;
    }

    static string Words(MetricSignal signal) =>
        signal.Rule is Analytics.Evidence.SignalRule.Outside
            ? "outside its band"
            : $"part of a signal: it {signal.Says}";
}

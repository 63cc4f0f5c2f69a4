using Heed.Ui.Charts;

namespace Heed.Metrics;

/// <summary>Every dated change that any room knows of a metric, the earliest first.</summary>
public sealed class ChangesOf(IEnumerable<IChangeSource> rooms)
{
    public async Task<IReadOnlyList<DatedChange>> Metric(Id<Metric> metric, CancellationToken stop)
    {
        var changes = new List<DatedChange>();
        foreach (var room in rooms)
            changes.AddRange(await room.Changes([metric], stop));
        return [.. changes.OrderBy(c => c.From).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Those that the drawing has room for: what began or lasted within the points that it shows.</summary>
    public static IReadOnlyList<ChartChange> Drawn(MetricSeries series, IReadOnlyList<DatedChange> changes)
    {
        if (series.Points.Count == 0)
            return [];
        var (first, last) = (series.Points[SeriesLine.FirstDrawn(series.Points.Count)].On, series.Points[^1].On);
        var lately = changes.Where(c => c.From >= first && c.From <= last.AddDays(366));
        return [.. lately.TakeLast(6).Select(c => new ChartChange(c.From, c.Until, c.Name, c.Verdict, c.Word))];
    }
}

using Heed.Ui.Charts;

namespace Heed.Metrics;

/// <summary>Every dated change that any room knows of a metric, the earliest first.</summary>
public sealed class ChangesOf(IEnumerable<IChangeSource> rooms)
{
    public Task<IReadOnlyList<DatedChange>> Metric(Id<Metric> metric, CancellationToken stop) =>
        Metrics([metric], stop);

    public async Task<IReadOnlyList<DatedChange>> Metrics(
        IReadOnlyCollection<Id<Metric>> metrics,
        CancellationToken stop
    )
    {
        var changes = new List<DatedChange>();
        foreach (var room in rooms)
            changes.AddRange(await room.Changes(metrics, stop));
        return [.. changes.OrderBy(c => c.From).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Where a metric goes one way and the newest change that was judged pulls the other: “without “Call first” it would be
    /// 14.6 higher”. Both are true, so they stand in one sentence.
    /// </summary>
    public static string? ButFor(bool rose, IEnumerable<DatedChange> changes) =>
        changes.LastOrDefault(c => c.Effect is { } effect && c.Until is null && effect < 0 == rose) is { } against
            ? $"without “{against.Name}” it would be {Format.Number(Math.Abs(against.Effect!.Value))} {(rose ? "higher" : "lower")}"
            : null;

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

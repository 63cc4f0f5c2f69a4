using Heed.Ui;

namespace Heed.Metrics;

/// <summary>The metrics among whose cases the events of a metric may be counted.</summary>
public sealed class CountedAmong(NameMetrics names)
{
    const int Most = 500;

    /// <param name="metric">The metric itself, which is not counted among its own; empty for a new one.</param>
    public async Task<IReadOnlyList<Choice>> For(Metric? metric, CancellationToken stop)
    {
        var found = (await names.InUse(Most, stop))
            .Where(m => metric is null || m.Id != metric.Id && m.Cadence == metric.Cadence)
            .ToList();
        // One that was retired since stays with its metric.
        if (metric?.CountedAmong is { } now && found.TrueForAll(m => m.Id != now))
            found.AddRange((await names.Of([now], stop)).Values);
        return
        [
            new(default(Id<Metric>).ToString(), "nobody, or nobody knows"),
            .. found.Select(m => new Choice(m.Id.ToString(), $"{m.Name}, {m.Unit}")),
        ];
    }
}

using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>A metric that a file brings along, with its points: each a day and a value.</summary>
public sealed record TakenMetric(
    string Name,
    string Unit,
    Wanted Wanted,
    IReadOnlyList<(DateOnly On, double Value, string? Note)> Points
);

/// <summary>Defines many metrics with their points at once, for what brings in a file; and takes them back whole.</summary>
public sealed class TakeMetrics(HeedDb db, Member me, Limits limits, TimeProvider clock)
{
    const int LongestUnit = 40;
    const int LongestNote = 500;
    HashSet<string>? _names;

    /// <summary>
    /// Whether there is room for so many more. Asked before the first, because a file that is taken in by half is worse than one
    /// that is not.
    /// </summary>
    public async Task<Refusal?> Full(int more, CancellationToken stop) =>
        !me.MayWrite
            ? Refusal.Forbidden("You may read metrics here, not define them. Ask an administrator.")
            : limits.Metrics(await db.Metrics.CountAsync(m => m.RetiredAt == null, stop) + more);

    /// <summary>Adds one and saves nothing. A name that is taken gets a number behind it.</summary>
    public async Task<Outcome<Metric>> Apply(TakenMetric taken, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(taken);
        _names ??= new(
            await db.Metrics.Where(m => m.RetiredAt == null).Select(m => m.Name).ToListAsync(stop),
            StringComparer.OrdinalIgnoreCase
        );
        var now = clock.GetUtcNow();
        var request = new MetricRequest
        {
            Name = Free(taken.Name),
            Unit = Format.Shortened(taken.Unit, LongestUnit),
            Wanted = taken.Wanted,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
        };
        if (Metric.Define(request, now).Refused(out var refusal, out var metric))
            return refusal;
        _names.Add(metric.Name);
        db.Metrics.Add(metric);
        // One point a week: of several the newest, which is dated by its week.
        var newest = taken
            .Points.OrderBy(p => p.On)
            .GroupBy(p => metric.Cadence.StartOf(p.On))
            .Select(week => (On: week.Key, week.Last().Value, week.Last().Note));
        foreach (var point in newest)
            db.Measurements.Add(
                new Measurement
                {
                    MetricId = metric.Id,
                    On = point.On,
                    Value = point.Value,
                    RecordedAt = now,
                    RecordedBy = me.Id,
                    Source = MeasurementSource.Import,
                    Note = string.IsNullOrWhiteSpace(point.Note) ? null : Format.Shortened(point.Note, LongestNote),
                }
            );
        return metric;
    }

    /// <summary>Deletes those that were taken in, with their points. Who asks has made sure that nothing else rests on them.</summary>
    public async Task Withdraw(IReadOnlyCollection<Id<Metric>> ids, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(ids);
        foreach (var some in ids.Chunk(500))
        {
            await db.Measurements.Where(m => some.Contains(m.MetricId)).ExecuteDeleteAsync(stop);
            await db.Metrics.Where(m => some.Contains(m.Id)).ExecuteDeleteAsync(stop);
        }
    }

    string Free(string wanted)
    {
        var stem = Format.Shortened(wanted.Trim(), Metric.LongestName - " (99999)".Length);
        var name = stem;
        for (var i = 2; _names!.Contains(name); i++)
            name = $"{stem} ({i})";
        return name;
    }
}

using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

/// <summary>Changes what describes a metric. Its points and its past stay as they are.</summary>
public sealed class ChangeMetric(HeedDb db, Visit visit, Member me, JournalWriter journal)
{
    public async Task<Outcome<Metric>> Run(Id<Metric> id, MetricRequest asked, CancellationToken stop)
    {
        var metric = await db.Metrics.SingleOrDefaultAsync(m => m.Id == id, stop);
        if (metric is null)
            return Refusal.Missing("metric");
        if (!metric.IsFor(me))
            return metric.NotFor("change it");
        var before = MetricRequest.Of(metric);
        if (metric.Describe(asked).Refused(out var refusal))
            return refusal;
        var changes = Changes(before, MetricRequest.Of(metric));
        if (changes.Count == 0)
            return metric;
        var fault =
            await DefineMetric.OwnerFault(db, visit, metric.OwnerTeamId, before.OwnerTeamId, stop)
            ?? await DefineMetric.AmongFault(db, metric, before.CountedAmong, stop)
            ?? await Fault(metric, before, stop);
        if (fault is not null)
        {
            // Nothing of a refused change may ride along with what the caller saves next.
            db.Entry(metric).State = EntityState.Detached;
            return fault;
        }
        journal.Write("change", id, $"{me.Name} changed the metric “{metric.Name}”: {string.Join("; ", changes)}.");
        await db.SaveChangesAsync(stop);
        return metric;
    }

    async Task<Refusal?> Fault(Metric metric, MetricRequest before, CancellationToken stop)
    {
        if (metric.Name != before.Name && await DefineMetric.NameTaken(db, metric.Name, metric.Id, stop))
            return DefineMetric.Taken(metric.Name);
        var points = db.Measurements.Where(p => p.MetricId == metric.Id);
        if (metric.Cadence != before.Cadence && await points.AnyAsync(stop))
            return Refusal
                .Conflict(
                    $"“{metric.Name}” has points, one a {before.Cadence!.Value.Name()}. Define another metric for one a {metric.Cadence.Name()}."
                )
                .At(nameof(metric.Cadence));
        // One aggregate decides; only a bound that was drawn in can leave a point outside. What was corrected is no point.
        var ends = await points
            .Where(p => !db.Measurements.Any(later => later.Supersedes == p.Id))
            .GroupBy(p => 1)
            .Select(g => new { Least = g.Min(p => p.Value), Most = g.Max(p => p.Value) })
            .SingleOrDefaultAsync(stop);
        if (ends?.Least < metric.LowerBound)
            return Refusal
                .Conflict(
                    $"There is a point of {Format.Typed(ends.Least)}, below {Format.Typed(metric.LowerBound)}. Correct the point first, or choose a lower bound."
                )
                .At(nameof(metric.LowerBound));
        if (ends?.Most > metric.UpperBound)
            return Refusal
                .Conflict(
                    $"There is a point of {Format.Typed(ends.Most)}, above {Format.Typed(metric.UpperBound)}. Correct the point first, or choose a higher bound."
                )
                .At(nameof(metric.UpperBound));
        return null;
    }

    static List<string> Changes(MetricRequest before, MetricRequest after)
    {
        List<string> changes = [];
        void Note(string what, object? was, object? now)
        {
            if (!Equals(was, now))
                changes.Add($"{what} “{Format.Shortened(Words(was))}” is now “{Format.Shortened(Words(now))}”");
        }
        Note("name", before.Name, after.Name);
        Note("unit", before.Unit, after.Unit);
        Note("wanted", before.Wanted, after.Wanted);
        Note("low end of the wanted range", before.WantedLow, after.WantedLow);
        Note("high end of the wanted range", before.WantedHigh, after.WantedHigh);
        Note("lowest possible", before.LowerBound, after.LowerBound);
        Note("highest possible", before.UpperBound, after.UpperBound);
        Note("kind", before.Kind, after.Kind);
        Note("timing", before.Timing, after.Timing);
        Note("measured every", before.Cadence, after.Cadence);
        Note("population", before.Population, after.Population);
        Note("formula", before.Formula, after.Formula);
        Note("source", before.Source, after.Source);
        Note("lag in days", before.LagDays, after.LagDays);
        Note("who gains", before.ValueTo, after.ValueTo);
        Note("a count of events", before.IsCount ? "yes" : "no", after.IsCount ? "yes" : "no");
        if (before.CountedAmong != after.CountedAmong)
            changes.Add(
                after.CountedAmong is null ? "it is counted among nobody" : "it is counted among another metric"
            );
        if (before.OwnerTeamId != after.OwnerTeamId)
            changes.Add("another team owns it");
        return changes;
    }

    static string Words(object? value) =>
        value switch
        {
            null or "" => "none",
            double number => Format.Typed(number),
            string text => text,
            _ => value.ToString()!.ToLowerInvariant(),
        };

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/metrics/{id}", Put).WithName("ChangeMetric").WithSummary("Changes the definition of a metric.");

    static Task<Results<Ok<MetricView>, ProblemHttpResult>> Put(
        Id<Metric> id,
        MetricRequest asked,
        ChangeMetric change,
        CancellationToken stop
    ) => change.Run(id, asked, stop).Ok(MetricView.Of);
}

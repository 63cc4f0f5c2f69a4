using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

public sealed class VoidRequest
{
    [Required(ErrorMessage = "Say why this value does not count, so that nobody has to ask.")]
    [StringLength(MeasurementRequest.LongestNote, ErrorMessage = "Use at most 400 characters for the reason.")]
    public string? Reason { get; set; }
}

/// <summary>
/// Takes a value that was wrong out of everything that is computed, with a reason. It is kept and shown; the row that
/// supersedes it says that it is void. Whoever types a value for that period again brings it back.
/// </summary>
public sealed class VoidMeasurement(HeedDb db, Visit visit, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Measurement>> Run(Id<Metric> id, DateOnly on, VoidRequest asked, CancellationToken stop)
    {
        if ((await Apply(id, on, asked, stop)).Refused(out var refusal, out var gone))
            return refusal;
        refusal = await db.SaveOrPlanAgain(
            async () =>
            {
                db.Forget();
                return (await Apply(id, on, asked, stop)).Refused(out var no, out gone) ? no : null;
            },
            stop
        );
        return refusal is null ? gone : refusal;
    }

    async Task<Outcome<Measurement>> Apply(Id<Metric> id, DateOnly on, VoidRequest asked, CancellationToken stop)
    {
        if (await db.Metrics.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } metric)
            return Refusal.Missing("metric");
        if (Fault(metric) is { } refusal)
            return refusal;
        var period = metric.Cadence.StartOf(on);
        var current = await db
            .Measurements.AsNoTracking()
            .Where(p => p.MetricId == id && p.On == period)
            .SingleOrDefaultAsync(p => !db.Measurements.Any(later => later.Supersedes == p.Id), stop);
        if (current is null or { IsWithdrawn: true })
            return Refusal.Missing("value");
        var reason = asked.Reason!.Trim();
        var gone = new Measurement
        {
            MetricId = id,
            On = period,
            Value = current.Value,
            Count = 0,
            Note = reason,
            RecordedAt = clock.GetUtcNow(),
            RecordedBy = visit.Member?.Id,
            Source = MeasurementSource.Manual,
            Supersedes = current.Id,
        };
        db.Measurements.Add(gone);
        journal.Write(
            "void",
            id,
            $"{visit.Member?.Name ?? "Heed"} voided {Format.Value(current.Value, metric.Unit)} of “{metric.Name}”, {metric.Cadence.Named(period)}: {reason}"
        );
        return gone;
    }

    /// <summary>Why its values cannot be voided by whoever asks; null where they can.</summary>
    public Refusal? Fault(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (visit.Member is { } me && !metric.IsFor(me))
            return metric.NotFor("void its values");
        if (metric.RetiredAt is { } retired)
            return Refusal.Conflict(
                $"“{metric.Name}” was retired on {Format.Day(here.DayOf(retired))}. Restore it to void a value."
            );
        return metric.ComputedFrom is null
            ? null
            : Refusal.Conflict(
                $"“{metric.Name}” is computed by Heed from {metric.Source}. Correct what it comes from, and its values follow."
            );
    }
}

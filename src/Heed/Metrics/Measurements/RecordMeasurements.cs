using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>
/// Takes in values at dates, one or ten thousand. The same value again changes nothing; another value adds a row that
/// supersedes; nothing is ever edited. All or nothing, with the row named.
/// </summary>
public sealed class RecordMeasurements(
    HeedDb db,
    Visit visit,
    Workspace here,
    JournalWriter journal,
    TimeProvider clock
)
{
    const int MostRows = 100_000;
    const int ProblemsNamed = 5;

    public async Task<Outcome<MeasurementReceipt>> Run(
        Id<Metric> id,
        IReadOnlyList<MeasurementRequest> rows,
        MeasurementSource source,
        CancellationToken stop
    )
    {
        if ((await Plan(id, rows, source, stop)).Refused(out var refusal, out var plan))
            return refusal;
        if (plan.New.Count == 0)
            return plan.Receipt;
        Apply(plan);
        refusal = await db.SaveOrPlanAgain(
            async () =>
            {
                Withdraw(plan);
                if ((await Plan(id, rows, source, stop)).Refused(out var no, out var anew))
                    return no;
                Apply(plan = anew);
                return null;
            },
            stop
        );
        return refusal is null ? plan.Receipt : refusal;
    }

    /// <summary>Writes what was planned; whoever planned it saves it, with what else belongs to it.</summary>
    public void Apply(RecordingPlan? plan)
    {
        if (plan is null)
            return;
        db.Measurements.AddRange(plan.New);
        // A survey measures many metrics at once, a calendar its meetings too: each writes one line for all of them.
        if (plan.New is [{ Source: not (MeasurementSource.Survey or MeasurementSource.Calendar) }, ..])
            journal.Write(
                "record",
                plan.Metric.Id,
                $"{visit.Member?.Name ?? "Heed"} recorded “{plan.Metric.Name}”: {plan.InWords}."
            );
    }

    /// <summary>Takes back what was written and not saved.</summary>
    public void Withdraw(RecordingPlan? plan)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => plan?.Holds(e.Entity) == true).ToList())
            entry.State = EntityState.Detached;
    }

    /// <summary>What <see cref="Run"/> would do, or why it would refuse. Changes nothing.</summary>
    public async Task<Outcome<MeasurementReceipt>> Foresee(
        Id<Metric> id,
        IReadOnlyList<MeasurementRequest> rows,
        MeasurementSource source,
        CancellationToken stop
    ) => (await Plan(id, rows, source, stop)).Refused(out var refusal, out var plan) ? refusal : plan.Receipt;

    /// <summary>What would be recorded, or why nothing is. Changes nothing.</summary>
    public Task<Outcome<RecordingPlan>> Plan(
        Id<Metric> id,
        IReadOnlyList<MeasurementRequest> rows,
        MeasurementSource source,
        CancellationToken stop
    ) => Plan(id, rows, source, metric => visit.Member is { } me && !metric.IsFor(me), stop);

    /// <summary>The same for a team whose key result it measures: whether they are that team has been asked.</summary>
    public Task<Outcome<RecordingPlan>> PlanOfCheckIn(Id<Metric> id, MeasurementRequest row, CancellationToken stop) =>
        Plan(id, [row], MeasurementSource.Manual, _ => false, stop);

    async Task<Outcome<RecordingPlan>> Plan(
        Id<Metric> id,
        IReadOnlyList<MeasurementRequest> rows,
        MeasurementSource source,
        Predicate<Metric> isForOthers,
        CancellationToken stop
    )
    {
        if (visit.Member is { MayWrite: false })
            return Refusal.Forbidden("You may read metrics here, not record values. Ask an administrator.");
        // Also one that was defined a moment ago and is saved together with its first values.
        if (await db.Metrics.FindAsync([id], stop) is not { } metric)
            return Refusal.Missing("metric");
        if (isForOthers(metric))
            return metric.NotFor("record its values");
        if (metric.RetiredAt is { } retired)
            return Refusal.Conflict(
                $"“{metric.Name}” was retired on {Format.Day(here.DayOf(retired))}. Restore it to record values."
            );
        if (
            metric.ComputedFrom is not null
            && source is not (MeasurementSource.Survey or MeasurementSource.Calendar or MeasurementSource.Sample)
        )
            return Refusal.Conflict(
                $"“{metric.Name}” is computed by Heed from {metric.Source}. Its values cannot be typed in; correct what they come from."
            );
        if (rows.Count > MostRows)
            return new Refusal(
                $"{Format.Count(rows.Count, "row")} are too many at once; send at most {Format.Count(MostRows, "row")} at a time."
            );
        if (Problems(metric, rows) is { } problems)
            return problems;
        return await Compare(metric, rows, source, stop);
    }

    Refusal? Problems(Metric metric, IReadOnlyList<MeasurementRequest> rows)
    {
        var today = here.Today(clock);
        List<string> problems = [];
        var inPeriod = new Dictionary<DateOnly, int>(rows.Count);
        var count = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var fault = rows[i].Fault(metric, today);
            if (fault is null)
            {
                var period = metric.Cadence.StartOf(rows[i].On!.Value);
                if (inPeriod.TryAdd(period, i) || rows[inPeriod[period]].Value == rows[i].Value)
                    continue;
                fault =
                    $"has {Format.Typed(rows[i].Value)} and row {NumberOf(inPeriod[period])} has {Format.Typed(rows[inPeriod[period]].Value)} for the same {metric.Cadence.Name()}. Keep one.";
            }
            if (++count <= ProblemsNamed)
                problems.Add(rows.Count == 1 ? $"This value {fault}" : $"Row {NumberOf(i)} {fault}");
        }
        if (count == 0)
            return null;
        var more = count > ProblemsNamed ? $" And {count - ProblemsNamed} more rows." : "";
        var nothing = rows.Count == 1 ? "" : " Nothing was recorded.";
        return new Refusal(string.Join(" ", problems) + more + nothing);

        int NumberOf(int i) => rows[i].Row > 0 ? rows[i].Row : i + 1;
    }

    async Task<RecordingPlan> Compare(
        Metric metric,
        IReadOnlyList<MeasurementRequest> rows,
        MeasurementSource source,
        CancellationToken stop
    )
    {
        var byPeriod = new Dictionary<DateOnly, MeasurementRequest>(rows.Count);
        foreach (var row in rows)
            byPeriod[metric.Cadence.StartOf(row.On!.Value)] = row;
        var kept = await Kept(metric.Id, [.. byPeriod.Keys], stop);
        List<Measurement> added = [];
        var (corrected, unchanged) = (0, rows.Count - byPeriod.Count);
        var now = clock.GetUtcNow();
        foreach (var (period, row) in byPeriod.OrderBy(pair => pair.Key))
        {
            var before = kept.GetValueOrDefault(period);
            // What a person called wrong comes back by a person's word, not by the next delivery of the same file.
            var comesBack = before is { IsVoid: true } && source is MeasurementSource.Manual;
            if (before is not null && !comesBack && row.Repeats(before))
            {
                unchanged++;
                continue;
            }
            corrected += before is null ? 0 : 1;
            added.Add(
                new Measurement
                {
                    MetricId = metric.Id,
                    On = period,
                    Value = row.Value!.Value == 0 ? 0 : row.Value.Value,
                    Count = row.Count,
                    Low = row.Low,
                    High = row.High,
                    Note = string.IsNullOrWhiteSpace(row.Note) ? null : row.Note.Trim(),
                    RecordedAt = now,
                    RecordedBy = visit.Member?.Id,
                    Source = source,
                    Supersedes = before?.Id,
                }
            );
        }
        return new(metric, added, new(added.Count - corrected, corrected, unchanged));
    }

    async Task<Dictionary<DateOnly, Measurement>> Kept(Id<Metric> id, List<DateOnly> periods, CancellationToken stop)
    {
        if (periods.Count == 0)
            return [];
        var (from, to) = (periods.Min(), periods.Max());
        return await db
            .Measurements.AsNoTracking()
            .Where(p => p.MetricId == id && p.On >= from && p.On <= to)
            .Where(p => !db.Measurements.Any(later => later.Supersedes == p.Id))
            .ToDictionaryAsync(p => p.On, stop);
    }
}

/// <summary>The rows that recording adds, and what it tells about them.</summary>
public sealed record RecordingPlan(Metric Metric, IReadOnlyList<Measurement> New, MeasurementReceipt Receipt)
{
    internal string InWords =>
        New is [var one]
            ? $"{Format.Value(one.Value, Metric.Unit)} on {Format.Day(one.On)}{(one.Supersedes is null ? "" : ", a correction")}"
            : Receipt.InWords;

    internal bool Holds(object entity) =>
        entity is Measurement row && New.Contains(row)
        || entity is Entry { Act: "record" } line && line.SubjectId == Metric.Id.Value;
}

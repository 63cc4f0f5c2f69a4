using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>What becomes of values that are far from all others.</summary>
public enum FarChoice
{
    Keep,
    LeaveOut,
}

/// <summary>What a person chose for one column, in the order of the table.</summary>
public sealed class PasteColumnRequest
{
    public bool Take { get; set; }

    [StringLength(Metric.LongestName, ErrorMessage = "Use at most 200 characters for the name.")]
    public string? Name { get; set; }

    [StringLength(40, ErrorMessage = "Use at most 40 characters for the unit.")]
    public string? Unit { get; set; }
    public Wanted? Wanted { get; set; }
    public FarChoice? Far { get; set; }
}

public sealed class PasteRequest
{
    public IFormFile? File { get; set; }
    public string? Text { get; set; }
    public Censored? Censored { get; set; }
    public Cadence? Cadence { get; set; }

    /// <summary>Empty until the table was seen; a form that posts none sets none.</summary>
    public List<PasteColumnRequest?> Columns
    {
        get;
        set => field = value ?? [];
    } = [];
}

/// <summary>What would become of one column.</summary>
/// <param name="There">The metric of that name, which its values would be added to; empty where it becomes a new one.</param>
/// <param name="Receipt">What its values would do there.</param>
/// <param name="Changes">Known values that would become others: “36 becomes 38”.</param>
/// <param name="Cannot">Why its values cannot be added; empty where they can.</param>
public sealed record PastedView(
    PastedColumn Column,
    Metric? There,
    MeasurementReceipt? Receipt,
    IReadOnlyList<string> Changes,
    string? Cannot
);

public sealed record PastePreview(PastedTable Table, IReadOnlyList<PastedView> Columns);

/// <summary>Makes metrics of the columns of a table, and records their values: all of it, or nothing.</summary>
public sealed class PasteMetrics(
    HeedDb db,
    Visit visit,
    ReadPasted read,
    ReadSeries series,
    DefineMetric define,
    RecordMeasurements record
)
{
    const int MostChangesNamed = 3;

    /// <summary>What <see cref="Run"/> would do with what is offered. Changes nothing.</summary>
    public async Task<Outcome<PastePreview>> Foresee(PasteRequest asked, CancellationToken stop)
    {
        if (Forbidden() is { } no)
            return no;
        if (read.Of(asked.Text, asked.Censored).Refused(out var refusal, out var table))
            return refusal;
        List<PastedView> columns = [];
        foreach (var column in table.Columns)
            columns.Add(await View(column, stop));
        return new PastePreview(table, columns);
    }

    async Task<PastedView> View(PastedColumn column, CancellationToken stop)
    {
        if (await DefineMetric.Named(db, column.Name, stop) is not { } there)
            return new(column, null, null, [], null);
        if (Computed(there) is { } cannot)
            return new(column, there, null, [], cannot.Because);
        if (
            (await record.Plan(there.Id, Rows(column.Values), MeasurementSource.Import, stop)).Refused(
                out var no,
                out var plan
            )
        )
            return new(column, there, null, [], no.Because);
        var known = (await series.Of(there.Id, stop))!.All.ToDictionary(p => p.Id);
        return new(
            column,
            there,
            plan.Receipt,
            [
                .. plan
                    .New.Where(p => p.Supersedes is not null)
                    .Take(MostChangesNamed)
                    .Select(p =>
                        $"{there.Cadence.Named(p.On)}: {Format.Number(known[p.Supersedes!.Value].Value)} becomes {Format.Number(p.Value)}"
                    ),
            ],
            null
        );
    }

    public async Task<Outcome<MeasurementReceipt>> Run(PasteRequest asked, CancellationToken stop)
    {
        if (Forbidden() is { } no)
            return no;
        if (read.Of(asked.Text, asked.Censored).Refused(out var refusal, out var table))
            return refusal;
        if (Chosen(asked, table).Refused(out refusal, out var chosen))
            return refusal;
        if ((await Apply(chosen, stop)).Refused(out refusal, out var receipt))
        {
            db.Forget();
            return refusal;
        }
        refusal = await db.SaveOrPlanAgain(
            async () =>
            {
                db.Forget();
                if ((await Apply(chosen, stop)).Refused(out var not, out receipt))
                    return not;
                return null;
            },
            stop
        );
        return refusal is null ? receipt : refusal;
    }

    Refusal? Forbidden() =>
        visit.Member is { MayWrite: false }
            ? Refusal.Forbidden("You may read metrics here, not define them. Ask an administrator.")
            : null;

    sealed record Column(PastedColumn Pasted, MetricRequest Metric, IReadOnlyList<PastedValue> Values);

    static Outcome<List<Column>> Chosen(PasteRequest asked, PastedTable table)
    {
        if (asked.Columns.Count != table.Columns.Count)
            return new Refusal("The table and what was chosen for it do not belong together. Paste it once more.");
        List<Column> chosen = [];
        foreach (var (pasted, choice) in table.Columns.Zip(asked.Columns))
        {
            if (choice is not { Take: true })
                continue;
            if (pasted.Far.Count > 0 && choice.Far is null)
                return new Refusal(
                    $"“{pasted.Header}”: say whether {Far(pasted)} {Format.Plural(pasted.Far.Count, "is", "are")} kept or left out."
                );
            var metric = GuessMetric.Request(
                pasted,
                choice.Name?.Trim(),
                choice.Unit?.Trim(),
                choice.Wanted,
                asked.Cadence ?? table.Cadence
            );
            if (DefineMetric.Fault(metric) is { } fault)
                return new Refusal($"“{pasted.Header}”: {fault.Because}");
            if (chosen.Exists(c => string.Equals(c.Metric.Name, metric.Name, StringComparison.OrdinalIgnoreCase)))
                return new Refusal($"Two columns are called “{metric.Name}”. Give one of them another name.");
            chosen.Add(
                new(
                    pasted,
                    metric,
                    choice.Far is FarChoice.LeaveOut ? [.. pasted.Values.Except(pasted.Far)] : pasted.Values
                )
            );
        }
        return chosen.Count == 0 ? new Refusal("Tick at least one column. Nothing was kept.") : chosen;
    }

    /// <summary>“9,000”, as it is asked about.</summary>
    internal static string Far(PastedColumn column) => Format.List([.. column.Far.Select(v => Format.Number(v.Value))]);

    async Task<Outcome<MeasurementReceipt>> Apply(List<Column> chosen, CancellationToken stop)
    {
        var receipt = new MeasurementReceipt(0, 0, 0);
        foreach (var column in chosen)
        {
            if ((await MetricOf(column, stop)).Refused(out var refusal, out var metric))
                return Of(column, refusal);
            if (
                (await record.Plan(metric.Id, Rows(column.Values), MeasurementSource.Import, stop)).Refused(
                    out refusal,
                    out var plan
                )
            )
                return Of(column, refusal);
            record.Apply(plan);
            receipt = receipt.And(plan.Receipt);
        }
        return receipt;

        static Refusal Of(Column column, Refusal refusal) =>
            refusal with
            {
                Because = $"“{column.Pasted.Header}”: {refusal.Because}",
                Field = null,
            };
    }

    async Task<Outcome<Metric>> MetricOf(Column column, CancellationToken stop)
    {
        if (await DefineMetric.Named(db, column.Metric.Name!, stop) is not { } there)
            return await define.Apply(column.Metric, stop);
        return Computed(there) is { } refusal ? refusal : there;
    }

    static Refusal? Computed(Metric metric) =>
        metric.ComputedFrom is null
            ? null
            : Refusal.Conflict(
                $"“{metric.Name}” is computed by Heed from {metric.Source}. Correct what it comes from, or give the column another name."
            );

    static IReadOnlyList<MeasurementRequest> Rows(IReadOnlyList<PastedValue> values) =>
        [
            .. values.Select(v => new MeasurementRequest
            {
                Row = (int)v.Row,
                On = v.On,
                Value = v.Value,
            }),
        ];
}

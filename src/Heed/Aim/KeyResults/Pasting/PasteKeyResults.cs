using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

public sealed class PasteKeyResultsRequest
{
    public string? Text { get; set; }

    /// <summary>Whether what will happen has been seen.</summary>
    public bool Sure { get; set; }
}

/// <summary>One row, as the key result that it would become.</summary>
/// <param name="Says">“new regulars order again within a month: 40 → 62 of 100”.</param>
/// <param name="On">The metric that it shows on, and whether that is new.</param>
/// <param name="Fault">Why not; empty where it would.</param>
public sealed record KeyResultForeseen(int Row, string Says, string On, DateOnly? ByWhen, string? Fault);

/// <param name="HowRead">How head, numbers and dates were read.</param>
public sealed record KeyResultsForeseen(IReadOnlyList<KeyResultForeseen> Rows, string HowRead)
{
    public bool IsSound => Rows.All(row => row.Fault is null);
}

/// <summary>Writes the key results of a pasted list, with the metrics that are new: all of them, or none.</summary>
public sealed class PasteKeyResults(
    HeedDb db,
    WriteKeyResult write,
    MakeMetric make,
    NameMetrics metrics,
    ReadSeries read,
    Workspace here,
    TimeProvider clock
)
{
    /// <summary>What <see cref="Run"/> would write, with what is wrong beside each row. Changes nothing.</summary>
    public async Task<Outcome<KeyResultsForeseen>> Foresee(
        Id<Objective> id,
        PasteKeyResultsRequest asked,
        CancellationToken stop
    )
    {
        var outcome = await Apply(id, asked, stop);
        db.Forget();
        return outcome;
    }

    public async Task<Outcome<KeyResultsForeseen>> Run(
        Id<Objective> id,
        PasteKeyResultsRequest asked,
        CancellationToken stop
    )
    {
        if ((await Sound(id, asked, stop)).Refused(out var refusal, out var written))
            return refusal;
        refusal = await db.SaveOrPlanAgain(
            async () =>
            {
                db.Forget();
                return (await Sound(id, asked, stop)).Refused(out var no, out written) ? no : null;
            },
            stop
        );
        return refusal is null ? written! : refusal;
    }

    async Task<Outcome<KeyResultsForeseen>> Sound(
        Id<Objective> id,
        PasteKeyResultsRequest asked,
        CancellationToken stop
    )
    {
        if (!(await Apply(id, asked, stop)).Refused(out var refusal, out var foreseen) && foreseen.IsSound)
            return foreseen;
        db.Forget();
        return refusal
            ?? new Refusal(
                string.Join(
                    " ",
                    foreseen!.Rows.Where(row => row.Fault is not null).Select(row => $"Row {row.Row}: {row.Fault}")
                )
            );
    }

    async Task<Outcome<KeyResultsForeseen>> Apply(
        Id<Objective> id,
        PasteKeyResultsRequest asked,
        CancellationToken stop
    )
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (PastedKeyResults.Read(asked.Text).Refused(out var refusal, out var pasted))
            return refusal;
        Dictionary<string, MetricSeries> made = new(StringComparer.OrdinalIgnoreCase);
        List<KeyResultForeseen> rows = [];
        foreach (var row in pasted.Rows)
        {
            if (row.Fault is { } unread)
            {
                rows.Add(new(row.Line, Said(row, row.Unit), row.Metric, row.ByWhen, unread));
                continue;
            }
            if ((await Apply(id, row, made, stop)).Refused(out refusal, out var one))
            {
                // An objective that is not there, or is another team's, is wrong with no row.
                if (refusal.Status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
                    return refusal;
                rows.Add(new(row.Line, Said(row, row.Unit), row.Metric, row.ByWhen, refusal.Because));
            }
            else
                rows.Add(one);
        }
        return new KeyResultsForeseen(rows, pasted.HowRead);
    }

    async Task<Outcome<KeyResultForeseen>> Apply(
        Id<Objective> id,
        PastedKeyResult row,
        Dictionary<string, MetricSeries> made,
        CancellationToken stop
    )
    {
        // A number in a sheet is as old as the sheet says, and it says nothing: it stands for the day on which it is pasted.
        DateOnly? today = row.From is null ? null : here.Today(clock);
        KeyResultRequest request = new()
        {
            Who = row.Who,
            DoesWhat = row.DoesWhat,
            Target = row.To,
            ByWhen = row.ByWhen,
            BaselineState = row.From is null ? BaselineState.Measuring : BaselineState.Known,
            Baseline = row.From,
            BaselineFrom = today,
            BaselineTo = today,
        };
        if (Long(request) is { } tooLong)
            return tooLong;
        var isNew = false;
        if (!made.TryGetValue(row.Metric, out var on))
        {
            if (await metrics.Called(row.Metric, stop) is { } there)
                on = await read.Of(there.Id, stop);
            else
            {
                var fresh = new FreshMetric
                {
                    Name = row.Metric,
                    Unit = row.Unit,
                    Now = row.From,
                };
                if ((await make.Apply(fresh, request, stop)).Refused(out var no, out on))
                    return no;
                (made[row.Metric], isNew) = (on, true);
            }
        }
        request.Metric = on!.Metric.Id;
        if (row.Unit.Length > 0 && !string.Equals(row.Unit, on.Metric.Unit, StringComparison.OrdinalIgnoreCase))
            return new Refusal($"“{on.Metric.Name}” has the unit “{on.Metric.Unit}”, not “{row.Unit}”.");
        return (await write.Apply(id, request, on, stop)).Refused(out var refusal, out var keyResult)
            ? refusal
            : new KeyResultForeseen(
                row.Line,
                Said(row, on.Metric.Unit),
                $"{on.Metric.Name}{(isNew ? ", a new metric" : made.ContainsKey(row.Metric) ? ", as above" : ", which is there")}",
                keyResult.ByWhen,
                null
            );
    }

    /// <summary>The lengths that the form of one key result asks for.</summary>
    static Refusal? Long(KeyResultRequest request) =>
        RequestFaults.Of(request).FirstOrDefault(fault => fault.Field != nameof(request.Metric));

    static string Said(PastedKeyResult row, string unit) =>
        $"{KeyResult.Named(row.Who, row.DoesWhat)}: {(row.From is { } from ? Format.Number(from) : "measured first")} → {(row.To is { } to ? Format.Number(to) : "?")} {unit}".Trim();
}

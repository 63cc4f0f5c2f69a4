using Heed.Metrics;

namespace Heed.Aim;

/// <summary>One row of a pasted list of key results, as it was read.</summary>
/// <param name="Line">Its row, as a sheet counts.</param>
/// <param name="Fault">What could not be read of it; empty where all could.</param>
sealed record PastedKeyResult(
    int Line,
    string Who,
    string DoesWhat,
    double? From,
    double? To,
    string Unit,
    DateOnly? ByWhen,
    string Metric,
    string? Fault
);

/// <summary>
/// A list of key results as people keep them in a sheet: who, does what, from, to, unit, by when, metric name. The head may be
/// in other words or missing: then the columns stand in that order.
/// </summary>
/// <param name="HowRead">So that a person can check.</param>
sealed record PastedKeyResults(IReadOnlyList<PastedKeyResult> Rows, string HowRead)
{
    public const int Most = 100;

    const string Who = "who";
    const string What = "does what";
    const string From = "from";
    const string To = "to";
    const string Unit = "unit";
    const string When = "by when";
    const string Name = "metric";
    static readonly string[] InOrder = [Who, What, From, To, Unit, When, Name];
    static readonly string[] Needed = [Who, What, To, Name];

    static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [Who] = Who,
        ["whose"] = Who,
        ["customer"] = Who,
        ["customers"] = Who,
        ["customer group"] = Who,
        ["group"] = Who,
        [What] = What,
        ["will do what"] = What,
        ["do what"] = What,
        ["what"] = What,
        ["behaviour"] = What,
        ["behavior"] = What,
        ["action"] = What,
        [From] = From,
        ["start"] = From,
        ["baseline"] = From,
        ["now"] = From,
        ["current"] = From,
        ["it stands now at"] = From,
        [To] = To,
        ["target"] = To,
        ["goal"] = To,
        [Unit] = Unit,
        ["units"] = Unit,
        ["counted in"] = Unit,
        [When] = When,
        ["by"] = When,
        ["until"] = When,
        ["due"] = When,
        ["due date"] = When,
        ["deadline"] = When,
        ["date"] = When,
        [Name] = Name,
        ["metric name"] = Name,
        ["number"] = Name,
        ["measure"] = Name,
        ["measured by"] = Name,
        ["indicator"] = Name,
    };

    public static Outcome<PastedKeyResults> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Refusal("Paste rows: who, does what, from, to, unit, by when, metric name.").At("Text");
        if (TypedRows.Of(text).Refused(out var refusal, out var typed))
            return refusal;
        if (Columns(typed.All).Refused(out refusal, out var columns))
            return refusal;
        if (typed.Beyond(typed.All[0].Cells.Length) is { } beyond)
            return beyond.At("Text");
        var rows = columns.HasHead ? typed.All.Skip(1).ToList() : [.. typed.All];
        if (rows.Count == 0)
            return new Refusal("There is a head and no row under it. Give one row a key result.").At("Text");
        if (rows.Count > Most)
            return new Refusal(
                $"There are {Format.Count(rows.Count, "row")}, and {Most} are the most at once. Who aims at everything aims at nothing."
            ).At("Text");
        string Cell(string[] cells, string name) =>
            columns.At.TryGetValue(name, out var at) && at < cells.Length ? cells[at] : "";
        var dated = rows.Where(row => Cell(row.Cells, When).Length > 0).ToList();
        if (
            DateReading
                .Of(dated.Select(row => (Cell(row.Cells, When), (long)row.Line)))
                .Refused(out refusal, out var dates)
        )
            return refusal.At("Text");
        var numbers = NumberEvidence.Of(
            rows.SelectMany(row => new[] { Cell(row.Cells, From), Cell(row.Cells, To) }).Where(cell => cell.Length > 0),
            typed.Delimiter
        );
        List<PastedKeyResult> read =
        [
            .. rows.Select(row => Row(row.Line, name => Cell(row.Cells, name), dates, numbers)),
        ];
        return new PastedKeyResults(
            read,
            $"{(columns.HasHead ? columns.IsNamed ? "Row 1 names the columns" : "Row 1 is taken for a head; its columns for those in order" : "Without a head; the columns in order")}: {string.Join(", ", columns.At.OrderBy(c => c.Value).Select(c => c.Key))}. {Format.Capital(numbers.InWords)}{(dated.Count > 0 ? $", {dates.InWords}" : "")}."
        );
    }

    readonly record struct ColumnsAt(Dictionary<string, int> At, bool HasHead, bool IsNamed);

    static Outcome<ColumnsAt> Columns(IReadOnlyList<(int Line, string[] Cells)> rows)
    {
        var first = rows[0].Cells;
        Dictionary<string, int> at = [];
        for (var i = 0; i < first.Length; i++)
            if (Known.TryGetValue(first[i], out var meaning) && !at.TryAdd(meaning, i))
                return new Refusal(
                    $"Two columns of the head mean “{meaning}”: “{first[at[meaning]]}” and “{first[i]}”. Keep one."
                ).At("Text");
        // One word may stand in a first row of values, such as “now”.
        if (at.Count < 2)
        {
            var order = InOrder.Take(first.Length).Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
            var missing = Needed.Where(name => !order.ContainsKey(name)).ToList();
            return missing.Count > 0
                ? Missing(missing, first)
                : new ColumnsAt(order, !IsNumber(first[order[To]]), false);
        }
        var unnamed = Needed.Where(name => !at.ContainsKey(name)).ToList();
        return unnamed.Count > 0 ? Missing(unnamed, first) : new ColumnsAt(at, true, true);
    }

    static Refusal Missing(List<string> names, string[] first) =>
        new Refusal(
            $"No column is called {Format.List([.. names.Select(name => $"“{name}”")])}; row 1 says: {Format.Shortened(string.Join(", ", first))}. Name the columns {string.Join(", ", InOrder)}, or give all of them in that order."
        ).At("Text");

    static bool IsNumber(string cell) =>
        default(FileNumbers).TryRead(cell, out _) || new FileNumbers(true).TryRead(cell, out _);

    static PastedKeyResult Row(int line, Func<string, string> cell, DateReading dates, FileNumbers numbers)
    {
        List<string> faults = [];
        double? Number(string name)
        {
            if (cell(name).Length == 0)
                return null;
            if (numbers.TryRead(cell(name), out var number))
                return number;
            faults.Add($"“{Format.Shortened(cell(name))}” in “{name}” is not a number.");
            return null;
        }
        var (from, to) = (Number(From), Number(To));
        DateOnly? by = cell(When).Length == 0 ? null : dates.Read(cell(When));
        if (cell(When).Length > 0 && by is null)
            faults.Add($"“{Format.Shortened(cell(When))}” is not a day. Write days as 2026-03-02.");
        if (cell(What).Length == 0)
            faults.Add("Say what they will do.");
        if (cell(Name).Length == 0)
            faults.Add("Name the metric that shows it.");
        return new(
            line,
            cell(Who),
            cell(What),
            from,
            to,
            cell(Unit),
            by,
            cell(Name),
            faults.Count == 0 ? null : string.Join(" ", faults)
        );
    }
}

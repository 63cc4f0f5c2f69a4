using System.Text;
using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>One row of a table, numbered as a spreadsheet does.</summary>
sealed record PastedRow(long Row, string[] Cells);

/// <summary>A number of a table, at the day of its row.</summary>
public readonly record struct PastedValue(long Row, DateOnly On, double Value);

/// <summary>A table of dates and numbers, and the metrics that it may become.</summary>
/// <param name="Notes">How it was read, and what was left aside.</param>
public sealed record PastedTable(
    string DateColumn,
    Cadence Cadence,
    IReadOnlyList<PastedColumn> Columns,
    IReadOnlyList<string> Notes
)
{
    const int MostColumns = 40;
    const int MostNamed = 3;

    internal static Outcome<PastedTable> Of(
        IReadOnlyList<string> headers,
        IReadOnlyList<PastedRow> rows,
        char delimiter,
        IReadOnlyList<string> said,
        Censored? censored
    )
    {
        if (PastedDates.In(headers, rows).Refused(out var refusal, out var dates))
            return refusal;
        List<string> notes = [.. said, $"Dates from “{headers[dates.Column]}”, {dates.InWords}."];
        List<(PastedRow Row, DateOnly On)> dated = [];
        List<PastedRow> undated = [];
        foreach (var row in rows)
            if (dates.Of(row) is { } on)
                dated.Add((row, on));
            else
                undated.Add(row);
        if (dated.Count == 0)
            return new Refusal(
                $"Row {undated[0].Row}: “{Format.Shortened(undated[0].Cells[dates.Column])}” in “{headers[dates.Column]}” is not a day. Write days as 2026-03-02."
            );
        if (undated.Count > 0)
            notes.Add(
                $"{Format.Count(undated.Count, "row")} without a day {Format.Plural(undated.Count, "is", "are")} left out: {Format.Some([.. undated.Take(MostNamed).Select(r => $"row {r.Row}")])}."
            );
        var numbers = new PastedNumbers(dated, delimiter, censored);
        List<PastedColumn> columns = [];
        List<string> words = [];
        for (var i = 0; i < headers.Count; i++)
        {
            if (dates.Columns.Contains(i))
                continue;
            if (numbers.In(i, out var values, out var sign, out var unread))
                columns.Add(GuessMetric.Of(headers[i], sign, values));
            else if (dated.Exists(r => r.Row.Cells[i].Length > 0))
                words.Add($"“{Format.Shortened(headers[i])}”");
            if (numbers.Asks is { } open)
                return new Refusal(
                    $"“{Format.Shortened(headers[i])}”, row {open.Row}: {open.Says} Choose what such values count as."
                ).At(nameof(Censored));
            if (numbers.Censored.Any)
                notes.Add(numbers.Censored.Say(censored!.Value, $" of “{Format.Shortened(headers[i])}”"));
            if (unread is { } cell && values.Count > 0)
                notes.Add(
                    $"“{Format.Shortened(headers[i])}”, row {cell.Row}: “{Format.Shortened(cell.Text)}” is no number and left out. Not measured is not zero."
                );
        }
        if (columns.Count == 0)
            return new Refusal(
                $"No column beside “{headers[dates.Column]}” holds numbers. Bring a column of dates and at least one of numbers."
            );
        if (columns.Count > MostColumns)
            return new Refusal(
                $"{columns.Count} columns hold numbers, and {MostColumns} are the most at once. Bring them in parts."
            );
        if (words.Count > 0)
            notes.Add($"Left aside, for they hold words: {Format.Some(words)}.");
        return new PastedTable(
            headers[dates.Column],
            PastedDates.CadenceOf([.. dated.Select(d => d.On)], headers[dates.Column]),
            columns,
            notes
        );
    }
}

/// <summary>The numbers of the columns of a table, with the sign that stands beside each: £, %, min.</summary>
/// <param name="choice">What a value of which only a side is known counts as.</param>
sealed class PastedNumbers(IReadOnlyList<(PastedRow Row, DateOnly On)> rows, char delimiter, Censored? choice)
{
    const double Nearly = 0.8;

    readonly NumberEvidence _all = Evidence(rows.SelectMany(r => r.Row.Cells), delimiter);

    /// <summary>The censored values of the column that was read last.</summary>
    public CensoredCount Censored { get; private set; } = new();

    /// <summary>The first value of it that waits for a choice.</summary>
    public (long Row, string Says)? Asks { get; private set; }

    /// <summary>Whether nearly all cells of the column that say anything are numbers.</summary>
    public bool In(int column, out List<PastedValue> values, out string sign, out (long Row, string Text)? unread)
    {
        (values, sign, unread, Censored, Asks) = ([], "", null, new(), null);
        var (leftOut, open) = (0, default((long, string)?));
        var filled = rows.Where(r => IsFilled(r.Row.Cells[column])).ToList();
        var own = Evidence(filled.Select(r => r.Row.Cells[column]), delimiter);
        var numbers = own.Beside(_all);
        Dictionary<string, int> signs = [];
        foreach (var (row, on) in filled)
        {
            var (text, beside) = Apart(row.Cells[column]);
            if (numbers.TryRead(text, out var number))
            {
                values.Add(new(row.Row, on, number));
                signs[beside] = signs.GetValueOrDefault(beside) + 1;
            }
            else if (CensoredNumber.TryRead(row.Cells[column].Trim(), numbers, out var censored))
            {
                if (choice is not { } chosen)
                    open ??= (row.Row, $"“{row.Cells[column]}” {censored.Says}.");
                else if (censored.As(chosen) is not { } counted)
                    open ??= (row.Row, $"“{row.Cells[column]}” names no limit, so it can only be left out.");
                else
                {
                    Censored.Add(censored, row.Cells[column]);
                    if (!double.IsNaN(counted))
                        values.Add(new(row.Row, on, counted));
                    else
                        leftOut++;
                    continue;
                }
                leftOut++;
            }
            else
                unread ??= (row.Row, row.Cells[column]);
        }
        // “5 min” beside “2 h” is not one unit.
        var named = signs.Keys.Where(s => s.Length > 0).ToList();
        sign = named is [var one] ? one : "";
        var isRead = named.Count < 2 && values.Count > 0 && values.Count + leftOut >= Nearly * filled.Count;
        Asks = isRead ? open : null;
        return isRead;
    }

    static bool IsFilled(string cell) => cell.Length > 0 && !NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell));

    static NumberEvidence Evidence(IEnumerable<string> cells, char delimiter)
    {
        var evidence = new NumberEvidence(delimiter);
        foreach (var cell in cells)
            evidence.Look(Apart(cell).Number);
        return evidence;
    }

    /// <summary>“£1,200” is 1,200 and £, “12 min” is 12 and min.</summary>
    static (string Number, string Sign) Apart(string cell)
    {
        var text = cell.Trim();
        var minus = text.StartsWith('-') || text.StartsWith('−') ? text[..1] : "";
        var rest = text[minus.Length..].TrimStart();
        if (rest.Length > 1 && FileNumbers.Currencies.Contains(rest[0], StringComparison.Ordinal))
            return (minus + rest[1..].Trim(), rest[..1]);
        var end = text.Length;
        while (
            end > 0
            && (
                char.IsLetter(text[end - 1])
                || text[end - 1] is '%' or '.'
                || FileNumbers.Currencies.Contains(text[end - 1], StringComparison.Ordinal)
            )
        )
            end--;
        return end > 0 && end < text.Length && char.IsAsciiDigit(text[..end].TrimEnd()[^1])
            ? (text[..end].TrimEnd(), text[end..].Trim('.'))
            : (text, "");
    }
}

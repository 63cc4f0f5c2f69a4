using System.Globalization;

namespace Heed.Metrics;

/// <summary>Dates and values read from delimited text, and how they were read, so that a person can check.</summary>
public sealed record MeasurementFile(IReadOnlyList<MeasurementRequest> Rows, string HowRead)
{
    const int ProblemsNamed = 5;

    /// <summary>Reads the bytes of a file, in whatever encoding a survey file may have.</summary>
    /// <param name="metric">What it is for: a column of that name holds the values.</param>
    /// <param name="choice">What “&lt;1” counts as; empty where nobody said, and such a value is refused.</param>
    public static Outcome<MeasurementFile> Read(
        ReadOnlyMemory<byte> bytes,
        string? metric = null,
        Censored? choice = null
    ) =>
        FileText.Of(bytes).Refused(out var refusal, out var text)
        || Read(text.Text, metric, choice).Refused(out refusal, out var file)
            ? refusal
        : text.Note is { } note ? file with { HowRead = $"{file.HowRead} {note}" }
        : file;

    /// <summary>
    /// Reads text: a date and a value in each row, then count, low, high and note where they are given. The first row may
    /// name the columns, by these words or by any: then one column holds dates and one other numbers. A row without a value is a period that was not measured, and is left out.
    /// </summary>
    public static Outcome<MeasurementFile> Read(string text, string? metric = null, Censored? choice = null)
    {
        if (TypedRows.Of(text).Refused(out var refusal, out var typed))
            return refusal;
        var (delimiter, cells) = (typed.Delimiter, typed.All.ToList());
        if (cells.Count == 0)
            return new Refusal("The file is empty. Give one row a period: a date and a value.");
        if (MeasurementColumns.Of([.. cells.Select(row => row.Cells)], metric).Refused(out refusal, out var columns))
            return refusal;
        var width = cells[0].Cells.Length;
        if (typed.Beyond(width) is { } beyond)
            return beyond;
        var rows = columns.IsNamed ? cells[1..] : cells;
        var early = rows.Count(row => row.Cells.Length < width);
        if (rows.Count == 0)
            return new Refusal("The file has a head and no rows. Give one row a period: a date and a value.");
        (columns.Choice, var count) = (choice, rows.Count);
        if (choice is Censored.Missing)
            rows = rows.FindAll(r => !columns.IsCensored(r.Cells));
        var censored = count - rows.Count;
        var measured = rows.FindAll(r => !columns.WasNotMeasured(r.Cells));
        if (measured.Count == 0)
            return new Refusal("No row of the file has a value. Give one row a period: a date and a value.");
        if (
            DateReading
                .Of(measured.Select(r => (columns.Date(r.Cells), (long)r.Line)))
                .Refused(out refusal, out var dates)
        )
            return refusal;
        var numbers = NumberEvidence.Of(measured.SelectMany(r => columns.Numbers(r.Cells)), delimiter);
        if (Requests(measured, columns, dates, numbers).Refused(out refusal, out var requests))
            return refusal;
        var leftOut = rows.Count - measured.Count;
        return new MeasurementFile(
            requests,
            $"Columns parted by {FileDelimiter.InWords(delimiter)}s, {numbers.InWords}, {dates.InWords}."
                + (
                    leftOut > 0
                        ? $" {Format.Count(leftOut, "row")} without a value left out: not measured is not zero."
                        : ""
                )
                + (
                    censored > 0
                        ? $" {Format.Count(censored, "value")} known on one side only {Format.Plural(censored, "is", "are")} left out, as asked."
                        : ""
                )
                + (early > 0 ? $" {ShortRows.Note(early)}" : "")
                + (columns.Censored.Any ? $" {columns.Censored.Say(choice!.Value, "")}" : "")
        );
    }

    static Outcome<List<MeasurementRequest>> Requests(
        List<(int Line, string[] Cells)> rows,
        MeasurementColumns columns,
        DateReading dates,
        FileNumbers numbers
    )
    {
        var (requests, problems, count) = (new List<MeasurementRequest>(rows.Count), new List<string>(), 0);
        foreach (var (line, cells) in rows)
        {
            var fault = columns.Read(cells, line, dates, numbers, out var request);
            if (fault is null)
                requests.Add(request);
            else if (++count <= ProblemsNamed)
                problems.Add($"Row {line.ToString(CultureInfo.InvariantCulture)} {fault}");
        }
        if (count == 0)
            return requests;
        var refusal = new Refusal(
            string.Join(" ", problems)
                + (count > ProblemsNamed ? $" And {count - ProblemsNamed} more rows." : "")
                + " Nothing was recorded."
        );
        return columns.Asks ? refusal.At(nameof(Censored)) : refusal;
    }
}

using System.Globalization;
using System.Text;

namespace Heed.Metrics;

/// <summary>Dates and values read from delimited text, and how they were read, so that a person can check.</summary>
public sealed record MeasurementFile(IReadOnlyList<MeasurementRequest> Rows, string HowRead)
{
    const int ProblemsNamed = 5;

    /// <summary>Reads the bytes of a file, in whatever encoding a survey file may have.</summary>
    /// <param name="metric">What it is for: a column of that name holds the values.</param>
    public static Outcome<MeasurementFile> Read(ReadOnlyMemory<byte> bytes, string? metric = null) =>
        FileText.Of(bytes).Refused(out var refusal, out var text)
        || Read(text.Text, metric).Refused(out refusal, out var file)
            ? refusal
        : text.Note is { } note ? file with { HowRead = $"{file.HowRead} {note}" }
        : file;

    /// <summary>
    /// Reads text: a date and a value in each row, then count, low, high and note where they are given. The first row may
    /// name the columns, by these words or by any: then one column holds dates and one other numbers. A row without a value is a period that was not measured, and is left out.
    /// </summary>
    public static Outcome<MeasurementFile> Read(string text, string? metric = null)
    {
        text = text.TrimStart('\uFEFF');
        if (text.Contains('\0'))
            return new Refusal("The file is not text. Save it as CSV and send it again.");
        var utf8 = Encoding.UTF8.GetBytes(text);
        var delimiter = FileDelimiter.Of(() => new MemoryStream(utf8));
        if (NonEmptyRows(utf8, delimiter).Refused(out var refusal, out var cells))
            return refusal;
        if (cells.Count == 0)
            return new Refusal("The file is empty. Give one row a period: a date and a value.");
        if (MeasurementColumns.Of([.. cells.Select(row => row.Cells)], metric).Refused(out refusal, out var columns))
            return refusal;
        var rows = columns.IsNamed ? cells[1..] : cells;
        if (rows.Count == 0)
            return new Refusal("The file has a head and no rows. Give one row a period: a date and a value.");
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
        );
    }

    /// <summary>The rows that hold anything, each with the line on which it begins.</summary>
    static Outcome<List<(int Line, string[] Cells)>> NonEmptyRows(byte[] utf8, char delimiter)
    {
        using var reader = new RecordReader(new MemoryStream(utf8), delimiter) { AllowsBlanksAroundQuotes = true };
        List<(int Line, string[] Cells)> rows = [];
        var linesWithin = 0;
        while (reader.Read())
        {
            var line = (int)reader.Row + linesWithin;
            if (reader.EndedInQuotes)
                return new Refusal(
                    $"Row {line} opens a quotation mark that never closes. Close it, or leave it out. Nothing was recorded."
                );
            string[] cells = [.. Enumerable.Range(0, reader.Cells).Select(cell => reader.Text(cell).Trim())];
            // A row of nothing but the signs that part cells is empty, whichever of them parts the others.
            if (cells.Any(cell => cell.AsSpan().Trim(" ,;\t|").Length > 0))
                rows.Add((line, cells));
            linesWithin += Breaks(reader.Record);
        }
        return rows;
    }

    static int Breaks(ReadOnlySpan<byte> record) =>
        record.Count((byte)'\n') + record.Count((byte)'\r') - record.Count("\r\n"u8);

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
        return count == 0
            ? requests
            : new Refusal(
                string.Join(" ", problems)
                    + (count > ProblemsNamed ? $" And {count - ProblemsNamed} more rows." : "")
                    + " Nothing was recorded."
            );
    }
}

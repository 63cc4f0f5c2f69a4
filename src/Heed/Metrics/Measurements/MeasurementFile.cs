using System.Globalization;
using System.Text;

namespace Heed.Metrics;

/// <summary>Dates and values read from delimited text, and how they were read, so that a person can check.</summary>
public sealed record MeasurementFile(IReadOnlyList<MeasurementRequest> Rows, string HowRead)
{
    const int ProblemsNamed = 5;
    static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads the bytes of a file: UTF-8, or UTF-16 with its mark.</summary>
    public static Outcome<MeasurementFile> Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var text = bytes.Span switch
            {
                [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
                [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
                [0xEF, 0xBB, 0xBF, .. var rest] => StrictUtf8.GetString(rest),
                var all => StrictUtf8.GetString(all),
            };
            return Read(text);
        }
        catch (DecoderFallbackException problem)
        {
            return new Refusal(
                $"The file is not UTF-8 text: byte {problem.Index + 1} does not belong to it. Save it as “CSV UTF-8” and send it again."
            );
        }
    }

    /// <summary>
    /// Reads text: a date and a value in each row, then count, low, high and note where they are given. The first row may
    /// name the columns.
    /// </summary>
    public static Outcome<MeasurementFile> Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        if (text.Contains('\0'))
            return new Refusal("The file is not text. Save it as CSV and send it again.");
        var delimiter = Delimiter(text);
        if (NonEmptyRows(text, delimiter).Refused(out var refusal, out var cells))
            return refusal;
        if (cells.Count == 0)
            return new Refusal("The file is empty. Give one row a period: a date and a value.");
        if (MeasurementColumns.Of(cells[0].Cells).Refused(out refusal, out var columns))
            return refusal;
        var rows = columns.IsNamed ? cells[1..] : cells;
        if (rows.Count == 0)
            return new Refusal("The file has a head and no rows. Give one row a period: a date and a value.");
        if (DateReading.Of(rows.Select(r => columns.Date(r.Cells))).Refused(out refusal, out var dates))
            return refusal;
        var numbers = NumberReading.Of(rows.SelectMany(r => columns.Numbers(r.Cells)), delimiter);
        return Requests(rows, columns, dates, numbers, delimiter);
    }

    /// <summary>The rows that hold anything, each with the line on which it begins.</summary>
    static Outcome<List<(int Line, string[] Cells)>> NonEmptyRows(string text, char delimiter)
    {
        using var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), delimiter)
        {
            AllowsBlanksAroundQuotes = true,
        };
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
            if (cells.Any(cell => cell.Length > 0))
                rows.Add((line, cells));
            linesWithin += Breaks(reader.Record);
        }
        return rows;
    }

    static int Breaks(ReadOnlySpan<byte> record) =>
        record.Count((byte)'\n') + record.Count((byte)'\r') - record.Count("\r\n"u8);

    static Outcome<MeasurementFile> Requests(
        List<(int Line, string[] Cells)> rows,
        MeasurementColumns columns,
        DateReading dates,
        NumberReading numbers,
        char delimiter
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
        if (count > 0)
            return new Refusal(
                string.Join(" ", problems)
                    + (count > ProblemsNamed ? $" And {count - ProblemsNamed} more rows." : "")
                    + " Nothing was recorded."
            );
        var by = delimiter switch
        {
            ';' => "semicolons",
            '\t' => "tabs",
            _ => "commas",
        };
        return new MeasurementFile(requests, $"Columns parted by {by}, {numbers.InWords}, {dates.InWords}.");
    }

    /// <summary>The sign that the first line holds most of; a semicolon or a tab wins over commas, which may be decimal.</summary>
    static char Delimiter(string text)
    {
        var line = text.AsSpan().TrimStart(" \r\n");
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0)
            line = line[..end];
        return line.Contains('\t') ? '\t'
            : line.Contains(';') ? ';'
            : ',';
    }
}

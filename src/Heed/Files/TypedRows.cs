using System.Text;

namespace Heed.Files;

/// <summary>Rows that somebody pasted or wrote by hand, with a head or without: cells without blanks around them.</summary>
/// <param name="All">The rows that hold anything, each with the line on which it begins.</param>
sealed record TypedRows(IReadOnlyList<(int Line, string[] Cells)> All, char Delimiter)
{
    /// <summary>Rows with several lines in a cell, as they are written.</summary>
    readonly List<(int Line, byte[] Record)> _folded = [];

    public static Outcome<TypedRows> Of(string text)
    {
        text = text.TrimStart('\uFEFF');
        if (text.Contains('\0'))
            return new Refusal("The file is not text. Save it as CSV and send it again.");
        var utf8 = Encoding.UTF8.GetBytes(text);
        var delimiter = FileDelimiter.Of(() => new MemoryStream(utf8));
        using var reader = new RecordReader(new MemoryStream(utf8), delimiter) { AllowsBlanksAroundQuotes = true };
        List<(int Line, string[] Cells)> rows = [];
        var typed = new TypedRows(rows, delimiter);
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
            var breaks = Breaks(reader.Record);
            if (breaks > 0)
                typed._folded.Add((line, reader.Record.ToArray()));
            linesWithin += breaks;
        }
        return typed;
    }

    /// <summary>
    /// A row has something to say where there is no column, and so would be read without it; or a stray quote took the
    /// rows below into a cell.
    /// </summary>
    /// <param name="columns">As many as the first row has.</param>
    public Refusal? Beyond(int columns)
    {
        var swallowed = new SwallowedRows(columns, Delimiter, () => [.. All.Select(row => row.Cells)]);
        foreach (var (line, record) in _folded)
        {
            if (swallowed.FirstRow(record) is { } taken)
                return new(
                    $"Row {line} holds other rows within quotes, the first is “{Format.Shortened(taken)}”: a quote that opens there closes in row {line + Breaks(record)}. Take the stray quotes out. Nothing was recorded."
                );
        }
        foreach (var (line, cells) in All)
            if (cells.Skip(columns).FirstOrDefault(cell => cell.Length > 0) is { } beyond)
                return new(
                    $"Row {line} has {Format.Count(cells.Length, "cell")} where the first row has {columns}: “{Format.Shortened(beyond)}” stands behind the last column. Look for a {FileDelimiter.InWords(Delimiter)} too many there, or a missing quote. Nothing was recorded."
                );
        return null;
    }

    static int Breaks(ReadOnlySpan<byte> record) =>
        record.Count((byte)'\n') + record.Count((byte)'\r') - record.Count("\r\n"u8);
}

using System.Text;

namespace Heed.Files;

/// <summary>Rows that somebody pasted or wrote by hand, with a head or without: cells without blanks around them.</summary>
/// <param name="All">The rows that hold anything, each with the line on which it begins.</param>
sealed record TypedRows(IReadOnlyList<(int Line, string[] Cells)> All, char Delimiter)
{
    public static Outcome<TypedRows> Of(string text)
    {
        text = text.TrimStart('\uFEFF');
        if (text.Contains('\0'))
            return new Refusal("The file is not text. Save it as CSV and send it again.");
        var utf8 = Encoding.UTF8.GetBytes(text);
        var delimiter = FileDelimiter.Of(() => new MemoryStream(utf8));
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
        return new TypedRows(rows, delimiter);
    }

    /// <summary>A row has something to say where there is no column, and so would be read without it.</summary>
    /// <param name="columns">As many as the first row has.</param>
    public Refusal? Beyond(int columns)
    {
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

namespace Heed.Files;

/// <summary>Finds out which sign parts the cells, by trying each.</summary>
static class FileDelimiter
{
    const int Sample = 200;

    /// <summary>For a file of one column: the unit separator of ASCII, which nobody types.</summary>
    public const char None = '\u001F';

    /// <summary>Where two fit equally well the comma is last: between digits it may stand for a point.</summary>
    static readonly char[] Tried = ['\t', ';', '|', ','];

    /// <param name="open">The bytes from their top, as UTF-8; asked for once for each sign.</param>
    public static char Of(Func<Stream> open)
    {
        // Where no sign parts most rows, the file is one column, and commas belong to its words.
        var (best, most) = (None, 0.0);
        foreach (var delimiter in Tried)
        {
            var widths = Widths(open(), delimiter);
            if (Evenness(widths) is var score && score > most && (widths[0] > 1 || HasHeader(Head(open(), delimiter))))
                (best, most) = (delimiter, score);
        }
        return best;
    }

    /// <summary>
    /// Below a first row of one cell, which is the one name of a column or a title. Several choices in one cell look like a
    /// table without a header: what stands in its first row stands in others too, where the names of columns do not.
    /// </summary>
    static bool HasHeader(List<string[]> rows)
    {
        var first = rows.FindIndex(row => row.Length > 1);
        HashSet<string> names = [.. rows[first].Where(cell => cell.Length > 0)];
        return names.Any(name => name.Any(char.IsLetter))
            && rows.Skip(first).All(row => row.SequenceEqual(rows[first]) || !names.Overlaps(row));
    }

    /// <summary>The share of rows with the commonest number of cells, times that number; zero for a single column.</summary>
    static double Evenness(List<int> widths)
    {
        if (widths.Count == 0)
            return 0;
        var commonest = widths.CountBy(w => w).MaxBy(w => w.Value);
        return commonest.Key < 2 ? 0 : Math.Pow(commonest.Value / (double)widths.Count, 2) * Math.Sqrt(commonest.Key);
    }

    /// <summary>How many cells the first rows have; not one of them is made a text.</summary>
    static List<int> Widths(Stream utf8, char delimiter)
    {
        using var reader = RecordReader.OfHead(utf8, delimiter);
        List<int> widths = [];
        while (widths.Count < Sample && reader.Read())
            widths.Add(reader.Cells);
        return widths;
    }

    /// <summary>How many cells the first row has, and whether there are more than are counted.</summary>
    public static (int Cells, bool More) Width(Stream utf8, char delimiter)
    {
        using var reader = RecordReader.OfHead(utf8, delimiter);
        return reader.Read() ? (reader.Cells, reader.HasMore) : (0, false);
    }

    /// <summary>The sign that a first line “sep=;” declares, as spreadsheets write and read it; null without one.</summary>
    public static char? Declared(Stream utf8)
    {
        using (utf8)
        {
            Span<byte> first = stackalloc byte[6];
            var length = utf8.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
            return
                length == first.Length
                && System.Text.Ascii.EqualsIgnoreCase(first[..4], "sep=")
                && first[5] is (byte)'\r' or (byte)'\n'
                && Tried.Contains((char)first[4])
                ? (char)first[4]
                : null;
        }
    }

    /// <summary>The first rows, each cell without blanks around it.</summary>
    public static List<string[]> Head(Stream utf8, char delimiter, int rows = Sample)
    {
        using var reader = RecordReader.OfHead(utf8, delimiter);
        List<string[]> head = [];
        while (head.Count < rows && reader.Read())
            head.Add([.. Enumerable.Range(0, reader.Cells).Select(i => reader.Text(i).Trim())]);
        return head;
    }

    public static string InWords(char delimiter) =>
        delimiter switch
        {
            ',' => "comma",
            ';' => "semicolon",
            '\t' => "tab",
            None => "line",
            _ => "bar",
        };
}

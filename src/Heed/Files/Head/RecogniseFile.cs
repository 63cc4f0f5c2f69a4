namespace Heed.Files;

/// <summary>Finds out how a file is to be read, from the file alone.</summary>
static class RecogniseFile
{
    const int MostColumns = 2000;

    public static Outcome<FileShape> Run(string path) => Run(path, FileReading.FoundOut);

    public static Outcome<FileShape> Run(string path, FileReading asked)
    {
        using var whole = FileShape.OpenBytes(path);
        if (FileEncoding.Of(whole).Refused(out var refusal, out var encoding))
            return refusal;
        List<string> notes = [];
        if (encoding == FileEncoding.Windows1252)
            notes.Add(FileEncoding.Note);
        var declared = FileDelimiter.Declared(FileShape.OpenUtf8(path, encoding));
        var delimiter = asked.Delimiter ?? declared ?? FileDelimiter.Of(() => FileShape.OpenUtf8(path, encoding));
        var (cells, more) = FileDelimiter.Width(FileShape.OpenUtf8(path, encoding), delimiter);
        if (cells > MostColumns)
            return TooWide(1, cells, more, delimiter);
        var head = FileDelimiter.Head(FileShape.OpenUtf8(path, encoding), delimiter);
        if (head.Count == 0)
            return new Refusal("The file holds no rows. Choose the file that was exported, and look into it first.");
        var sep = declared is null ? 0 : 1;
        var above =
            asked.RowsAbove ?? sep + (asked.HeaderRows is null && head.Count > sep ? HeadRows.Above(head[sep..]) : 0);
        if (above > 0 && head.Count > above)
            head = head[above..];
        else
            above = 0;
        if (head[0].Length > MostColumns)
            return TooWide(above + 1, head[0].Length, false, delimiter);
        if (above > sep)
            notes.Add(
                $"{Format.Count(above - sep, "row")} above the header {Format.Plural(above - sep, "belongs", "belong")} to no table: left out."
            );
        var headers = asked.HeaderRows ?? HeadRows.Headers(head);
        if (head.Count <= headers)
            return new Refusal(
                $"The file has {headers} header {Format.Plural(headers, "row", "rows")} and no answers below. Export it again with its responses."
            );
        if (headers == 0)
            notes.Add(
                "The first row looks like answers, so the columns have no names and are numbered. If it is a header, set the number of header rows to 1."
            );
        var width = headers > 0 ? head[0].Length : Math.Min(head.Max(r => r.Length), MostColumns);
        var columns = HeadNames.Of(head, headers, width, notes);
        if (headers > 0 && Gap(head, width) is > 0 and var gap)
            notes.Add(
                $"Column {gap + 1} has neither a name nor an answer: two tables may stand side by side, “{columns[0].Name}” to “{columns[gap - 1].Name}” and “{columns[gap + 1].Name}” to “{columns[^1].Name}”. Each row is read across both. If they are not about the same people, use the columns of one only, or give each a file of its own."
            );
        return new FileShape(encoding, delimiter, headers, WithNumbers(columns, head[headers..], delimiter), notes)
        {
            RowsAbove = above,
            Totals = asked.KeepTotals ? [] : TotalRows.Of(path, encoding, delimiter),
        };
    }

    /// <summary>The first column that is blank from top to bottom, with others on both its sides; zero where there is none.</summary>
    static int Gap(List<string[]> head, int width)
    {
        for (var column = 1; column < width - 1; column++)
            if (
                head.TrueForAll(row => column >= row.Length || row[column].Length == 0)
                && head[0][(column + 1)..].Any(name => name.Length > 0)
            )
                return column;
        return 0;
    }

    static Refusal TooWide(int row, int cells, bool more, char delimiter) =>
        new(
            $"Row {row} of the file has {cells:#,0} cells{(more ? " and more" : "")}, parted by {FileDelimiter.InWords(delimiter)}s, and {MostColumns:#,0} columns are the most. Leave out columns that nobody will read."
        );

    /// <summary>How the numbers of each column are written.</summary>
    static List<FileColumn> WithNumbers(List<FileColumn> columns, List<string[]> rows, char delimiter)
    {
        var all = new NumberEvidence(delimiter);
        var each = columns.ConvertAll(_ => new NumberEvidence(delimiter));
        foreach (var row in rows)
            for (var i = 0; i < Math.Min(row.Length, each.Count); i++)
            {
                each[i].Look(row[i]);
                all.Look(row[i]);
            }
        return [.. columns.Select((column, i) => column with { DecimalComma = each[i].Beside(all).DecimalComma })];
    }
}

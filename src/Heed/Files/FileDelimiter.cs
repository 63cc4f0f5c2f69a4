namespace Heed.Files;

/// <summary>Finds out which sign parts the cells, by trying each.</summary>
static class FileDelimiter
{
    const int Sample = 200;

    /// <summary>Where two fit equally well the comma is last: between digits it may stand for a point.</summary>
    static readonly char[] Tried = ['\t', ';', '|', ','];

    /// <param name="open">The bytes from their top, as UTF-8; asked for once for each sign.</param>
    public static char Of(Func<Stream> open)
    {
        var (best, most) = (',', 0.0);
        foreach (var delimiter in Tried)
            if (Evenness(Head(open(), delimiter)) is var score && score > most)
                (best, most) = (delimiter, score);
        return best;
    }

    /// <summary>The share of rows with the commonest number of cells, times that number; zero for a single column.</summary>
    static double Evenness(List<string[]> rows)
    {
        if (rows.Count == 0)
            return 0;
        var commonest = rows.GroupBy(r => r.Length).MaxBy(g => g.Count())!;
        return commonest.Key < 2 ? 0 : Math.Pow(commonest.Count() / (double)rows.Count, 2) * Math.Sqrt(commonest.Key);
    }

    /// <summary>The first rows, each cell without blanks around it.</summary>
    public static List<string[]> Head(Stream utf8, char delimiter, int rows = Sample)
    {
        using var reader = new RecordReader(utf8, delimiter);
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
            _ => "bar",
        };
}

using System.Text;

namespace Heed.Files;

/// <summary>Totals and averages under a table: rows at the very end whose first word says so.</summary>
static class TotalRows
{
    const int Tail = 16 * 1024;
    const int Most = 5;

    static readonly string[] Words =
    [
        "total",
        "totals",
        "grand total",
        "sum",
        "subtotal",
        "average",
        "mean",
        "avg",
        "overall",
        "median",
        "gesamt",
        "summe",
        "insgesamt",
        "gesamtsumme",
        "durchschnitt",
        "mittelwert",
        "gesamtergebnis",
        "total général",
        "somme",
        "moyenne",
        "ensemble",
        "suma",
        "total general",
        "promedio",
        "media",
        "totale",
        "somma",
        "totaal",
        "som",
        "gemiddelde",
        "soma",
        "média",
        "razem",
        "średnia",
        "ogółem",
    ];

    /// <summary>Those rows as they are written, the last one first; none where the file ends otherwise.</summary>
    public static IReadOnlyList<string> Of(string path, string encoding, char delimiter)
    {
        if (encoding is not (FileEncoding.Utf8 or FileEncoding.Windows1252))
            return [];
        List<string> found = [];
        foreach (var line in LastLines(path, encoding))
        {
            var cells = line.Split(delimiter);
            var first = Array.FindIndex(cells, c => !string.IsNullOrWhiteSpace(c));
            if (first < 0)
                continue;
            if (line.Contains('"') || !Words.Contains(FoldedText.Of(cells[first].TrimEnd(':'))) || found.Count == Most)
                return found.Count == Most ? [] : found;
            // A total has something to say, and a table has more than names.
            if (!cells.Skip(first + 1).Any(c => c.Any(char.IsAsciiDigit)))
                return found;
            found.Add(line);
        }
        return found;
    }

    static IEnumerable<string> LastLines(string path, string encoding)
    {
        var tail = new byte[Tail];
        int length;
        using (var whole = FileShape.OpenBytes(path))
        {
            whole.Seek(-Math.Min(whole.Length, Tail), SeekOrigin.End);
            length = whole.ReadAtLeast(tail, Tail, throwOnEndOfStream: false);
        }
        using var utf8 = FileEncoding.OpenUtf8(new MemoryStream(tail, 0, length), encoding);
        using var reader = new StreamReader(utf8, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Reverse()];
    }
}

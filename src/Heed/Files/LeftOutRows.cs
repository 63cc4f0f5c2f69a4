using System.Text;

namespace Heed.Files;

/// <summary>Rows amid the answers that are none: the header once more, blank ones, totals. They are counted and said.</summary>
sealed class LeftOutRows(byte[][] headers, byte[][] totals)
{
    long _again;
    long _againRow;
    long _blank;
    readonly List<(long Row, string First)> _totals = [];

    public bool Hold(RecordReader reader)
    {
        var record = reader.Record;
        foreach (var header in headers)
            if (record.SequenceEqual(header))
            {
                _againRow = _again++ == 0 ? reader.Row : _againRow;
                return true;
            }
        foreach (var total in totals)
            if (record.SequenceEqual(total))
            {
                _totals.Add((reader.Row, First(reader)));
                return true;
            }
        // Nearly all rows begin with a letter or a digit.
        if (char.IsAsciiLetterOrDigit((char)record[0]))
            return false;
        if (!CellText.Trimmed(reader[0]).IsEmpty || !IsBlank(reader))
            return false;
        _blank++;
        return true;
    }

    /// <summary>The same question, and nothing is counted.</summary>
    public bool Knows(RecordReader reader)
    {
        var record = reader.Record;
        foreach (var row in (byte[][])[.. headers, .. totals])
            if (record.SequenceEqual(row))
                return true;
        return IsBlank(reader);
    }

    static bool IsBlank(RecordReader reader)
    {
        for (var i = 0; i < reader.Cells; i++)
            if (!CellText.Trimmed(reader[i]).IsEmpty)
                return false;
        return reader.Cells > 1;
    }

    static string First(RecordReader reader)
    {
        for (var i = 0; i < reader.Cells; i++)
            if (!CellText.Trimmed(reader[i]).IsEmpty)
                return Encoding.UTF8.GetString(CellText.Trimmed(reader[i]));
        return "";
    }

    /// <summary>What was left out, in sentences.</summary>
    public IEnumerable<string> Notes()
    {
        if (_blank > 0)
            yield return $"{Format.Count(_blank, "row is", "rows are")} blank in all cells: left out.";
        if (_again > 0)
            yield return $"The header stands again in {(_again == 1 ? $"row {_againRow:#,0}" : $"{Format.Count(_again)} rows, the first is row {_againRow:#,0}")}: left out.";
        foreach (var (row, first) in _totals)
            yield return $"Row {row:#,0}, “{first}”, is no answer but counts the others: left out.";
    }
}

namespace Heed.Files;

/// <summary>
/// Rows that end before the last column. Spreadsheets and survey tools leave out the blank cells at the end of a row, so
/// what is not there is blank.
/// </summary>
/// <param name="sample">The first answers of the file, asked for once a row ends early.</param>
sealed class ShortRows(int width, char delimiter, Func<List<string[]>> sample)
{
    List<SampleColumn>? _columns;
    int _cellsBefore;
    long _taken;

    /// <summary>The row that the reader stands at ends early, and its last cells are blank.</summary>
    public bool Stands { get; private set; }

    /// <summary>The row after it is its rest.</summary>
    public bool IsTorn { get; private set; }

    public void Look(RecordReader reader)
    {
        (Stands, IsTorn) = (false, false);
        var cellsBefore = _cellsBefore;
        _cellsBefore = reader.Cells < width ? reader.Cells : 0;
        // A file without a break at its end may have been cut there, unless rows of it end early anyway.
        if (reader.Cells >= width || reader.EndedInQuotes || (reader.EndedWithoutBreak && _taken == 0))
            return;
        string[] cells = [.. Enumerable.Range(0, reader.Cells).Select(reader.Text)];
        if (!IsRow(cells, cellsBefore))
            return;
        IsTorn = reader.Following() is { } next && next.Length < width && !IsRow(next, cells.Length);
        Stands = !IsTorn;
        _taken += Stands ? 1 : 0;
    }

    /// <summary>
    /// A line break outside quotes tears a row into two that are short as well. The rest of it does not begin as rows do:
    /// there are words where the others have numbers, days or codes. Where a column holds words anyway, one that stands there
    /// more than once is good enough; where nothing tells, two rows that make one whole row are one, and a lone cell is none.
    /// </summary>
    bool IsRow(string[] cells, int cellsBefore)
    {
        _columns ??= SampleColumn.Of(sample(), width);
        var known = false;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i].Trim();
            if (cell.Length == 0 || SampleColumn.IsNoAnswer(cell))
                continue;
            if (_columns[i].Knows(cell))
                known = true;
            else if (_columns[i].IsCoded || HoldsARow(cell))
                return false;
        }
        var whole = cellsBefore + cells.Length;
        return known || (cells.Length > 1 && (cellsBefore == 0 || (whole != width && whole != width + 1)));
    }

    /// <summary>A stray quote took the next row in: a line of the cell begins as rows do.</summary>
    bool HoldsARow(string cell) =>
        cell.Split(['\n', '\r'])
            .Skip(1)
            .Any(line => line.IndexOf(delimiter) is var end and > 0 && _columns![0].Knows(line[..end].Trim()));

    public IEnumerable<string> Notes()
    {
        if (_taken > 0)
            yield return Note(_taken);
    }

    public static string Note(long rows) =>
        rows == 1
            ? "1 row ends early: its last cells count as not answered."
            : $"{Format.Count(rows)} rows end early: their last cells count as not answered.";
}

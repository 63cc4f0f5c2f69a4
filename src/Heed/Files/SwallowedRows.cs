using System.Text;

namespace Heed.Files;

/// <summary>
/// Rows that a stray quote took into a cell: with a second one further down they are one cell of several lines, and the
/// row around it may have all its cells.
/// </summary>
/// <param name="sample">The first answers of the file, asked for once a cell has several lines.</param>
sealed class SwallowedRows(int width, char delimiter, Func<List<string[]>> sample)
{
    static readonly string[] Breaks = ["\r\n", "\n", "\r"];

    readonly RecordReader _line = RecordReader.Over(delimiter);
    List<SampleColumn>? _columns;

    /// <summary>The record that the reader stands at holds whole rows.</summary>
    public bool Stands { get; private set; }

    /// <summary>The column whose quote took them in.</summary>
    public int Column { get; private set; }

    /// <summary>The number that the last of them would have.</summary>
    public long LastRow { get; private set; }

    /// <summary>The first of them, as it is written.</summary>
    public string First { get; private set; } = "";

    public void Look(RecordReader reader)
    {
        Stands = false;
        if (reader.EndedInQuotes || !HasBreak(reader.Record) || FirstRow(reader.Record) is not { } first)
            return;
        (Stands, First, LastRow) = (true, first, reader.Row + Lines(reader.Record).Length - 1);
        for (Column = 0; Column < Math.Min(reader.Cells, width) - 1 && !HasBreak(reader[Column]); )
            Column++;
    }

    /// <summary>
    /// The first line that is a row; null where there is none. People write lines and separators into remarks too, but
    /// hardly a line that has as many cells as the table, holds codes where its columns do, and has no blank behind its
    /// separators, as prose has. Where no column tells, all lines must fit, and in a narrow table the quote must also close
    /// amid a cell, where no writer of files puts one.
    /// </summary>
    public string? FirstRow(ReadOnlySpan<byte> record)
    {
        var lines = Lines(record);
        _columns ??= SampleColumn.Of(sample(), width);
        var fits = Array.FindAll(lines[1..], line => Fits(line, mustBeKnown: true));
        if (fits is [var known, ..])
            return known;
        var all =
            !_columns.Exists(c => c.IsCoded) && Array.TrueForAll(lines[1..], line => Fits(line, mustBeKnown: false));
        return all && (width > 2 || ClosesAmidACell(lines)) ? lines[1] : null;
    }

    static string[] Lines(ReadOnlySpan<byte> record) =>
        Encoding.UTF8.GetString(record).Split(Breaks, StringSplitOptions.None);

    bool Fits(string line, bool mustBeKnown)
    {
        var closing = Closing(line);
        if (IsProse(closing < 0 ? line : line[..closing]))
            return false;
        _line.Load(Encoding.UTF8.GetBytes(closing < 0 ? line : line.Remove(closing, 1)));
        if (_line.Cells != width || _line.EndedInQuotes)
            return false;
        var known = false;
        for (var i = 0; i < width; i++)
        {
            var cell = _line.Text(i).Trim();
            if (cell.Length == 0 || SampleColumn.IsNoAnswer(cell))
                continue;
            if (_columns![i].Knows(cell))
                known = true;
            else if (_columns[i].IsCoded)
                return false;
        }
        return known || !mustBeKnown;
    }

    /// <summary>
    /// A comma with a blank behind it parts clauses; in a table of two columns, one between digits may be a decimal comma.
    /// </summary>
    bool IsProse(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != delimiter || i + 1 == line.Length)
                continue;
            if (line[i + 1] == ' ')
                return true;
            if (width == 2 && i > 0 && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1]))
                return true;
        }
        return false;
    }

    bool ClosesAmidACell(string[] lines) =>
        Closing(lines[^1]) is var quote and >= 0 && quote + 1 < lines[^1].Length && lines[^1][quote + 1] != delimiter;

    /// <summary>The quote that ends the cell; within it they are doubled.</summary>
    static int Closing(string line)
    {
        for (var i = line.IndexOf('"'); i >= 0; i = line.IndexOf('"', i + 2))
            if (i + 1 == line.Length || line[i + 1] != '"')
                return i;
        return -1;
    }

    static bool HasBreak(ReadOnlySpan<byte> bytes) => bytes.ContainsAny((byte)'\n', (byte)'\r');
}

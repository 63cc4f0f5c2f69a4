using System.Text;

namespace Heed.Files;

/// <summary>
/// The header of another table amid the rows of this one: below a blank row, or where several files were put together and
/// their columns stand in another order. All that follows would be read under the wrong names.
/// </summary>
/// <param name="names">Of the columns of this table.</param>
/// <param name="sample">Its first rows, asked for once.</param>
sealed class SecondTable(IReadOnlyList<string> names, Func<List<string[]>> sample)
{
    const int FewestFilled = 3;
    const double Typed = 0.8;

    int[]? _values;
    long _last;
    bool _gap;

    /// <summary>The row of its header; zero where there is none.</summary>
    public long Row { get; private set; }

    string _says = "";

    public void Look(RecordReader reader)
    {
        if (Row > 0)
            return;
        _gap |= _last > 0 && reader.Row > _last + 1;
        _last = reader.Row;
        _values ??= Values(sample());
        if (!MayBeNamed(reader))
        {
            _gap = false;
            return;
        }
        List<string> filled = [];
        var words = 0;
        for (var i = 0; i < reader.Cells; i++)
        {
            var cell = reader.Text(i).Trim();
            if (cell.Length == 0)
                continue;
            if (IsValue(cell) || SampleColumn.IsNoAnswer(cell))
            {
                _gap = false;
                return;
            }
            filled.Add(cell);
            words += _values.Contains(i) ? 1 : 0;
        }
        var again = filled.Distinct().Count(names.Contains);
        if (filled.Count > 1 && words > 0 && (again > 1 || _gap && (again > 0 || words > 1)))
            (Row, _says) = (reader.Row, Format.Some([.. filled.Select(DataFile.Quoted)]));
        // A title may stand between the blank row and the names.
        _gap &= filled.Count == 1;
    }

    /// <summary>Nearly all rows have a digit where the first column of figures is, and are done with here.</summary>
    bool MayBeNamed(RecordReader reader)
    {
        if (_values!.Length == 0)
            return false;
        var cell = CellText.Trimmed(reader[_values[0]]);
        return cell.IsEmpty ? _gap : !char.IsAsciiDigit((char)cell[0]) && cell[0] != (byte)'-';
    }

    /// <summary>The columns of numbers or dates.</summary>
    int[] Values(List<string[]> rows) =>
        [
            .. names
                .Select((_, column) => (Column: column, Cells: Filled(rows, column)))
                .Where(c => c.Cells.Count >= FewestFilled && c.Cells.Count(IsValue) >= Typed * c.Cells.Count)
                .OrderByDescending(c => c.Cells.TrueForAll(cell => char.IsAsciiDigit(cell[0])))
                .Select(c => c.Column),
        ];

    static List<string> Filled(List<string[]> rows, int column) =>
        [
            .. rows.Select(row => column < row.Length ? row[column] : "")
                .Where(cell => cell.Length > 0 && !SampleColumn.IsNoAnswer(cell)),
        ];

    static bool IsValue(string cell) =>
        default(FileNumbers).TryRead(cell, out _)
        || new FileNumbers(true).TryRead(cell, out _)
        || FileDates.LooksLikeDate(cell);

    /// <param name="file">The name of the file.</param>
    public Refusal Refused(string file) =>
        new(
            $"Row {Row:#,0} of {file} is the header of another table: it names {_says}. Only one table can be read at once: put each into a file of its own, with its header in the first row."
        );
}

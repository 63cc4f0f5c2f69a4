namespace Heed.Listen;

/// <summary>
/// The cells of a row, whatever their quotes and delimiter: the same answers in another file have the same hash.
/// </summary>
sealed class RowContent
{
    byte[] _cells = new byte[4096];

    public UInt128 HashOf(RecordReader row, int columns)
    {
        if (_cells.Length < row.Record.Length + columns)
            _cells = new byte[(row.Record.Length + columns) * 2];
        var length = 0;
        for (var i = 0; i < columns; i++)
        {
            var cell = row[i];
            cell.CopyTo(_cells.AsSpan(length));
            length += cell.Length;
            _cells[length++] = 0x1F;
        }
        return ResponseHash.Of(_cells.AsSpan(0, length));
    }
}

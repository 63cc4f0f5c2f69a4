using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Heed.Listen;

/// <summary>The row that a reading stands at. Its bytes are valid until the next are asked for.</summary>
abstract class StoredRow
{
    public abstract long Number(int column);

    public abstract ReadOnlySpan<byte> Bytes(int column);
}

/// <summary>Looks at the page of the database itself: nothing is copied.</summary>
sealed class SqliteRow : StoredRow, IDisposable
{
    readonly sqlite3_stmt _select;
    readonly sqlite3 _handle;

    public SqliteRow(SqliteConnection connection, string sql)
    {
        _handle = connection.Handle!;
        if (raw.sqlite3_prepare_v2(_handle, sql, out _select) is var result and not raw.SQLITE_OK)
            throw Failed(result);
    }

    public bool Next() =>
        raw.sqlite3_step(_select) switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            var result => throw Failed(result),
        };

    public override long Number(int column) => raw.sqlite3_column_int64(_select, column);

    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_select, column);

    SqliteException Failed(int result) => new(raw.sqlite3_errmsg(_handle).utf8_to_string(), result);

    public void Dispose() => _select.Dispose();
}

sealed class ReaderRow(DbDataReader reader) : StoredRow
{
    byte[] _buffer = new byte[4096];

    public override long Number(int column) => reader.GetInt64(column);

    public override ReadOnlySpan<byte> Bytes(int column)
    {
        if (reader.IsDBNull(column))
            return default;
        while (true)
        {
            var read = (int)reader.GetBytes(column, 0, _buffer, 0, _buffer.Length);
            if (read < _buffer.Length)
                return _buffer.AsSpan(0, read);
            _buffer = new byte[_buffer.Length * 2];
        }
    }
}

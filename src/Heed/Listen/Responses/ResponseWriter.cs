using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Heed.Listen;

/// <summary>Takes rows one by one; they are there once the transaction around it is committed.</summary>
abstract class ResponseWriter : IDisposable
{
    internal const string Columns = "\"Sequence\", \"Content\", \"External\", \"Record\"";

    public abstract void Write(long sequence, UInt128 content, UInt128? external, ReadOnlySpan<byte> record);

    /// <summary>All rows are written. Without it they are forgotten.</summary>
    public abstract void Finish();

    public abstract void Dispose();
}

/// <summary>One prepared command, bound without a copy of the row.</summary>
sealed class SqliteWriter : ResponseWriter
{
    readonly sqlite3 _handle;
    readonly sqlite3_stmt _insert;
    readonly byte[] _hash = new byte[16];

    public SqliteWriter(SqliteConnection connection)
    {
        _handle = connection.Handle!;
        Check(
            raw.sqlite3_prepare_v2(
                _handle,
                $"INSERT INTO \"Responses\" ({ResponseWriter.Columns}) VALUES (?1, ?2, ?3, ?4)",
                out _insert
            )
        );
    }

    public override void Write(long sequence, UInt128 content, UInt128? external, ReadOnlySpan<byte> record)
    {
        raw.sqlite3_bind_int64(_insert, 1, sequence);
        BinaryPrimitives.WriteUInt128LittleEndian(_hash, content);
        raw.sqlite3_bind_blob(_insert, 2, _hash);
        if (external is { } id)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(_hash, id);
            raw.sqlite3_bind_blob(_insert, 3, _hash);
        }
        else
            raw.sqlite3_bind_null(_insert, 3);
        raw.sqlite3_bind_blob(_insert, 4, record);
        var result = raw.sqlite3_step(_insert);
        raw.sqlite3_reset(_insert);
        if (result != raw.SQLITE_DONE)
            Check(result);
    }

    void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(_handle).utf8_to_string(), result);
    }

    public override void Finish() { }

    public override void Dispose() => _insert.Dispose();
}

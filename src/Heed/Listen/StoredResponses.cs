using System.Buffers.Binary;
using System.Data.Common;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Heed.Listen;

/// <summary>Writes and reads responses past the change tracker: a million rows are not a million objects.</summary>
public sealed class StoredResponses(HeedDb db)
{
    const string Columns = "\"Sequence\", \"Content\", \"External\", \"Record\"";

    /// <summary>Opens the way for many rows, within the transaction that the caller has begun.</summary>
    internal ResponseWriter Writer() =>
        db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => new SqliteWriter(sqlite),
            NpgsqlConnection postgres => new PostgresWriter(postgres),
            var other => throw new NotSupportedException($"No way of writing responses to {other.GetType().Name}."),
        };

    internal delegate void Stored(
        long sequence,
        ReadOnlySpan<byte> content,
        ReadOnlySpan<byte> external,
        ReadOnlySpan<byte> record
    );

    /// <summary>Reads responses in the order of their numbers, as fast as the database gives them.</summary>
    internal async Task Read(long first, long last, Stored take, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText =
                $"SELECT {Columns} FROM \"Responses\" WHERE \"Sequence\" BETWEEN @first AND @last ORDER BY \"Sequence\"";
            Add(command, "@first", first);
            Add(command, "@last", last);
            await using var reader = await command.ExecuteReaderAsync(stop);
            var record = new byte[4096];
            var hashes = new byte[32];
            while (await reader.ReadAsync(stop))
            {
                reader.GetBytes(1, 0, hashes, 0, 16);
                var hasExternal = !reader.IsDBNull(2);
                if (hasExternal)
                    reader.GetBytes(2, 0, hashes, 16, 16);
                var length = (int)reader.GetBytes(3, 0, null, 0, 0);
                if (length > record.Length)
                    record = new byte[length * 2];
                reader.GetBytes(3, 0, record, 0, length);
                take(
                    reader.GetInt64(0),
                    hashes.AsSpan(0, 16),
                    hasExternal ? hashes.AsSpan(16) : default,
                    record.AsSpan(0, length)
                );
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<IReadOnlyList<Response>> At(IReadOnlyCollection<long> sequences, CancellationToken stop) =>
        await db.Responses.AsNoTracking().Where(r => sequences.Contains(r.Sequence)).ToListAsync(stop);

    /// <summary>Removes the responses and rejected rows of an import, some at a time, so that nobody waits long.</summary>
    public async Task Remove(Import import, CancellationToken stop)
    {
        const int AtOnce = 50_000;
        var (first, last) = (import.FirstSequence, import.LastSequence);
        var highest =
            await db
                .Responses.Where(r => r.Sequence >= first && r.Sequence < last)
                .MaxAsync(r => (long?)r.Sequence, stop)
            ?? first;
        for (var from = first; from <= highest; from += AtOnce)
        {
            var (low, high) = (from, from + AtOnce);
            await db.Responses.Where(r => r.Sequence >= low && r.Sequence < high).ExecuteDeleteAsync(stop);
        }
        await db.RejectedRows.Where(r => r.Sequence >= first && r.Sequence < last).ExecuteDeleteAsync(stop);
    }

    static void Add(DbCommand command, string name, long value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
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
                    $"INSERT INTO \"Responses\" ({Columns}) VALUES (?1, ?2, ?3, ?4)",
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

    sealed class PostgresWriter(NpgsqlConnection connection) : ResponseWriter
    {
        readonly NpgsqlBinaryImporter _copy = connection.BeginBinaryImport(
            $"COPY \"Responses\" ({Columns}) FROM STDIN (FORMAT BINARY)"
        );
        byte[] _buffer = new byte[4096];

        public override void Write(long sequence, UInt128 content, UInt128? external, ReadOnlySpan<byte> record)
        {
            _copy.StartRow();
            _copy.Write(sequence, NpgsqlDbType.Bigint);
            Hash(content);
            if (external is { } id)
                Hash(id);
            else
                _copy.WriteNull();
            Bytes(record);
        }

        void Hash(UInt128 value)
        {
            Span<byte> hash = stackalloc byte[16];
            BinaryPrimitives.WriteUInt128LittleEndian(hash, value);
            Bytes(hash);
        }

        void Bytes(ReadOnlySpan<byte> bytes)
        {
            // The importer copies while it writes, so one buffer serves every row.
            if (_buffer.Length < bytes.Length)
                _buffer = new byte[bytes.Length * 2];
            bytes.CopyTo(_buffer);
            _copy.Write(new ReadOnlyMemory<byte>(_buffer, 0, bytes.Length), NpgsqlDbType.Bytea);
        }

        public override void Finish() => _copy.Complete();

        public override void Dispose() => _copy.Dispose();
    }
}

/// <summary>Takes rows one by one; they are there once the transaction around it is committed.</summary>
abstract class ResponseWriter : IDisposable
{
    public abstract void Write(long sequence, UInt128 content, UInt128? external, ReadOnlySpan<byte> record);

    /// <summary>All rows are written. Without it they are forgotten.</summary>
    public abstract void Finish();

    public abstract void Dispose();
}

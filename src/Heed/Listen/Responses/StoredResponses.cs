using System.Runtime.CompilerServices;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Heed.Listen;

/// <summary>Writes and reads responses past the change tracker: a million rows are not a million objects.</summary>
public sealed class StoredResponses(HeedDb db)
{
    /// <summary>Opens the way for many rows, within the transaction that the caller has begun.</summary>
    internal ResponseWriter Writer() =>
        db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => new SqliteWriter(sqlite),
            NpgsqlConnection postgres => new PostgresWriter(postgres),
            var other => throw new NotSupportedException($"No way of writing responses to {other.GetType().Name}."),
        };

    /// <summary>
    /// Keeps the connection open, with room for all pages that an import touches, until it is disposed. Ids are hashes:
    /// each new one changes another page of their index, and a page that does not fit is written and read many times.
    /// </summary>
    internal async Task<IAsyncDisposable> Room(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        return new OpenRoom(db, db.Database.GetDbConnection() as SqliteConnection);
    }

    sealed class OpenRoom : IAsyncDisposable
    {
        const int Kibibytes = 96 * 1024;
        readonly HeedDb _db;
        readonly SqliteConnection? _sqlite;
        readonly long _before;

        public OpenRoom(HeedDb db, SqliteConnection? sqlite)
        {
            (_db, _sqlite) = (db, sqlite);
            if (sqlite is null)
                return;
            _before = (long)Run("PRAGMA cache_size")!;
            Run($"PRAGMA cache_size = -{Kibibytes}");
        }

        object? Run(string pragma)
        {
            using var command = _sqlite!.CreateCommand();
            command.CommandText = pragma;
            return command.ExecuteScalar();
        }

        public async ValueTask DisposeAsync()
        {
            // The connection goes back to the pool; the memory does not go with it.
            if (_sqlite is not null)
                Run($"PRAGMA cache_size = {_before}; PRAGMA shrink_memory");
            await _db.Database.CloseConnectionAsync();
        }
    }

    internal delegate void Recorded(long sequence, ReadOnlySpan<byte> record);

    internal delegate void Fingerprinted(ReadOnlySpan<byte> content, ReadOnlySpan<byte> external);

    /// <summary>The raw records in the order of their numbers, as fast as the database gives them.</summary>
    internal Task Records(long first, long last, Recorded take, CancellationToken stop) =>
        Read("\"Sequence\", \"Record\"", first, last, row => take(row.Number(0), row.Bytes(1)), stop);

    /// <summary>What tells whether a row is here already.</summary>
    internal Task Fingerprints(long first, long last, Fingerprinted take, CancellationToken stop) =>
        Read(
            "\"Content\", \"External\"",
            first,
            last,
            row =>
            {
                // Bytes are valid until the next are asked for.
                Span<byte> content = stackalloc byte[16];
                row.Bytes(0).CopyTo(content);
                take(content, row.Bytes(1));
            },
            stop
        );

    async Task Read(string columns, long first, long last, Action<StoredRow> take, CancellationToken stop)
    {
        var sql =
            $"SELECT {columns} FROM \"Responses\" WHERE \"Sequence\" BETWEEN {first} AND {last} ORDER BY \"Sequence\"";
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (db.Database.GetDbConnection() is SqliteConnection sqlite)
            {
                using var row = new SqliteRow(sqlite, sql);
                for (var n = 0; row.Next(); n++)
                {
                    if (n % 4096 == 0)
                        stop.ThrowIfCancellationRequested();
                    take(row);
                }
                return;
            }
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(stop);
            var found = new ReaderRow(reader);
            while (await reader.ReadAsync(stop))
                take(found);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<IReadOnlyList<Response>> At(IReadOnlyCollection<long> sequences, CancellationToken stop) =>
        await db.Responses.AsNoTracking().Where(r => sequences.Contains(r.Sequence)).ToListAsync(stop);

    /// <summary>Which of some ids are here.</summary>
    internal Task<List<byte[]>> Known(List<byte[]?> ids, CancellationToken stop) =>
        db.Responses.Where(r => ids.Contains(r.External)).Select(r => r.External!).ToListAsync(stop);

    /// <summary>A few rows, in the caller's transaction.</summary>
    internal async Task Insert(IEnumerable<Response> rows, CancellationToken stop)
    {
        List<object> values = [];
        List<string> places = [];
        foreach (var row in rows)
        {
            places.Add($"({{{values.Count}}}, {{{values.Count + 1}}}, {{{values.Count + 2}}}, {{{values.Count + 3}}})");
            values.AddRange([row.Sequence, row.Content, row.External!, row.Record]);
        }
#pragma warning disable EF1002 // Only the numbers of the parameters are in the text.
        await db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO \"Responses\" (\"Sequence\", \"Content\", \"External\", \"Record\") VALUES {string.Join(", ", places)}",
            values,
            stop
        );
#pragma warning restore EF1002
    }

    internal void Keep(IEnumerable<RejectedRow> rejected) => db.RejectedRows.AddRange(rejected);

    const int RawAtOnce = 2000;

    /// <summary>The raw records of an import, in their order: for administrators alone.</summary>
    internal async IAsyncEnumerable<byte[]> Raw(Import import, [EnumeratorCancellation] CancellationToken stop)
    {
        var (after, last) = (import.FirstSequence - 1, import.LastSequence);
        while (true)
        {
            var rows = await db
                .Responses.AsNoTracking()
                .Where(r => r.Sequence > after && r.Sequence < last)
                .OrderBy(r => r.Sequence)
                .Take(RawAtOnce)
                .ToListAsync(stop);
            foreach (var row in rows)
                yield return row.Record;
            if (rows.Count < RawAtOnce)
                yield break;
            after = rows[^1].Sequence;
        }
    }

    /// <summary>The refused rows of an import, in their order: for administrators alone.</summary>
    internal async IAsyncEnumerable<RejectedRow> Rejected(
        Import import,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var (after, last) = (import.FirstSequence - 1, import.LastSequence);
        while (true)
        {
            var rows = await db
                .RejectedRows.AsNoTracking()
                .Where(r => r.Sequence > after && r.Sequence < last)
                .OrderBy(r => r.Sequence)
                .Take(RawAtOnce)
                .ToListAsync(stop);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < RawAtOnce)
                yield break;
            after = rows[^1].Sequence;
        }
    }

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
}

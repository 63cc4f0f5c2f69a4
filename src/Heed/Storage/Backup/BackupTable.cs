using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace Heed.Storage;

/// <summary>
/// One table as lines of JSON that no database has written its habits into, so that what was backed up from SQLite can
/// be restored into PostgreSQL and the other way round.
/// </summary>
sealed class BackupTable
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IReadOnlyList<BackupColumn> _columns;
    readonly StepTable _table;

    BackupTable(StepTable table) =>
        (_table, _columns) = (table, [.. table.Columns.Select(c => new BackupColumn(table.Name, c))]);

    public string Name => _table.Name;

    /// <summary>Every table of a step of the schema, those that are pointed at before those that point.</summary>
    public static IReadOnlyList<BackupTable> Of(string step)
    {
        var all = SchemaSteps.Tables(step);
        List<StepTable> ordered = [];
        void Add(StepTable table)
        {
            if (ordered.Contains(table))
                return;
            foreach (var to in all.Where(t => t != table && table.PointsAt.Contains(t.Name)))
                Add(to);
            ordered.Add(table);
        }
        foreach (var table in all)
            Add(table);
        return ordered.ConvertAll(t => new BackupTable(t));
    }

    string Columns => string.Join(", ", _columns.Select(c => $"\"{c.Name}\""));

    /// <summary>Its rows in the order of their keys, in which whatever points at another of them comes later.</summary>
    public async IAsyncEnumerable<byte[]> Read(
        DbConnection from,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        await using var command = from.CreateCommand();
        var key = string.Join(", ", _table.Key.Select(c => $"\"{c}\""));
        command.CommandText = $"SELECT {Columns} FROM \"{Name}\" ORDER BY {key}";
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var row = new JsonObject();
            for (var i = 0; i < _columns.Count; i++)
                row[_columns[i].Name] = reader.IsDBNull(i) ? null : _columns[i].Plain(reader, i);
            yield return Encoding.UTF8.GetBytes(row.ToJsonString(Json));
        }
    }

    /// <summary>A command that takes one row after the other.</summary>
    public DbCommand Insert(DbConnection into)
    {
        var command = into.CreateCommand();
        var isPostgres = into is NpgsqlConnection;
        var values = _columns.Select((c, i) => isPostgres && c.IsJson ? $"@p{i}::jsonb" : $"@p{i}");
        command.CommandText = $"INSERT INTO \"{Name}\" ({Columns}) VALUES ({string.Join(", ", values)})";
        return command;
    }

    public void Fill(DbCommand insert, ReadOnlySpan<byte> line)
    {
        var row = JsonSerializer.Deserialize<JsonElement>(line);
        insert.Parameters.Clear();
        for (var i = 0; i < _columns.Count; i++)
            insert.Parameters.Add(_columns[i].Parameter(insert, $"@p{i}", row.GetProperty(_columns[i].Name)));
    }

    /// <summary>Numbers that the database gives by itself go on after the highest that is there.</summary>
    public async Task GoOn(DbConnection within, CancellationToken stop)
    {
        if (within is not NpgsqlConnection)
            return;
        foreach (var column in _columns.Where(c => c.IsCounted))
        {
            await using var command = within.CreateCommand();
            command.CommandText = $"""
                SELECT setval(pg_get_serial_sequence('"{Name}"', '{column.Name}'), max("{column.Name}")) FROM "{Name}"
                HAVING max("{column.Name}") IS NOT NULL
                """;
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}

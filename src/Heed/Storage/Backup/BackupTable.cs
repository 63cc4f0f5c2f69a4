using System.Collections;
using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;
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
    readonly ITable _table;

    BackupTable(ITable table) => (_table, _columns) = (table, [.. table.Columns.Select(c => new BackupColumn(c))]);

    public string Name => _table.Name;

    /// <summary>Every table, those that are pointed at before those that point.</summary>
    public static IReadOnlyList<BackupTable> Of(HeedDb db)
    {
        var all = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        List<ITable> ordered = [];
        void Add(ITable table)
        {
            if (ordered.Contains(table))
                return;
            foreach (var to in table.ForeignKeyConstraints.Select(k => k.PrincipalTable).Where(t => t != table))
                Add(to);
            ordered.Add(table);
        }
        all.ForEach(Add);
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
        var key = string.Join(", ", _table.PrimaryKey!.Columns.Select(c => $"\"{c.Name}\""));
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

/// <summary>How a column is read and written: through the mapping of its database, to and from what the model means.</summary>
sealed class BackupColumn
{
    readonly Microsoft.EntityFrameworkCore.Storage.RelationalTypeMapping _mapping;
    readonly Func<DbDataReader, int, object> _read;

    public BackupColumn(IColumn column)
    {
        Name = column.Name;
        var property = column.PropertyMappings is [var first, ..] ? first.Property : null;
        IsJson = property is null;
        IsCounted = property is { ValueGenerated: ValueGenerated.OnAdd } && IsNumber(property.ClrType);
        _mapping = column.StoreTypeMapping;
        var stored = _mapping.Converter?.ProviderClrType ?? _mapping.ClrType;
        _read = IsJson
            ? (reader, i) => reader.GetFieldValue<string>(i)
            : GetType()
                .GetMethod(
                    nameof(Field),
                    System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
                )!
                .MakeGenericMethod(Nullable.GetUnderlyingType(stored) ?? stored)
                .CreateDelegate<Func<DbDataReader, int, object>>();
    }

    public string Name { get; }
    public bool IsJson { get; }
    public bool IsCounted { get; }

    static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long);

    static object Field<T>(DbDataReader reader, int at) => reader.GetFieldValue<T>(at)!;

    public JsonNode? Plain(DbDataReader reader, int at)
    {
        var stored = _read(reader, at);
        return IsJson
            ? Canonical(JsonNode.Parse((string)stored))
            : Plain(_mapping.Converter is { } converter ? converter.ConvertFromProvider(stored) : stored);
    }

    JsonNode? Plain(object? value) =>
        value switch
        {
            null => null,
            Guid id => id.ToString("N"),
            string text => text,
            bool yes => yes,
            int number => number,
            long number => number,
            double number => number,
            // PostgreSQL keeps microseconds.
            DateTimeOffset at => new DateTimeOffset(at.UtcTicks / 10 * 10, TimeSpan.Zero).ToString("O"),
            DateOnly day => day.ToString("O"),
            byte[] bytes => Convert.ToBase64String(bytes),
            IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Plain)]),
            _ when _mapping.Converter is { } converter => Plain(converter.ConvertToProvider(value)),
            _ => throw new NotSupportedException($"A backup does not know how to write {value.GetType()} ({Name})."),
        };

    /// <summary>As every database would give it back: the names in order, the numbers as numbers.</summary>
    static JsonNode? Canonical(JsonNode? node) =>
        node switch
        {
            JsonObject thing => new JsonObject(
                thing
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => KeyValuePair.Create(p.Key, Canonical(p.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Canonical)]),
            JsonValue value when value.GetValueKind() is JsonValueKind.Number => value.GetValue<double>(),
            _ => node?.DeepClone(),
        };

    public DbParameter Parameter(DbCommand of, string name, JsonElement cell)
    {
        if (IsJson)
        {
            var text = of.CreateParameter();
            (text.ParameterName, text.Value) = (
                name,
                cell.ValueKind is JsonValueKind.Null ? DBNull.Value : cell.GetRawText()
            );
            return text;
        }
        return _mapping.CreateParameter(of, name, Value(cell), nullable: true);
    }

    object? Value(JsonElement cell)
    {
        if (cell.ValueKind is JsonValueKind.Null)
            return null;
        var type = Nullable.GetUnderlyingType(_mapping.ClrType) ?? _mapping.ClrType;
        return Value(cell, type)
            ?? _mapping.Converter!.ConvertFromProvider(
                Value(
                    cell,
                    Nullable.GetUnderlyingType(_mapping.Converter.ProviderClrType) ?? _mapping.Converter.ProviderClrType
                )
            );
    }

    static object? Value(JsonElement cell, Type type) =>
        type == typeof(Guid) ? Guid.ParseExact(cell.GetString()!, "N")
        : type == typeof(string) ? cell.GetString()
        : type == typeof(bool) ? cell.GetBoolean()
        : type == typeof(int) ? cell.GetInt32()
        : type == typeof(long) ? cell.GetInt64()
        : type == typeof(double) ? cell.GetDouble()
        : type == typeof(DateTimeOffset) ? cell.GetDateTimeOffset()
        : type == typeof(DateOnly) ? DateOnly.ParseExact(cell.GetString()!, "O")
        : type == typeof(byte[]) ? cell.GetBytesFromBase64()
        : cell.ValueKind is JsonValueKind.Array ? Collection(cell, type)
        : null;

    static object Collection(JsonElement cells, Type type)
    {
        var element = type.GetElementType() ?? type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var cell in cells.EnumerateArray())
            list.Add(Value(cell, element));
        if (!type.IsArray)
            return list;
        var array = Array.CreateInstance(element, list.Count);
        list.CopyTo(array, 0);
        return array;
    }
}

using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;
using NpgsqlTypes;

namespace Heed.Storage;

/// <summary>
/// How the values of a column are read from either database and written into it. What they mean is said by its type on
/// PostgreSQL; SQLite keeps moments as ticks of UTC, lists as JSON, and all else as its driver does.
/// </summary>
sealed class BackupColumn
{
    const NpgsqlDbType Words = NpgsqlDbType.Text | NpgsqlDbType.Array;
    readonly NpgsqlDbType _type;

    public BackupColumn(string table, ColumnOperation column)
    {
        Name = column.Name;
        _type = column.ColumnType!.Split('(')[0] switch
        {
            "uuid" => NpgsqlDbType.Uuid,
            "uuid[]" => NpgsqlDbType.Uuid | NpgsqlDbType.Array,
            "text[]" => Words,
            "text" or "character varying" => NpgsqlDbType.Text,
            "boolean" => NpgsqlDbType.Boolean,
            "integer" => NpgsqlDbType.Integer,
            "bigint" => NpgsqlDbType.Bigint,
            "double precision" => NpgsqlDbType.Double,
            "timestamp with time zone" => NpgsqlDbType.TimestampTz,
            "date" => NpgsqlDbType.Date,
            "bytea" => NpgsqlDbType.Bytea,
            "jsonb" => NpgsqlDbType.Jsonb,
            _ => throw new NotSupportedException(
                $"A backup does not know what {column.ColumnType} means ({table}.{Name})."
            ),
        };
        IsCounted = column.FindAnnotation("Npgsql:ValueGenerationStrategy") is not null;
    }

    public string Name { get; }
    public bool IsCounted { get; }
    public bool IsJson => _type is NpgsqlDbType.Jsonb;

    public JsonNode? Plain(DbDataReader reader, int at)
    {
        var isPostgres = reader is NpgsqlDataReader;
        return _type switch
        {
            NpgsqlDbType.Uuid => reader.GetGuid(at).ToString("N"),
            NpgsqlDbType.Text => reader.GetString(at),
            NpgsqlDbType.Boolean => reader.GetBoolean(at),
            NpgsqlDbType.Integer => reader.GetInt32(at),
            NpgsqlDbType.Bigint => reader.GetInt64(at),
            NpgsqlDbType.Double => reader.GetDouble(at),
            NpgsqlDbType.TimestampTz => Moment(
                isPostgres ? reader.GetFieldValue<DateTimeOffset>(at).UtcTicks : reader.GetInt64(at)
            ),
            NpgsqlDbType.Date => reader.GetFieldValue<DateOnly>(at).ToString("O"),
            NpgsqlDbType.Bytea => Convert.ToBase64String(reader.GetFieldValue<byte[]>(at)),
            NpgsqlDbType.Jsonb => Canonical(JsonNode.Parse(reader.GetString(at))),
            Words => new JsonArray([.. List<string>(reader, at, isPostgres).Select(word => JsonValue.Create(word))]),
            _ => new JsonArray([
                .. List<Guid>(reader, at, isPostgres).Select(id => JsonValue.Create(id.ToString("N"))),
            ]),
        };
    }

    static T[] List<T>(DbDataReader reader, int at, bool isPostgres) =>
        isPostgres ? reader.GetFieldValue<T[]>(at) : JsonSerializer.Deserialize<T[]>(reader.GetString(at))!;

    /// <summary>PostgreSQL keeps microseconds.</summary>
    static string Moment(long ticks) => new DateTimeOffset(ticks / 10 * 10, TimeSpan.Zero).ToString("O");

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
        var isPostgres = of is NpgsqlCommand;
        var value = cell.ValueKind is JsonValueKind.Null ? DBNull.Value : Value(cell, isPostgres);
        if (!isPostgres)
            return new SqliteParameter(name, value);
        // Of an empty value the type is not seen.
        return new NpgsqlParameter(name, IsJson ? NpgsqlDbType.Text : _type) { Value = value };
    }

    object Value(JsonElement cell, bool isPostgres) =>
        _type switch
        {
            NpgsqlDbType.Uuid => Guid.ParseExact(cell.GetString()!, "N"),
            NpgsqlDbType.Text => cell.GetString()!,
            NpgsqlDbType.Boolean => cell.GetBoolean(),
            NpgsqlDbType.Integer => cell.GetInt32(),
            NpgsqlDbType.Bigint => cell.GetInt64(),
            NpgsqlDbType.Double => cell.GetDouble(),
            NpgsqlDbType.TimestampTz => isPostgres ? cell.GetDateTimeOffset() : cell.GetDateTimeOffset().UtcTicks,
            NpgsqlDbType.Date => DateOnly.ParseExact(cell.GetString()!, "O", CultureInfo.InvariantCulture),
            NpgsqlDbType.Bytea => cell.GetBytesFromBase64(),
            NpgsqlDbType.Jsonb => cell.GetRawText(),
            Words => List(cell, word => word, isPostgres),
            _ => List(cell, id => Guid.ParseExact(id, "N"), isPostgres),
        };

    static object List<T>(JsonElement cells, Func<string, T> of, bool isPostgres)
    {
        T[] list = [.. cells.EnumerateArray().Select(cell => of(cell.GetString()!))];
        return isPostgres ? list : JsonSerializer.Serialize(list);
    }
}

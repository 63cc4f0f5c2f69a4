using Heed.People;
using Heed.Storage;
using Npgsql;

namespace Heed.Tests;

/// <summary>
/// A fresh database for one world: a copy of a migrated template, on SQLite or, when HEED_TEST_POSTGRES holds a
/// connection string, on PostgreSQL. One suite, both databases.
/// </summary>
static class TestDatabase
{
    public static string? Postgres { get; } =
        Environment.GetEnvironmentVariable("HEED_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    public static string Name => Postgres is null ? "SQLite" : "PostgreSQL";

    static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    static int _count;

    /// <summary>The settings, as command-line arguments, of a new database in the folder.</summary>
    public static async Task<string[]> New(string folder)
    {
        var template = await Template.Value;
        if (Postgres is null)
        {
            File.Copy(template, Path.Combine(folder, "heed.db"));
            return [$"--Heed:Data={folder}"];
        }
        var name = $"heed_test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        return [$"--Heed:Data={folder}", $"--Heed:Database={Named(name)}"];
    }

    /// <summary>As it was when it was new; the keys that sign cookies stay, for the process holds them.</summary>
    public static async Task Empty(HeedDb db)
    {
        var tables = db
            .Model.GetEntityTypes()
            .Where(t => t.ClrType != typeof(KeyRingEntry))
            .Select(t => t.GetTableName())
            .OfType<string>()
            .Distinct()
            .ToList();
        var (before, after) = Postgres is null
            ? ("PRAGMA foreign_keys = OFF; BEGIN; ", "COMMIT; PRAGMA foreign_keys = ON;")
            : ("BEGIN; SET LOCAL session_replication_role = replica; ", "COMMIT;");
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = before + string.Concat(tables.Select(t => $"DELETE FROM \"{t}\"; ")) + after;
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string> MakeTemplate()
    {
        if (Postgres is null)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("heed-template-").FullName, "heed.db");
            var options = new DbContextOptionsBuilder<SqliteHeedDb>()
                .UseSqlite($"Data Source={file};Pooling=False")
                .Options;
            await using var db = new SqliteHeedDb(options, new Visit());
            await db.Database.MigrateAsync();
            return file;
        }
        var name = $"heed_template_{Environment.ProcessId}";
        await Execute($"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(Named(name)) { Pooling = false }.ConnectionString;
        await using (
            var db = new PostgresHeedDb(
                new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql(connection).Options,
                new Visit()
            )
        )
            await db.Database.MigrateAsync();
        return name;
    }

    static string Named(string database) =>
        new NpgsqlConnectionStringBuilder(Postgres)
        {
            Database = database,
            MaxPoolSize = 10,
            // Every world has a database and so a pool of its own; the server's connections are few.
            ConnectionIdleLifetime = 20,
            ConnectionPruningInterval = 5,
        }.ConnectionString;

    static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

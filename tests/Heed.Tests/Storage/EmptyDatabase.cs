using Heed.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heed.Tests.Storage;

/// <summary>A database in which nobody has been, on the provider of this run.</summary>
sealed class EmptyDatabase(string connection, string folder) : IAsyncDisposable
{
    static int _count;

    /// <summary>The words that make a command of <c>heed</c> work on it.</summary>
    public string[] Words =>
        TestDatabase.Postgres is null ? ["--data", folder] : ["--data", folder, "--database", connection];

    public static Task<EmptyDatabase> New() => New("template1");

    /// <param name="template">The database that a new one is a copy of, on PostgreSQL.</param>
    static async Task<EmptyDatabase> New(string template)
    {
        var folder = Directory.CreateTempSubdirectory("heed-empty-").FullName;
        if (TestDatabase.Postgres is null)
            return new($"Data Source={Path.Combine(folder, "heed.db")};Pooling=False", folder);
        var name = $"heed_empty_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await using var server = new NpgsqlConnection(TestDatabase.Postgres);
        await server.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", server);
        await create.ExecuteNonQueryAsync();
        return new(
            new NpgsqlConnectionStringBuilder(TestDatabase.Postgres)
            {
                Database = name,
                Pooling = false,
            }.ConnectionString,
            folder
        );
    }

    /// <summary>One that Heed 385b4d7 wrote: a few things of each kind, see Upgrades/README.md.</summary>
    public static async Task<EmptyDatabase> Of385b4d7()
    {
        if (TestDatabase.Postgres is not null)
            return await New(await Restored.Value);
        var database = await New();
        await File.WriteAllBytesAsync(Path.Combine(database.Folder, "heed.db"), await Unpacked("385b4d7.db.gz"));
        return database;
    }

    /// <summary>Restored once, and copied for each test.</summary>
    static readonly Lazy<Task<string>> Restored = new(async () =>
    {
        var database = await New();
        var dump = System.Text.Encoding.UTF8.GetString(await Unpacked("385b4d7.sql.gz"));
        await using var server = new NpgsqlConnection(database.Connection);
        await server.OpenAsync();
        await using var restore = new NpgsqlCommand(dump, server);
        await restore.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(database.Connection).Database!;
    });

    public string Folder => folder;
    public string Connection => connection;

    /// <summary>The settings of a server on it.</summary>
    public string[] Settings =>
        TestDatabase.Postgres is null
            ? [$"--Heed:Data={folder}"]
            : [$"--Heed:Data={folder}", $"--Heed:Database={connection}"];

    public HeedDb Open(params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) =>
        TestDatabase.Postgres is null
            ? new SqliteHeedDb(
                new DbContextOptionsBuilder<SqliteHeedDb>().UseSqlite(connection).AddInterceptors(interceptors).Options,
                new()
            )
            : new PostgresHeedDb(
                new DbContextOptionsBuilder<PostgresHeedDb>()
                    .UseNpgsql(connection)
                    .AddInterceptors(interceptors)
                    .Options,
                new()
            );

    static async Task<byte[]> Unpacked(string name)
    {
        await using var file = File.OpenRead(Path.Combine(Repository.Root, "tests/Heed.Tests/Storage/Upgrades", name));
        await using var unpacked = new System.IO.Compression.GZipStream(
            file,
            System.IO.Compression.CompressionMode.Decompress
        );
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (TestDatabase.Postgres is not null)
        {
            await using var server = new NpgsqlConnection(TestDatabase.Postgres);
            await server.OpenAsync();
            await using var drop = new NpgsqlCommand(
                $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)",
                server
            );
            await drop.ExecuteNonQueryAsync();
        }
        Directory.Delete(folder, recursive: true);
    }
}

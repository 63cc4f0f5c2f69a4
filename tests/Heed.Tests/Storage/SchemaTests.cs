using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_of_both_databases_hold_all_of_the_model()
    {
        using var sqlite = new SqliteHeedDb(
            new DbContextOptionsBuilder<SqliteHeedDb>().UseSqlite("Data Source=:memory:").Options,
            new()
        );
        using var postgres = new PostgresHeedDb(
            new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql("Host=nowhere").Options,
            new()
        );
        Assert.False(
            sqlite.Database.HasPendingModelChanges(),
            "SQLite lacks a migration: tools/migrations/add NameOfTheChange"
        );
        Assert.False(
            postgres.Database.HasPendingModelChanges(),
            "PostgreSQL lacks a migration: tools/migrations/add NameOfTheChange"
        );
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_in_words_and_left_alone()
    {
        await using var world = await World.Start();
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231235959_Future', '99.0')"""
        );
        Assert.True((await Schema.Bring(db, default)).Refused(out var refusal));
        Assert.Contains("written by a newer Heed", refusal.Because, StringComparison.Ordinal);
        Assert.Contains("29991231235959_Future", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_start_at_once_on_an_empty_database_all_find_it_ready()
    {
        await using var empty = await EmptyDatabase.New();
        var starts = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        await using var db = empty.Open();
                        return (await Schema.Bring(db, default)).Refused(out var refusal) ? refusal.Because : "ready";
                    })
                )
        );
        Assert.Equal(["ready", "ready", "ready"], starts);
        await using var after = empty.Open();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_in_words()
    {
        await using var db = new PostgresHeedDb(
            new DbContextOptionsBuilder<PostgresHeedDb>()
                .UseNpgsql("Host=127.0.0.1;Port=1;Username=heed;Database=heed;Timeout=2")
                .Options,
            new()
        );
        Assert.True((await Schema.Bring(db, default)).Refused(out var refusal));
        Assert.Contains("cannot be reached", refusal.Because, StringComparison.Ordinal);
    }

    /// <summary>A database in which nobody has been, on the provider of this run.</summary>
    internal sealed class EmptyDatabase(string connection) : IAsyncDisposable
    {
        static int _count;

        public static async Task<EmptyDatabase> New()
        {
            if (TestDatabase.Postgres is null)
                return new(
                    $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("heed-empty-").FullName, "heed.db")}"
                );
            var name = $"heed_empty_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
            await using var server = new Npgsql.NpgsqlConnection(TestDatabase.Postgres);
            await server.OpenAsync();
            await using var create = new Npgsql.NpgsqlCommand($"DROP DATABASE IF EXISTS {name}; ", server);
            await create.ExecuteNonQueryAsync();
            create.CommandText = $"CREATE DATABASE {name}";
            await create.ExecuteNonQueryAsync();
            return new(
                new Npgsql.NpgsqlConnectionStringBuilder(TestDatabase.Postgres) { Database = name }.ConnectionString
            );
        }

        public HeedDb Open() =>
            TestDatabase.Postgres is null
                ? new SqliteHeedDb(new DbContextOptionsBuilder<SqliteHeedDb>().UseSqlite(connection).Options, new())
                : new PostgresHeedDb(
                    new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql(connection).Options,
                    new()
                );

        public ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            return ValueTask.CompletedTask;
        }
    }
}

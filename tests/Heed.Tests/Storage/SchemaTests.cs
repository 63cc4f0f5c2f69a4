using Heed.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
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

    /// <summary>Backups are read and written by what the migrations do, done on paper.</summary>
    [Fact]
    public void The_last_step_knows_every_table_column_and_key_of_now()
    {
        using var db = new PostgresHeedDb(
            new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql("Host=nowhere").Options,
            new()
        );
        var now = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;
        Assert.Equal(
            now.Select(t =>
                    Said(
                        t.Name,
                        t.Columns.Select(c => (c.Name, (string?)c.StoreType, c.IsNullable)),
                        t.PrimaryKey!.Columns.Select(c => c.Name),
                        t.ForeignKeyConstraints.Select(k => k.PrincipalTable.Name)
                    )
                )
                .Order(StringComparer.Ordinal),
            SchemaSteps
                .Tables(SchemaSteps.Last)
                .Select(t =>
                    Said(t.Name, t.Columns.Select(c => (c.Name, c.ColumnType, c.IsNullable)), t.Key, t.PointsAt)
                )
        );

        static string Said(
            string name,
            IEnumerable<(string Name, string? Type, bool IsNullable)> columns,
            IEnumerable<string> key,
            IEnumerable<string> pointsAt
        ) =>
            $"{name}: {string.Join(" ", columns)} by {string.Join(" ", key)} to {string.Join(" ", pointsAt.Distinct().Order(StringComparer.Ordinal))}";
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_in_words_and_left_alone()
    {
        await using var world = await World.New();
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
    public async Task A_database_of_an_early_heed_is_not_called_newer()
    {
        await using var world = await World.Start();
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20260301000000_First', '10.0')"""
        );
        Assert.True((await Schema.Bring(db, default)).Refused(out var refusal));
        Assert.Contains("written by an early Heed", refusal.Because, StringComparison.Ordinal);
        Assert.Contains("20260301000000_First", refusal.Because, StringComparison.Ordinal);
        Assert.DoesNotContain("newer", refusal.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("1_First", null)]
    [InlineData("1_First 2_Jobs", null)]
    [InlineData("1_First 2_Jobs 3_Later", "newer")]
    [InlineData("1_First 1_Other", "early")]
    [InlineData("0_Before 3_Later", "newer")]
    public void A_database_is_a_stranger_by_the_last_of_its_steps_that_is_not_known(string applied, string? called)
    {
        var said = Schema.Stranger(applied.Split(' ', StringSplitOptions.RemoveEmptyEntries), ["2_Jobs", "1_First"]);
        if (called is null)
            Assert.Null(said);
        else
            Assert.Contains(called == "newer" ? "by a newer Heed" : "by an early Heed", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite/20261122075551_First.cs", "3e81217f3634c10c32ed0ff33ac2d17c28d65a0bca21ee7de33fc56699d55c3c")]
    [InlineData("Postgres/20261122075553_First.cs", "49dd827808141a2c26a89322ba0dee27c46803b60ffcb50c969524f58a5dd99b")]
    public void The_first_migration_stays_as_databases_have_run_it(string file, string hash)
    {
        var text = File.ReadAllBytes(Path.Combine(Repository.Root, "src/Heed/Storage/Migrations", file));
        Assert.Equal(hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text)));
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
}

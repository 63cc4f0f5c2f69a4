using System.Collections.Concurrent;
using Heed.People;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Heed.Storage;

/// <summary>
/// The tables of every step of the schema, from the first on, by the name of the step: each migration carries the model
/// that it leads to. So what an earlier version wrote can be read and brought back in its own terms. The steps of
/// PostgreSQL tell it for both databases: there an id, a day and a text have types of their own, on SQLite all are text.
/// </summary>
static class SchemaSteps
{
    static readonly Lazy<List<(string Name, string Id)>> Ids = new(() =>
    {
        using var db = Open();
        return
        [
            .. db.GetService<IMigrationsAssembly>()
                .Migrations.Keys.Order(StringComparer.Ordinal)
                .Select(i => (Name(i), i)),
        ];
    });

    static readonly ConcurrentDictionary<string, IReadOnlyList<ITable>> Known = new(StringComparer.Ordinal);

    /// <summary>The moment before the name differs between databases.</summary>
    public static string Name(string id) => id.Split('_', 2)[1];

    public static string Last => Ids.Value[^1].Name;

    /// <summary>Its place among the steps; −1 for one that this version does not know.</summary>
    public static int Place(string step) => Ids.Value.FindIndex(s => s.Name == step);

    public static IReadOnlyList<ITable> Tables(string step) => Known.GetOrAdd(step, Read);

    static IReadOnlyList<ITable> Read(string step)
    {
        using var db = Open();
        var migrations = db.GetService<IMigrationsAssembly>();
        var id = Ids.Value[Place(step)].Id;
        var migration = migrations.CreateMigration(migrations.Migrations[id], db.Database.ProviderName!);
        var model = db.GetService<IModelRuntimeInitializer>().Initialize(migration.TargetModel, designTime: true, null);
        return [.. model.GetRelationalModel().Tables];
    }

    /// <summary>Asked for its model alone, so that no server is needed.</summary>
    static PostgresHeedDb Open() =>
        new(new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql("Host=nowhere").Options, new Visit());
}

using Heed.People;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Heed.Storage;

/// <summary>A table as a step of the schema left it; its columns in the order of the model: the key's, then by name.</summary>
sealed record StepTable(
    string Name,
    IReadOnlyList<ColumnOperation> Columns,
    IReadOnlyList<string> Key,
    IReadOnlySet<string> PointsAt
)
{
    public static StepTable Of(CreateTableOperation made) =>
        new StepTable(
            made.Name,
            [],
            made.PrimaryKey!.Columns,
            made.ForeignKeys.Select(k => k.PrincipalTable).ToHashSet(StringComparer.Ordinal)
        ).With(made.Columns);

    public StepTable With(params IEnumerable<ColumnOperation> columns) =>
        this with
        {
            Columns =
            [
                .. Columns
                    .Concat(columns)
                    .OrderBy(c => Key.Contains(c.Name) ? Key.ToList().IndexOf(c.Name) : Key.Count)
                    .ThenBy(c => c.Name, StringComparer.Ordinal),
            ],
        };

    public StepTable Without(string column) => this with { Columns = [.. Columns.Where(c => c.Name != column)] };
}

/// <summary>
/// The tables of every step of the schema, from the first on, by the name of the step: what the migrations up to it do,
/// done on paper. So what an earlier version wrote can be read and brought back in its own terms. The steps of
/// PostgreSQL tell it for both databases: there an id, a day and a text have types of their own, on SQLite all are text.
/// </summary>
static class SchemaSteps
{
    static readonly Lazy<List<(string Name, IReadOnlyList<StepTable> Tables)>> Steps = new(Replay);

    /// <summary>The moment before the name differs between databases.</summary>
    public static string Name(string id) => id.Split('_', 2)[1];

    public static string Last => Steps.Value[^1].Name;

    /// <summary>Its place among the steps; −1 for one that this version does not know.</summary>
    public static int Place(string step) => Steps.Value.FindIndex(s => s.Name == step);

    public static IReadOnlyList<StepTable> Tables(string step) => Steps.Value[Place(step)].Tables;

    static List<(string, IReadOnlyList<StepTable>)> Replay()
    {
        // Asked for its migrations alone, so that no server is needed.
        using var db = new PostgresHeedDb(
            new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql("Host=nowhere").Options,
            new Visit()
        );
        var migrations = db.GetService<IMigrationsAssembly>();
        var tables = new SortedDictionary<string, StepTable>(StringComparer.Ordinal);
        List<(string, IReadOnlyList<StepTable>)> steps = [];
        foreach (var (id, type) in migrations.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            foreach (var done in migrations.CreateMigration(type, db.Database.ProviderName!).UpOperations)
                Do(done, tables);
            steps.Add((Name(id), [.. tables.Values]));
        }
        return steps;
    }

    static void Do(MigrationOperation done, SortedDictionary<string, StepTable> tables)
    {
        switch (done)
        {
            case CreateTableOperation made:
                tables.Add(made.Name, StepTable.Of(made));
                break;
            case AddColumnOperation added:
                tables[added.Table] = tables[added.Table].With(added);
                break;
            case AlterColumnOperation altered:
                tables[altered.Table] = tables[altered.Table].Without(altered.Name).With(altered);
                break;
            case DropColumnOperation dropped:
                tables[dropped.Table] = tables[dropped.Table].Without(dropped.Name);
                break;
            case AddForeignKeyOperation pointing:
                var it = tables[pointing.Table];
                tables[it.Name] = it with { PointsAt = it.PointsAt.Append(pointing.PrincipalTable).ToHashSet() };
                break;
            case CreateIndexOperation or DropIndexOperation or SqlOperation:
                break;
            default:
                throw new NotSupportedException($"No backup knows yet what {done.GetType().Name} makes of a table.");
        }
    }
}

using Heed.Analytics.Evidence;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

[OnOneDatabase("what SQLite knows of its tables; PostgreSQL gathers it by itself")]
public sealed class QueryStatisticsTests
{
    /// <summary>With 400,000 points a page of a hundred metrics took half a second: the index of the workspace was taken, which holds them all.</summary>
    [Fact]
    public async Task The_points_of_some_metrics_are_found_by_their_metric_also_before_anything_is_known_of_the_table()
    {
        await using var world = await World.New();
        var maya = await world.Organisation("Harbor Coffee");
        var ids = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"'{i}'"));
        var plan = await Rows(
            maya,
            $"EXPLAIN QUERY PLAN SELECT * FROM \"Measurements\" WHERE \"WorkspaceId\" = 'here' AND \"MetricId\" IN ({ids}) ORDER BY \"On\"",
            3
        );
        Assert.Contains(plan, step => step.Contains("MetricId", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("WorkspaceId=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_in_the_tables_is_known_after_a_look()
    {
        await using var world = await World.New();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Metric(SampleMeasurements.Asked("Calls"));
        var values = Enumerable.Range(0, 300).Select(i => i % 7 + 40.0).ToArray();
        (await maya.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, values))).Given();
        Assert.DoesNotContain("Measurements", await Known(maya));
        await world.As(
            maya,
            async here =>
            {
                await QueryStatistics.Refresh(here.GetRequiredService<HeedDb>(), default);
                return new Done();
            }
        );
        Assert.Contains("Measurements", await Known(maya));
    }

    static async Task<List<string>> Known(Cast cast) =>
        await Rows(cast, "SELECT name FROM sqlite_master WHERE name = 'sqlite_stat1'", 0) is []
            ? []
            : await Rows(cast, "SELECT DISTINCT tbl FROM sqlite_stat1", 0);

    static Task<List<string>> Rows(Cast cast, string sql, int column) =>
        cast.World.As(
            cast,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>().Database;
                await db.OpenConnectionAsync();
                await using var command = db.GetDbConnection().CreateCommand();
                command.CommandText = sql;
                await using var reader = await command.ExecuteReaderAsync();
                List<string> rows = [];
                while (await reader.ReadAsync())
                    rows.Add(reader.GetString(column));
                return rows;
            }
        );
}

using Heed.Analytics.Evidence;
using Heed.Listen;
using Heed.Metrics;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>The metrics that scores become: how each is described, by which period, and when it is let be.</summary>
public sealed class MeasuredMetricsTests(OneWorld one) : IClassFixture<OneWorld>
{
    static string Rows(string header, int count, Func<int, string> row) =>
        $"{header}\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{row(i)}\n"));

    static Task<T> Ask<T>(World world, Cast cast, Func<HeedDb, Task<T>> ask) =>
        world.As(cast, s => ask(s.GetRequiredService<HeedDb>()));

    static Task<Dictionary<string, Metric>> Metrics(World world, Cast cast) =>
        Ask(world, cast, db => db.Metrics.AsNoTracking().ToDictionaryAsync(m => m.Name));

    static async Task<(string On, double Value, double? Count)[]> Points(World world, Cast cast, Metric metric)
    {
        var read = await world.As(cast, s => s.GetRequiredService<ReadSeries>().Of(metric.Id, default));
        return [.. read!.Points.Select(p => ($"{p.On:yyyy-MM-dd}", Math.Round(p.Value, 2), (double?)p.Count))];
    }

    [Fact]
    public async Task Each_kind_of_score_is_described_by_its_unit_its_bounds_and_the_way_it_is_wanted()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(
            cast,
            SampleImports.Csv(
                Rows(
                    "on,nps,food,ease,grade,dull,said",
                    12,
                    i => $"{(i < 6 ? "2035-01-10" : "")},{i % 11},{1 + i % 5},{1 + i % 7},{1 + i % 5},,words {i}"
                )
            ),
            new()
            {
                Columns =
                [
                    new("on", ColumnUse.Date),
                    new("nps", ColumnUse.Recommend),
                    new("food", ColumnUse.Satisfaction, Scale: "1-5"),
                    new("ease", ColumnUse.Effort, Scale: "1-7"),
                    new("grade", ColumnUse.Mean, Scale: "5-1"),
                    new("dull", ColumnUse.Mean, Scale: "1-5"),
                    new("said", ColumnUse.Remark),
                ],
            }
        );

        var metrics = await Metrics(world, cast);

        // Nobody answered “dull”, and free words have no score.
        Assert.Equal(
            ["Guests: ease", "Guests: food", "Guests: grade", "Guests: nps"],
            metrics.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(
            metrics.Values,
            m =>
            {
                Assert.Equal((MetricKind.Perception, Timing.Lagging, Cadence.Month), (m.Kind, m.Timing, m.Cadence));
                Assert.Equal("Who answered “Guests”", m.Population);
                Assert.Equal(import.SurveyId, MeasureScores.SurveyOf(m.ComputedFrom!));
            }
        );
        (string Name, string Unit, double Low, double High, Wanted Wanted, string Formula)[] described =
        [
            ("nps", "points", -100, 100, Wanted.Up, "Percent of 9 and 10 minus percent of 0 to 6"),
            ("food", "%", 0, 100, Wanted.Up, "Percent at the two best points of 1-5"),
            ("ease", "of 7", 1, 7, Wanted.Up, "Mean on 1-7"),
            // Where 1 is best, the mean is wanted to fall.
            ("grade", "of 5", 1, 5, Wanted.Down, "Mean on 5-1"),
        ];
        foreach (var (name, unit, low, high, wanted, formula) in described)
        {
            var metric = metrics[$"Guests: {name}"];
            Assert.Equal(
                (unit, low, high, wanted),
                (metric.Unit, metric.LowerBound!.Value, metric.UpperBound!.Value, metric.Wanted)
            );
            Assert.Equal($"{formula}; weighted where answers carry weights", metric.Formula);
        }
        // Of the answers without a day no month knows.
        Assert.Equal([("2035-01-01", -100, 6.0)], await Points(world, cast, metrics["Guests: nps"]));
    }

    [Fact]
    public async Task What_was_measured_by_the_year_stays_so_when_answers_with_days_follow()
    {
        var (world, cast) = await one.Story();
        ColumnMapping nps = new("nps", ColumnUse.Recommend);
        foreach (var (year, score) in new[] { (2033, 10), (2034, 0) })
            await world.Bring(
                cast,
                SampleImports.Csv(Rows("row,nps", 10, i => $"{year}-{i},{score}")),
                new()
                {
                    Columns = [nps],
                    Wave = $"{year}",
                    On = new(year, 5, 1),
                }
            );
        var metric = (await Metrics(world, cast))["Guests: nps"];
        Assert.Equal(Cadence.Year, metric.Cadence);

        await world.Bring(
            cast,
            SampleImports.Csv(
                Rows("on,nps", 30, i => $"{(i < 10 ? "2034-11-01" : i < 20 ? "2035-01-10" : "2035-02-10")},10")
            ),
            new() { Columns = [new("on", ColumnUse.Date), nps] }
        );

        Assert.Equal(
            [("2033-01-01", 100, 10.0), ("2034-01-01", 0, 20.0), ("2035-01-01", 100, 20.0)],
            await Points(world, cast, metric)
        );
        Assert.Empty(await Ask(world, cast, db => db.Jobs.Where(j => j.LastError != null).ToListAsync()));
    }

    [Fact]
    public async Task A_metric_that_was_retired_is_let_be_and_one_without_days_is_never_born()
    {
        var (world, cast) = await one.Story();
        var mapping = new Mapping { Columns = [new("on", ColumnUse.Date), new("nps", ColumnUse.Recommend)] };
        var undated = new Mapping { Columns = [new("nps", ColumnUse.Recommend)] };
        await world.Bring(cast, SampleImports.Csv(Rows("row,nps", 10, i => $"{i},{i}")), undated, "Undated");
        await world.Bring(cast, SampleImports.Csv(Rows("on,nps", 10, i => $"2035-01-10,{i}")), mapping);
        var metric = Assert.Single((await Metrics(world, cast)).Values);

        await Ask(
            world,
            cast,
            db => db.Metrics.ExecuteUpdateAsync(set => set.SetProperty(m => m.RetiredAt, world.Clock.GetUtcNow()))
        );
        await world.Bring(cast, SampleImports.Csv(Rows("on,nps", 10, i => $"2035-02-10,{i}")), mapping);
        Assert.Equal("2035-01-01", Assert.Single(await Points(world, cast, metric)).On);
        Assert.Single(await Metrics(world, cast));
    }

    [Theory]
    [InlineData("survey:", false)]
    [InlineData("aim:0190d3a2", false)]
    [InlineData("", false)]
    [InlineData("survey:nobody:1", false)]
    public void What_is_computed_from_something_else_has_no_survey(string from, bool known) =>
        Assert.Equal(known, MeasureScores.SurveyOf(from) is not null);
}

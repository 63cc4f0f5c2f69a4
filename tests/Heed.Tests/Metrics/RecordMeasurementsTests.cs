using System.Net.Http.Json;
using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

public sealed class RecordMeasurementsTests
{
    [Fact]
    public async Task A_value_is_added_once_and_the_same_again_changes_nothing()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        Assert.Equal(new(1, 0, 0), (await harbor.Record(metric, ("2035-02-26", 62))).Given());
        Assert.Equal(new(0, 0, 1), (await harbor.Record(metric, ("2035-02-26", 62))).Given());
        Assert.Equal(1, await Rows(harbor));
    }

    [Fact]
    public async Task The_values_of_a_team_are_its_own_and_its_key_results()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await harbor.Live();
        var (cleo, dora) = (
            await world.Colleague(harbor, "Cleo", Role.Contributor),
            await world.Colleague(harbor, "Dora", Role.Contributor)
        );
        await world.As(
            harbor,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var shop = new Team { Name = "Shop" };
                db.Teams.Add(shop);
                db.TeamMemberships.Add(
                    new TeamMembership
                    {
                        TeamId = harbor.Team.Id,
                        MemberId = dora.Member.Id,
                        Role = TeamRole.Member,
                    }
                );
                await db.SaveChangesAsync();
                await db.Metrics.ExecuteUpdateAsync(set => set.SetProperty(m => m.OwnerTeamId, shop.Id));
                return true;
            }
        );
        foreach (var other in (Cast[])[cleo, dora])
        {
            Assert.True((await other.Record(metric, ("2035-02-26", 62))).Refused(out var refusal));
            Assert.Equal(403, refusal.Status);
            Assert.Contains("belongs to another team", refusal.Because, StringComparison.Ordinal);
            var sent = await other
                .Api()
                .PutAsJsonAsync($"/api/v1/metrics/{metric.Id}/measurements/2035-02-26", new { value = 62 });
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, sent.StatusCode);
        }
        // Whose key result it measures says where that stands today, and an administrator mends what is wrong.
        await dora.Do<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Value = 71, Confidence = 7 }, default));
        Assert.Contains(71, (await harbor.Series(metric.Id)).Points.Select(p => p.Value));
        Assert.False((await harbor.Record(metric, ("2035-02-26", 62))).Refused(out _));
    }

    [Fact]
    public async Task Another_value_supersedes_and_the_first_is_kept()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-02-26", 62));
        Assert.Equal(new(0, 1, 0), (await harbor.Record(metric, ("2035-02-26", 64))).Given());
        Assert.Equal(new(0, 1, 0), (await harbor.Record(metric, ("2035-02-26", 62))).Given());
        var series = await harbor.Series(metric.Id);
        Assert.Equal([62.0], series.Points.Select(p => p.Value));
        Assert.Equal(3, await Rows(harbor));
    }

    [Fact]
    public async Task Any_day_of_a_week_is_that_week()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-03-01", 62));
        Assert.Equal(new(0, 0, 1), (await harbor.Record(metric, ("2035-02-26", 62))).Given());
        Assert.Equal(new DateOnly(2035, 2, 26), (await harbor.Series(metric.Id)).Points.Single().On);
    }

    [Fact]
    public async Task A_new_count_behind_the_same_value_is_a_correction()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-02-26", 62));
        var row = SampleMeasurements.Row("2035-02-26", 62);
        (row.Count, row.Low, row.High) = (418, 57, 67);
        Assert.Equal(new(0, 1, 0), (await harbor.Record(metric.Id, [row])).Given());
        Assert.Equal(418, (await harbor.Series(metric.Id)).Points.Single().Count);
        Assert.Equal(new(0, 0, 1), (await harbor.Record(metric, ("2035-02-26", 62))).Given());
    }

    [Fact]
    public async Task Bad_rows_are_named_and_nothing_is_recorded()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var because = (
            await harbor.Record(
                metric,
                ("2035-02-26", 62),
                ("1899-12-31", 62),
                ("2035-03-06", 62),
                ("2035-02-19", double.NaN),
                ("2035-02-12", double.NegativeInfinity),
                ("2035-02-05", 100.5)
            )
        ).Because();
        Assert.Contains("Row 2 is dated 31 December 1899. Dates begin in 1900.", because);
        Assert.Contains("Row 3 is dated 6 March 2035, which has not come yet.", because);
        Assert.Contains("Row 4 has a value that is not a finite number.", because);
        Assert.Contains("Row 5 has a value that is not a finite number.", because);
        Assert.Contains("Row 6 has 100.5, above what “Reorders within a month” can be (100).", because);
        Assert.Contains("Nothing was recorded.", because);
        Assert.Equal(0, await Rows(harbor));
    }

    [Fact]
    public async Task Two_values_for_one_week_are_refused_and_both_rows_named()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var because = (await harbor.Record(metric, ("2035-02-26", 62), ("2035-02-28", 63))).Because();
        Assert.Contains("Row 2 has 63 and row 1 has 62 for the same week.", because);
    }

    [Fact]
    public async Task Today_is_the_day_of_the_workspace()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric(SampleMeasurements.Asked(cadence: Cadence.Day));
        // Half past eleven at night in Greenwich is the next day in Vienna.
        world.Clock.MoveTo(new(2035, 3, 5, 23, 30, 0, TimeSpan.Zero));
        Assert.Equal(1, (await harbor.Record(metric, ("2035-03-06", 62))).Given().Added);
    }

    [Fact]
    public async Task The_dry_run_says_what_will_happen_and_does_nothing()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-02-19", 60), ("2035-02-26", 62));
        var receipt = await world.As(
            harbor,
            here =>
                here.GetRequiredService<RecordMeasurements>()
                    .Foresee(
                        metric.Id,
                        [
                            SampleMeasurements.Row("2035-02-19", 60),
                            SampleMeasurements.Row("2035-02-26", 61),
                            SampleMeasurements.Row("2035-03-05", 66),
                        ],
                        MeasurementSource.Import,
                        default
                    )
        );
        Assert.Equal(new(1, 1, 1), receipt.Given());
        Assert.Equal(2, await Rows(harbor));
    }

    [Theory]
    [InlineData(MeasurementSource.Manual)]
    [InlineData(MeasurementSource.Api)]
    [InlineData(MeasurementSource.Import)]
    public async Task What_Heed_computes_takes_values_from_its_survey_alone(MeasurementSource source)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var score = await world.As(
            harbor,
            async here =>
            {
                var computed = await here.GetRequiredService<DefineMetric>()
                    .Apply("survey 1 question ease", SampleMeasurements.Asked("Ease"), default);
                await here.GetRequiredService<HeedDb>().SaveChangesAsync();
                return computed.Given();
            }
        );
        var row = SampleMeasurements.Row("2035-02-26", 62);
        var refused = (await harbor.Record(score.Id, [row], source)).Because();
        Assert.StartsWith("“Ease” is computed by Heed from", refused, StringComparison.Ordinal);
        Assert.Equal(1, (await harbor.Record(score.Id, [row], MeasurementSource.Survey)).Given().Added);
    }

    [Fact]
    public async Task A_retired_metric_takes_no_values()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await world.As(
            harbor,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                (await db.Metrics.SingleAsync()).Retire(harbor.Member.Id, world.Clock.GetUtcNow());
                return await db.SaveChangesAsync();
            }
        );
        Assert.Contains("was retired on 5 March 2035", (await harbor.Record(metric, ("2035-02-26", 62))).Because());
    }

    [Fact]
    public async Task Of_many_at_once_for_one_week_one_row_is_current()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await Task.WhenAll(
            Enumerable.Range(1, 6).Select(i => Task.Run(() => harbor.Record(metric, ("2035-02-26", 40 + i % 2))))
        );
        Assert.Single((await harbor.Series(metric.Id)).Points);
    }

    [Fact]
    public async Task Ten_thousand_rows_ask_no_more_than_ten_and_again_change_nothing()
    {
        var asked = new AskedOfTheDatabase();
        await using var world = await World.Start(asked.Listen);
        var harbor = await world.Organisation("Harbor Coffee");
        var (few, many) = (Days(10), Days(10_000));
        var brief = await harbor.Metric(
            SampleMeasurements.Asked("SampleMeasurements of ten days", cadence: Cadence.Day)
        );
        var metric = await harbor.Metric(SampleMeasurements.Asked(cadence: Cadence.Day));
        var questions = await asked.During(() => harbor.Record(brief.Id, few));
        Assert.Equal(
            questions,
            await asked.During(async () => Assert.Equal(10_000, (await harbor.Record(metric.Id, many)).Given().Added))
        );
        Assert.Equal(
            questions,
            await asked.During(async () =>
                Assert.Equal(10_000, (await harbor.Record(metric.Id, many)).Given().Unchanged)
            )
        );
        Assert.Equal(10_000, (await harbor.Series(metric.Id)).Points.Count);

        static IReadOnlyList<MeasurementRequest> Days(int count) =>
            SampleMeasurements.Rows(Cadence.Day, [.. Enumerable.Range(0, count).Select(i => 50 + i % 7)]);
    }

    static Task<int> Rows(Cast cast) =>
        cast.World.As(cast, here => here.GetRequiredService<HeedDb>().Measurements.CountAsync());
}

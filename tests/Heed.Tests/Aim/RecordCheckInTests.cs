using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Aim.AimOverTheApi;

namespace Heed.Tests.Aim;

public sealed class RecordCheckInTests
{
    [Fact]
    public async Task A_typed_value_becomes_a_measurement_and_one_left_as_shown_does_not()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var before = (await maya.Series(metric.Id)).Points;
        var shown = before[^1].Value;
        await maya.Do<RecordCheckIn, CheckIn>(r =>
            r.Run(
                keyResult.Id,
                new()
                {
                    Value = shown,
                    Shown = shown,
                    Confidence = 5,
                },
                default
            )
        );
        Assert.Equal(before.Count, (await maya.Series(metric.Id)).Points.Count);
        await maya.Do<RecordCheckIn, CheckIn>(r =>
            r.Run(
                keyResult.Id,
                new()
                {
                    Value = 70,
                    Shown = shown,
                    Confidence = 7,
                },
                default
            )
        );
        var after = (await maya.Series(metric.Id)).Points;
        Assert.Equal((before.Count + 1, 70.0, new DateOnly(2035, 3, 5)), (after.Count, after[^1].Value, after[^1].On));
    }

    [Fact]
    public async Task A_value_outside_the_metrics_bounds_keeps_the_whole_check_in_out()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        var because = await maya.Refused<RecordCheckIn, CheckIn>(r =>
            r.Run(keyResult.Id, new() { Value = 140, Confidence = 5 }, default)
        );
        Assert.Contains("above what", because, StringComparison.Ordinal);
        Assert.Equal(0, await world.As(maya, s => s.GetRequiredService<HeedDb>().CheckIns.CountAsync()));
    }

    [Theory]
    [InlineData("CheckIns")]
    [InlineData("Measurements")]
    [InlineData("Entries")]
    public async Task A_check_in_its_measurement_and_its_line_are_saved_together_or_not_at_all(string broken)
    {
        await using var world = await World.New();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        var before = await Rows(maya);
        await Break(world, broken);
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            maya.Do<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Value = 70, Confidence = 7 }, default))
        );
        Assert.Equal(before, await Rows(maya));
        Assert.Null(
            await world.As(
                maya,
                s => s.GetRequiredService<HeedDb>().KeyResults.Select(k => k.CheckedInAt).SingleAsync()
            )
        );
    }

    static Task<(int CheckIns, int Measurements, int Entries)> Rows(Cast cast) =>
        cast.World.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                return (
                    await db.CheckIns.CountAsync(),
                    await db.Measurements.CountAsync(),
                    await db.Entries.CountAsync()
                );
            }
        );

    /// <summary>The database takes no row into this table any more.</summary>
    static async Task Break(World world, string table)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HeedDb>().Database;
        string[] statements = TestDatabase.Postgres is null
            ? [$"CREATE TRIGGER broken BEFORE INSERT ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'broken by a test'); END"]
            :
            [
                "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken by a test'; END $$",
                $"CREATE TRIGGER broken BEFORE INSERT ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION broken()",
            ];
        foreach (var statement in statements)
            await database.ExecuteSqlRawAsync(statement);
    }

    [Fact]
    public async Task Values_that_are_typed_at_once_all_arrive_one_correcting_the_other()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var before = await Rows(maya);
        await Task.WhenAll(
            Enumerable
                .Range(1, 5)
                .Select(i =>
                    maya.Do<RecordCheckIn, CheckIn>(r =>
                        r.Run(keyResult.Id, new() { Value = 70 + i, Confidence = 7 }, default)
                    )
                )
        );
        var after = await Rows(maya);
        Assert.Equal((5, before.Measurements + 5), (after.CheckIns, after.Measurements));
        Assert.Equal(before.Entries + 10, after.Entries);
        Assert.Single((await maya.Series(metric.Id)).Points, p => p.On == new DateOnly(2035, 3, 5));
    }

    [Fact]
    public async Task What_was_said_cannot_be_edited_in_the_database()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        await maya.Do<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Confidence = 5 }, default));
        await world.As(
            maya,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                db.Entry(await db.CheckIns.SingleAsync()).Property(c => c.Learned).CurrentValue = "something else";
                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
                return 0;
            }
        );
    }

    [Fact]
    public async Task Each_check_in_stays_and_is_told_in_one_line_and_the_last_value_of_a_week_counts()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var before = (await maya.Series(metric.Id)).Points.Count;
        foreach (
            var (value, confidence, learned) in new (double?, int, string?)[]
            {
                (null, 5, null),
                (70.25, 7, " Names matter. "),
                (71, 0, "Who asked?"),
            }
        )
        {
            await maya.Do<RecordCheckIn, CheckIn>(r =>
                r.Run(
                    keyResult.Id,
                    new()
                    {
                        Value = value,
                        Confidence = confidence,
                        Learned = learned,
                    },
                    default
                )
            );
            world.Clock.Move(TimeSpan.FromHours(1));
        }
        var told = await world.As(
            maya,
            async s =>
                (await s.GetRequiredService<HeedDb>().Entries.Where(e => e.Act == "check-in").ToListAsync())
                    .OrderBy(e => e.At)
                    .Select(e => e.Sentence)
        );
        Assert.Equal(
            [
                "Maya checked in: not measured, confidence 5.",
                "Maya checked in: 70.3, confidence 7, “Names matter.”",
                "Maya checked in: 71, confidence 0, “Who asked?”.",
            ],
            told
        );
        Assert.Equal(3, (await Rows(maya)).CheckIns);
        var points = (await maya.Series(metric.Id)).Points;
        Assert.Equal((before + 1, 71.0), (points.Count, points[^1].Value));
        Assert.NotNull(points[^1].Supersedes);
    }

    [Fact]
    public async Task What_heed_computes_is_not_overwritten_by_what_a_team_thinks_it_is()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        var score = await world.As(
            maya,
            async s =>
            {
                var score = await s.GetRequiredService<Heed.Metrics.DefineMetric>()
                    .Apply("survey:1:score", SampleMeasurements.Asked("Score"), default);
                await s.GetRequiredService<HeedDb>().SaveChangesAsync();
                return score.Given();
            }
        );
        var keyResult = await maya.Aim(objective, score, a => a.BaselineState = BaselineState.Unknown);
        await maya.Do<TurnObjective, Objective>(t => t.Agree(objective.Id, default));
        await maya.Do<TurnObjective, Objective>(t => t.GoLive(objective.Id, Aims.Alone(), default));
        var checkIn = await maya.Do<RecordCheckIn, CheckIn>(r =>
            r.Run(keyResult.Id, new() { Value = 50, Confidence = 5 }, default)
        );
        Assert.Equal(50, checkIn.Value);
        Assert.Empty((await maya.Series(score.Id)).Points);
    }
}

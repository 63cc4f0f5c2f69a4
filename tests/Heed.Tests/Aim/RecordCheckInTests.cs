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
}

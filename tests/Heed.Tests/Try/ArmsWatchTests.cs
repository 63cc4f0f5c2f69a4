using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class ArmsWatchTests
{
    /// <summary>Two arms of which the one with the change did better, looked at and adopted three weeks after the start.</summary>
    static async Task<Trial> Adopted(Cast maya, Metric metric)
    {
        var asked = SampleTrials.Asked(maya, metric);
        (asked.Predicted, asked.ArmShare, asked.ArmHorizon) = (2, 50, 20_000);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        maya.World.Clock.Move(TimeSpan.FromDays(21));
        await maya.Do<CountArms, Trial>(c =>
            c.Run(trial.Id, new() { Pasted = "2035-03-12,5000,500,5000,600" }, default)
        );
        Assert.Equal(VerdictWord.Improved, (await SampleTrials.Look(maya, trial)).Word);
        return await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
    }

    static Task<Trial> Kept(Cast maya, Trial trial) =>
        maya.World.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Trials.AsNoTracking().SingleAsync(t => t.Id == trial.Id)
        );

    [Fact]
    public async Task Two_arms_are_watched_from_their_adoption_on_by_the_level_of_the_first_eight_periods()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var trial = await Adopted(maya, metric);
        var page = $"/try/{trial.Id}";
        var browser = await maya.Browser();
        Assert.Contains("everybody gets it now", (await browser.Page(page)).Body!.Says(), StringComparison.Ordinal);

        // Adopted on 26 March; eight weeks with it for everybody, then ten more.
        world.Clock.Move(TimeSpan.FromDays(7 * 19));
        await SampleTrials.Weeks(maya, metric, 18, 70, from: 2);
        Assert.Equal(WatchState.Held, (await SampleTrials.Watched(maya, trial, WatchState.Held)).Watch);
        browser = await maya.Browser();
        Assert.Contains(
            "Held",
            (await browser.Page(page)).QuerySelector(".headline")!.Says(),
            StringComparison.Ordinal
        );

        world.Clock.Move(TimeSpan.FromDays(7 * 12));
        await SampleTrials.Weeks(maya, metric, 12, 62, from: 20);
        Assert.Equal(WatchState.Relapsed, (await SampleTrials.Watched(maya, trial, WatchState.Relapsed)).Watch);
        browser = await maya.Browser();
        Assert.Contains("crept back", (await browser.Page("/try")).Body!.Says(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_arms_without_a_series_say_why_they_are_not_watched()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Metric();
        var trial = await Adopted(maya, metric);
        const string Because = "Not watched, because nothing of “Reorders within a month” is measured";
        Assert.Contains(
            Because,
            (await (await maya.Browser()).Page($"/try/{trial.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
        var told = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}");
        Assert.StartsWith(Because, told.GetProperty("notWatched").GetString(), StringComparison.Ordinal);
        Assert.Null((await Kept(maya, trial)).Watch);

        // From its first points on there is a watch, and no reason any more.
        await maya.Record(metric, ("2035-03-26", 70));
        told = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}");
        Assert.Equal(JsonValueKind.Null, told.GetProperty("notWatched").ValueKind);
    }
}

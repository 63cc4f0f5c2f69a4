using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Storage;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class StagesTests
{
    const string Lines = "5; 2035-03-26\n25; 2035-04-23\n100 %; 2035-06-11";

    static async Task<Trial> Planned(Cast maya, Action<TrialRequest>? with = null)
    {
        var asked = SampleTrials.Asked(maya, await maya.Measured());
        asked.StageLines = Lines;
        with?.Invoke(asked);
        return await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
    }

    static async Task<Trial> Started(Cast maya, Action<TrialRequest>? with = null)
    {
        var trial = await Planned(maya, with);
        return await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
    }

    static async Task<IReadOnlyList<(StageState State, double Exposure)>> Stages(Cast maya, Trial trial) =>
        await maya.World.As(
            maya,
            async s =>
            {
                var now = (await s.GetRequiredService<ReadTrials>().Of(trial.Id, default))!;
                return (await s.GetRequiredService<ReadStages>().Views(now, default))
                    .Select(v => (v.State, v.Exposure))
                    .ToList();
            }
        );

    static Task<Trial> Take(Cast maya, Trial trial, int number) =>
        maya.Do<TakeStage, Trial>(t => t.Run(trial.Id, new() { Number = number, Why = "No harm was seen." }, default));

    [Fact]
    public async Task A_page_alone_takes_a_trial_from_stage_to_stage_on_their_days()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var trial = await Started(maya);
        var (browser, page) = (await maya.Browser(), $"/try/{trial.Id}");
        var shown = (await browser.Page(page)).Body!.Says();
        Assert.Contains("Stage 1 of 3, 5 %", shown, StringComparison.Ordinal);
        Assert.Contains("stays at 5 % until its look on 26 March 2035", shown, StringComparison.Ordinal);
        Assert.Contains("stage 1 of 3, 5 %", (await browser.Page("/try")).Body!.Says(), StringComparison.Ordinal);

        world.Clock.Move(TimeSpan.FromDays(21));
        browser = await maya.Browser();
        // Without a word nothing goes on, and nothing is lost.
        var answer = await browser.PostForm(page, "stage", new() { ["Act"] = "next", ["Staging.Why"] = "" });
        Assert.Contains("Say what you saw", (await answer.Html()).Body!.Says(), StringComparison.Ordinal);
        answer = await browser.PostForm(
            page,
            "stage",
            new() { ["Act"] = "next", ["Staging.Why"] = "Nobody complained." }
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        shown = (await browser.Page(page)).Body!.Says();
        Assert.Contains("Stage 2 of 3, 25 %", shown, StringComparison.Ordinal);
        Assert.Contains("Nobody complained.", shown, StringComparison.Ordinal);
        Assert.Equal(
            [StageState.Passed, StageState.Now, StageState.Ahead],
            (await Stages(maya, trial)).Select(s => s.State)
        );

        // Adjusting stops it, and leads to a plan that goes on from it.
        world.Clock.Move(TimeSpan.FromDays(28));
        browser = await maya.Browser();
        answer = await browser.PostForm(page, "stage", new() { ["Act"] = "adjust", ["Staging.Why"] = "Too loud." });
        Assert.EndsWith($"/try/new?extends={trial.Id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            [StageState.Passed, StageState.Ended, StageState.Ended],
            (await Stages(maya, trial)).Select(s => s.State)
        );
        var told = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}/stages");
        Assert.Equal("Ended", told[1].GetProperty("state").GetString());
    }

    [Fact]
    public async Task No_stage_begins_before_its_day_and_none_is_skipped()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var trial = await Started(maya);
        (int Number, string Says)[] wrong =
        [
            (2, "looked at on 26 March 2035"),
            (3, "would skip stage 2 (25 %)"),
            (1, "over or under way already"),
        ];
        foreach (var (number, says) in wrong)
            Assert.Contains(
                says,
                await maya.Refused<TakeStage, Trial>(t =>
                    t.Run(trial.Id, new() { Number = number, Why = "It looks well." }, default)
                ),
                StringComparison.Ordinal
            );
        world.Clock.Move(TimeSpan.FromDays(21));
        await Take(maya, trial, 2);
        Assert.Contains(
            "looked at on 23 April 2035",
            await maya.Refused<TakeStage, Trial>(t => t.Run(trial.Id, new() { Number = 3, Why = "Well." }, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_trial_is_not_adopted_past_its_stages()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var asked = SampleTrials.Asked(maya, metric);
        asked.StageLines = Lines;
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        world.Clock.Move(TimeSpan.FromDays(7 * 15));
        await SampleTrials.Weeks(maya, metric, 14, 70);
        await SampleTrials.Look(maya, trial);
        Assert.Contains(
            "stage 1 of 3 (5 %); adopting it now would skip",
            await maya.Refused<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default)),
            StringComparison.Ordinal
        );
        await Take(maya, trial, 2);
        await Take(maya, trial, 3);
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
        Assert.All(await Stages(maya, trial), s => Assert.Equal(StageState.Passed, s.State));
    }

    [Fact]
    public async Task A_broken_guardrail_lets_no_stage_begin_and_ends_the_one_that_is_under_way()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var orders = await maya.Metric(SampleMeasurements.Asked("Orders"));
        var trial = await Started(maya, a => (a.GuardrailMetric, a.GuardrailAtLeast) = (orders.Id, 50));
        world.Clock.Move(TimeSpan.FromDays(21));
        await maya.Record(orders, ("2035-03-19", 40));
        var said = await maya.Refused<TakeStage, Trial>(t =>
            t.Run(trial.Id, new() { Number = 2, Why = "It looks well." }, default)
        );
        Assert.Contains("broke its guardrail", said, StringComparison.Ordinal);
        // The watch comes by every ten minutes and ends it.
        world.Clock.Move(TimeSpan.FromHours(1));
        await Errands.Until(async () => (await Stages(maya, trial)).All(s => s.State is StageState.Ended));
        Assert.All(await Stages(maya, trial), s => Assert.Equal(StageState.Ended, s.State));
    }

    [Fact]
    public async Task Stages_that_make_no_sense_are_refused_in_words_and_a_plan_can_change_until_it_is_locked()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        (string Lines, string Says)[] wrong =
        [
            ("5; soon", "Line 1 of the stages reads “5; soon”"),
            ("100; 2035-06-11", "Name 2 to 8 stages"),
            ("5; 2035-03-12\n100; 2035-06-11", "not after the start"),
            ("5; 2035-03-26\n5; 2035-06-11", "Each stage reaches more"),
            ("5; 2035-03-26\n120; 2035-06-11", "above 0, at most 100"),
            ("5; 2035-03-26\n100; 2035-03-26", "not after the look before"),
            ("5; 2035-03-26\n100; 2035-05-11", "ends with the look of the trial"),
        ];
        foreach (var (lines, says) in wrong)
        {
            var asked = SampleTrials.Asked(maya, metric);
            asked.StageLines = lines;
            Assert.Contains(
                says,
                await maya.Refused<PlanTrial, Trial>(p => p.Run(asked, default)),
                StringComparison.Ordinal
            );
        }
        var armed = SampleTrials.Asked(maya, metric);
        (armed.StageLines, armed.ArmShare, armed.ArmHorizon, armed.Predicted) = (Lines, 50, 20_000, 2);
        Assert.Contains(
            "Two arms have one share",
            await maya.Refused<PlanTrial, Trial>(p => p.Run(armed, default)),
            StringComparison.Ordinal
        );

        var plan = SampleTrials.Asked(maya, metric);
        plan.StageLines = Lines;
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(plan, default));
        var browser = await maya.Browser();
        var form = (await browser.Page($"/try/{trial.Id}/edit")).QuerySelector("[name='Asked.StageLines']")!;
        Assert.Contains("25; 2035-04-23", form.TextContent, StringComparison.Ordinal);
        plan.StageLines = "10; 2035-03-26\n100; 2035-06-11";
        await maya.Do<PlanTrial, Trial>(p => p.Rewrite(trial.Id, plan, default));
        Assert.Equal([10d, 100d], (await Stages(maya, trial)).Select(s => s.Exposure));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        Assert.Contains(
            "locked",
            await maya.Refused<PlanTrial, Trial>(p => p.Rewrite(trial.Id, plan, default)),
            StringComparison.Ordinal
        );
    }
}

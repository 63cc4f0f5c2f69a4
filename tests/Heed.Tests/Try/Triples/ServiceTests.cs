using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class ServiceTests
{
    [Fact]
    public async Task One_up_and_one_down_over_the_same_days_is_a_trade_and_Home_says_so()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        world.TwelveWeeksOn();
        var back = await maya.Moved("Come back", Wanted.Up, 60, 68);
        var wait = await maya.Moved("Minutes waiting", Wanted.Down, 20, 28);
        var service = await maya.Written(back, wait);
        var judged = await maya.Judged(service);
        Assert.Equal(
            [VerdictWord.Improved, VerdictWord.Worsened, VerdictWord.NotMeasured, VerdictWord.NotMeasured],
            judged.Lines.Select(l => l.Word)
        );
        Assert.Equal(ServiceFinding.Trade, judged.Finding);
        Assert.Equal(7 * 12, judged.Window.Since.DayNumber - judged.Window.From.DayNumber);

        var browser = await maya.Browser();
        var page = (await browser.Page($"/try/services/{service.Id}")).Body!.Says();
        foreach (
            var said in new[]
            {
                "Trade",
                "Experience improved and service level worsened",
                "A second barista",
                "No metric is named for it",
            }
        )
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(
            "one is a trade",
            (await browser.Page("/try/services")).Body!.Says(),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains(
            "Coffee at the counter: a trade",
            (await browser.Page("/?all=moved")).Body!.Says(),
            StringComparison.Ordinal
        );
        var told = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/services/{service.Id}/triple");
        Assert.Equal("Trade", told.GetProperty("finding").GetString());
        var first = told.GetProperty("lines")[0];
        Assert.True(first.GetProperty("low").GetDouble() > 0);

        // Retired it is told nowhere, and it comes back.
        await maya.Do<RetireService, Service>(r => r.Run(service.Id, default));
        Assert.DoesNotContain("a trade", (await browser.Page("/?all=moved")).Body!.Says(), StringComparison.Ordinal);
        await browser.PostForm($"/try/services/{service.Id}", "restore", []);
        Assert.Null((await maya.Judged(service)).Service.RetiredAt);
    }

    [Fact]
    public async Task Nothing_moved_can_be_said_only_of_a_change_that_would_matter()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        world.TwelveWeeksOn();
        var back = await maya.Moved("Come back", Wanted.Up, 60, 60);
        var wait = await maya.Moved("Minutes waiting", Wanted.Down, 20, 20);
        var service = await maya.Written(back, wait);
        var judged = await maya.Judged(service);
        Assert.Equal(ServiceFinding.NoMovement, judged.Finding);
        Assert.Contains("less than the 3 of 100 that would matter", judged.Lines[0].Said, StringComparison.Ordinal);

        var asked = ServiceRequest.Of(service);
        asked.ExperienceMatters = null;
        await maya.Do<WriteService, Service>(w => w.Rewrite(service.Id, asked, default));
        judged = await maya.Judged(service);
        Assert.Equal(ServiceFinding.CannotTell, judged.Finding);
        Assert.Contains("nobody said from how much", judged.Lines[0].Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loss_that_is_not_ruled_out_is_not_called_no_change()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        world.TwelveWeeksOn();
        // A little worse than before: nothing is possible, and so is a loss that would matter.
        var wait = await maya.Moved("Minutes waiting", Wanted.Down, 20, 20.8);
        var asked = SampleServices.Service(maya, wait);
        asked.ExperienceMatters = 0.6;
        var judged = await maya.Judged(await maya.Do<WriteService, Service>(w => w.Run(asked, default)));
        var step = judged.Lines[0].Effect!.Step;
        Assert.True(step.Low > -0.6 && step.Low < 0 && step.High >= 0.6, judged.Lines[0].Said);
        Assert.Equal(VerdictWord.CannotTell, judged.Lines[0].Word);
    }

    [Fact]
    public async Task Flat_while_the_hours_of_the_trials_on_it_rise_is_effort_without_movement()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var back = await maya.Metric(SampleMeasurements.Asked("Come back"));
        // Three trials, each dearer than the one before.
        double[] hours = [2, 20, 60];
        for (var i = 0; i < hours.Length; i++)
        {
            var start = SampleServices.Since.AddDays(28 * i);
            world.On(start);
            var asked = SampleTrials.Asked(maya, back);
            (asked.Change, asked.Start, asked.Look) = ($"Round {i + 1}", start, start.AddDays(27));
            var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
            await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
            await maya.Do<SayHours, Trial>(s => s.Run(trial.Id, new() { Hours = hours[i] }, default));
        }
        world.TwelveWeeksOn();
        await maya.Around(back, 60, 60);
        world.Clock.Move(TimeSpan.FromDays(21));
        var judged = await maya.Judged(await maya.Written(back));
        Assert.True(judged.HoursRise);
        Assert.Equal(ServiceFinding.EffortWithoutMovement, judged.Finding);
    }

    [Fact]
    public async Task What_cannot_be_judged_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        world.TwelveWeeksOn();
        var back = await maya.Moved("Come back", Wanted.Up, 60, 60);
        var range = SampleMeasurements.Asked("Milk in the fridge");
        (range.Wanted, range.WantedLow, range.WantedHigh) = (Wanted.Range, 2, 8);
        var milk = await maya.Metric(range);
        (Action<ServiceRequest> With, string Says)[] wrong =
        [
            (a => a.Experience = null, "Choose the metric of which this change would matter"),
            (a => (a.Experience, a.ExperienceMatters) = (null, null), "Choose one metric at least"),
            (a => a.Cost = back.Id, "One metric stands for one of the four"),
            (a => a.Cost = milk.Id, "wanted inside a range"),
            (a => a.ExperienceMatters = -1, "above zero"),
            (a => a.Since = new(2036, 1, 1), "begins before today"),
            (a => a.Since = null, "Give the day of the change"),
        ];
        foreach (var (with, says) in wrong)
        {
            var asked = SampleServices.Service(maya, back);
            with(asked);
            Assert.Contains(
                says,
                await maya.Refused<WriteService, Service>(w => w.Run(asked, default)),
                StringComparison.Ordinal
            );
        }
        var browser = await maya.Browser();
        using var again = await browser.PostForm(
            "/try/services/new",
            "service",
            new() { ["Asked.Name"] = "Coffee at the door", ["Asked.ExperienceMatters"] = "2" }
        );
        var page = await again.Html();
        Assert.Contains("Choose the metric of which this change", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Equal("Coffee at the door", page.QuerySelector("[name='Asked.Name']")!.GetAttribute("value"));

        await maya.Written(back);
        Assert.Contains(
            "called “Coffee at the counter” already",
            await maya.Refused<WriteService, Service>(w => w.Run(SampleServices.Service(maya, back), default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Only_its_team_changes_it_and_another_workspace_does_not_see_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        world.TwelveWeeksOn();
        var service = await maya.Written(await maya.Moved("Come back", Wanted.Up, 60, 60));
        var boss = await world.Colleague(maya, "Ines", Role.Contributor);
        Assert.StartsWith(
            "This belongs to",
            await boss.Refused<RetireService, Service>(r => r.Run(service.Id, default)),
            StringComparison.Ordinal
        );
        var rival = await world.Organisation("Tea House", "Noor");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await rival.Api().GetAsync($"/api/v1/services/{service.Id}/triple")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await rival.Browser()).GetAsync($"/try/services/{service.Id}")).StatusCode
        );
    }
}

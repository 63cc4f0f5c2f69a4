using System.Net;
using System.Net.Http.Json;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class SayHoursTests
{
    [Fact]
    public async Task The_team_says_what_it_cost_on_the_page_and_by_the_api_and_each_total_is_kept()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var trial = await SampleTrials.Planned(maya, await maya.Measured());
        Assert.StartsWith(
            "This trial has not started",
            await maya.Refused<SayHours, Trial>(s => s.Run(trial.Id, new() { Hours = 3 }, default)),
            StringComparison.Ordinal
        );
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        var browser = await maya.Browser();
        var posted = await browser.PostForm($"/try/{trial.Id}", "hours", new() { ["Spending.Hours"] = "6.5" });
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Contains(
            "6.5 hours, said on 5 March 2035",
            (await browser.Page($"/try/{trial.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
        var api = maya.Api();
        var answer = await api.PutAsJsonAsync($"/api/v1/trials/{trial.Id}/hours", new { hours = 1 });
        Assert.Contains("\"hours\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var wrong in (double[])[-1, 100_001])
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await api.PutAsJsonAsync($"/api/v1/trials/{trial.Id}/hours", new { hours = wrong })).StatusCode
            );
        var told = await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.Act == "hours")
                    .OrderBy(e => e.At)
                    .ThenBy(e => e.Id)
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );
        Assert.Equal(
            [
                "Maya said that “Call before arrival” cost 6.5 hours so far.",
                "Maya said that “Call before arrival” cost 1 hour so far.",
            ],
            told
        );
        var boss = await world.Colleague(maya, "Ines", Role.Admin);
        Assert.StartsWith(
            "This belongs to",
            await boss.Refused<SayHours, Trial>(s => s.Run(trial.Id, new() { Hours = 3 }, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_makes_it_and_what_is_different_is_said_in_the_plan_or_until_the_look_and_then_stays()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var asked = SampleTrials.Asked(maya, metric);
        asked.Actor = " drivers ";
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        LookRequest Said(string? actor, string? behaviour) =>
            new()
            {
                WhatElseChanged = "none known",
                Actor = actor,
                Behaviour = behaviour,
            };
        Assert.Equal(
            "“drivers” was said of this trial already, and stays.",
            await maya.Refused<LookAtTrial, TrialVerdict>(l => l.Run(trial.Id, Said("Somebody else", null), default))
        );
        var browser = await maya.Browser();
        await browser.PostForm(
            $"/try/{trial.Id}",
            "look",
            new() { ["Looking.WhatElseChanged"] = "none known", ["Looking.Behaviour"] = "guests are at the door" }
        );
        var page = (await browser.Page($"/try/{trial.Id}")).Body!.Says();
        Assert.Contains("guests are at the door", page, StringComparison.Ordinal);
        Assert.Contains("drivers", page, StringComparison.Ordinal);
        Assert.StartsWith(
            "“guests are at the door” was said",
            await maya.Refused<LookAtTrial, TrialVerdict>(l => l.Run(trial.Id, Said(null, "they call"), default)),
            StringComparison.Ordinal
        );
        var told = await maya.Api().GetStringAsync($"/api/v1/trials/{trial.Id}");
        Assert.Contains(
            "\"actor\":\"drivers\",\"behaviour\":\"guests are at the door\"",
            told,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_named_in_no_trial_and_who_has_a_longer_name_stays()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ann = await world.Colleague(maya, "Ann", Role.Contributor);
        await world.Colleague(maya, "Ann Lee", Role.Contributor);
        var asked = SampleTrials.Asked(maya, await maya.Measured());
        (asked.Actor, asked.Behaviour) = ("Ann and Ann Lee", "Ann rings, Anna answers");
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        var seen = await maya.Named("Ann reaches for a lid.");
        await world.As(
            maya,
            async s =>
            {
                foreach (var source in s.GetServices<IErasureSource>().OfType<TryErasure>())
                    await source.Erase(new(ann.Member.Id, "Ann", "ann@harbor.example", ["Maya", "Ann Lee"]), default);
                return true;
            }
        );
        var now = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Trials.AsNoTracking().SingleAsync(t => t.Id == trial.Id)
        );
        Assert.Equal(
            "a former member reaches for a lid.",
            (await world.As(maya, s => s.GetRequiredService<ReadObstacles>().Of(seen.Id, default)))!.What
        );
        Assert.Equal(
            ("a former member and Ann Lee", "a former member rings, Anna answers"),
            (now.Actor, now.Behaviour)
        );
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class TwoArmsTests
{
    static async Task<Trial> Running(Cast maya, Action<TrialRequest>? with = null)
    {
        var metric = await maya.Measured();
        var asked = SampleTrials.Asked(maya, metric);
        (asked.Predicted, asked.ArmShare, asked.ArmHorizon) = (2, 50, 20_000);
        with?.Invoke(asked);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        maya.World.Clock.Move(TimeSpan.FromDays(21));
        return trial;
    }

    static Task<Trial> Now(Cast maya, Trial trial) =>
        maya.World.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Trials.AsNoTracking().SingleAsync(t => t.Id == trial.Id)
        );

    [Fact]
    public async Task The_page_shows_what_was_published_and_forms_alone_count_undo_and_look() // T11
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var trial = await Running(maya);
        var (browser, page) = (await maya.Browser(), $"/try/{trial.Id}");
        Assert.Contains("Nobody was counted yet.", (await browser.Page(page)).Body!.Says(), StringComparison.Ordinal);
        var answer = await browser.PostForm(
            page,
            "counts",
            new()
            {
                ["Counting.Pasted"] =
                    "date,shown without,did,shown with,did\n2035-03-12,2000,200,2000,240\n2035-03-13,3000,300,3000,360",
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await browser.Page(page);
        var days = shown.QuerySelectorAll("#arms tbody tr").Select(row => row.Says()).ToList();
        Assert.Equal(2, days.Count);
        Assert.Contains("1.977", days[0], StringComparison.Ordinal);
        Assert.Contains("20.92", days[1], StringComparison.Ordinal);
        Assert.Contains("10.00 %", days[1], StringComparison.Ordinal);
        Assert.Contains("12.00 %", days[1], StringComparison.Ordinal);

        // A day that was wrong is taken away; the journal keeps it.
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.PostForm(page, "uncount", new() { ["On"] = "2035-03-13" })).StatusCode
        );
        shown = await browser.Page(page);
        Assert.Single(shown.QuerySelectorAll("#arms tbody tr"));
        Assert.Contains("300 of 3,000, with it 360 of 3,000", shown.Body!.Says(), StringComparison.Ordinal);

        // Looked at early: kept, said, and nothing to decide yet.
        await browser.PostForm(page, "look", new() { ["Looking.WhatElseChanged"] = "none known" });
        Assert.Equal(TrialState.Running, (await Now(maya, trial)).State);
        await browser.PostForm(page, "counts", new() { ["Counting.Pasted"] = "2035-03-13;3000;300;3000;360" });
        await browser.PostForm(page, "look", new() { ["Looking.WhatElseChanged"] = "none known" });
        Assert.Equal(TrialState.Looked, (await Now(maya, trial)).State);
        var verdicts = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().TrialVerdicts.OrderBy(v => v.At).ToListAsync()
        );
        Assert.Equal([VerdictWord.CannotTell, VerdictWord.Improved], verdicts.Select(v => v.Word));
        Assert.Equal(20.92, verdicts[1].Arms!.Ratio, 0.005);
        shown = await browser.Page(page);
        Assert.Contains(verdicts[1].Sentence, shown.Body!.Says(), StringComparison.Ordinal);
        await browser.PostForm(page, "decide", new() { ["Act"] = "adopt" });
        Assert.Equal(TrialState.Adopted, (await Now(maya, trial)).State);
    }

    [Fact]
    public async Task What_cannot_be_counted_is_refused_whole_and_in_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var trial = await Running(maya);
        await maya.Do<CountArms, Trial>(c => c.Run(trial.Id, new() { Pasted = "2035-03-12,10,1,10,1" }, default));
        (string Pasted, string Says)[] wrong =
        [
            ("", "one day at least"),
            ("date,a,b,c,d", "one day at least"),
            ("2035-03-13,10,1,10", "Line 1 is not a day with four counts"),
            ("2035-03-13,10,1,10,1\n2035-03-14,10,x,10,1", "Line 2 is not a day with four counts"),
            ("2035-03-13,10,1,10,1\n2035-03-12,10,1,10,1", "12 March 2035 is counted already"),
            ("2035-03-13,10,1,10,1\n2035-03-13,10,1,10,1", "13 March 2035 is counted already, or is given twice"),
            ("2035-03-13,10,11,10,1", "11 of 10 cannot be"),
            ("2035-03-11,10,1,10,1", "before the start"),
            ("2035-04-13,10,1,10,1", "has not come yet"),
        ];
        foreach (var (pasted, says) in wrong)
            Assert.Contains(
                says,
                await maya.Refused<CountArms, Trial>(c => c.Run(trial.Id, new() { Pasted = pasted }, default)),
                StringComparison.Ordinal
            );
        Assert.Equal(1, await world.As(maya, s => s.GetRequiredService<HeedDb>().ArmCounts.CountAsync()));
        var boss = await world.Colleague(maya, "Ines", Role.Admin);
        Assert.StartsWith(
            "This belongs to",
            await boss.Refused<CountArms, Trial>(c =>
                c.Run(trial.Id, new() { Pasted = "2035-03-14,1,1,1,1" }, default)
            ),
            StringComparison.Ordinal
        );
        var rival = await world.Organisation("Tea House", "Noor");
        Assert.Equal(
            404,
            (await rival.RefusalOf<CountArms, Trial>(c => c.TakeAway(trial.Id, new(2035, 3, 12), default))).Status
        );
    }

    [Fact]
    public async Task Arms_that_are_not_as_planned_get_no_verdict_and_the_page_says_nothing_of_the_effect()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var trial = await Running(maya);
        await maya.Do<CountArms, Trial>(c =>
            c.Run(trial.Id, new() { Pasted = "2035-03-12,5000,500,5400,700" }, default)
        );
        Assert.StartsWith(
            "The arms are not as planned",
            await maya.Refused<LookAtTrial, TrialVerdict>(l =>
                l.Run(trial.Id, new() { WhatElseChanged = "none known" }, default)
            ),
            StringComparison.Ordinal
        );
        var page = (await (await maya.Browser()).Page($"/try/{trial.Id}")).Body!.Says();
        Assert.Contains(
            "The arms are not as planned: of 10,400 people 5,400 got the change",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("always valid p 0", page, StringComparison.Ordinal);
        Assert.Empty(await world.As(maya, s => s.GetRequiredService<HeedDb>().TrialVerdicts.ToListAsync()));
    }

    [Fact]
    public async Task The_api_counts_reads_and_takes_away()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        // One that the metric alone judges has no counts.
        var plain = await SampleTrials.Planned(maya, await maya.Metric(SampleMeasurements.Asked("Calls")));
        var trial = await Running(maya);
        var (api, counts) = (maya.Api(), $"/api/v1/trials/{trial.Id}/counts");
        var made = await api.PostAsJsonAsync(
            counts,
            new
            {
                days = new[]
                {
                    new
                    {
                        on = "2035-03-12",
                        controlShown = 5000,
                        controlDid = 500,
                        changedShown = 5000,
                        changedDid = 600,
                    },
                },
            }
        );
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var read = await api.GetFromJsonAsync<JsonElement>(counts);
        Assert.Equal(20.92, read.GetProperty("ratio").GetDouble(), 0.005);
        Assert.Equal("Improved", read.GetProperty("word").GetString());
        Assert.True(read.GetProperty("low").GetDouble() > 0);
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync($"{counts}/2035-03-12")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.DeleteAsync($"{counts}/2035-03-12")).StatusCode);
        Assert.Equal("NotMeasured", (await api.GetFromJsonAsync<JsonElement>(counts)).GetProperty("word").GetString());
        var told = await api.GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}");
        Assert.Equal(50, told.GetProperty("armShare").GetDouble());
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/api/v1/trials/{plain.Id}/counts")).StatusCode);
    }
}

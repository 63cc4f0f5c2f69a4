using System.Net;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class TryPagesTests
{
    internal static Dictionary<string, string> Plan(string predicted = "7", string look = "2035-06-11") =>
        new()
        {
            ["Asked.Change"] = "Call before arrival",
            ["Asked.Obstacle"] = "Nobody knows when we come.",
            ["Asked.Lever"] = "Environment",
            ["Asked.Predicted"] = predicted,
            ["Asked.Start"] = "2035-03-12",
            ["Asked.Look"] = look,
            ["Asked.Undo"] = "Stop calling.",
        };

    static async Task<string> Redirected(Task<HttpResponseMessage> post)
    {
        var answer = await post;
        var text = answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.Html()).Body!.TextContent;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {text}");
        return new Uri(new Uri("http://x"), answer.Headers.Location!).PathAndQuery;
    }

    [Fact]
    public async Task A_trial_goes_from_plan_to_verdict_to_adopted_with_forms_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var browser = await maya.Browser();
        Assert.Contains(
            "Nothing is tried yet",
            (await browser.Page("/try")).Body!.TextContent,
            StringComparison.Ordinal
        );
        var trial = await Redirected(browser.PostForm($"/try/new?keyResult={keyResult.Id}", "trial", Plan()));
        Assert.Contains("It could be seen", (await browser.Page(trial)).Body!.TextContent, StringComparison.Ordinal);
        await Redirected(browser.PostForm(trial, "start", []));
        var running = (await browser.Page(trial)).Body!.TextContent;
        Assert.Contains("+7 of 100, 5 March 2035", running, StringComparison.Ordinal);
        Assert.Contains("The look is set for 11 June 2035", running, StringComparison.Ordinal);

        world.Clock.Move(TimeSpan.FromDays(98));
        var rows = Enumerable
            .Range(0, 13)
            .Select(i =>
                SampleMeasurements.Row($"{new DateOnly(2035, 3, 12).AddDays(7 * i):O}", 70 + (i * 3 % 5 - 2) * 0.4)
            );
        (await maya.Record(metric.Id, [.. rows])).Given();
        browser = await maya.Browser();
        await Redirected(browser.PostForm(trial, "look", new() { ["Looking.WhatElseChanged"] = "none known" }));
        var looked = await browser.Page(trial);
        Assert.Contains("Improved", looked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("came before the data", looked.Body.TextContent, StringComparison.Ordinal);
        // Page, journal and API quote the one sentence that was kept, with the metric's unit.
        var kept = await world.As(maya, s => s.GetRequiredService<HeedDb>().TrialVerdicts.SingleAsync());
        Assert.Contains(" of 100 (95 % interval ", kept.Sentence, StringComparison.Ordinal);
        Assert.Equal(kept.Sentence, looked.QuerySelector("figure.chart figcaption")!.Says());
        Assert.Contains(
            $"looked at “Call before arrival”. {kept.Sentence}",
            looked.Body.Says(),
            StringComparison.Ordinal
        );
        Assert.Equal(kept.Sentence, VerdictView.Of(kept).Sentence);
        await Redirected(
            browser.PostForm(trial, "decide", new() { ["Deciding.Why"] = "It holds.", ["Act"] = "adopt" })
        );
        Assert.Contains("adopted", (await browser.Page(trial)).Body!.TextContent, StringComparison.Ordinal);
        var page = await browser.Page("/try");
        Assert.Equal("Nothing is tried at the moment", page.QuerySelector("h1")!.TextContent);
        var board = page.QuerySelectorAll("section.column");
        Assert.Contains("Call before arrival", board[3].TextContent, StringComparison.Ordinal);
        var steps = (await browser.Page(trial)).QuerySelectorAll(".steps li");
        Assert.Equal(
            ["Planned", "Prediction locked", "Looked", "Adopted"],
            steps.Select(s => s.QuerySelector(".status")!.Says())
        );
        Assert.Equal("step", steps[3].GetAttribute("aria-current"));
        Assert.Contains("+7 of 100", steps[1].TextContent, StringComparison.Ordinal);
        var aimed = (await browser.Page($"/aim/key-results/{keyResult.Id}")).Body!.TextContent;
        Assert.Contains("Without it: ", aimed, StringComparison.Ordinal);
        Assert.Contains("Call before arrival: improved", aimed, StringComparison.Ordinal);
        Assert.Contains(
            "The last change that moved it: “Call before arrival”, improved",
            aimed,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_plan_says_before_the_start_that_it_could_not_be_seen()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var fields = Plan("0.5", "2035-04-16");
        fields["Act"] = "see";
        var answer = await (await maya.Browser()).PostForm($"/try/new?metric={metric.Id}", "trial", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            "It would probably end as “cannot tell”",
            (await answer.Html()).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_look_before_the_start_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var answer = await (await maya.Browser()).PostForm(
            $"/try/new?metric={metric.Id}",
            "trial",
            Plan(look: "2035-03-01")
        );
        var page = await answer.Html();
        Assert.Contains(
            "is not after the start",
            page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Call before arrival", page.QuerySelector("[name='Asked.Change']")!.GetAttribute("value"));
        Assert.Equal("2035-03-01", page.QuerySelector("[name='Asked.Look']")!.GetAttribute("value"));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class ReviewTests
{
    static async Task<string> Text(HttpClient browser, string path) =>
        (await browser.Page(path)).QuerySelector("main")!.Says();

    static async Task<Practice> Costing(Cast maya, string name, double minutes)
    {
        var practice = await maya.Practice(name);
        await maya.Do<SayBurden, Practice>(s =>
            s.Run(practice.Id, Practices.Hours(4, minutes / 2, minutes, minutes * 2), default)
        );
        return practice;
    }

    static async Task<string> State(Cast maya, Practice of) =>
        (await maya.Api().GetFromJsonAsync<JsonElement>("/api/v1/metric-review"))
            .GetProperty("activities")
            .EnumerateArray()
            .Single(a => a.GetProperty("name").GetString() == of.Name)
            .GetProperty("state")
            .GetString()!;

    [Fact]
    public async Task What_is_expensive_and_unsupported_is_the_agenda_and_is_nominated_with_one_click()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        Assert.Contains("Nothing to review yet", await Text(browser, "/waste/review"), StringComparison.Ordinal);
        var dear = await Costing(maya, "The weekly call list", 600);
        foreach (var (name, minutes) in new[] { ("Two", 60), ("Three", 30), ("Four", 10) })
            await Costing(maya, name, minutes);
        var page = await browser.Page("/waste/review");
        Assert.Contains(
            "One activity is expensive, and nothing shows that it matters",
            page.Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector($"svg a[href='/waste/review/{dear.Id}']"));
        var answer = await browser.PostForm(
            "/waste/review",
            "nominate-practice",
            new() { ["Practice"] = $"{dear.Id}" }
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Nominated", await State(maya, dear));
        var nominated = (await maya.Api().GetFromJsonAsync<JsonElement>("/api/v1/nominations")).GetProperty("items")[0];
        Assert.Equal($"/waste/review/{dear.Id}", nominated.GetProperty("evidence").GetString());
        Assert.Contains(
            "Nobody has said which outcome it serves",
            nominated.GetProperty("what").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nothing expensive is without evidence that it matters",
            await Text(browser, "/waste/review"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_customers_wait_for_or_cash_buys_is_reviewed_in_its_own_order()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await Costing(maya, "The weekly call list", 600);
        foreach (var (name, cash) in new[] { ("Lids", 10), ("Cups", 400), ("Napkins", 30), ("Bags", 20) })
        {
            var practice = await maya.Practice(name);
            await maya.Do<SayBurden, Practice>(s => s.Run(practice.Id, Practices.Cash(cash), default));
        }
        var browser = await maya.Browser();
        var page = await browser.Page("/waste/review?by=Cash");
        var said = page.Body!.Says();
        Assert.Contains("One activity is expensive, and nothing shows that it matters", said, StringComparison.Ordinal);
        Assert.Contains(
            "Cups: 400 in cash a month",
            page.QuerySelector("svg a")!.GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("The weekly call list", said, StringComparison.Ordinal);
        var answer = await browser.PostForm(
            "/waste/review?by=Cash",
            "nominate-practice",
            new() { ["Practice"] = page.QuerySelector("button[name=Practice]")!.GetAttribute("value")! }
        );
        Assert.EndsWith("/waste/review?by=Cash", $"{answer.Headers.Location}", StringComparison.Ordinal);
        var nominated = (await maya.Api().GetFromJsonAsync<JsonElement>("/api/v1/nominations")).GetProperty("items")[0];
        Assert.Contains(
            "“Cups” takes 400 in cash a month",
            nominated.GetProperty("what").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No practice says what it costs in hours of customers",
            await Text(browser, "/waste/review?by=CustomerHours"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_claim_is_no_evidence_until_a_trial_is_judged_on_its_outcome()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var practice = await Costing(maya, "Calls before arrival", 60);
        Assert.Equal("Unexamined", await State(maya, practice));
        var trial = await SampleTrials.Started(maya, metric);
        var browser = await maya.Browser();
        var answer = await browser.PostForm(
            $"/waste/review/{practice.Id}",
            "claim-outcome",
            new()
            {
                ["Asked.Metric"] = $"{metric.Id}",
                ["Asked.Reason"] = "Whoever is called is at home.",
                ["Asked.Trial"] = $"{trial.Id}",
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Claimed", await State(maya, practice));
        Assert.Contains(
            "was not looked at",
            await Text(browser, $"/waste/review/{practice.Id}"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "is claimed already",
            await maya.Refused<ClaimOutcome, Practice>(c =>
                c.Run(practice.Id, new() { Metric = metric.Id, Reason = "Again." }, default)
            ),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        Assert.Equal("Supported", await State(maya, practice));
        browser = await maya.Browser();
        var page = await browser.Page($"/waste/review/{practice.Id}");
        Assert.Contains("supported", page.Body!.Says(), StringComparison.Ordinal);
        var claim = page.QuerySelector("button[name=Claim]")!.GetAttribute("value")!;
        await browser.PostForm($"/waste/review/{practice.Id}", "take-back-claim", new() { ["Claim"] = claim });
        Assert.Equal("Unexamined", await State(maya, practice));
    }

    [Fact]
    public async Task A_metric_without_an_owner_or_measured_long_ago_is_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var browser = await maya.Browser();
        Assert.Contains("no owner", await Text(browser, "/waste/review"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(120));
        browser = await maya.Browser();
        Assert.Contains($"no owner, last measured on", await Text(browser, "/waste/review"), StringComparison.Ordinal);
        Assert.Contains(metric.Name, await Text(browser, "/waste/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_metric_that_nobody_looked_at_for_90_days_is_said_and_who_looked_is_not()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var browser = await maya.Browser();
        var version = await Version();
        Assert.DoesNotContain("looked at since", await Text(browser, "/waste/review"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(91));
        browser = await maya.Browser();
        Assert.Contains(
            "never looked at since it was made",
            await Text(browser, "/waste/review"),
            StringComparison.Ordinal
        );
        var today = maya.Workspace.Today(world.Clock);
        await browser.Page($"/metrics/{metric.Id}");
        Assert.DoesNotContain("looked at since", await Text(browser, "/waste/review"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(91));
        browser = await maya.Browser();
        var page = await browser.Page("/waste/review");
        Assert.Contains($"last looked at on {Format.Day(today)}", page.Body!.Says(), StringComparison.Ordinal);
        // Whoever holds an older version may still change it: a look is no change.
        Assert.NotNull(version);
        Assert.Equal(version, await Version());
        var link = page.QuerySelector($"a[href*='{Uri.EscapeDataString($"/metrics/{metric.Id}")}']")!;
        Assert.Contains(
            metric.Name,
            (await browser.Page(link.GetAttribute("href")!))
                .QuerySelector("textarea, input[name='Asked.What']")!
                .OuterHtml,
            StringComparison.Ordinal
        );

        async Task<string?> Version()
        {
            using var answer = await maya.Api().GetAsync($"/api/v1/metrics/{metric.Id}");
            return answer.Headers.ETag?.Tag;
        }
    }
}

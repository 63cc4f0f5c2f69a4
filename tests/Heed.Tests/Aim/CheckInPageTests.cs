using System.Net;
using Heed.Aim;
using Heed.Metrics;
using Heed.People;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;

namespace Heed.Tests.Aim;

public sealed class CheckInPageTests
{
    [Fact]
    public async Task One_card_after_the_other_counts_what_is_left_of_this_round()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, first, metric) = await maya.Live();
        foreach (var who in (string[])["guests", "resellers"])
            await maya.Aim(objective, metric, a => a.Who = who);
        var browser = await maya.Browser();

        var page = await browser.Page("/aim/check-in");
        Assert.Contains("3 left, less than a minute each", page.Body!.Says());
        Assert.Contains("Save, next one", page.Body!.Says());
        Assert.Contains("is noise. Left as it is, nothing new is recorded.", page.Body!.Says());
        Assert.Contains("Last measured 26 February 2035.", page.Body!.Says());
        Assert.Equal("61.6", page.QuerySelector("[name='Asked.Value']")!.GetAttribute("value"));

        page = await browser.Page(Skip(page));
        Assert.Contains("2 left, less than a minute each", page.Body!.Says());
        var second = Skip(page);
        page = await browser.Page(second);
        Assert.Contains("1 left, less than a minute each", page.Body!.Says());
        Assert.DoesNotContain("next one", page.Body!.Says());
        Assert.DoesNotContain("Skip this one", page.Body!.Says());

        var done = await browser.PostForm(
            second,
            "check-in",
            new() { ["Asked.Confidence"] = "8", ["Asked.Learned"] = "Names matter." }
        );
        Assert.Equal("/aim/check-in?skip=2&done=1", done.Headers.Location!.PathAndQuery);
        page = await browser.Page("/aim/check-in?skip=2&done=1");
        Assert.Contains("Done: 1 check-in", page.Body!.Says());
        Assert.DoesNotContain(" left, ", page.Body!.Says());
        // Those that were skipped wait for the next round.
        Assert.Contains("2 left", (await browser.Page("/aim/check-in")).Body!.Says());

        var guest = await (await world.Colleague(maya, "Sam", Role.Viewer)).Browser();
        Assert.Contains("Nothing waits for a check-in", (await guest.Page("/aim/check-in")).Body!.Says());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/aim/check-in/{objective.Id}")).StatusCode);

        var wrong = await (
            await browser.PostForm($"/aim/check-in/{first.Id}", "check-in", new() { ["Asked.Confidence"] = "12" })
        ).Html();
        Assert.Equal("Confidence goes from 0 to 10.", wrong.QuerySelector("fieldset .error")!.Says());

        static string Skip(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelectorAll("a").Single(a => a.Says() == "Skip this one").GetAttribute("href")!;
    }

    [Fact]
    public async Task The_page_of_a_key_result_offers_what_was_said_last_and_tells_what_was_said_before()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var browser = await maya.Browser();
        var address = $"/aim/key-results/{keyResult.Id}";
        Assert.Contains("No check-in yet.", (await browser.Page(address)).Body!.Says());
        await CheckIn(6, "Names matter.");
        Assert.Equal(
            "How sure the team is: Confidence 6 of 10, it may go either way.",
            (await browser.Page(address)).QuerySelector(".beside")!.Says()
        );
        world.Clock.Move(TimeSpan.FromDays(7));
        await CheckIn(9, null);
        await CheckIn(9, null);
        var page = await browser.Page(address);
        Assert.Equal(
            "How sure the team is: Confidence 9 of 10, was 6 on 5 March 2035.",
            page.QuerySelector(".beside")!.Says()
        );
        Assert.Equal(
            [
                "12 March 2035 not measured 9",
                "12 March 2035 not measured 9",
                "5 March 2035 not measured 6 Names matter.",
            ],
            page.QuerySelectorAll(".check-ins tbody tr").Select(r => r.Says())
        );

        world.Clock.Move(TimeSpan.FromHours(1));
        var card = await browser.Page($"/aim/check-in/{keyResult.Id}");
        Assert.Equal("9", card.QuerySelector("[name='Asked.Confidence'][checked]")!.GetAttribute("value"));
        Assert.DoesNotContain(" left, ", card.Body!.Says());
        var saved = await browser.PostForm($"/aim/check-in/{keyResult.Id}", "check-in", []);
        Assert.Equal(address, saved.Headers.Location!.PathAndQuery);
        // Left as it was shown, the value is no new measurement.
        Assert.Contains("61.6", (await browser.Page(address)).QuerySelector(".check-ins tbody tr")!.Says());
        Assert.Contains("the newest of 24 points", (await browser.Page(address)).Body!.Says());
        var asked = SampleMeasurements.Asked();
        asked.LagDays = 1;
        await maya.Do<ChangeMetric, Metric>(c => c.Run(metric.Id, asked, default));
        Assert.Contains("Expected lag 1 day ", $"{(await browser.Page(address)).QuerySelector("aside dl")!.Says()} ");

        Task<CheckIn> CheckIn(int confidence, string? learned) =>
            maya.Do<RecordCheckIn, CheckIn>(r =>
                r.Run(keyResult.Id, new() { Confidence = confidence, Learned = learned }, default)
            );
    }
}

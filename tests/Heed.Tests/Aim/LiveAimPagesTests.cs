using System.Net;
using Heed.Aim;
using static Heed.Tests.Aim.AimPagesTests;

namespace Heed.Tests.Aim;

/// <summary>Pages of objectives that are under way, and of those that ended.</summary>
public sealed class LiveAimPagesTests
{
    [Fact]
    public async Task The_map_is_paged_and_the_address_is_the_view()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cycle = await maya.Quarter();
        for (var i = 0; i < WorkMap.Size + 1; i++)
            await maya.Objective(cycle);
        var browser = await maya.Browser();
        var first = await browser.Page($"/aim?cycle={cycle.Id}");
        Assert.Equal(WorkMap.Size, first.QuerySelectorAll("section.sheet").Length);
        var next = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        Assert.Single((await browser.Page(next)).QuerySelectorAll("section.sheet"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/aim?cycle={Id<Cycle>.New()}")).StatusCode);
    }

    [Fact]
    public async Task Closing_asks_how_it_ended_and_keeps_the_last_word()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, _, _) = await maya.Live();
        var browser = await maya.Browser();
        await Redirected(
            browser.PostForm(
                $"/aim/objectives/{objective.Id}",
                "close",
                new() { ["Asked.Ending"] = "NoLongerTheRightQuestion", ["Asked.LastWord"] = "They moved away." }
            )
        );
        var text = await Text(browser, $"/aim/objectives/{objective.Id}");
        Assert.Contains("no longer the right question", text, StringComparison.Ordinal);
        Assert.Contains("They moved away.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_terms_show_in_the_history()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        var browser = await maya.Browser();
        await Redirected(
            browser.PostForm(
                $"/aim/key-results/{keyResult.Id}/terms",
                "terms",
                new() { ["Asked.Target"] = "70", ["Asked.Reason"] = "Two shops closed." }
            )
        );
        var text = await Text(browser, $"/aim/key-results/{keyResult.Id}");
        Assert.Contains("62 → 70 of 100", text, StringComparison.Ordinal);
        Assert.Contains("Two shops closed.", text, StringComparison.Ordinal);
    }
}

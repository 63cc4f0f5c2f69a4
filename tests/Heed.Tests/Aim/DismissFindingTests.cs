using System.Net;
using System.Net.Http.Json;
using Heed.Aim;
using Heed.Tests.Metrics;
using static Heed.Tests.Aim.AimOverTheApi;
using static Heed.Tests.Aim.AimPagesTests;

namespace Heed.Tests.Aim;

public sealed class DismissFindingTests
{
    [Fact]
    public async Task A_finding_is_set_aside_with_who_and_why_and_blocks_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var keyResult = await maya.Aim(
            await maya.Objective(),
            await maya.Measured(),
            asked => (asked.DoesWhat, asked.Target) = ("launch their own menus", 75)
        );
        var browser = await maya.Browser();
        var page = $"/aim/key-results/{keyResult.Id}";
        Assert.Contains("is what your team does", await Text(browser, page), StringComparison.Ordinal);
        await Redirected(
            browser.PostForm(
                $"{page}/dismiss?rule=output",
                "dismiss",
                new() { ["Asked.Rule"] = "output", ["Asked.Reason"] = "The regulars launch them." }
            )
        );
        var text = await Text(browser, page);
        Assert.Contains("Set aside: 1", text, StringComparison.Ordinal);
        Assert.Contains("The regulars launch them.", text, StringComparison.Ordinal);
        var listed = await Json(
            await maya.Api().GetAsync($"/api/v1/key-results/{keyResult.Id}/dismissals"),
            HttpStatusCode.OK
        );
        Assert.Equal(("output", "launch"), (Text(listed[0], "rule"), Text(listed[0], "words")));
    }

    [Fact]
    public async Task What_is_not_found_cannot_be_set_aside_and_a_reason_is_asked_for()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var keyResult = await maya.Aim(await maya.Objective(), await maya.Measured());
        var at = $"/api/v1/key-results/{keyResult.Id}/dismissals";
        var api = maya.Api();
        await Json(
            await api.PostAsJsonAsync(at, new { rule = "output", reason = "So it is." }),
            HttpStatusCode.Conflict
        );
        await Json(await api.PostAsJsonAsync(at, new { rule = "output" }), HttpStatusCode.BadRequest);
    }
}

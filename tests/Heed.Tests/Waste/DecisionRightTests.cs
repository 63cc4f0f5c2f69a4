using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class DecisionRightTests
{
    static Task<DecisionRight> Granted(Cast maya) =>
        maya.Do<GrantRight, DecisionRight>(g => g.Run(SampleHandOffs.Right(maya), default));

    [Fact]
    public async Task Several_uses_of_one_case_that_pass_the_limit_together_are_said_to_be_splitting()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var right = await Granted(maya);
        var (browser, card) = (await maya.Browser(), $"/waste/rights/{right.Id}");
        Assert.Contains(
            "You may decide this yourself",
            (await browser.Page("/waste/rights")).Body!.Says(),
            StringComparison.Ordinal
        );
        foreach (var (about, cost) in new[] { ("Order 7", "30"), ("order 7 ", "25"), ("Order 8", "50") })
        {
            Assert.DoesNotContain("Splitting", (await browser.Page(card)).Body!.Says(), StringComparison.Ordinal);
            using var noted = await browser.PostForm(
                card,
                "use",
                new()
                {
                    ["Using.Case"] = about,
                    ["Using.Story"] = "A voucher.",
                    ["Using.Cost"] = cost,
                }
            );
            Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
            if (cost == "25")
                break;
        }
        var says = (await browser.Page(card)).Body!.Says();
        Assert.Contains(
            "2 uses of this case come to 55 euro, above the limit of 50 euro",
            says,
            StringComparison.Ordinal
        );
        Assert.Contains("The customer: not known yet", says, StringComparison.Ordinal);
        await maya.Do<UseRight, RightUse>(u => u.Run(right.Id, SampleHandOffs.Use(50, "Order 8"), default));
        var split = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/decision-rights/{right.Id}/split-cases");
        Assert.Equal(55, Assert.Single(split.EnumerateArray()).GetProperty("total").GetDouble());

        using var above = await browser.PostForm(
            card,
            "use",
            new()
            {
                ["Using.Case"] = "Order 9",
                ["Using.Story"] = "A machine.",
                ["Using.Cost"] = "51",
            }
        );
        var page = await above.Html();
        Assert.Contains("This is above the limit", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Equal("Order 9", page.QuerySelector("[name='Using.Case']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task It_is_granted_from_above_and_never_by_its_holder_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var lead = await world.Colleague(maya, "Lena", Role.Contributor);
        await lead.Joins("Checkout", TeamRole.Lead);
        var asked = SampleHandOffs.Right(maya);
        Assert.Contains(
            "granted from above",
            await lead.Refused<GrantRight, DecisionRight>(g => g.Run(asked, default)),
            StringComparison.Ordinal
        );
        var region = await lead.Joins("Region", TeamRole.Lead);
        await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                await db
                    .Teams.Where(t => t.Id == maya.Team.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.ParentId, region.Id));
                return true;
            }
        );
        Assert.Equal(maya.Team.Id, (await lead.Do<GrantRight, DecisionRight>(g => g.Run(asked, default))).HolderId);
        asked.Until = maya.Workspace.Today(world.Clock).AddMonths(24).AddDays(1);
        Assert.Contains(
            "at most 24 months",
            await maya.Refused<GrantRight, DecisionRight>(g => g.Run(asked, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reversal_is_read_by_everybody_and_told_to_the_holder()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var right = await Granted(maya);
        var noa = await world.Colleague(maya, "Noa", Role.Viewer);
        Assert.Contains(
            "of 1 team that holds one used it: 0 %",
            Says(await (await noa.Browser()).Page("/waste/rights")),
            StringComparison.Ordinal
        );
        await maya.Do<UseRight, RightUse>(u => u.Run(right.Id, SampleHandOffs.Use(), default));
        Assert.Contains(
            "One of 1 team that holds one used it: 100 %",
            Says(await (await noa.Browser()).Page("/waste/rights")),
            StringComparison.Ordinal
        );
        await maya.Do<MoveRight, DecisionRight>(m =>
            m.Run(right.Id, DecisionRightAct.Reverse, new() { Reason = "The budget is spent." }, default)
        );
        Assert.Contains(
            "The budget is spent.",
            Says(await (await noa.Browser()).Page($"/waste/rights/{right.Id}")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "of your team was reversed.",
            Says(await (await maya.Browser()).Page("/")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "was reversed",
            await maya.Refused<UseRight, RightUse>(u => u.Run(right.Id, SampleHandOffs.Use(), default)),
            StringComparison.Ordinal
        );

        static string Says(AngleSharp.Html.Dom.IHtmlDocument page) => page.Body!.Says();
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class TeamsTests
{
    static async Task<string> Team(Cast by, string name, string? under = null)
    {
        var answer = await by.Api().PostAsJsonAsync("/api/v1/teams", new { name, parentId = under });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_tree_shows_each_team_under_its_parent()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var shop = await Team(cast, "Shop");
        await Team(cast, "Counter", shop);
        var page = await (await cast.Browser()).Page("/teams");
        var nested = page.QuerySelectorAll("li li a").Select(a => a.TextContent);
        Assert.Equal(["Counter"], nested);
    }

    [Fact]
    public async Task A_team_cannot_be_put_under_a_team_of_its_own()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var shop = await Team(cast, "Shop");
        var counter = await Team(cast, "Counter", shop);
        var answer = await cast.Api().PutAsJsonAsync($"/api/v1/teams/{shop}/parent", new { parentId = counter });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("under itself", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await (await cast.Browser()).Page($"/teams/{shop}");
        Assert.DoesNotContain(
            page.QuerySelectorAll("[name='Placed.ParentId'] option"),
            o => o.TextContent.Contains("Counter", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Moves_at_the_same_time_close_no_cycle()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await Team(cast, $"One {round}"), await Team(cast, $"Other {round}"));
            var moves = await Task.WhenAll(
                cast.Api().PutAsJsonAsync($"/api/v1/teams/{one}/parent", new { parentId = other }),
                cast.Api().PutAsJsonAsync($"/api/v1/teams/{other}/parent", new { parentId = one })
            );
            Assert.Equal(1, moves.Count(m => m.IsSuccessStatusCode));
        }
    }

    [Fact]
    public async Task A_page_moves_a_team_and_brings_it_back_to_the_top()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var (browser, shop) = (await cast.Browser(), await Team(cast, "Shop"));
        var path = $"/teams/{cast.Team.Id}";
        await browser.PostForm(path, "move", new() { ["Placed.ParentId"] = shop });
        Assert.Equal("Shop", (await browser.Page(path)).QuerySelectorAll(".crumbs a")[^1].TextContent);
        await browser.PostForm(path, "move", new() { ["Placed.ParentId"] = "" });
        Assert.Equal("Teams", (await browser.Page(path)).QuerySelectorAll(".crumbs a")[^1].TextContent);
    }

    [Fact]
    public async Task A_lead_says_who_is_in_the_team_and_a_member_does_not()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (lea, ben) = (
            await world.Colleague(maya, "Lea", Role.Contributor),
            await world.Colleague(maya, "Ben", Role.Contributor)
        );
        var place = $"/api/v1/teams/{maya.Team.Id}/members";
        await maya.Api().PutAsJsonAsync($"{place}/{lea.Member.Id}", new { role = "Lead" });
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await lea.Api().PutAsJsonAsync($"{place}/{ben.Member.Id}", new { role = "Member" })).StatusCode
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Api().DeleteAsync($"{place}/{lea.Member.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await ben.Api().DeleteAsync($"{place}/{ben.Member.Id}")).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_team_puts_in_and_takes_out()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var lea = await world.Colleague(maya, "Noa", Role.Contributor);
        var (browser, path) = (await maya.Browser(), $"/teams/{maya.Team.Id}");
        await browser.PostForm(
            $"{path}/members/new",
            "join",
            new() { ["Asked.MemberId"] = lea.Member.Id.ToString(), ["Asked.Role"] = "Coach" }
        );
        Assert.Contains(
            "Coach",
            (await browser.Page(path)).QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );
        await browser.PostForm(path, $"leave-{lea.Member.Id}", []);
        Assert.DoesNotContain(
            "Noa",
            (await browser.Page(path)).QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_empty_name_is_refused_on_the_page_and_by_the_api_in_the_same_words()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var page = await (await cast.Browser()).PostForm("/teams/new", "team", new() { ["Asked.Name"] = "" });
        Assert.Contains("Give the team a name.", (await page.Html()).Body!.TextContent, StringComparison.Ordinal);
        var api = await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = "" });
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        Assert.Contains("Give the team a name.", await api.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

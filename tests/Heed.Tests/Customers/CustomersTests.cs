using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.Customers;
using Heed.Kit;
using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Customers;

public sealed class CustomersTests
{
    static async Task<string> Group(Cast by, string name, string? steps = null)
    {
        var answer = await by.Api()
            .PostAsJsonAsync(
                "/api/v1/customer-groups",
                new
                {
                    name,
                    kind = "External",
                    journeySteps = steps,
                }
            );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.GetValue<string>();
    }

    static async Task<string> Text(HttpClient browser, string path) =>
        (await browser.Page(path)).QuerySelector("main")!.TextContent;

    [Fact]
    public async Task The_list_is_empty_with_one_action_then_shows_who_serves_whom()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        Assert.Contains("No customer group yet", await Text(browser, "/customers"), StringComparison.Ordinal);
        var id = await Group(cast, "New regulars");
        Assert.Contains("Nobody serves them yet.", await Text(browser, "/customers"), StringComparison.Ordinal);
        Assert.Contains(
            "Of Checkout nobody has said yet whom it serves.",
            await Text(browser, "/customers"),
            StringComparison.Ordinal
        );
        await browser.PostForm($"/customers/{id}", "serve", new() { ["Asked.TeamId"] = cast.Team.Id.ToString() });
        var served = await Text(browser, "/customers");
        Assert.DoesNotContain("Teams that serve nobody", served, StringComparison.Ordinal);
        await browser.PostForm($"/customers/{id}", $"end-{cast.Team.Id}", []);
        Assert.Contains("Teams that serve nobody", await Text(browser, "/customers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_group_comes_back_with_undo_and_all_that_hangs_on_it()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var (browser, id) = (await cast.Browser(), await Group(cast, "New regulars", "orders\nwaits"));
        var gone = await browser.PostForm($"/customers/{id}", "remove", []);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/customers/{id}")).StatusCode);
        var list = new Uri(world.Address, gone.Headers.Location!).PathAndQuery;
        await browser.PostForm(list, "restore", []);
        Assert.Contains("waits", await Text(browser, $"/customers/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_stays_keeps_its_id_and_one_that_comes_back_gets_it_back()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var id = await Group(cast, "New regulars", "orders\nwaits\npays");
        var before = await Steps();
        await Put("pays\norders");
        await Put("waits\npays\norders");
        var after = await Steps();
        Assert.Equal(["waits", "pays", "orders"], after.Select(s => s.Name));
        Assert.Equal(before.OrderBy(s => s.Name), after.OrderBy(s => s.Name));

        async Task Put(string steps) =>
            Assert.Equal(
                HttpStatusCode.NoContent,
                (
                    await cast.Api()
                        .PutAsJsonAsync(
                            $"/api/v1/customer-groups/{id}",
                            new
                            {
                                name = "New regulars",
                                kind = "External",
                                journeySteps = steps,
                            }
                        )
                ).StatusCode
            );

        async Task<List<(string Name, string Id)>> Steps() =>
            [
                .. (await cast.Api().GetFromJsonAsync<JsonObject>($"/api/v1/customer-groups/{id}"))!["journeySteps"]!
                    .AsArray()
                    .Select(s => (s!["name"]!.GetValue<string>(), s["id"]!.GetValue<string>())),
            ];
    }

    [Fact]
    public async Task The_page_makes_and_edits_a_group_and_refuses_a_name_twice()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var made = await browser.PostForm(
            "/customers/new",
            "group",
            new() { ["Asked.Name"] = "Regulars", ["Asked.JourneySteps"] = "orders" }
        );
        var path = new Uri(world.Address, made.Headers.Location!).AbsolutePath;
        await browser.PostForm(
            $"{path}/edit",
            "group",
            new() { ["Asked.Kind"] = "Partner", ["Asked.Behaviours"] = "order again" }
        );
        var page = await Text(browser, path);
        Assert.Contains("Partner", page, StringComparison.Ordinal);
        Assert.Contains("order again", page, StringComparison.Ordinal);
        Assert.Contains("Maya changed the customer group Regulars.", page, StringComparison.Ordinal);
        var again = await browser.PostForm("/customers/new", "group", new() { ["Asked.Name"] = "Regulars" });
        Assert.Contains("called Regulars already", (await again.Html()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_speaks_for_the_own_team_only()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var path = $"/api/v1/customer-groups/{await Group(cleo, "Regulars")}/servings/{maya.Team.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await cleo.Api().PutAsync(path, null)).StatusCode);
        await maya.Api()
            .PutAsJsonAsync($"/api/v1/teams/{maya.Team.Id}/members/{cleo.Member.Id}", new { role = "Member" });
        Assert.Equal(HttpStatusCode.NoContent, (await cleo.Api().PutAsync(path, null)).StatusCode);
    }

    [Fact]
    public async Task It_is_found_by_a_part_of_its_name_and_listed_by_kind_after_a_cursor()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        foreach (var name in new[] { "Regulars", "Wholesale", "Tourists" })
            await Group(cast, name);
        var found = await world.As(
            cast,
            async s =>
            {
                List<Found> all = [];
                foreach (var finder in s.GetServices<ISearchSource>())
                    all.AddRange(await finder.Search("HOLE", 5, default));
                return all;
            }
        );
        Assert.Equal("Wholesale", Assert.Single(found).Title);
        var names = await Lists.All(
            cast.Api(),
            "/api/v1/customer-groups?kind=External",
            2,
            g => g["name"]!.GetValue<string>()
        );
        Assert.Equal(["Regulars", "Wholesale", "Tourists"], names);
    }
}

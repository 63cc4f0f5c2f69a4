using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.People;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Journal;

public sealed class JournalTests
{
    static async Task<string> Team(Cast by, string name) =>
        (
            await (
                await by.Api().PostAsJsonAsync("/api/v1/teams", new { name })
            ).Content.ReadFromJsonAsync<JsonObject>()
        )!["id"]!.GetValue<string>();

    [Fact]
    public async Task It_tells_the_newest_first_and_goes_on_even_where_many_happened_at_once()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 5; i++)
            await Team(cast, $"Team {i}");
        world.Clock.Move(TimeSpan.FromMinutes(1));
        await Team(cast, "Last");
        var lines = await Lists.All(cast.Api(), "/api/v1/journal", 2, e => e["sentence"]!.GetValue<string>());
        Assert.Equal("Maya made the team Last.", lines[0]);
        Assert.Equal(6, lines.Distinct().Count());
        Assert.Equal(6, lines.Count);
    }

    [Fact]
    public async Task It_is_narrowed_to_a_kind_and_to_a_thing()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var shop = await Team(cast, "Shop");
        await Team(cast, "Roastery");
        await cast.Api().PutAsJsonAsync($"/api/v1/teams/{shop}/name", new { name = "Shops" });
        await cast.Api().PostAsJsonAsync("/api/v1/customer-groups", new { name = "Regulars", kind = "External" });
        var ofTeams = await Lists.All(cast.Api(), "/api/v1/journal?kind=Team", 50, e => e["kind"]!.GetValue<string>());
        Assert.Equal(["Team", "Team", "Team"], ofTeams);
        var ofShop = await Lists.All(
            cast.Api(),
            $"/api/v1/journal?thing={shop}",
            50,
            e => e["act"]!.GetValue<string>()
        );
        Assert.Equal(2, ofShop.Count);
        var page = await (await cast.Browser()).Page("/journal?kind=CustomerGroup");
        Assert.Contains(
            "Maya named the customer group Regulars.",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Roastery", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_leads_to_its_thing()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var shop = await Team(cast, "Shop");
        var browser = await cast.Browser();
        var line = (await browser.Page("/journal"))
            .QuerySelectorAll(".lines a")
            .Single(a => a.TextContent == "Maya made the team Shop.");
        Assert.Equal($"/teams/{shop}", line.GetAttribute("href"));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync(line.GetAttribute("href"))).StatusCode);
    }

    [Fact]
    public async Task Everyone_may_ask_for_their_own_acts_and_for_nobody_elses()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var noor = await world.Colleague(maya, "Noor", Role.Admin);
        await Team(maya, "Shop");
        await Team(noor, "Roastery");
        var mine = (await (await noor.Browser()).Page("/journal?mine=true")).QuerySelector("main")!.TextContent;
        Assert.Contains("Roastery", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Shop", mine, StringComparison.Ordinal);
        var other = (await (await noor.Browser()).Page($"/journal?member={maya.Member.Id}")).QuerySelector("main")!;
        Assert.Contains("Roastery", other.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_recorded_one_after_the_other_are_one_line_that_opens()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        foreach (var name in (string[])["Reorders", "Waiting", "Calls"])
        {
            var metric = await maya.Metric(SampleMeasurements.Asked(name));
            world.Clock.Move(TimeSpan.FromMinutes(1));
            await maya.Record(metric, ("2035-03-05", 62));
        }
        var apart = (await (await maya.Browser()).Page("/journal")).QuerySelector(".lines")!;
        Assert.Empty(apart.QuerySelectorAll("details"));
        var again = await maya.World.As(maya, s => s.GetRequiredService<Heed.Metrics.NameMetrics>().InUse(9, default));
        foreach (var metric in again)
            await maya.Record(metric.Id, [SampleMeasurements.Row("2035-03-05", 63)]);
        var folded = (await (await maya.Browser()).Page("/journal")).QuerySelectorAll(".lines details");
        Assert.Equal("4 metrics were recorded", Assert.Single(folded).QuerySelector("summary")!.TextContent);
        Assert.Equal(4, folded[0].QuerySelectorAll("li").Length);
    }

    [Fact]
    public async Task Another_workspaces_acts_are_not_in_it()
    {
        await using var world = await World.Start();
        var (harbor, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var shop = await Team(harbor, "Shop");
        Assert.Empty(await Lists.All(rival.Api(), $"/api/v1/journal?thing={shop}", 50, e => e));
        Assert.Empty(await Lists.All(rival.Api(), "/api/v1/journal", 50, e => e));
    }
}

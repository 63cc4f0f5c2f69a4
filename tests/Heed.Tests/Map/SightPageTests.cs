using System.Net;
using Heed.Analytics.Evidence;
using Heed.Map;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;

namespace Heed.Tests.Map;

public sealed class SightPageTests
{
    [Fact]
    public async Task A_newcomer_is_told_what_a_line_needs()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        foreach (
            var (address, said) in new[]
            {
                ("/map", "There is no line to see yet"),
                ("/map/executive", "No outcome is named yet"),
                ("/map/ties", "No tie is claimed yet"),
            }
        )
            Assert.Contains(said, await AimPagesTests.Text(browser, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_what_customers_get_to_the_team_the_line_is_drawn_and_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var browser = await maya.Browser();
        Assert.Contains(
            "No key result is tied to what customers get",
            await AimPagesTests.Text(browser, "/map"),
            StringComparison.Ordinal
        );
        var outcome = await SampleTies.Measured(maya, "Guests who stay", Cadence.Week, 1, 2);
        await maya.Do<NameOutcome, CustomerOutcome>(n =>
            n.Run(new() { Metric = outcome.Id, Value = "They are known." }, default)
        );
        await SampleTies.Claimed(maya, SampleTies.Asked(metric, outcome));
        var page = await browser.Page($"/map?at=k{keyResult.Id}");
        Assert.Contains(
            "Every key result is in sight of what customers get",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"“{keyResult.Name}” is worked for by “{maya.Team.Name}”; nothing is tried for it; is to move “{metric.Name}”; feeds “Guests who stay” (said, not tested).",
            page.Body.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Guests who stay", metric.Name, keyResult.Name, maya.Team.Name],
            page.QuerySelectorAll("a.node").Select(n => n.TextContent.Trim())
        );
        Assert.Equal(
            ["claimed", "solid", "solid", "solid"],
            page.QuerySelectorAll(".lines path").Select(p => p.ClassName)
        );
        var executive = await AimPagesTests.Text(browser, "/map/executive");
        Assert.Contains("What feeds these outcomes is not known", executive, StringComparison.Ordinal);
        Assert.Contains("Customers get: They are known.", executive, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_sees_its_own_lines_and_a_team_of_nobody_is_not_there()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        var rosa = await FamilyTests.OtherTeam(maya);
        var browser = await maya.Browser();
        Assert.Contains(
            keyResult.Name,
            await AimPagesTests.Text(browser, $"/map?team={maya.Team.Id}"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            keyResult.Name,
            await AimPagesTests.Text(browser, $"/map?team={rosa.Team.Id}"),
            StringComparison.Ordinal
        );
        var missing = await browser.GetAsync($"/map?team={Id<Team>.New()}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Only_an_administrator_names_an_outcome_and_each_metric_once()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var metric = await SampleTies.Measured(maya, "Guests who stay", Cadence.Week, 1, 2);
        OutcomeRequest asked = new() { Metric = metric.Id, Value = "They are known." };
        Assert.StartsWith(
            "Only an administrator",
            await ben.Refused<NameOutcome, CustomerOutcome>(n => n.Run(asked, default)),
            StringComparison.Ordinal
        );
        var outcome = await maya.Do<NameOutcome, CustomerOutcome>(n => n.Run(asked, default));
        Assert.Equal(409, (await maya.RefusalOf<NameOutcome, CustomerOutcome>(n => n.Run(asked, default))).Status);
        Assert.StartsWith(
            "Only an administrator",
            await ben.Refused<RemoveOutcome, Done>(r => r.Run(outcome.Id, default)),
            StringComparison.Ordinal
        );
        await maya.Do<RemoveOutcome, Done>(r => r.Run(outcome.Id, default));
        Assert.Contains(
            "No outcome is named yet",
            await AimPagesTests.Text(await maya.Browser(), "/map/executive"),
            StringComparison.Ordinal
        );
    }
}

using System.Net;
using System.Net.Http.Json;
using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class StrategyTests
{
    internal static StrategyRequest Asked(int year = 2035) =>
        new()
        {
            Start = new(year, 1, 1),
            End = new(year, 12, 31),
            Challenge = "Regulars leave for the chain across the street.",
            Opinion = "They stay for being known.",
            NotDoing = "Lower prices.",
        };

    [Fact]
    public async Task Everybody_reads_the_strategy_and_administrators_write_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Viewer);
        Assert.Contains(
            "No strategy is written yet",
            await AimPagesTests.Text(await ben.Browser(), "/aim/strategy"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Only an administrator",
            await ben.Refused<WriteStrategy, Strategy>(w => w.Run(Asked(), default)),
            StringComparison.Ordinal
        );
        var strategy = await maya.Do<WriteStrategy, Strategy>(w => w.Run(Asked(), default));
        await maya.Do<WriteStrategy, Strategy>(w => w.Run(Asked(2034), default));
        var browser = await ben.Browser();
        var text = await AimPagesTests.Text(browser, "/aim/strategy");
        Assert.Contains("They stay for being known.", text, StringComparison.Ordinal);
        Assert.Contains("It holds today", text, StringComparison.Ordinal);
        // Those of before stay readable.
        var before = (await browser.Page("/aim/strategy"))
            .QuerySelectorAll("a")
            .Single(a => a.TextContent == "1 January to 31 December 2034");
        Assert.Contains(
            "It ended on 31 December 2034",
            await AimPagesTests.Text(browser, before.GetAttribute("href")!),
            StringComparison.Ordinal
        );
        var asked = Asked();
        asked.Opinion = "They stay for the beans.";
        await maya.Do<WriteStrategy, Strategy>(w => w.Rewrite(strategy.Id, asked, default));
        Assert.Contains(
            "what we believe from “They stay for being known.”",
            await AimPagesTests.Text(browser, $"/aim/strategy/{strategy.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Only_one_strategy_holds_at_a_time()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.Do<WriteStrategy, Strategy>(w => w.Run(Asked(), default));
        var asked = Asked();
        (asked.Start, asked.End) = (new(2035, 12, 31), new(2036, 12, 31));
        var refusal = await maya.RefusalOf<WriteStrategy, Strategy>(w => w.Run(asked, default));
        Assert.Equal(("Start", 409), (refusal.Field, refusal.Status));
        asked.Start = new(2036, 1, 1);
        await maya.Do<WriteStrategy, Strategy>(w => w.Run(asked, default));
        (asked.Start, asked.End) = (new(2038, 1, 1), new(2037, 1, 1));
        Assert.Equal("End", (await maya.RefusalOf<WriteStrategy, Strategy>(w => w.Run(asked, default))).Field);
    }

    [Fact]
    public async Task The_one_team_above_all_others_is_the_organisation_and_its_objectives_hang_under_the_strategy()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        Assert.Null(await Top(maya));
        var rosa = await FamilyTests.OtherTeam(maya);
        Assert.Null(await Top(maya));
        await maya.Do<MoveTeam, Done>(m => m.Run(rosa.Team.Id, new() { ParentId = maya.Team.Id.ToString() }, default));
        Assert.Equal(maya.Team.Id, await Top(maya));

        await maya.Aim(objective, await maya.Measured());
        await maya.Do<TurnObjective, Objective>(t => t.Agree(objective.Id, default));
        Assert.Equal(
            "Parent",
            (await maya.RefusalOf<TurnObjective, Objective>(t => t.GoLive(objective.Id, default))).Field
        );
        await maya.Do<WriteStrategy, Strategy>(w => w.Run(Asked(), default));
        // The strategy is its parent; it needs no other.
        await maya.Do<TurnObjective, Objective>(t => t.GoLive(objective.Id, default));
        var browser = await rosa.Browser();
        Assert.Contains(objective.Title, await AimPagesTests.Text(browser, "/aim/strategy"), StringComparison.Ordinal);
        Assert.Contains(
            "strategy, 1 January to 31 December 2035",
            await AimPagesTests.Text(browser, $"/aim/objectives/{objective.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Home_asks_administrators_for_the_next_strategy_a_month_before_the_end()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var asked = Asked();
        asked.End = new(2035, 4, 5);
        await maya.Do<WriteStrategy, Strategy>(w => w.Run(asked, default));
        Assert.DoesNotContain(
            "none follows",
            await AimPagesTests.Text(await maya.Browser(), "/"),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(2));
        Assert.Contains(
            "The strategy ends on 5 April 2035, and none follows.",
            await AimPagesTests.Text(await maya.Browser(), "/"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_program_writes_and_reads_strategies_by_their_version()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var api = maya.Api();
        using var made = await api.PostAsJsonAsync("/api/v1/strategies", Asked());
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var read = await api.GetAsync(made.Headers.Location);
        Assert.NotNull(read.Headers.ETag);
        Assert.Contains("They stay for being known.", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Lower prices.", await api.GetStringAsync("/api/v1/strategies"), StringComparison.Ordinal);
    }

    static Task<Id<Team>?> Top(Cast who) =>
        who.World.As(who, s => s.GetRequiredService<ReadStrategies>().Organisation(default));
}

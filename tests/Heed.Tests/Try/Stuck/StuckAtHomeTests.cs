using Heed.People;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class StuckAtHomeTests
{
    static Task<IReadOnlyList<HomeSentence>> Said(Cast who) =>
        who.World.As(who, s => s.GetServices<IHomeSource>().OfType<StuckAtHome>().Single().Sentences(default));

    [Fact]
    public async Task The_team_is_told_once_that_its_outcome_spins_and_so_is_who_can_bring_another_one_to_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Spun();
        var told = Assert.Single(await Said(maya));
        Assert.Equal(
            (HomeColumn.NeedsMe, "Three times the same move on “Forms that come late”, and it did not move: 42 hours"),
            (told.Column, told.Say)
        );
        Assert.Equal($"/metrics/{metric.Id}", told.Href);
        Assert.Equal(Status.Watch, told.Status);
        var ines = await world.Colleague(maya, "Ines", Role.Admin);
        Assert.Equal(HomeColumn.Stuck, Assert.Single(await Said(ines)).Column);
        foreach (var role in (Role[])[Role.Viewer, Role.Contributor])
            Assert.Empty(await Said(await world.Colleague(maya, $"{role}", role)));

        // The dearest of a team is said; of the others, how many there are.
        await maya.Spun(2, "Forms that come back");
        var two = await Said(maya);
        Assert.Equal(2, two.Count);
        Assert.Equal(told.Say, two[0].Say);
        Assert.Equal((true, 1, "/try/stuck"), (two[1].IsRest, two[1].Stands, two[1].Href));
        Assert.Contains(told.Say, (await (await maya.Browser()).Page("/")).Body!.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_and_who_cannot_see_is_told_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Spun();
        await maya.Begun(StuckTeam.Reminder(maya, metric, -7, StuckTeam.Monday));
        Assert.Empty(await Said(maya));
        await using var other = await World.New();
        var noa = await other.Organisation("Elsewhere");
        await noa.T19(-3);
        Assert.NotEmpty(await noa.Stuck());
        Assert.Empty(await Said(noa));
    }
}

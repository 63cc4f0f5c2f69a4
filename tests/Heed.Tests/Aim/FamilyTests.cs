using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class FamilyTests
{
    static Task<Objective> Serves(Cast who, Objective child, Objective parent) =>
        who.Do<PlaceObjective, Objective>(p => p.Run(child.Id, new() { Parent = parent.Id }, default));

    [Fact]
    public async Task An_objective_serves_one_of_another_team_and_both_say_so()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await OtherTeam(maya);
        var (parent, keyResult, _) = await maya.Live();
        var cycle = await Cycle(maya, parent);
        var child = await rosa.Objective(cycle);
        await Serves(rosa, child, parent);

        var browser = await maya.Browser();
        var above = await AimPagesTests.Text(browser, $"/aim/objectives/{parent.Id}");
        Assert.Contains("One objective serves it", above, StringComparison.Ordinal);
        Assert.Contains("Children explain, they do not add up", above, StringComparison.Ordinal);
        Assert.Contains("No key result yet", above, StringComparison.Ordinal);
        // The parent's own sentence speaks of its own key result alone.
        Assert.Contains("One key result:", above, StringComparison.Ordinal);
        var below = await browser.Page($"/aim/objectives/{child.Id}");
        Assert.Contains(below.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/aim/objectives/{parent.Id}");
        Assert.NotNull(keyResult);
    }

    [Fact]
    public async Task A_parent_of_a_closed_cycle_is_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await OtherTeam(maya);
        var parent = await maya.Objective();
        var cycle = await Cycle(maya, parent);
        var child = await rosa.Objective(cycle);
        await Serves(rosa, child, parent);
        await maya.Do<TurnCycle, Cycle>(t => t.Close(cycle.Id, default));
        Assert.Contains(
            "Its cycle is closed. Does this still serve it?",
            await AimPagesTests.Text(await maya.Browser(), $"/aim/objectives/{child.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_circle_is_refused_in_words_at_the_field()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (rosa, ben) = (await OtherTeam(maya), await OtherTeam(maya, "Ben", "Delivery"));
        var first = await maya.Objective();
        var cycle = await Cycle(maya, first);
        var (second, third) = (await rosa.Objective(cycle), await ben.Objective(cycle));
        await Serves(rosa, second, first);
        await Serves(ben, third, second);
        var refusal = await maya.RefusalOf<PlaceObjective, Objective>(p =>
            p.Run(first.Id, new() { Parent = third.Id }, default)
        );
        Assert.Equal("Parent", refusal.Field);
        Assert.Contains("they would go in a circle", refusal.Because, StringComparison.Ordinal);
        var own = await maya.Refused<PlaceObjective, Objective>(p =>
            p.Run(first.Id, new() { Parent = first.Id }, default)
        );
        Assert.StartsWith("An objective cannot serve itself.", own, StringComparison.Ordinal);
        var sibling = await maya.Objective(cycle);
        Assert.Contains(
            "is of the same team",
            await maya.Refused<PlaceObjective, Objective>(p => p.Run(first.Id, new() { Parent = sibling.Id }, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_people_who_close_a_circle_at_once_are_not_both_let_in()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await OtherTeam(maya);
        for (var round = 0; round < 5; round++)
        {
            var one = await maya.Objective(round == 0 ? null : await Any(maya));
            var other = await rosa.Objective(await Cycle(maya, one));
            var both = await Task.WhenAll(Put(maya, one, other), Put(rosa, other, one));
            Assert.Equal(1, both.Count(done => done));
        }

        static Task<bool> Put(Cast who, Objective child, Objective parent) =>
            who.World.As(
                who,
                async s =>
                    !(
                        await s.GetRequiredService<PlaceObjective>()
                            .Run(child.Id, new() { Parent = parent.Id }, default)
                    ).Refused(out _)
            );
    }

    [Theory]
    [InlineData(true, true, true, null)]
    [InlineData(false, false, true, "Who")]
    [InlineData(false, true, true, "Who")]
    [InlineData(true, false, true, "DoesWhat")]
    [InlineData(true, true, false, "Parent")]
    [InlineData(false, false, false, "Who")]
    public void Only_three_things_keep_an_objective_from_going_live(
        bool customer,
        bool behaviour,
        bool parent,
        string? field
    )
    {
        var lacks = new Readiness(customer, behaviour, parent).Lacks;
        Assert.Equal(field, lacks?.Field);
        Assert.True(lacks?.Because.EndsWith("then go live.", StringComparison.Ordinal) ?? field is null);
    }

    [Fact]
    public async Task Without_a_parent_or_a_reason_nothing_goes_live_and_with_either_it_does()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, metric) = (await maya.Objective(), await maya.Measured());
        await maya.Aim(objective, metric);
        await maya.Do<TurnObjective, Objective>(t => t.Agree(objective.Id, default));
        var refusal = await maya.RefusalOf<TurnObjective, Objective>(t => t.GoLive(objective.Id, default));
        Assert.Equal("Parent", refusal.Field);
        await maya.Do<PlaceObjective, Objective>(p =>
            p.Run(objective.Id, new() { NoParentBecause = "We are the only team." }, default)
        );
        var live = await maya.Do<TurnObjective, Objective>(t => t.GoLive(objective.Id, default));
        Assert.Equal(ObjectiveState.Live, live.State);
    }

    [Fact]
    public async Task Neither_both_nor_nothing_is_a_parent()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        foreach (
            var (asked, field) in new (FamilyRequest, string)[]
            {
                (new(), "Parent"),
                (new() { NoParentBecause = "  " }, "Parent"),
                (new() { Parent = Id<Objective>.New(), NoParentBecause = "Why not." }, "NoParentBecause"),
                (new() { Parent = Id<Objective>.New() }, "Parent"),
            }
        )
            Assert.Equal(
                field,
                (await maya.RefusalOf<PlaceObjective, Objective>(p => p.Run(objective.Id, asked, default))).Field
            );
    }

    internal static async Task<Cast> OtherTeam(Cast of, string name = "Rosa", string team = "Roastery")
    {
        var who = await of.World.Colleague(of, name, Role.Contributor);
        var made = await of.Do<CreateTeam, Team>(c => c.Run(new() { Name = team }, default));
        await of.World.As(
            of,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.TeamMemberships.Add(
                    new()
                    {
                        TeamId = made.Id,
                        MemberId = who.Member.Id,
                        Role = TeamRole.Member,
                    }
                );
                return await db.SaveChangesAsync();
            }
        );
        return who with { Team = made };
    }

    internal static Task<Cycle> Cycle(Cast who, Objective of) =>
        who.World.As(who, s => s.GetRequiredService<HeedDb>().Cycles.SingleAsync(c => c.Id == of.CycleId));

    static Task<Cycle> Any(Cast who) =>
        who.World.As(who, s => s.GetRequiredService<HeedDb>().Cycles.OrderBy(c => c.Id).FirstAsync());
}

using System.Net;
using Heed.Aim;
using Heed.People;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class DependencyTests
{
    static DependencyRequest Asked(Cast of, DateOnly? by = null) =>
        new()
        {
            Team = of.Team.Id,
            Needs = "The order API says who came back",
            ByWhen = by ?? new(2035, 3, 30),
        };

    static Task<string> Home(Cast who) => Page(who, "/");

    static async Task<string> Page(Cast who, string address) =>
        (await (await who.Browser()).Page(address)).Body!.Says();

    [Fact]
    public async Task A_no_stands_on_the_home_of_whoever_asked_until_its_risk_has_an_owner()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await FamilyTests.OtherTeam(maya);
        var objective = await maya.Objective();
        var browser = await maya.Browser();
        using var posted = await browser.PostForm(
            $"/aim/objectives/{objective.Id}/dependencies/new",
            "dependency",
            new()
            {
                ["Asked.Needs"] = "The order API says who came back",
                ["Asked.Team"] = $"{rosa.Team.Id}",
                ["Asked.ByWhen"] = "2035-03-30",
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var card = posted.Headers.Location!.OriginalString;
        Assert.Contains("asks you for “The order API", await Home(rosa), StringComparison.Ordinal);
        Assert.DoesNotContain("The order API", await Home(maya), StringComparison.Ordinal);

        var theirs = await rosa.Browser();
        using var declined = await theirs.PostForm(
            card,
            "accept",
            new() { ["Accepting.Reason"] = "We have no days until May.", ["Accepting.Act"] = "Decline" }
        );
        Assert.Equal(HttpStatusCode.Redirect, declined.StatusCode);
        Assert.Contains("declined “The order API", await Home(maya), StringComparison.Ordinal);
        Assert.Contains(
            "nobody has said what happens then",
            await Page(maya, "/aim/dependencies"),
            StringComparison.Ordinal
        );

        using var owned = await browser.PostForm(
            card,
            "move",
            new() { ["Moving.Reason"] = "We count by hand on Mondays.", ["Chosen"] = "OwnRisk" }
        );
        Assert.Equal(HttpStatusCode.Redirect, owned.StatusCode);
        Assert.DoesNotContain("The order API", await Home(maya), StringComparison.Ordinal);
        var story = await Page(maya, card);
        Assert.Contains("Risk owned", story, StringComparison.Ordinal);
        Assert.Contains("We have no days until May.", story, StringComparison.Ordinal);
        Assert.Contains("We count by hand on Mondays.", story, StringComparison.Ordinal);
        Assert.Contains("Risk owned", await Page(maya, $"/aim/objectives/{objective.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_side_says_what_is_its_own_and_nobody_else_says_anything()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await FamilyTests.OtherTeam(maya);
        var ben = await FamilyTests.OtherTeam(maya, "Ben", "Delivery");
        var objective = await maya.Objective();
        Assert.Contains(
            "only its members write it",
            await ben.Refused<RequestDependency, Dependency>(r => r.Run(objective.Id, Asked(rosa), default)),
            StringComparison.Ordinal
        );
        var dependency = await maya.Do<RequestDependency, Dependency>(r => r.Run(objective.Id, Asked(rosa), default));
        foreach (
            var (who, act) in new[]
            {
                (maya, DependencyAct.Accept),
                (rosa, DependencyAct.Withdraw),
                (ben, DependencyAct.Accept),
            }
        )
        {
            var refusal = await who.RefusalOf<MoveDependency, Dependency>(m =>
                m.Run(dependency.Id, act, new() { Reason = "x" }, default)
            );
            Assert.Equal(403, refusal.Status);
        }
        Assert.DoesNotContain(
            "We do it",
            await Page(maya, $"/aim/dependencies/{dependency.Id}"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Take it back",
            await Page(ben, $"/aim/dependencies/{dependency.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_in_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await FamilyTests.OtherTeam(maya);
        var objective = await maya.Objective();
        async Task Refused(DependencyRequest asked, string field, string says)
        {
            var refusal = await maya.RefusalOf<RequestDependency, Dependency>(r => r.Run(objective.Id, asked, default));
            Assert.Equal(field, refusal.Field);
            Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
        }
        await Refused(Asked(maya), "Team", "your own team");
        await Refused(Asked(rosa, new(2035, 3, 4)), "ByWhen", "has passed");
        var promise = await maya.Do<RequestDependency, Dependency>(r => r.Run(objective.Id, Asked(rosa), default));
        var past = await rosa.RefusalOf<MoveDependency, Dependency>(m =>
            m.Run(
                promise.Id,
                DependencyAct.Accept,
                new DependencyAcceptanceRequest { Reason = "Soon.", PromisedFor = new(2035, 3, 4) },
                default
            )
        );
        Assert.Equal("PromisedFor", past.Field);
        for (var i = 1; i < RequestDependency.MostOpen; i++)
            await maya.Do<RequestDependency, Dependency>(r => r.Run(objective.Id, Asked(rosa), default));
        Assert.Contains(
            "waits for 20 things",
            await maya.Refused<RequestDependency, Dependency>(r => r.Run(objective.Id, Asked(rosa), default)),
            StringComparison.Ordinal
        );
        await maya.Do<TurnObjective, Objective>(t =>
            t.Close(objective.Id, new() { Ending = Ending.Withdrawn }, default)
        );
        Assert.Contains(
            "needs nothing any more",
            await maya.Refused<RequestDependency, Dependency>(r => r.Run(objective.Id, Asked(rosa), default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_late_is_said_to_both_sides_and_two_that_wait_for_each_other_see_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await FamilyTests.OtherTeam(maya);
        var mine = await maya.Objective();
        var theirs = await rosa.Objective(await FamilyTests.Cycle(maya, mine));
        var first = await maya.Do<RequestDependency, Dependency>(r => r.Run(mine.Id, Asked(rosa), default));
        var second = await rosa.Do<RequestDependency, Dependency>(r => r.Run(theirs.Id, Asked(maya), default));
        Assert.Contains("waits for", await Page(maya, $"/aim/dependencies/{first.Id}"), StringComparison.Ordinal);
        await rosa.Do<MoveDependency, Dependency>(m =>
            m.Run(first.Id, DependencyAct.Accept, new() { Reason = "In March." }, default)
        );
        await rosa.Do<MoveDependency, Dependency>(m =>
            m.Run(second.Id, DependencyAct.Withdraw, new() { Reason = "We found another way." }, default)
        );
        Assert.DoesNotContain("The order API", await Home(maya), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(30));
        Assert.Contains("is late", await Home(maya), StringComparison.Ordinal);
        Assert.Contains("You promised “The order API", await Home(rosa), StringComparison.Ordinal);
        Assert.Contains(
            "One is promised, one is late",
            await Page(maya, "/aim/dependencies"),
            StringComparison.Ordinal
        );
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class HandOffTests
{
    [Fact]
    public async Task Nothing_of_a_story_leaks_before_both_are_written_and_then_both_are_shown()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (handOff, rosa) = await maya.HandsOver();
        var admin = await world.Colleague(maya, "Ada", Role.Admin);
        string[] addresses =
        [
            "/waste/hand-offs",
            $"/waste/hand-offs/{handOff.Id}",
            "/api/v1/hand-offs",
            $"/api/v1/hand-offs/{handOff.Id}",
            $"/api/v1/hand-offs/{handOff.Id}/stories",
            $"/api/v1/hand-offs/{handOff.Id}/moves",
            "/api/v1/journal",
        ];
        await maya.Told(handOff, "Orders come in three lists on Zebra paper.", 2);
        foreach (var who in new[] { rosa, admin })
        {
            var all = await WalkNoteTests.Everywhere(who, "paper", addresses);
            Assert.DoesNotContain("Zebra", all, StringComparison.Ordinal);
            Assert.DoesNotContain("One list in place of three", all, StringComparison.Ordinal);
            Assert.DoesNotContain("2 of 5", all, StringComparison.Ordinal);
            Assert.DoesNotContain("\"rating\":", all, StringComparison.OrdinalIgnoreCase);
            var told = await who.Api().GetFromJsonAsync<JsonElement>(addresses[4]);
            Assert.Equal(0, told.GetArrayLength());
        }
        // One's own side is seen, and may be told anew until then; so it is in no export either.
        Assert.Contains("Zebra", await (await maya.Browser()).GetStringAsync(addresses[1]), StringComparison.Ordinal);
        await maya.Told(handOff, "Orders come in four lists on Zebra paper.", 1);
        Assert.Equal(HandOffState.BothWritten, (await rosa.Told(handOff, "Beans are asked for twice.", 4)).State);
        foreach (var who in new[] { maya, rosa, admin })
        {
            var says = (await (await who.Browser()).Page(addresses[1])).Body!.Says();
            Assert.Contains("What we see Orders come in four lists on Zebra paper.", says, StringComparison.Ordinal);
            Assert.Contains("What we see Beans are asked for twice.", says, StringComparison.Ordinal);
            Assert.Contains("Rated 1 and 4 of 5", says, StringComparison.Ordinal);
            Assert.Equal(2, (await who.Api().GetFromJsonAsync<JsonElement>(addresses[4])).GetArrayLength());
        }
        Assert.Contains("Zebra", await WalkNoteTests.Everywhere(admin, "paper"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_of_both_teams_tells_one_side_alone_and_sees_no_other()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var taker = await maya.Joins("Roastery");
        var handOff = await maya.Do<RaiseHandOff, HandOff>(r => r.Run(SampleHandOffs.Asked(maya, taker), default));
        Assert.Contains(
            "Say for which side",
            await maya.Refused<WriteHandOffStory, HandOff>(w =>
                w.Run(handOff.Id, SampleHandOffs.Story("x", 3), default)
            ),
            StringComparison.Ordinal
        );
        await maya.Do<WriteHandOffStory, HandOff>(w =>
            w.Run(handOff.Id, SampleHandOffs.Story("We wait.", 3, HandOffSide.Taker), default)
        );
        Assert.Contains(
            "Somebody else tells this one",
            await maya.Refused<WriteHandOffStory, HandOff>(w =>
                w.Run(handOff.Id, SampleHandOffs.Story("They wait.", 3, HandOffSide.Giver), default)
            ),
            StringComparison.Ordinal
        );
        var both = await world.Colleague(maya, "Bo", Role.Contributor);
        await both.Joins("Roastery");
        await both.Joins("Checkout");
        Assert.DoesNotContain(
            "We wait.",
            await (await both.Browser()).GetStringAsync($"/waste/hand-offs/{handOff.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task From_raised_to_a_fix_that_leads_to_an_obstacle_and_a_new_round_shows_the_trend()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (handOff, rosa) = await maya.HandsOver();
        var (browser, others) = (await maya.Browser(), await rosa.Browser());
        var card = $"/waste/hand-offs/{handOff.Id}";
        Assert.Contains(
            "was brought up by its other side",
            (await others.Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        using var seen = await others.PostForm(card, "see", new() { ["Seeing.Reason"] = "Ours by Friday." });
        Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
        Assert.Contains("Your side of the hand-off", (await browser.Page("/")).Body!.Says(), StringComparison.Ordinal);
        foreach (var (who, rating) in new[] { (browser, "2"), (others, "3") })
        {
            using var told = await who.PostForm(
                card,
                "story",
                new()
                {
                    ["Telling.Sees"] = "Lists on paper.",
                    ["Telling.Easier"] = "One list.",
                    ["Telling.Rating"] = rating,
                }
            );
            Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        }
        Assert.Contains(
            "are told. What becomes of it?",
            (await browser.Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "A fix is something that is done",
            await maya.Refused<MoveHandOff, HandOff>(m =>
                m.Run(handOff.Id, HandOffAct.AgreeFix, SampleHandOffs.Why, default)
            ),
            StringComparison.Ordinal
        );
        var obstacle = await maya.Named();
        using var agreed = await browser.PostForm(
            card,
            "fix",
            new() { ["Fixing.LeadsTo"] = $"{obstacle.Id}", ["Fixing.Reason"] = "One list for both." }
        );
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Contains(
            "the obstacle that it leads to",
            (await browser.Page(card)).Body!.Says(),
            StringComparison.Ordinal
        );

        world.Clock.Move(TimeSpan.FromDays(366));
        browser = await maya.Browser();
        Assert.Contains(
            "A year is over since the hand-off",
            (await browser.Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        await maya.Moved(handOff, HandOffAct.BeginRound);
        await maya.Told(handOff, "One list.", 4);
        await rosa.Told(handOff, "One list.", 5);
        Assert.Contains(
            "From 2 and 3 of 5 to 4 and 5 in 2 rounds",
            (await browser.Page(card)).Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.Equal(HandOffState.Escalated, (await rosa.Moved(handOff, HandOffAct.Escalate)).State);
    }

    [Fact]
    public async Task Only_its_two_teams_write_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (handOff, _) = await maya.HandsOver();
        var cleo = await world.Colleague(maya, "Cleo", Role.Admin);
        Assert.Contains(
            "only their members",
            await cleo.Refused<WriteHandOffStory, HandOff>(w =>
                w.Run(handOff.Id, SampleHandOffs.Story("x", 3), default)
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "only their members",
            await cleo.Refused<MoveHandOff, HandOff>(m =>
                m.Run(handOff.Id, HandOffAct.See, SampleHandOffs.Why, default)
            ),
            StringComparison.Ordinal
        );
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;

namespace Heed.Tests.Waste;

/// <summary>What was written is changed by whoever may, until it is locked; who changed it and when is seen.</summary>
public sealed class WasteEditsTests
{
    [Fact]
    public async Task A_walk_note_is_changed_by_whoever_wrote_it_until_its_team_has_read_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var walker = await world.Colleague(maya, "Walter", Role.Contributor);
        var note = await walker.Do<WriteWalkNote, WalkNote>(w => w.Run(SampleWalks.Asked(maya), default));
        var (browser, card) = (await walker.Browser(), $"/waste/walks/{note.Id}");
        using var changed = await browser.PostForm(
            $"{card}/edit",
            "walk",
            new() { ["Asked.Saw"] = "Each lid is fetched from the store.", ["Asked.Heard"] = "It was moved in May." }
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var says = (await (await maya.Browser()).Page(card)).Body!.Says();
        Assert.Contains("Each lid is fetched from the store.", says, StringComparison.Ordinal);
        Assert.Contains("Walter changed the words of a walk note.", says, StringComparison.Ordinal);
        Assert.Contains(
            "Only whoever wrote a walk note changes it.",
            await maya.Refused<WriteWalkNote, WalkNote>(w => w.Rewrite(note.Id, SampleWalks.Asked(maya), default)),
            StringComparison.Ordinal
        );
        await maya.Do<MoveWalkNote, WalkNote>(m => m.Read(note.Id, default));
        Assert.Contains(
            "was read by its team, so its words stay",
            await walker.Refused<WriteWalkNote, WalkNote>(w => w.Rewrite(note.Id, SampleWalks.Asked(maya), default)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain($"{card}/edit", await browser.GetStringAsync(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_off_is_changed_by_the_side_that_brought_it_up_until_both_are_shown()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (handOff, rosa) = await maya.HandsOver();
        var asked = HandOffRequest.Of(handOff);
        asked.Promise = "By Monday noon, complete.";
        Assert.Contains(
            "The side that has brought it up",
            await rosa.Refused<RaiseHandOff, HandOff>(r => r.Rewrite(handOff.Id, asked, default)),
            StringComparison.Ordinal
        );
        await maya.Do<RaiseHandOff, HandOff>(r => r.Rewrite(handOff.Id, asked, default));
        var card = $"/waste/hand-offs/{handOff.Id}";
        var says = (await (await rosa.Browser()).Page(card)).Body!.Says();
        Assert.Contains("By Monday noon", says, StringComparison.Ordinal);
        Assert.Contains("changed the words of the hand-off", says, StringComparison.Ordinal);
        await maya.Told(handOff, "Three lists.", 2);
        await rosa.Told(handOff, "Asked twice.", 3);
        Assert.Contains(
            "so its words stay",
            await maya.Refused<RaiseHandOff, HandOff>(r => r.Rewrite(handOff.Id, asked, default)),
            StringComparison.Ordinal
        );
        // Nor in a later round: the ratings of both are about the same words.
        await maya.Moved(handOff, HandOffAct.AgreeTension);
        await maya.Moved(handOff, HandOffAct.BeginRound);
        Assert.Contains(
            "have told",
            await maya.Refused<RaiseHandOff, HandOff>(r => r.Rewrite(handOff.Id, asked, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_request_changes_its_words_while_it_is_open_and_its_person_until_it_is_dealt_with()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (lea, ben) = (
            await world.Colleague(maya, "Lea", Role.Contributor),
            await world.Colleague(maya, "Ben", Role.Contributor)
        );
        var ask = await maya.Do<AskLeader, LeaderAsk>(a => a.Run(SampleHandOffs.Ask(maya, lea), default));
        world.Clock.Move(TimeSpan.FromDays(3));
        var asked = SampleHandOffs.Ask(maya, ben);
        asked.What = "Two signatures for each refund of ten euro";
        var changed = await maya.Do<AskLeader, LeaderAsk>(a => a.Rewrite(ask.Id, asked, default));
        Assert.Equal((ben.Member.Id, maya.Workspace.Today(world.Clock)), (changed.LeaderId, changed.AskedOn));
        var says = (await (await ben.Browser()).Page($"/waste/asks/{ask.Id}")).Body!.Says();
        Assert.Contains("and asks Ben now", says, StringComparison.Ordinal);
        await ben.Do<MoveLeaderAsk, LeaderAsk>(m =>
            m.Run(ask.Id, LeaderAskAct.Take, new() { Reason = "I ask finance." }, default)
        );
        asked.Leader = lea.Member.Id;
        Assert.Contains(
            "stays with whom was asked",
            await maya.Refused<AskLeader, LeaderAsk>(a => a.Rewrite(ask.Id, asked, default)),
            StringComparison.Ordinal
        );
        asked.Leader = ben.Member.Id;
        asked.What = "Two signatures for each refund of five euro";
        Assert.EndsWith(
            "five euro",
            (await maya.Do<AskLeader, LeaderAsk>(a => a.Rewrite(ask.Id, asked, default))).What,
            StringComparison.Ordinal
        );
        await ben.Do<MoveLeaderAsk, LeaderAsk>(m =>
            m.Run(ask.Id, LeaderAskAct.Refuse, new() { Reason = "The auditor asks for it." }, default)
        );
        Assert.Contains(
            "so its words stay",
            await maya.Refused<AskLeader, LeaderAsk>(a => a.Rewrite(ask.Id, asked, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_right_is_changed_from_above_until_something_was_decided_by_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var right = await maya.Do<GrantRight, DecisionRight>(g => g.Run(SampleHandOffs.Right(maya), default));
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var asked = DecisionRightRequest.Of(right);
        asked.LimitAmount = 80;
        Assert.Contains(
            "granted from above",
            await cleo.Refused<GrantRight, DecisionRight>(g => g.Rewrite(right.Id, asked, default)),
            StringComparison.Ordinal
        );
        // By the address of a program, on what it has seen.
        var (api, path) = (maya.Api(), $"/api/v1/decision-rights/{right.Id}");
        using var seen = await api.GetAsync(path);
        using var put = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = JsonContent.Create(
                new JsonObject
                {
                    ["topic"] = asked.Topic,
                    ["level"] = $"{asked.Level}",
                    ["limitAmount"] = 80,
                    ["limitUnit"] = "euro",
                    ["team"] = $"{asked.Team}",
                    ["until"] = $"{asked.Until:yyyy-MM-dd}",
                }
            ),
        };
        put.Headers.TryAddWithoutValidation("If-Match", seen.Headers.ETag!.Tag);
        using var answer = await api.SendAsync(put);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(seen.Headers.ETag, answer.Headers.ETag);
        var says = (await (await maya.Browser()).Page($"/waste/rights/{right.Id}")).Body!.Says();
        Assert.Contains("up to 50 euro", says, StringComparison.Ordinal);
        Assert.Contains("to “Making good a guest's bad day”, up to 80 euro", says, StringComparison.Ordinal);
        asked.Until = asked.Until!.Value.AddDays(-30);
        Assert.Contains(
            "renewing or reversing it",
            await maya.Refused<GrantRight, DecisionRight>(g => g.Rewrite(right.Id, asked, default)),
            StringComparison.Ordinal
        );
        await maya.Do<UseRight, RightUse>(u => u.Run(right.Id, SampleHandOffs.Use(), default));
        Assert.Contains(
            "so it stays as it is",
            await maya.Refused<GrantRight, DecisionRight>(g =>
                g.Rewrite(right.Id, DecisionRightRequest.Of(right), default)
            ),
            StringComparison.Ordinal
        );
    }
}

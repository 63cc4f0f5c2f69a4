using System.Net;
using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class JointNominationTests
{
    [Fact]
    public async Task What_both_sides_have_told_is_nominated_in_one_click_by_both_with_both_stories()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (handOff, rosa) = await maya.HandsOver();
        var (browser, card) = (await maya.Browser(), $"/waste/hand-offs/{handOff.Id}");
        await maya.Told(handOff, "Orders come in three lists.", 2);
        Assert.Contains(
            "Both sides write their story first.",
            await maya.Refused<NominateHandOff, Nomination>(n => n.Run(handOff.Id, default)),
            StringComparison.Ordinal
        );
        await rosa.Told(handOff, "Beans are asked for twice.", 4);
        using var done = await browser.PostForm(card, "nominate", []);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var nomination = $"{done.Headers.Location}";
        foreach (var who in new[] { maya, rosa })
        {
            var says = (await (await who.Browser()).Page(nomination)).Body!.Says();
            Assert.Contains($"by Maya and {rosa.Member.Name} together", says, StringComparison.Ordinal);
            Assert.Contains("Orders come in three lists.", says, StringComparison.Ordinal);
            Assert.Contains("Beans are asked for twice.", says, StringComparison.Ordinal);
        }
        // Once a round, and each of the two has one voice.
        Assert.Contains(
            "nominated already",
            await rosa.Refused<NominateHandOff, Nomination>(n => n.Run(handOff.Id, default)),
            StringComparison.Ordinal
        );
        var id = Id<Nomination>.Parse(nomination.Split('/')[^1], null);
        Assert.Equal((2, true), ((await rosa.Seen(id))!.Votes, (await rosa.Seen(id))!.IsOwn));
        Assert.Contains(
            "You nominated it",
            await rosa.Refused<VoteForNomination, Done>(v => v.Add(id, default)),
            StringComparison.Ordinal
        );
        // The other owner may take it back as well, and nobody else.
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        Assert.Contains(
            "Only whoever nominated",
            await ben.Refused<WithdrawNomination, Nomination>(w => w.Run(id, default)),
            StringComparison.Ordinal
        );
        await rosa.Do<WithdrawNomination, Nomination>(w => w.Run(id, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_double_click_nominates_once_and_shows_the_same_receipt(bool anonymously)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        Dictionary<string, string> typed = new()
        {
            ["Asked.What"] = SampleNominations.Twice,
            ["Anonymous"] = anonymously ? "true" : "false",
        };
        var form = await browser.Page("/waste");
        typed["Once"] = form.QuerySelector("input[name=Once]")!.GetAttribute("value")!;
        HashSet<string?> receipts = [];
        for (var click = 0; click < 2; click++)
        {
            using var said = await browser.PostForm("/waste", "nominate", typed);
            receipts.Add((await said.Html()).QuerySelector("[name=Receipt]")!.GetAttribute("value"));
        }
        Assert.Single(receipts);
        Assert.NotNull(receipts.Single());
        // Other words in the same form are another nomination.
        typed["Asked.What"] = "The report of Mondays is read by nobody.";
        using var other = await browser.PostForm("/waste", "nominate", typed);
        Assert.Equal(2, await world.As(maya, s => s.GetRequiredService<HeedDb>().Nominations.CountAsync()));
    }

    [Fact]
    public async Task Whoever_nominated_anonymously_is_counted_once_though_nobody_knows_who_it_was()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var thanks = await maya.Said(anonymously: true);
        Assert.Equal(0, (await maya.Seen(thanks.Nomination))!.Votes);
        for (var time = 0; time < 2; time++)
            await maya.Do<VoteForNomination, Done>(v => v.Add(thanks.Nomination, default));
        Assert.Equal(1, (await maya.Seen(thanks.Nomination))!.Votes);
    }

    [Fact]
    public async Task Where_hand_offs_run_is_said_of_departments_of_five_people_or_more_beside_chance()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, _) = await maya.HandsOver();
        var says = (await (await maya.Browser()).Page("/waste/hand-offs")).Body!.Says();
        Assert.Contains("Across departments or inside: not known", says, StringComparison.Ordinal);
        List<Cast> people = [];
        for (var one = 0; one < ExternalInternal.SmallestGroup; one++)
            people.Add(await world.Colleague(maya, $"Person {one}", Role.Contributor));
        await world.As(
            maya,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                var teams = new List<Team>();
                foreach (var top in new[] { "Shops", "Roasting" })
                {
                    var head = new Team { Name = top };
                    db.Add(head);
                    for (var team = 0; team < 4; team++)
                    {
                        teams.Add(new Team { Name = $"{top} {team}" });
                        Assert.False(
                            teams[^1].MoveUnder(head.Id, new Dictionary<Id<Team>, Id<Team>?>()).Refused(out _)
                        );
                        db.Add(teams[^1]);
                        // The same five people in each department: no team has five, the department has.
                        foreach (var one in people.Where((_, at) => at % 4 == team))
                            db.Add(
                                new TeamMembership
                                {
                                    TeamId = teams[^1].Id,
                                    MemberId = one.Member.Id,
                                    Role = TeamRole.Member,
                                }
                            );
                    }
                }
                var now = world.Clock.GetUtcNow();
                // All inside: each team of a department hands over to each other one of it.
                foreach (var giver in teams)
                foreach (var taker in teams.Where(t => t.ParentId == giver.ParentId && t.Id != giver.Id))
                    db.Add(
                        new HandOff
                        {
                            Name = "The shift",
                            Promise = "On time.",
                            GiverId = giver.Id,
                            TakerId = taker.Id,
                            RaisedBy = HandOffSide.Giver,
                            StateSince = now,
                            CreatedAt = now,
                            CreatedBy = maya.Member.Id,
                        }
                    );
                return await db.SaveChangesAsync();
            }
        );
        var ties = await world.As(maya, here => here.GetRequiredService<ReadHandOffTies>().Run(default));
        Assert.Equal((0, 24, -1.0, false, 1), (ties.Cross, ties.Inside, ties.Index, ties.IsAcross, ties.LeftOut));
        Assert.True(ties.Low < ties.Expected && ties.Expected < ties.High);
        says = (await (await maya.Browser()).Page("/waste/hand-offs")).Body!.Says();
        Assert.Contains("More hand-offs stay inside departments", says, StringComparison.Ordinal);
        Assert.Contains("in 95 of 100 deals", says, StringComparison.Ordinal);
    }
}

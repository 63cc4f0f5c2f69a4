using System.Net;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class LeaderAskTests
{
    [Fact]
    public async Task A_request_is_refused_with_a_reason_alone_and_asked_again()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var lea = await world.Colleague(maya, "Lea", Role.Contributor);
        var ask = await maya.Do<AskLeader, LeaderAsk>(a => a.Run(SampleHandOffs.Ask(maya, lea), default));
        var (browser, leaders, card) = (await maya.Browser(), await lea.Browser(), $"/waste/asks/{ask.Id}");
        Assert.Contains(
            "You are asked to remove “Two signatures",
            (await leaders.Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        using var bare = await leaders.PostForm(
            card,
            "answer-ask",
            new() { ["Moving.Reason"] = " ", ["Act"] = "Refuse" }
        );
        Assert.Contains("Write a reason", (await bare.Html()).Body!.Says(), StringComparison.Ordinal);
        using var refused = await leaders.PostForm(
            card,
            "answer-ask",
            new() { ["Moving.Reason"] = "The auditor asks for it.", ["Act"] = "Refuse" }
        );
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains(
            "What you asked for was refused",
            (await browser.Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.Contains("The auditor asks for it.", (await browser.Page(card)).Body!.Says(), StringComparison.Ordinal);
        var again = await maya.Do<MoveLeaderAsk, LeaderAsk>(m =>
            m.Run(ask.Id, LeaderAskAct.AskAgain, new() { Reason = "The auditor says no such thing." }, default)
        );
        Assert.Equal((LeaderAskState.Asked, 2), (again.State, again.Times));
        Assert.Contains(
            "Only whoever was asked",
            await maya.Refused<MoveLeaderAsk, LeaderAsk>(m =>
                m.Run(ask.Id, LeaderAskAct.Take, new() { Reason = "x" }, default)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task After_ten_working_days_it_is_said_to_be_overdue_to_both()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var lea = await world.Colleague(maya, "Lea", Role.Contributor);
        await maya.Do<AskLeader, LeaderAsk>(a => a.Run(SampleHandOffs.Ask(maya, lea), default));
        Assert.DoesNotContain(
            "waits too long",
            (await (await maya.Browser()).Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(15));
        Assert.Contains(
            "waits too long",
            (await (await maya.Browser()).Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.Contains("overdue", (await (await lea.Browser()).Page("/")).Body!.Says(), StringComparison.Ordinal);
        var board = (await (await maya.Browser()).Page("/waste/asks")).Body!.Says();
        Assert.Contains("One request waits, one overdue", board, StringComparison.Ordinal);
        Assert.Contains("too few to say", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_are_made_by_role_and_only_where_five_people_of_it_were_asked()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty((await Board()).Roles);
            var lea = await world.Colleague(maya, $"Lea{i}", Role.Contributor);
            var ask = await maya.Do<AskLeader, LeaderAsk>(a => a.Run(SampleHandOffs.Ask(maya, lea), default));
            await lea.Do<MoveLeaderAsk, LeaderAsk>(m =>
                m.Run(ask.Id, LeaderAskAct.Remove, new() { Reason = "Gone." }, default)
            );
        }
        Assert.Equal(LeaderRole.Member, Assert.Single((await Board()).Roles).Role);

        Task<LeaderAskBoard> Board() =>
            world.As(maya, s => s.GetRequiredService<ReadLeaderAsks>().Board(false, 1, default));
    }
}

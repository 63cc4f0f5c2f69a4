using System.Net;
using Heed.Aim;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class SharingTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_step_goes_by_the_table_and_a_no_has_a_reason()
    {
        (SharingState From, SharingState To)[] may =
        [
            (SharingState.Asked, SharingState.Shared),
            (SharingState.Asked, SharingState.Declined),
            (SharingState.Asked, SharingState.Ended),
            (SharingState.Shared, SharingState.Ended),
            (SharingState.Declined, SharingState.Asked),
            (SharingState.Ended, SharingState.Asked),
        ];
        foreach (var from in Enum.GetValues<SharingState>())
        foreach (var to in Enum.GetValues<SharingState>())
        {
            var shared = In(from);
            Assert.Equal(may.Contains((from, to)), !shared.Move(to, "So be it.", Now).Refused(out _));
            Assert.Equal(may.Contains((from, to)) ? to : from, shared.State);
        }
        foreach (var no in new[] { SharingState.Declined, SharingState.Ended })
        {
            Assert.True(In(SharingState.Asked).Move(no, " ", Now).Refused(out var refusal));
            Assert.Equal("Reason", refusal!.Field);
        }
        Assert.False(In(SharingState.Asked).Move(SharingState.Shared, null, Now).Refused(out _));

        static SharedObjective In(SharingState state)
        {
            var shared = new SharedObjective
            {
                ObjectiveId = Id<Objective>.New(),
                TeamId = Id<Heed.People.Team>.New(),
                StateSince = Now,
            };
            if (state is SharingState.Declined)
                shared.Move(SharingState.Declined, "No.", Now);
            if (state is SharingState.Shared or SharingState.Ended)
                shared.Move(SharingState.Shared, null, Now);
            if (state is SharingState.Ended)
                shared.Move(SharingState.Ended, "Over.", Now);
            Assert.Equal(state, shared.State);
            return shared;
        }
    }

    [Fact]
    public async Task A_team_that_took_an_objective_on_checks_in_and_does_not_rewrite_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await FamilyTests.OtherTeam(maya);
        var (objective, keyResult, _) = await maya.Live();
        var card = $"/aim/objectives/{objective.Id}";
        Task<int> Due() => world.As(rosa, s => s.GetRequiredService<DueCheckIns>().Mine().CountAsync());
        async Task<string> Map() =>
            (await (await rosa.Browser()).Page($"/aim?cycle={objective.CycleId}&team={rosa.Team.Id}")).Body!.Says();
        Task<string> NoCheckIn() =>
            rosa.Refused<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Confidence = 5 }, default));

        Assert.Contains("only its members write it", await NoCheckIn(), StringComparison.Ordinal);
        var browser = await maya.Browser();
        using var asked = await browser.PostForm(card, "share", new() { ["Asking.Team"] = $"{rosa.Team.Id}" });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal(0, await Due());
        Assert.Contains("only its members write it", await NoCheckIn(), StringComparison.Ordinal);
        var theirs = await rosa.Browser();
        Assert.Contains("is asked to take on", (await theirs.Page("/")).Body!.Says(), StringComparison.Ordinal);
        var id = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().SharedObjectives.Select(x => x.Id).SingleAsync()
        );

        using var taken = await theirs.PostForm(card, "sharing", new() { ["Act"] = $"{id} Shared" });
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(1, await Due());
        Assert.Contains("Regulars feel at home", await Map(), StringComparison.Ordinal);
        Assert.Contains(
            "Check in",
            (await theirs.Page($"/aim/key-results/{keyResult.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
        await rosa.Do<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Confidence = 6 }, default));
        Assert.Equal(0, await Due());
        // Words and terms stay the owner's.
        Assert.Contains(
            "only its members write it",
            await rosa.Refused<WriteObjective, Objective>(w =>
                w.Rewrite(
                    objective.Id,
                    new()
                    {
                        Team = objective.TeamId,
                        Cycle = objective.CycleId,
                        Title = "Ours",
                        Why = "x",
                    },
                    default
                )
            ),
            StringComparison.Ordinal
        );

        using var bare = await browser.PostForm(card, "sharing", new() { ["Act"] = $"{id} Ended" });
        Assert.Contains("Say why", (await bare.Html()).Body!.Says(), StringComparison.Ordinal);
        using var ended = await browser.PostForm(
            card,
            "sharing",
            new() { ["Act"] = $"{id} Ended", ["Answering.Reason"] = "The pilot is over." }
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains("only its members write it", await NoCheckIn(), StringComparison.Ordinal);
        Assert.Contains("Nothing is aimed at", await Map(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_answers_for_another_team_and_two_that_ask_at_once_make_one_row()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rosa = await FamilyTests.OtherTeam(maya);
        var ben = await FamilyTests.OtherTeam(maya, "Ben", "Delivery");
        var objective = await maya.Objective();
        SharingRequest asked = new() { Team = rosa.Team.Id };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask()));
        var shared = await world.As(maya, s => s.GetRequiredService<HeedDb>().SharedObjectives.SingleAsync());
        foreach (
            var (who, becomes) in new[]
            {
                (maya, SharingState.Shared),
                (ben, SharingState.Shared),
                (ben, SharingState.Ended),
            }
        )
            Assert.Equal(
                403,
                (
                    await who.RefusalOf<ShareObjective, SharedObjective>(s =>
                        s.Answer(shared.Id, new() { Becomes = becomes, Reason = "x" }, default)
                    )
                ).Status
            );
        Assert.Contains(
            "is the team that owns it",
            await maya.Refused<ShareObjective, SharedObjective>(s =>
                s.Ask(objective.Id, new() { Team = maya.Team.Id }, default)
            ),
            StringComparison.Ordinal
        );

        Task Ask() =>
            world.As(maya, async s => await s.GetRequiredService<ShareObjective>().Ask(objective.Id, asked, default));
    }
}

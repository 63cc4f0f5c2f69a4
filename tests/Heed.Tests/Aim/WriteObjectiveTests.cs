using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class WriteObjectiveTests
{
    static ObjectiveRequest Asked(Cast cast, Id<Cycle> cycle) =>
        new()
        {
            Team = cast.Team.Id,
            Cycle = cycle,
            Title = " Regulars feel at home ",
            Why = " Every third regular leaves. ",
        };

    static Task<List<(string Act, string Sentence)>> Lines(Cast cast, Objective of) =>
        cast.World.As(
            cast,
            async s =>
                (
                    await s.GetRequiredService<HeedDb>().Entries.Where(e => e.SubjectId == of.Id.Value).ToListAsync()
                ).ConvertAll(e => (e.Act, e.Sentence))
        );

    [Fact]
    public async Task An_objective_is_drafted_rewritten_agreed_launched_and_closed_and_the_journal_tells_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (cycle, metric) = (await maya.Quarter(), await maya.Measured());
        var asked = Asked(maya, cycle.Id);
        var objective = await maya.Do<WriteObjective, Objective>(w => w.Run(asked, default));
        Assert.Equal(("Regulars feel at home", "Every third regular leaves."), (objective.Title, objective.Why));
        Assert.Equal((new DateOnly(2035, 3, 31), ObjectiveState.Draft), (objective.ByWhen, objective.State));

        asked.ByWhen = new(2035, 3, 15);
        objective = await maya.Do<WriteObjective, Objective>(w => w.Rewrite(objective.Id, asked, default));
        (asked.Title, asked.ByWhen) = ("Guests feel at home", null);
        objective = await maya.Do<WriteObjective, Objective>(w => w.Rewrite(objective.Id, asked, default));
        // A day that is left empty stays as it was.
        Assert.Equal(new DateOnly(2035, 3, 15), objective.ByWhen);

        await maya.Do<TurnObjective, Objective>(t => t.Agree(objective.Id, default));
        Assert.StartsWith(
            "This objective has no key result.",
            await maya.Refused<TurnObjective, Objective>(t => t.GoLive(objective.Id, default))
        );
        var keyResult = await maya.Aim(objective, metric);
        // The objective's own day is the key result's where none is given.
        Assert.Equal(new DateOnly(2035, 3, 15), keyResult.ByWhen);
        await maya.Do<TurnObjective, Objective>(t => t.GoLive(objective.Id, Aims.Alone(), default));
        objective = await maya.Do<TurnObjective, Objective>(t =>
            t.Close(objective.Id, new() { Ending = Ending.Partly, LastWord = " Names matter. " }, default)
        );
        Assert.Equal("Names matter.", objective.LastWord);

        (string, string)[] told =
        [
            ("draft", "Maya drafted the objective “Regulars feel at home” for Checkout."),
            ("rewrite", "Maya changed the reason or the date of “Regulars feel at home”."),
            ("rewrite", "Maya rewrote “Regulars feel at home” as “Guests feel at home”."),
            ("agree", "Maya agreed on “Guests feel at home”."),
            ("aim", "Maya aimed: New regulars order again within a month."),
            ("place", "Maya said that “Guests feel at home” serves no other: We are the only team."),
            ("doubt", "Maya left out what would show “Guests feel at home” wrong: We know it already."),
            ("go live", "Maya set live “Guests feel at home”."),
            ("close", "Maya closed as partly reached “Guests feel at home”."),
        ];
        Assert.Equal(told.Order(), (await Lines(maya, objective)).Order());

        Assert.Equal(
            "This objective is closed. Its words stay as they were.",
            await maya.Refused<WriteObjective, Objective>(w => w.Rewrite(objective.Id, asked, default))
        );
        Assert.StartsWith(
            "This objective is closed. Write the key result",
            await maya.Refused<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, Aims.Asked(metric), default))
        );
        Assert.Equal(
            "The objective is closed; its key results stay as they were.",
            await maya.Refused<ReviseKeyResult, KeyResult>(r => r.Run(keyResult.Id, Aims.Asked(metric), default))
        );
        Assert.Equal(9, (await Lines(maya, objective)).Count);
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_and_leaves_no_trace()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rival = await world.Organisation("Tea House", "Noor");
        var (cycle, foreign) = (await maya.Quarter(), await rival.Quarter());
        var objective = await maya.Objective(cycle);
        var other = await maya.Do<PlanCycle, Cycle>(p =>
            p.Run(
                new()
                {
                    Name = "Last year",
                    Start = new(2034, 1, 1),
                    End = new(2034, 12, 31),
                    OpenNow = true,
                },
                default
            )
        );
        await maya.Do<TurnCycle, Cycle>(t => t.Close(other.Id, default));
        var before = await Entries();

        (Action<ObjectiveRequest> With, string Says)[] wrong =
        [
            (a => a.Team = rival.Team.Id, "There is no such team here."),
            (a => a.Cycle = foreign.Id, "There is no such cycle here."),
            (a => a.Cycle = other.Id, "Last year is closed. Choose a cycle that is open or being planned."),
        ];
        foreach (var (with, says) in wrong)
        {
            var asked = Asked(maya, cycle.Id);
            with(asked);
            Assert.StartsWith(says, await maya.Refused<WriteObjective, Objective>(w => w.Run(asked, default)));
        }
        foreach (var (team, at) in new[] { (rival.Team.Id, cycle.Id), (maya.Team.Id, other.Id) })
        {
            var moved = Asked(maya, at);
            moved.Team = team;
            Assert.Equal(
                "An objective stays with its team and its cycle. Withdraw it and write a new one.",
                await maya.Refused<WriteObjective, Objective>(w => w.Rewrite(objective.Id, moved, default))
            );
        }
        // Another workspace's objective is the same as none.
        Assert.Equal(
            404,
            (await rival.RefusalOf<TurnObjective, Objective>(t => t.Agree(objective.Id, default))).Status
        );
        // Whoever is of the team and may only read does not write for it.
        await maya.Become(Role.Viewer);
        Assert.Equal(403, (await maya.RefusalOf<TurnObjective, Objective>(t => t.Agree(objective.Id, default))).Status);
        Assert.Equal(before, await Entries());

        Task<int> Entries() => world.As(maya, s => s.GetRequiredService<HeedDb>().Entries.CountAsync());
    }

    [Theory]
    [InlineData(Ending.Reached, "reached")]
    [InlineData(Ending.Partly, "partly reached")]
    [InlineData(Ending.Missed, "missed")]
    [InlineData(Ending.Withdrawn, "withdrawn")]
    [InlineData(Ending.NoLongerTheRightQuestion, "no longer the right question")]
    public void Each_ending_has_its_words(Ending ending, string words) => Assert.Equal(words, Objective.Word(ending));
}

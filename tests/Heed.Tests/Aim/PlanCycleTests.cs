using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class PlanCycleTests
{
    static CycleRequest Asked(string name, DateOnly start, DateOnly end, bool open = false) =>
        new()
        {
            Name = name,
            Start = start,
            End = end,
            OpenNow = open,
        };

    static Task<List<string>> Lines(Cast cast) =>
        cast.World.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.Kind == nameof(Cycle))
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );

    [Fact]
    public async Task Administrators_lay_out_open_close_and_reopen_a_cycle_and_each_act_is_told_once()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (first, last) = (new DateOnly(2035, 4, 1), new DateOnly(2035, 6, 30));
        var cycle = await maya.Do<PlanCycle, Cycle>(p => p.Run(Asked(" 2035 Q2 ", first, last), default));
        Assert.Equal(("2035 Q2", CycleState.Planning), (cycle.Name, cycle.State));
        var open = await maya.Do<PlanCycle, Cycle>(p => p.Run(Asked("2035 Q1", new(2035, 1, 1), first, true), default));
        Assert.Equal((CycleState.Open, maya.Member.Id), (open.State, open.OpenedBy!.Value));

        (CycleRequest Asked, string Says)[] wrong =
        [
            (Asked("2035 Q2", first, last), "There is a cycle named “2035 Q2” already."),
            (Asked("A day", first, first), "The cycle ends on 1 April 2035, which is not after its start on 1 April"),
            (
                Asked("Backwards", last, first),
                "The cycle ends on 1 April 2035, which is not after its start on 30 June"
            ),
        ];
        foreach (var (asked, says) in wrong)
            Assert.StartsWith(says, await maya.Refused<PlanCycle, Cycle>(p => p.Run(asked, default)));

        await maya.Do<TurnCycle, Cycle>(t => t.Open(cycle.Id, default));
        await maya.Do<TurnCycle, Cycle>(t => t.Close(cycle.Id, default));
        await maya.Refused<TurnCycle, Cycle>(t => t.Close(cycle.Id, default));
        await maya.Do<TurnCycle, Cycle>(t => t.Reopen(cycle.Id, default));
        Assert.StartsWith(
            "There is no such cycle here.",
            await maya.Refused<TurnCycle, Cycle>(t => t.Open(Id<Cycle>.New(), default))
        );
        string[] told =
        [
            "Maya laid out the cycle “2035 Q2”, 1 April 2035 to 30 June 2035.",
            "Maya laid out the cycle “2035 Q1”, 1 January 2035 to 1 April 2035, and opened it.",
            "Maya opened the cycle “2035 Q2”.",
            "Maya closed the cycle “2035 Q2”.",
            "Maya reopened the cycle “2035 Q2”.",
        ];
        Assert.Equal(told.Order(), (await Lines(maya)).Order());

        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Equal(
            (403, "Cycles are laid out by administrators. Teams choose what they aim at within them."),
            Told(await cleo.RefusalOf<PlanCycle, Cycle>(p => p.Run(Asked("Mine", first, last), default)))
        );
        Assert.Equal(
            (403, "Cycles are opened and closed by administrators."),
            Told(await cleo.RefusalOf<TurnCycle, Cycle>(t => t.Close(cycle.Id, default)))
        );
        Assert.Equal(told.Order(), (await Lines(maya)).Order());

        var page = await (await cleo.Browser()).Page("/aim/cycles");
        Assert.Empty(page.QuerySelectorAll("td form"));
        Assert.DoesNotContain(page.Forms, f => f.QuerySelector("[name='Asked.OpenNow']") is not null);
        var browser = await maya.Browser();
        await browser.PostForm("/aim/cycles", $"turn-{cycle.Id}", []);
        Assert.Contains(
            "closed on 5 March 2035",
            (await browser.Page("/aim/cycles")).QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );

        static (int, string) Told(Refusal refusal) => (refusal.Status, refusal.Because);
    }
}

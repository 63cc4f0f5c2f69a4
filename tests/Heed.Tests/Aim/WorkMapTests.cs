using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class WorkMapTests
{
    static async Task<string> Head(HttpClient browser, string path) =>
        (await browser.Page(path)).QuerySelector("h1")!.TextContent;

    [Fact]
    public async Task The_map_says_its_finding_in_the_words_of_its_rows()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, _, metric) = await maya.Live();
        var second = await maya.Metric(SampleMeasurements.Asked("Second visits"));
        await maya.Do<WriteKeyResult, KeyResult>(w =>
            w.Run(
                objective.Id,
                new()
                {
                    Who = "guests",
                    DoesWhat = "come again",
                    Metric = second.Id,
                    BaselineState = BaselineState.Measuring,
                    Target = 20,
                },
                default
            )
        );
        var browser = await maya.Browser();
        Assert.Equal(
            "Two key results: one no start yet, one not yet distinguishable from noise",
            await Head(browser, "/aim")
        );
        await maya.Record(metric, ("2035-03-05", 71));
        Assert.Equal("Two key results: one watch, one no start yet", await Head(browser, "/aim"));
        Assert.Equal(
            "Two key results: one watch, one no start yet",
            (await browser.Page($"/aim/objectives/{objective.Id}"))
                .QuerySelector(".page-head .titles > p:last-child")!
                .TextContent
        );
        await maya.Record(metric, ("2035-03-05", 53));
        Assert.Equal("Two key results: one worse than start, one no start yet", await Head(browser, "/aim"));
    }

    [Fact]
    public async Task Home_counts_what_lacks_something_and_the_map_shows_just_that()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.Live();
        var browser = await maya.Browser();
        Assert.Contains(
            "There is none.",
            (await browser.Page("/aim?only=silent")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(15));
        browser = await maya.Browser();
        var silent = (await browser.Page("/aim?only=silent")).QuerySelector("main")!.TextContent;
        Assert.Contains("without a check-in for two weeks", silent, StringComparison.Ordinal);
        Assert.Contains("New regulars order again within a month", silent, StringComparison.Ordinal);
        var blind = (await browser.Page("/aim?only=no-start")).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("New regulars order again", blind, StringComparison.Ordinal);
    }

    static Task<WorkMap?> Read(Cast who, Id<Cycle>? cycle = null, Id<Team>? team = null, int page = 1) =>
        who.World.As(who, s => s.GetRequiredService<ReadWorkMap>().Run(cycle, team, null, page, default));

    static async Task<Cycle> Quarter(Cast who, int year, int quarter, bool open)
    {
        var start = new DateOnly(year, quarter * 3 - 2, 1);
        return await who.Do<PlanCycle, Cycle>(plan =>
            plan.Run(
                new()
                {
                    Name = $"{year} Q{quarter}",
                    Start = start,
                    End = start.AddMonths(3).AddDays(-1),
                    OpenNow = open,
                },
                default
            )
        );
    }

    [Fact]
    public async Task The_map_opens_on_the_cycle_of_today_and_shows_every_other_that_is_asked_for()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Null((await Read(maya))!.Cycle);
        var planned = await Quarter(maya, 2036, 1, open: false);
        Assert.Equal(planned.Id, (await Read(maya))!.Cycle!.Id);
        var past = await Quarter(maya, 2034, 1, open: true);
        Assert.Equal(past.Id, (await Read(maya))!.Cycle!.Id);
        var next = await Quarter(maya, 2035, 2, open: true);
        Assert.Equal(next.Id, (await Read(maya))!.Cycle!.Id);
        var now = await Quarter(maya, 2035, 1, open: true);
        Assert.Equal(now.Id, (await Read(maya))!.Cycle!.Id);
        // Its last day belongs to it, where the organisation is.
        world.Clock.MoveTo(new(2035, 3, 31, 21, 59, 0, TimeSpan.Zero));
        Assert.Equal(now.Id, (await Read(maya))!.Cycle!.Id);
        world.Clock.MoveTo(new(2035, 3, 31, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(next.Id, (await Read(maya))!.Cycle!.Id);

        await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.AddRange(
                    Enumerable
                        .Range(0, 24)
                        .Select(i => new Cycle
                        {
                            Name = $"Week {i}",
                            Start = new DateOnly(2034, 6, 5).AddDays(7 * i),
                            End = new DateOnly(2034, 6, 11).AddDays(7 * i),
                            CreatedAt = world.Clock.GetUtcNow(),
                        })
                );
                return await db.SaveChangesAsync();
            }
        );
        // The page of cycles leads to each of them, however many came since.
        var old = await Read(maya, past.Id);
        Assert.Equal(past.Id, old!.Cycle!.Id);
        Assert.Contains(old.Cycles, c => c.Id == past.Id);
        Assert.Equal(24, (await Read(maya))!.Cycles.Count);
        Assert.Null(await Read(maya, Id<Cycle>.New()));
        Assert.Null(await Read(await world.Organisation("Tea House", "Noor"), past.Id));
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last_and_what_is_closed_comes_at_the_end()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cycle = await maya.Quarter();
        List<Objective> all = [];
        for (var i = 0; i < WorkMap.Size + 1; i++)
        {
            all.Add(await maya.Objective(cycle));
            world.Clock.Move(TimeSpan.FromSeconds(1));
        }
        await maya.Do<TurnObjective, Objective>(t => t.Close(all[0].Id, new() { Ending = Ending.Withdrawn }, default));
        var (first, beyond) = (await Read(maya, page: -3), await Read(maya, page: 9));
        Assert.Equal(all.Skip(1).Select(o => o.Id), first!.Objectives.Select(o => o.Id));
        Assert.Equal((1, "On this page: no key result yet"), (first.Page, first.Finding));
        Assert.Equal((2, 21), (beyond!.Page, beyond.All));
        Assert.Equal(all[0].Id, Assert.Single(beyond.Objectives).Id);
        var nobodys = await Read(maya, team: Id<Team>.New());
        Assert.Equal((0, "Nothing is aimed at yet"), (nobodys!.All, nobodys.Finding));

        var browser = await maya.Browser();
        Assert.Equal("No key result is without a check-in for two weeks", await Head(browser, "/aim?only=silent"));
        Assert.Equal("No key result is without a known start", await Head(browser, "/aim?only=no-start"));
    }
}

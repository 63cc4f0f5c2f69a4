using Heed.Aim;
using Heed.Tests.Metrics;

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
        Assert.Contains("new regulars order again within a month", silent, StringComparison.Ordinal);
        var blind = (await browser.Page("/aim?only=no-start")).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("new regulars order again", blind, StringComparison.Ordinal);
    }
}

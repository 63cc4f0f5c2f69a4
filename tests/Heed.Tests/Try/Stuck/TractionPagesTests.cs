using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>
/// T19 on pages, both ways. Heed's own method is wider than the published one of T19 (8 points a side: −2.50 [−6.58, 1.58],
/// +1.00 [−3.08, 5.08], +1.38 [−2.71, 5.46]; TractionTests hold those), so that it takes a bolder promise than −7 to be refuted.
/// </summary>
public sealed class TractionPagesTests
{
    static readonly string[] Figures = ["−3.7 [−12.3, 4.3]", "+2.6 [−3.1, 8.4]", "+2.6 [−2.7, 7.9]"];

    [Theory]
    [InlineData(-16, "Spinning", "No change, No change, No change")]
    [InlineData(-7, "Blind", "Cannot tell, No change, No change")]
    [InlineData(-3, "Blind", "Cannot tell, Cannot tell, No change")]
    public async Task One_history_is_spinning_or_blind_by_what_was_promised(
        double predicted,
        string state,
        string words
    )
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (metric, trials) = await maya.T19(predicted);
        var browser = await maya.Browser();
        foreach (var (trial, figure) in trials.Zip(Figures))
            Assert.Contains(
                figure,
                (await browser.Page($"/metrics/{metric.Id}")).Body!.Says(),
                StringComparison.Ordinal
            );

        var page = await browser.Page($"/metrics/{metric.Id}");
        var strip = page.QuerySelector(".traction")!;
        Assert.Equal(state, strip.QuerySelector(".status")!.Says());
        Assert.Equal(
            words,
            string.Join(", ", strip.QuerySelectorAll(".tried .meta").Select(m => m.Says().Split(" · ")[1]))
        );
        Assert.All(strip.QuerySelectorAll(".tried li"), li => Assert.True(li.ClassList.Contains("run")));
        Assert.Contains("42 hours", strip.Says(), StringComparison.Ordinal);
        Assert.Contains("14 hours · in the run", strip.Says(), StringComparison.Ordinal);
        // Blind is grey: it blames nobody, and is not good either.
        Assert.Equal(state == "Spinning" ? Status.Watch : Status.NotKnown, (await maya.Traction(metric)).Shape());
        var chart = page.QuerySelector("figure.chart svg")!;
        Assert.Equal(3, chart.QuerySelectorAll("circle.try").Length);
        Assert.Single(chart.QuerySelectorAll("rect.run"));
        var file = await browser.GetStringAsync($"/metrics/{metric.Id}/chart.svg");
        Assert.Contains("class=\"run\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_key_result_says_it_too_and_one_attempt_is_told_by_its_trial()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var browser = await maya.Browser();
        async Task<string?> Said() =>
            (await browser.Page($"/aim/key-results/{keyResult.Id}")).QuerySelector(".traction")?.Says();
        await SampleTrials.Started(maya, metric);
        Assert.Null(await Said());
        var asked = SampleTrials.Asked(maya, metric);
        asked.Obstacle = "Nobody is at the door.";
        await maya.Begun(asked);
        var said = await Said();
        Assert.StartsWith("Waiting The change of 12 March 2035 needs more time.", said, StringComparison.Ordinal);
        Assert.Contains("Not looked at yet", said, StringComparison.Ordinal);
    }
}

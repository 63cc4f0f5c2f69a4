using System.Text.RegularExpressions;
using Heed.Listen;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>Five voices of the group that is heard least.</summary>
public sealed class DrawVoicesTests
{
    static readonly Mapping Nps = new()
    {
        Columns = [new("nps", ColumnUse.Recommend), new("region", ColumnUse.Attribute), new("said", ColumnUse.Remark)],
        On = new(2035, 2, 1),
    };

    static string Answers(params (string Region, int Count)[] groups) =>
        "nps,region,said\n"
        + string.Concat(
            groups.SelectMany(g =>
                Enumerable.Range(0, g.Count).Select(i => $"{i % 11},{g.Region},{g.Region} says {i}\n")
            )
        );

    [Fact]
    public async Task They_are_of_the_smallest_group_that_may_be_shown_and_the_number_draws_them_again()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        using var browser = await cast.Browser();
        Assert.Contains(
            "Nobody has written yet",
            (await browser.Page("/listen/voices")).Body!.Says(),
            StringComparison.Ordinal
        );

        // Three of the west wrote: they stay hidden, and the east with them, so that nobody finds them by subtraction.
        await world.Bring(
            cast,
            SampleImports.Csv(Answers(("North", 40), ("East", 12), ("South", 30), ("West", 3))),
            Nps
        );
        var page = await browser.Page("/listen/voices");
        Assert.Contains("South, the group that writes least", page.Body!.Says(), StringComparison.Ordinal);
        var first = Said(page);
        Assert.Equal(5, first.Distinct().Count());
        Assert.All(first, said => Assert.StartsWith("“South says ", said, StringComparison.Ordinal));
        var again = page.QuerySelectorAll("a").Single(a => a.Says() == "this address").GetAttribute("href")!;
        Assert.Equal(first, Said(await browser.Page(again)));
        Assert.Matches("by the number [0-9]+", page.Body!.Says());

        static List<string> Said(AngleSharp.Dom.IDocument page) =>
            [.. page.QuerySelectorAll("main blockquote").Select(q => q.Says())];
    }

    [Fact]
    public void Places_are_different_within_bounds_and_reach_everybody()
    {
        HashSet<int> reached = [];
        for (var seed = 0; seed < 400; seed++)
        {
            var places = DrawVoices.Places(seed, 12);
            Assert.Equal(5, places.Distinct().Count());
            Assert.All(places, place => Assert.InRange(place, 0, 11));
            Assert.Equal(places, DrawVoices.Places(seed, 12));
            reached.UnionWith(places);
        }
        Assert.Equal(12, reached.Count);
        Assert.Equal([0, 1, 2], DrawVoices.Places(7, 3).Order());
        Assert.Empty(DrawVoices.Places(7, 0));
    }

    [Fact]
    public async Task Another_organisation_draws_nothing_here()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(cast, SampleImports.Csv(Answers(("North", 40), ("East", 12))), Nps);
        var noa = await world.Organisation("Elsewhere");
        using var browser = await noa.Browser();
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await browser.GetAsync($"/listen/voices?survey={import.SurveyId}")).StatusCode
        );
    }
}

using Heed.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

public sealed class ReadRemarksTests
{
    static readonly Mapping Nps = new()
    {
        Columns = [new("nps", ColumnUse.Recommend), new("region", ColumnUse.Attribute), new("said", ColumnUse.Remark)],
        On = new(2035, 2, 1),
    };

    [Fact]
    public async Task Remarks_are_listed_only_where_eight_or_more_wrote()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var csv =
            "nps,region,said\n"
            + string.Concat(
                Enumerable.Range(0, 30).Select(i => $"{i % 11},{(i < 5 ? "North" : "South")},remark {i}\n")
            );
        var import = await world.Bring(cast, SampleImports.Csv(csv), Nps);
        async Task<RemarkPage> Page(params (string, string)[] where) =>
            await world.As(
                cast,
                async s =>
                {
                    var survey = (await s.GetRequiredService<ReadScores>().Survey(import.SurveyId!.Value, default))!;
                    var slice = new Slice(where.ToDictionary(w => w.Item1, w => w.Item2));
                    return await s.GetRequiredService<ReadRemarks>().Run(survey, slice, null, 1, default);
                }
            );
        var all = (await Page()).Remarks;
        Assert.Equal(30, all.Count);
        // Not by time, nor by the row of the file.
        Assert.NotEqual(all.Select(r => r.Words), Enumerable.Range(0, 30).Select(i => $"remark {29 - i}"));
        Assert.NotEqual(all.Select(r => r.Words), Enumerable.Range(0, 30).Select(i => $"remark {i}"));
        // Whoever is left out would be known by subtraction.
        foreach (var region in new[] { "North", "South" })
        {
            Assert.Empty((await Page(("region", region))).Remarks);
            Assert.NotNull((await Page(("region", region))).Because);
        }
    }

    [Fact]
    public async Task Words_are_found_in_remarks_and_only_where_all_of_them_may_be_read()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var csv =
            "nps,region,said\n"
            + string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Select(i =>
                        $"{i % 11},{(i < 5 ? "North" : i < 10 ? "West" : i < 20 ? "East" : "South")},{(i % 4 == 0 ? "Waited LONG for it" : "all fine")} {i}\n"
                    )
            );
        var import = await world.Bring(cast, SampleImports.Csv(csv), Nps);
        var browser = await cast.Browser();
        var here = $"/listen/surveys/{import.SurveyId}/remarks";

        var page = await browser.Page($"{here}?q=long+wait");
        Assert.Equal(10, page.QuerySelectorAll(".remarks li").Length);
        Assert.StartsWith("“Waited LONG for it ", page.QuerySelector(".remarks blockquote")!.TextContent);
        Assert.Equal(
            ["Wait", "LONG"],
            page.QuerySelectorAll(".remarks li:first-child mark").Select(m => m.TextContent)
        );
        Assert.Contains("10 remarks of 40 hold “long wait”", page.QuerySelector(".page-head p")!.TextContent);
        Assert.Contains("No remark holds these words", (await browser.Page($"{here}?q=tea")).Body!.TextContent);
        // The form of the page itself, and a group too small to read from.
        Assert.Equal(20, (await browser.Page($"{here}?where=region%3DSouth")).QuerySelectorAll(".remarks li").Length);
        var small = await browser.Page($"{here}?q=fine&where=region%3DNorth");
        Assert.Empty(small.QuerySelectorAll(".remarks li"));
        Assert.Contains("fewer than 8", small.QuerySelector(".hidden-group")!.TextContent);
    }

    [Fact]
    public async Task Names_addresses_and_numbers_are_shown_nowhere_and_cannot_be_searched_for()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var csv =
            "nps,region,said\n"
            + string.Concat(
                Enumerable
                    .Range(0, 12)
                    .Select(i => $"{i % 11},North,Spoke to Mr Smith about cup {i} and wrote to maria{i}@x.at\n")
            );
        var import = await world.Bring(cast, SampleImports.Csv(csv), Nps);
        var browser = await cast.Browser();
        var here = $"/listen/surveys/{import.SurveyId}/remarks";

        var said = (await browser.Page(here)).QuerySelector("main")!.TextContent;
        Assert.Contains("[name]", said, StringComparison.Ordinal);
        Assert.Contains("wrote to [e-mail]", said, StringComparison.Ordinal);
        foreach (var page in new[] { here, "/", $"{here}?q=Smith", $"{here}?q=maria3" })
        {
            var main = (await browser.Page(page)).QuerySelector("main")!;
            Assert.DoesNotContain("Mr Smith", main.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("@x.at", main.TextContent, StringComparison.Ordinal);
        }
        Assert.Empty((await browser.Page($"{here}?q=Smith")).QuerySelectorAll(".remarks li"));
        Assert.Equal(12, (await browser.Page($"{here}?q=wrote")).QuerySelectorAll(".remarks li").Length);
    }
}

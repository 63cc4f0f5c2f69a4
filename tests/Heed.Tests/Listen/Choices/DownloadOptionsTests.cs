using System.Net;
using Heed.Listen;
using static Heed.Tests.Listen.ChoicePageTests;

namespace Heed.Tests.Listen;

/// <summary>The file of options and numbers: what the pages show, and nothing more.</summary>
public sealed class DownloadOptionsTests(OneWorld one) : IClassFixture<OneWorld>
{
    [Fact]
    public async Task It_holds_each_option_with_its_share_or_why_that_is_hidden()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(cast, SampleImports.Csv(Csv()), Both);
        using var browser = await cast.Browser();
        var address = $"/listen/surveys/{import.SurveyId}/options.csv";
        var lines = (await browser.GetStringAsync(address)).Split("\r\n");
        Assert.StartsWith(
            "Question,Kind,Option,Count,n,Value,Low,High,",
            lines[0].TrimStart('\uFEFF'),
            StringComparison.Ordinal
        );
        Assert.Single(lines, l => l.StartsWith("Which way?,Choice,App,30,60,50,", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("Which ways?,Choices,App,40,55,72.7", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("Which ways?,Choices,Fax,,,,,,,,,,", StringComparison.Ordinal));
        Assert.Contains(
            address,
            await browser.GetStringAsync($"/listen/surveys/{import.SurveyId}"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/listen/surveys/{Id<Survey>.New()}/options.csv")).StatusCode
        );
    }

    [Fact]
    public async Task A_number_has_its_mean_before_its_bands()
    {
        var (world, cast) = await one.Story();
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 11},{(i == 7 ? 333 : i % 20)}\n"));
        var import = await world.Bring(
            cast,
            SampleImports.Csv($"nps,minutes\n{rows}"),
            new()
            {
                On = new(2034, 5, 1),
                Columns = [new("nps", ColumnUse.Recommend), new("minutes", ColumnUse.Number, Scale: "5, 10, 300")],
            }
        );
        using var browser = await cast.Browser();
        var file = await browser.GetStringAsync($"/listen/surveys/{import.SurveyId}/options.csv");
        var lines = file.Split("\r\n");
        Assert.StartsWith("minutes,Number,mean,,60,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("minutes,Number,under 5,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("minutes,Number,300 and more,,,", lines[5], StringComparison.Ordinal);
        Assert.DoesNotContain("333", file, StringComparison.Ordinal);
    }
}

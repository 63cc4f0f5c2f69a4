using System.Globalization;
using AngleSharp.Html.Dom;
using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

public sealed class ScorePageTests
{
    static readonly Mapping Guests = new()
    {
        Columns = [new("on", ColumnUse.Date), new("nps", ColumnUse.Recommend), new("shop", ColumnUse.Attribute)],
    };

    // Six months in four shops, alike but for two things: the shop at the harbour, and all of April.
    static string Rows()
    {
        var random = new Random(6);
        var rows = new System.Text.StringBuilder("id,on,nps,shop\n");
        for (var i = 0; i < 1200; i++)
        {
            var (month, shop) = (1 + i % 6, new[] { "Harbour", "Station", "Market", "Park" }[i / 6 % 4]);
            var score =
                month == 4 ? random.Next(0, 8)
                : shop == "Harbour" ? random.Next(8, 11)
                : random.Next(5, 11);
            rows.Append(CultureInfo.InvariantCulture, $"{i},2034-{month:00}-15,{score},{shop}\n");
        }
        return rows.ToString();
    }

    static async Task<IHtmlDocument> Page(string by)
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(cast, SampleImports.Csv(Rows()), Guests);
        var question = await world.As(
            cast,
            async s =>
                (await s.GetRequiredService<HeedDb>().Surveys.AsNoTracking().Include(x => x.Questions).SingleAsync())
                    .Questions.Single(q => q.Name == "nps")
                    .Id
        );
        return await (await cast.Browser()).Page($"/listen/surveys/{import.SurveyId}/scores/{question}?by={by}");
    }

    [Fact]
    public async Task A_month_carries_a_flag_only_where_it_lies_apart_and_every_month_its_interval()
    {
        var page = await Page("month");
        var wide = page.QuerySelectorAll("svg.wide").Single(svg => svg.QuerySelector("path.interval") is not null);

        Assert.Equal(6, wide.QuerySelectorAll(".point").Length);
        Assert.Equal(6, wide.QuerySelectorAll("path.interval").Length);
        Assert.Single(wide.QuerySelectorAll("path.flag"));
        Assert.Contains(
            "of 6 months, 1 differs from the others beyond chance",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_score_says_of_which_months_it_is_wherever_it_stands()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(cast, SampleImports.Csv(Rows()), Guests);
        using var browser = await cast.Browser();
        var home = await browser.Page("/listen");
        Assert.Contains("June 2034", home.QuerySelector("[data-label='Last value']")!.Says(), StringComparison.Ordinal);

        var survey = await browser.Page($"/listen/surveys/{import.SurveyId}");
        Assert.EndsWith("1,200 answers, January 2034 to June 2034.", survey.QuerySelector(".finding")!.Says());
        Assert.Contains(
            survey.QuerySelectorAll("h2"),
            heading => heading.Says() == "Scores, January 2034 to June 2034"
        );
        var score = survey.QuerySelector("a[href*='/scores/']:not([download])")!.GetAttribute("href")!;
        Assert.EndsWith(
            "1,200 answers, January 2034 to June 2034.",
            (await browser.Page(score)).QuerySelector(".finding")!.Says()
        );
    }

    [Fact]
    public async Task Groups_are_held_against_the_rest_and_shown_raw_and_drawn_in_with_the_ranks_they_could_have()
    {
        var page = await Page("shop");
        var said = page.Body!.TextContent;

        Assert.Contains("“Harbour” (higher)", said, StringComparison.Ordinal);
        Assert.Contains("Harbour and ", said, StringComparison.Ordinal);
        Assert.Contains("can be told apart, by ", said, StringComparison.Ordinal);
        var harbour = page.QuerySelectorAll("details.twin tbody tr")
            .Single(row => row.QuerySelector("th")!.TextContent == "Harbour");
        Assert.Equal("1", harbour.QuerySelectorAll("td")[^1].TextContent.Trim());
        Assert.Contains("[", harbour.QuerySelectorAll("td")[^2].TextContent, StringComparison.Ordinal);
    }
}

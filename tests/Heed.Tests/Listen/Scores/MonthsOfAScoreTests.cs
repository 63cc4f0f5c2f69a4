using System.Net;
using System.Net.Http.Json;
using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>A score by month, where some who answered said no day.</summary>
public sealed class MonthsOfAScoreTests
{
    [Fact]
    public async Task Answers_of_no_known_day_are_of_no_month_and_the_page_says_how_many()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var rows = Enumerable.Range(0, 40).Select(i => $"2035-0{1 + i % 2}-10,{i % 11}\n");
        var import = await world.Take(cast, SampleImports.Csv($"when,nps\n{string.Concat(rows)}"));
        var mapping = new Mapping { Columns = [new("when", ColumnUse.Date), new("nps", ColumnUse.Recommend)] };
        SampleImports.Given(await world.Map(cast, import, mapping));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Work();
        var (survey, question) = await world.As(
            cast,
            async s =>
            {
                var asked = await s.GetRequiredService<HeedDb>().Questions.SingleAsync();
                return (asked.SurveyId, asked.Id);
            }
        );
        var responses = Enumerable
            .Range(0, 12)
            .Select(i => new { id = $"late{i}", answers = new Dictionary<string, string> { ["nps"] = $"{i % 11}" } });
        using var sent = await cast.Api().PostAsJsonAsync($"/api/v1/surveys/{survey}/responses", new { responses });
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        await world.Work();

        var page = await (await cast.Browser()).Page($"/listen/surveys/{survey}/scores/{question}?by=month");
        Assert.Contains(
            "12 answers of no known day stand in no month.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("of 2 months", page.Body.TextContent, StringComparison.Ordinal);
    }
}

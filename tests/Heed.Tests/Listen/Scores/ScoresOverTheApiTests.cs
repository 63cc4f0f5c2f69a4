using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>One survey of 27 answers, which nobody changes.</summary>
public sealed class ScoredSurvey : IAsyncLifetime
{
    static readonly Mapping Guests = new()
    {
        Columns =
        [
            new("on", ColumnUse.Date),
            new("nps", ColumnUse.Recommend),
            new("food", ColumnUse.Satisfaction, Scale: "1-5"),
            new("shop", ColumnUse.Attribute),
            new("said", ColumnUse.Remark),
        ],
    };

    /// <summary>Twelve at the Harbour, ten at the Park, three at the Kiosk and two at the =Pier; in January and February.</summary>
    static string Rows()
    {
        string[] shops =
        [
            .. Enumerable.Repeat("Harbour", 12),
            .. Enumerable.Repeat("Park", 10),
            .. Enumerable.Repeat("Kiosk", 3),
            .. Enumerable.Repeat("=Pier", 2),
        ];
        return "on,nps,food,shop,said\n"
            + string.Concat(
                shops.Select(
                    (shop, i) => $"2035-0{1 + i % 2}-10,{(shop == "Park" ? 10 : i % 11)},{1 + i % 5},{shop},\n"
                )
            );
    }

    public World World { get; private set; } = null!;
    public Cast Cast { get; private set; } = null!;
    public Id<Survey> Survey { get; private set; }

    public async ValueTask InitializeAsync()
    {
        World = await World.Start();
        Cast = await World.Organisation("Harbor Coffee");
        var import = await World.Bring(Cast, SampleImports.Csv(Rows()), Guests);
        Survey = import.SurveyId!.Value;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

/// <summary>One survey, asked through the API, its file of scores and its pages: the same numbers, the same groups hidden.</summary>
public sealed class ScoresOverTheApiTests(ScoredSurvey one) : IClassFixture<ScoredSurvey>
{
    (World World, Cast Cast, Id<Survey> Survey) Open() => (one.World, one.Cast, one.Survey);

    [Fact]
    public async Task A_group_too_small_has_no_number_at_all_and_neither_has_what_would_give_it_away()
    {
        var (_, cast, survey) = Open();
        var api = cast.Api();
        var score = await api.GetFromJsonAsync<JsonElement>($"/api/v1/surveys/{survey}/scores/nps?by=shop");
        Assert.Equal(27, score.GetProperty("n").GetInt64());
        var groups = score
            .GetProperty("by")
            .EnumerateArray()
            .ToDictionary(g => g.GetProperty("group").GetString()!, StringComparer.Ordinal);
        Assert.Equal(
            (10, 100),
            (groups["Park"].GetProperty("n").GetInt64(), groups["Park"].GetProperty("value").GetDouble())
        );
        Assert.Equal("shop", groups["Park"].GetProperty("column").GetString());
        Assert.False(groups["Park"].TryGetProperty("because", out var none));
        foreach (var name in new[] { "Kiosk", "=Pier" })
        {
            foreach (var number in new[] { "n", "value", "low", "high" })
                Assert.Equal(JsonValueKind.Null, groups[name].GetProperty(number).ValueKind);
            Assert.NotEmpty(groups[name].GetProperty("because").GetString()!);
        }
        Assert.Equal(27, score.GetProperty("distribution").EnumerateObject().Sum(p => p.Value.GetInt64()));

        var kiosk = await api.GetFromJsonAsync<JsonElement>($"/api/v1/surveys/{survey}/scores/nps?is.shop=Kiosk");
        Assert.Equal(
            (0, JsonValueKind.Null),
            (kiosk.GetProperty("n").GetInt64(), kiosk.GetProperty("value").ValueKind)
        );
        Assert.Empty(kiosk.GetProperty("distribution").EnumerateObject());
        Assert.NotEmpty(kiosk.GetProperty("because").GetString()!);
    }

    [Fact]
    public async Task A_question_is_asked_by_its_name_or_its_id_by_month_and_for_a_part()
    {
        var (world, cast, survey) = Open();
        var api = cast.Api();
        var here = $"/api/v1/surveys/{survey}/scores";
        var months = await api.GetFromJsonAsync<JsonElement>($"{here}/food?by=month");
        Assert.Equal("satisfaction", months.GetProperty("kind").GetString());
        Assert.Equal(
            [("month", "2035-01-01", 14L), ("month", "2035-02-01", 13L)],
            months
                .GetProperty("by")
                .EnumerateArray()
                .Select(m =>
                    (
                        m.GetProperty("column").GetString()!,
                        m.GetProperty("group").GetString()!,
                        m.GetProperty("n").GetInt64()
                    )
                )
        );
        var park = await api.GetFromJsonAsync<JsonElement>($"{here}/nps?is.shop=Park&is.nobody=1");
        Assert.Equal((10, 100), (park.GetProperty("n").GetInt64(), park.GetProperty("value").GetDouble()));

        var id = await world.As(
            cast,
            s => s.GetRequiredService<HeedDb>().Questions.Where(q => q.Name == "nps").Select(q => q.Id).SingleAsync()
        );
        Assert.Equal(27, (await api.GetFromJsonAsync<JsonElement>($"{here}/{id}")).GetProperty("n").GetInt64());
        (string Path, HttpStatusCode Status, string Says)[] bad =
        [
            ($"{here}/said", HttpStatusCode.NotFound, "There is no such question here."),
            ($"{here}/csat", HttpStatusCode.NotFound, "There is no such question here."),
            (
                $"{here}/nps?by=colour",
                HttpStatusCode.UnprocessableEntity,
                "There is no attribute colour in this survey."
            ),
            (
                $"{here}/nps?is.Wave=2035",
                HttpStatusCode.UnprocessableEntity,
                "There is no attribute Wave in this survey."
            ),
        ];
        foreach (var (path, status, says) in bad)
        {
            var answer = await api.GetAsync(path);
            Assert.Equal(status, answer.StatusCode);
            var detail = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
            Assert.StartsWith(says, detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_file_of_scores_holds_each_question_once_and_each_group_with_its_reason()
    {
        var (_, cast, survey) = Open();
        using var browser = await cast.Browser();
        var lines = (await browser.GetStringAsync($"/listen/surveys/{survey}/scores.csv")).Split("\r\n");
        Assert.Equal(
            "Question,Kind,Scale,By,Group,n,Missing,Value,Low,High,Weighted value,Weighted low,Weighted high,Effective n,Not shown because",
            lines[0].TrimStart('\uFEFF')
        );
        Assert.Single(lines, l => l.StartsWith("nps,Recommend,0-10,,,27,0,", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("food,Satisfaction,1-5,,,27,0,", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("nps,Recommend,0-10,shop,Park,10,0,100,", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("nps,Recommend,0-10,shop,Kiosk,,,,,,,,,,", StringComparison.Ordinal));
        // No cell of a person's words becomes a formula.
        Assert.Single(lines, l => l.StartsWith("nps,Recommend,0-10,shop,'=Pier,,,", StringComparison.Ordinal));

        var park = await browser.GetStringAsync($"/listen/surveys/{survey}/scores.csv?is.shop=Park");
        Assert.Contains("nps,Recommend,0-10,,,10,0,100,", park, StringComparison.Ordinal);
        Assert.DoesNotContain(",27,", park, StringComparison.Ordinal);
        foreach (var unknown in new[] { "nobody", $"{Id<Survey>.New()}" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.GetAsync($"/listen/surveys/{unknown}/scores.csv")).StatusCode
            );
    }

    [Fact]
    public async Task A_filter_is_said_on_the_pages_and_can_be_taken_off_again()
    {
        var (_, cast, survey) = Open();
        using var browser = await cast.Browser();
        var here = $"/listen/surveys/{survey}";
        var part = await browser.Page($"{here}?is.shop=Park");
        Assert.Contains("Only answers where shop is Park", part.Body!.Says(), StringComparison.Ordinal);
        Assert.NotNull(part.QuerySelector($"a[href='{here}/scores.csv?is.shop=Park']"));
        Assert.Contains(part.QuerySelectorAll("a"), a => a.GetAttribute("href") == here);
        var question = part.QuerySelectorAll("tbody th a").Single(a => a.Says() == "nps").GetAttribute("href")!;
        Assert.EndsWith("?is.shop=Park", question, StringComparison.Ordinal);

        var score = await browser.Page(question);
        Assert.StartsWith("In this part it stands at 100.0 points", score.QuerySelector(".finding")!.Says());
        var whole = await browser.Page(question.Split('?')[0]);
        Assert.StartsWith("It stands at", whole.QuerySelector(".finding")!.Says());
        Assert.Contains("from 27 answers", whole.QuerySelector(".finding")!.Says(), StringComparison.Ordinal);
        // The unknown attribute is not asked for; the first one of the survey is shown.
        var odd = await browser.Page($"{question.Split('?')[0]}?by=colour");
        Assert.Contains("nps by shop", odd.Body!.Says(), StringComparison.Ordinal);

        var kiosk = await browser.Page($"{question.Split('?')[0]}?is.shop=Kiosk");
        Assert.Null(kiosk.QuerySelector(".finding"));
        Assert.NotNull(kiosk.QuerySelector(".hidden-group"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"{here}/scores/{Id<Question>.New()}")).StatusCode
        );
    }
}

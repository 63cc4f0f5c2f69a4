using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>What people chose: imported, counted, shown on pages and over the API, and compared by.</summary>
public sealed class ChoicePageTests(OneWorld one) : IClassFixture<OneWorld>
{
    internal static readonly Mapping Both = new()
    {
        On = new(2034, 5, 1),
        Columns =
        [
            new("nps", ColumnUse.Recommend),
            new("Which way?", ColumnUse.Choice),
            new("Which ways?", ColumnUse.Choices, Separator: ";"),
        ],
    };

    /// <summary>Sixty people: 30 app, 20 web, 10 phone; of several 40 app, 30 web, 3 fax.</summary>
    internal static string Csv()
    {
        var rows = Enumerable
            .Range(0, 60)
            .Select(i =>
            {
                List<string> ways = [];
                if (i < 40)
                    ways.Add("App");
                if (i is >= 25 and < 55)
                    ways.Insert(i % 2 == 0 ? 0 : ways.Count, "Web");
                if (i is 10 or 20 or 30)
                    ways.Add("Fax");
                var one =
                    i < 30 ? "App"
                    : i < 50 ? "Web"
                    : "Phone";
                return $"{i % 11},{one},{string.Join(';', ways)}{(ways.Count > 0 ? ";" : "")}";
            });
        return "nps,Which way?,Which ways?\n" + string.Join('\n', rows) + "\n";
    }

    async Task<(World World, Cast Cast, string Survey)> Story()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(cast, SampleImports.Csv(Csv()), Both);
        return (world, cast, import.SurveyId!.Value.ToString());
    }

    [Fact]
    public async Task Options_are_counted_whatever_their_order_in_a_cell_and_few_are_hidden()
    {
        var (world, cast, _) = await Story();
        Assert.Equal("App 30, Phone 10, Web 20", (await world.Choice(cast, "Which way?")).InShort());
        var several = await world.Choice(cast, "Which ways?");
        // Three chose the fax; what is beside it would give it away where everybody chose as many.
        Assert.Equal("App 40, Fax hidden, Web hidden", several.InShort());
        Assert.Equal((55, 5), (several.Answered.Value, several.Missing));
    }

    [Fact]
    public async Task A_page_shows_each_option_with_its_percent_and_interval()
    {
        var (world, cast, survey) = await Story();
        using var browser = await cast.Browser();
        var page = await browser.GetStringAsync($"/listen/surveys/{survey}");
        var several = await world.Choice(cast, "Which ways?");
        var address = $"/listen/surveys/{survey}/questions/{several.Question.Id}";
        Assert.Contains(address, page, StringComparison.Ordinal);
        Assert.Contains("2 questions with options", page, StringComparison.Ordinal);
        var own = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        // 40 of 55: 72.7 %, Wilson 59.8 to 82.7 (Python).
        Assert.Contains("72.7 %", own, StringComparison.Ordinal);
        Assert.Contains("[59.8, 82.7]", own, StringComparison.Ordinal);
        Assert.Contains(ChoiceWords.Several, own, StringComparison.Ordinal);
        Assert.Contains("Fax", own, StringComparison.Ordinal);
        Assert.Contains("fewer than 5 people", own, StringComparison.Ordinal);
        var one = await world.Choice(cast, "Which way?");
        var other = await browser.GetStringAsync($"/listen/surveys/{survey}/questions/{one.Question.Id}");
        Assert.DoesNotContain("add to more than", other, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/listen/surveys/{survey}/questions/{Id<Question>.New()}")).StatusCode
        );
    }

    [Fact]
    public async Task The_API_gives_the_same_figures_and_nothing_of_hidden_ones()
    {
        var (_, cast, survey) = await Story();
        using var api = cast.Api();
        var several = await api.GetFromJsonAsync<JsonElement>($"/api/v1/surveys/{survey}/questions/Which ways%3F");
        Assert.True(several.GetProperty("overlap").GetBoolean());
        Assert.Equal(55, several.GetProperty("n").GetInt64());
        var app = several
            .GetProperty("options")
            .EnumerateArray()
            .Single(o => o.GetProperty("option").GetString() == "App");
        Assert.Equal(40, app.GetProperty("count").GetInt64());
        Assert.Equal(72.727, app.GetProperty("percent").GetDouble(), 0.001);
        var fax = several
            .GetProperty("options")
            .EnumerateArray()
            .Single(o => o.GetProperty("option").GetString() == "Fax");
        Assert.Equal(JsonValueKind.Null, fax.GetProperty("count").ValueKind);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await api.GetAsync($"/api/v1/surveys/{survey}/questions/nps")).StatusCode
        );
    }

    [Fact]
    public async Task A_score_by_several_options_has_groups_that_overlap_and_no_ranks()
    {
        var (world, cast, survey) = await Story();
        var by = await world.Score(cast, "nps", "Which ways?");
        Assert.True(by.Overlaps);
        Assert.Equal(40, by.Rows.Single(r => r.Group == "App").Score.Value.N);
        var one = await world.Score(cast, "nps", "Which way?");
        Assert.False(one.Overlaps);
        Assert.Equal([30, 20, 10], one.Rows.Select(r => r.Score.Value.N).OrderDescending());
        using var browser = await cast.Browser();
        var page = await browser.GetStringAsync($"/listen/surveys/{survey}/scores/{by.Question.Id}?by=Which+ways%3F");
        Assert.Contains("these groups overlap", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Possible rank", page, StringComparison.Ordinal);
        using var api = cast.Api();
        var refused = await api.GetAsync($"/api/v1/surveys/{survey}/scores/nps?by=Which ways%3F&is.Which way%3F=App");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("over all answers only", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_column_an_option_reads_marks_words_and_what_was_written_beside_other()
    {
        var (world, cast) = await one.Story();
        var rows = Enumerable
            .Range(0, 40)
            .Select(i =>
                i switch
                {
                    < 5 => ",,,,9",
                    _ =>
                        $"{(i % 2)},{(i < 20 ? "Web" : "")},{(i % 3 == 0 ? "x" : "")},{(i < 12 ? $"by pigeon number {i}" : "")},{i % 11}",
                }
            );
        var import = await world.Bring(
            cast,
            SampleImports.Csv($"app,web,phone,other,nps\n{string.Join('\n', rows)}\n"),
            new()
            {
                On = new(2034, 5, 1),
                Columns =
                [
                    new("app", ColumnUse.Choices, "Ways", Option: "App"),
                    new("web", ColumnUse.Choices, "Ways", Option: "Web"),
                    new("phone", ColumnUse.Choices, "Ways", Option: "Phone"),
                    new("other", ColumnUse.Choices, "Ways", Option: "Other", Words: true),
                    new("nps", ColumnUse.Recommend),
                ],
            }
        );
        Assert.Equal(40, import.Stored);
        var counted = await world.Choice(cast, "Ways");
        Assert.Equal("App 18, Other 7, Phone 12, Web 15", counted.InShort());
        Assert.Equal((35, 5), (counted.Answered.Value, counted.Missing));
        var survey = counted.Survey;
        Assert.Equal(QuestionKind.Remark, survey.Questions.Single(q => q.Name == "other").Kind);
    }

    [Fact]
    public async Task A_ranking_is_mean_places_with_the_share_of_first_ones_under_what_was_asked()
    {
        var (world, cast) = await one.Story();
        int[][] orders =
        [
            [1, 2, 3],
            [1, 3, 2],
            [2, 1, 3],
            [1, 2, 3],
        ];
        var import = await world.Take(
            cast,
            SampleImports.Csv(
                "Respondent ID,Put these in order,,\n,Price,Speed,Care\n"
                    + string.Concat(
                        Enumerable.Range(0, 40).Select(i => $"{100 + i},{string.Join(',', orders[i % 4])}\n")
                    )
            )
        );
        SampleImports.Given(
            await world.Map(cast, import, Mapping.FromJson(import.Mapping) with { On = new(2034, 5, 1) })
        );
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Settle(cast, import.Id);
        var price = await world.Score(cast, "Put these in order – Price");
        Assert.Equal((QuestionKind.Ranking, "Put these in order"), (price.Question.Kind, price.Question.Text));
        Assert.Equal((1.25, 40), (price.Total.Value.Value, price.Total.Value.N));
        using var browser = await cast.Browser();
        var page = WebUtility.HtmlDecode(
            await browser.GetStringAsync($"/listen/surveys/{price.Survey.Id}/scores/{price.Question.Id}")
        );
        // 30 of 40: Wilson 59.8 to 85.8 (Python).
        Assert.Contains("75.0 % [59.8, 85.8] put it first", page, StringComparison.Ordinal);
        var survey = await browser.GetStringAsync($"/listen/surveys/{price.Survey.Id}");
        Assert.Contains("Mean place, 1 of 3 the first", survey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_a_matrix_stand_under_what_they_share()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(
            cast,
            SampleImports.Csv(
                "Respondent ID,How often do you do these?,,\n,Write code,Review code,Teach\n"
                    + string.Concat(
                        Enumerable
                            .Range(0, 60)
                            .Select(i =>
                                $"{100 + i},{(i % 2 == 0 ? "Often" : "Never")},{(i % 3 == 0 ? "Often" : "Never")},Often\n"
                            )
                    )
            )
        );
        var mapping = new Mapping
        {
            On = new(2034, 5, 1),
            Columns =
            [
                new("How often do you do these? – Write code", ColumnUse.Choice),
                new("How often do you do these? – Review code", ColumnUse.Choice),
            ],
        };
        SampleImports.Given(await world.Map(cast, import, mapping));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        var done = await world.Settle(cast, import.Id);
        Assert.Equal(
            "Never 30, Often 30",
            (await world.Choice(cast, "How often do you do these? – Write code")).InShort()
        );
        using var browser = await cast.Browser();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/listen/surveys/{done.SurveyId}"));
        Assert.Contains(">How often do you do these?</th>", page, StringComparison.Ordinal);
        Assert.Contains(">Write code</a>", page, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Heed.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>A question that is answered with numbers: imported, sent, shown, and never told of one person.</summary>
public sealed partial class NumberPageTests(OneWorld one) : IClassFixture<OneWorld>
{
    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Id();

    const string Asked = "How many minutes did you wait?";

    static Mapping Waited(string? bands = "5, 10, 15, 30") =>
        new()
        {
            On = new(2034, 5, 1),
            Columns = [new("nps", ColumnUse.Recommend), new(Asked, ColumnUse.Number, Scale: bands, Missing: ["999"])],
        };

    /// <summary>Of ninety 80 answer: 3 to 4 minutes, 7, 12, 20, and three who waited 45, 60 and 171.</summary>
    static string Minutes(int i) =>
        i switch
        {
            < 20 => i % 2 == 0 ? "3" : "4.5",
            < 50 => "7",
            < 65 => "12",
            < 77 => "20",
            77 => "45",
            78 => "60",
            79 => "171",
            < 85 => "",
            < 88 => "N/A",
            _ => "999",
        };

    /// <param name="of">In a column that is kept raw: the same answers are other people's.</param>
    static string Csv(string of = "first") =>
        $"nps,{Asked},of\n" + string.Concat(Enumerable.Range(0, 90).Select(i => $"{i % 11},{Minutes(i)},{of}\n"));

    async Task<(World World, Cast Cast, string Survey)> Story()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(cast, SampleImports.Csv(Csv()), Waited());
        return (world, cast, import.SurveyId!.Value.ToString());
    }

    [Fact]
    public async Task Bands_are_counted_in_their_order_and_few_are_hidden_with_a_neighbour()
    {
        var (world, cast, _) = await Story();
        var counted = await world.Choice(cast, Asked);
        Assert.Equal((QuestionKind.Number, "5, 10, 15, 30"), (counted.Question.Kind, counted.Question.Scale));
        Assert.Equal(
            ["under 5", "5 to under 10", "10 to under 15", "15 to under 30", "30 and more"],
            counted.Options.Select(o => o.Name)
        );
        Assert.Equal(
            ["20", "30", "15", "hidden", "hidden"],
            counted.Options.Select(o => o.Share.IsGiven ? $"{o.Share.Value.Distribution.CountOf(1)}" : "hidden")
        );
        Assert.Equal((80, 10), (counted.Answered.Value, counted.Missing));
        Assert.Equal(["5 to under 10"], counted.Number!.Middle);
        var exact = Enumerable.Range(0, 80).Average(i => double.Parse(Minutes(i), CultureInfo.InvariantCulture));
        var mean = counted.Number.Mean.Value;
        Assert.Equal(80, mean.N);
        Assert.InRange(exact, mean.Low, mean.High);
        Assert.True(Math.Abs(mean.Value - exact) < (mean.High - mean.Low) / 10);
    }

    [Fact]
    public async Task Of_a_question_that_few_answered_no_band_says_how_many_they_were()
    {
        var (world, cast) = await one.Story();
        var few = Enumerable.Range(0, 90).Select(i => $"{i % 11},{(i < 4 ? $"{3 + 20 * i}" : "")}\n");
        var import = await world.Bring(cast, SampleImports.Csv($"nps,{Asked}\n" + string.Concat(few)), Waited());
        var counted = await world.Choice(cast, Asked);
        Assert.False(counted.Answered.IsGiven);
        Assert.All(counted.Options, option => Assert.False(option.Share.IsGiven));
        Assert.Null(counted.Most);
        var answer = await cast.Api()
            .GetStringAsync(
                new Uri($"/api/v1/surveys/{import.SurveyId}/questions/{Uri.EscapeDataString(Asked)}", UriKind.Relative)
            );
        Assert.DoesNotContain("\"n\":4", answer, StringComparison.Ordinal);
        using var browser = await cast.Browser();
        var page = await browser.GetStringAsync(new Uri($"/listen/surveys/{import.SurveyId}", UriKind.Relative));
        Assert.DoesNotContain("[0.0, 49.0]", page, StringComparison.Ordinal);
        Assert.Contains("Hidden: fewer than 5 people answered here", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_mean_and_bands_and_nothing_of_single_people()
    {
        var (world, cast, survey) = await Story();
        using var browser = await cast.Browser();
        var counted = await world.Choice(cast, Asked);
        var address = $"/listen/surveys/{survey}/questions/{counted.Question.Id}";
        var whole = WebUtility.HtmlDecode(await browser.GetStringAsync($"/listen/surveys/{survey}"));
        Assert.Contains(address, whole, StringComparison.Ordinal);
        Assert.Contains("1 question with a number", whole, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        var mean = ChoiceWords.Mean(counted.Number!.Mean.Value);
        Assert.Contains($"The mean is {mean} of 80 people who answered", page, StringComparison.Ordinal);
        Assert.Contains("the middle answer lies in “5 to under 10”", page, StringComparison.Ordinal);
        Assert.Contains("30 and more", page, StringComparison.Ordinal);
        // 30 of 80: 37.5 %, Wilson 27.7 to 48.5 (Python).
        Assert.Contains("[27.7, 48.5]", page, StringComparison.Ordinal);
        Assert.Contains(mean, whole, StringComparison.Ordinal);
        foreach (var said in (string[])[page, whole])
            // Ids of chance hold any three digits now and then.
            Assert.DoesNotContain("171", Id().Replace(said, ""), StringComparison.Ordinal);
        Assert.Contains("10 responses", page, StringComparison.Ordinal);
        var found = await browser.GetStringAsync("/find?q=minutes+did");
        Assert.Contains(address, found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_gives_the_same_figures_and_takes_numbers_from_programs()
    {
        var (world, cast, survey) = await Story();
        using var api = cast.Api();
        var address = $"/api/v1/surveys/{survey}/questions/{Uri.EscapeDataString(Asked)}";
        var before = await api.GetFromJsonAsync<JsonElement>(address);
        Assert.Equal("number", before.GetProperty("kind").GetString());
        Assert.Equal(
            (await world.Choice(cast, Asked)).Number!.Mean.Value.Value,
            before.GetProperty("mean").GetProperty("value").GetDouble()
        );
        Assert.Equal("5 to under 10", before.GetProperty("middle")[0].GetString());
        var sent = await Send(api, survey, Enumerable.Range(0, 60).Select(i => $"{1 + i % 9}.5"));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var after = await api.GetFromJsonAsync<JsonElement>(address);
        Assert.Equal(140, after.GetProperty("mean").GetProperty("n").GetInt64());
        Assert.True(
            after.GetProperty("mean").GetProperty("value").GetDouble()
                < before.GetProperty("mean").GetProperty("value").GetDouble()
        );
        foreach (var (wrong, says) in ((string, string)[])[("soon", "is not a number"), (">95", "only one side")])
        {
            var refused = await Send(api, survey, [wrong]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(says, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    static Task<HttpResponseMessage> Send(HttpClient api, string survey, IEnumerable<string> minutes) =>
        api.PostAsJsonAsync(
            $"/api/v1/surveys/{survey}/responses",
            new
            {
                responses = minutes.Select(
                    (said, i) =>
                        new
                        {
                            id = $"r{i} {said}",
                            on = "2034-05-03",
                            answers = new Dictionary<string, string> { ["nps"] = "9", [Asked] = said },
                        }
                ),
            }
        );

    [Fact]
    public async Task What_is_no_number_and_what_says_one_side_is_refused_in_a_sentence()
    {
        var (world, cast) = await one.Story();
        var report = await world.DryRun(
            cast,
            Csv() + "5,a while,x\n6,>95,x\n7,<1,x\n8,\"1,250\",x\n",
            [.. Waited().Columns]
        );
        Assert.Equal((91, 3), (report.New, report.Rejected));
        var no = report.Problems.Single(p => p.Kind == ProblemKind.NoNumber);
        Assert.Equal("Row 92, column “How many minutes did you wait?”: “a while” is not a number.", no.Says);
        Assert.True(no.MayMeanNoAnswer);
        var sides = report.Problems.Where(p => p.Kind == ProblemKind.OneSide).ToList();
        Assert.Equal(["<1", ">95"], sides.Select(p => p.Value).Order(StringComparer.Ordinal));
        Assert.All(sides, p => Assert.False(p.MayMeanNoAnswer));
    }

    [Fact]
    public async Task Bands_stay_as_they_were_when_the_first_answers_came()
    {
        var (world, cast, _) = await Story();
        var more = await world.Take(cast, SampleImports.Csv(Csv("second")));
        var moved = await world.Map(cast, more, Waited("5, 10, 16, 30"));
        Assert.True(moved.Refused(out var refusal, out _));
        Assert.Contains("has the bands 5, 10, 15, 30, and they stay", refusal.Because, StringComparison.Ordinal);
        SampleImports.Given(await world.Map(cast, more, Waited(bands: null)));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(more.Id, default)));
        await world.Settle(cast, more.Id);
        var counted = await world.Choice(cast, Asked);
        Assert.Equal("5, 10, 15, 30", counted.Question.Scale);
        Assert.Equal(40, counted.Options[0].Share.Value.Distribution.CountOf(1));
    }

    [Theory]
    [InlineData(null, "Give the bands of")]
    [InlineData("5, soon", "is no edge of a band")]
    [InlineData("30, 5", "Write the lowest first")]
    public async Task Bands_that_are_none_are_refused_in_words(string? bands, string says)
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv(Csv()));
        Assert.True((await world.Map(cast, import, Waited(bands))).Refused(out var refusal, out _));
        Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_are_compared_by_bands_in_their_order_and_no_band_is_a_filter()
    {
        var (world, cast, survey) = await Story();
        var by = await world.Score(cast, "nps", Asked);
        Assert.Equal(
            ["under 5", "5 to under 10", "10 to under 15", "15 to under 30", "30 and more"],
            by.Rows.Select(r => r.Group).Where(g => g.Length > 0)
        );
        using var browser = await cast.Browser();
        var page = WebUtility.HtmlDecode(
            await browser.GetStringAsync(
                $"/listen/surveys/{survey}/scores/{by.Question.Id}?by={Uri.EscapeDataString(Asked)}"
            )
        );
        Assert.True(
            page.IndexOf("under 5", StringComparison.Ordinal) < page.IndexOf("5 to under 10", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("only under 5", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_sees_proposed_bands_and_may_write_others()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv(Csv()));
        var guessed = Mapping.FromJson(import.Mapping).Columns.Single(c => c.Use == ColumnUse.Number);
        Assert.Equal(Asked, guessed.Column);
        using var browser = await cast.Browser();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/listen/imports/{import.Id}"));
        Assert.Contains($"name=\"bands-1\" value=\"{guessed.Scale}\"", page, StringComparison.Ordinal);
        Assert.Contains("One column holds numbers", page, StringComparison.Ordinal);
        var wide = Waited("10, 20");
        SampleImports.Given(await world.Map(cast, import, wide));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Settle(cast, import.Id);
        Assert.Equal(3, (await world.Choice(cast, Asked)).Options.Count);
    }
}

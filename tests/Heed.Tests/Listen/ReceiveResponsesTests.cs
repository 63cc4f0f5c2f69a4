using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

public sealed class ReceiveResponsesTests
{
    static object Batch(int from, int count, object? score = null) =>
        new
        {
            responses = Enumerable
                .Range(from, count)
                .Select(i => new
                {
                    id = $"r{i}",
                    on = "2035-02-03",
                    answers = new Dictionary<string, object?> { ["nps"] = score ?? $"{i % 11}", ["region"] = "North" },
                }),
        };

    static async Task<(World World, Cast Cast, string Survey)> Guests()
    {
        var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(
            cast,
            SampleImports.Csv("nps,region\n9,North\n10,South\n8,North\n7,North\n9,South\n"),
            new()
            {
                Columns = [new("nps", ColumnUse.Recommend), new("region", ColumnUse.Attribute)],
                On = new(2035, 1, 10),
            }
        );
        return (world, cast, $"/api/v1/surveys/{import.SurveyId}");
    }

    [Fact]
    public async Task A_batch_is_stored_once_however_often_it_is_sent()
    {
        var (world, cast, survey) = await Guests();
        await using var _ = world;
        var first = await cast.Api().PostAsJsonAsync($"{survey}/responses", Batch(0, 20));
        Assert.Equal(new(20, 0), await first.Content.ReadFromJsonAsync<ResponsesReceipt>());
        var again = await cast.Api().PostAsJsonAsync($"{survey}/responses", Batch(10, 20));
        Assert.Equal(new(10, 10), await again.Content.ReadFromJsonAsync<ResponsesReceipt>());
        var score = await cast.Api().GetFromJsonAsync<JsonElement>($"{survey}/scores/nps");
        Assert.Equal(35, score.GetProperty("n").GetInt64());
        Assert.Equal("recommend", score.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("""{"id": 4711, "wave": 7, "answers": {"nps": 9, "region": 7}}""", "7", "7")]
    [InlineData("""{"id": "4711", "answers": {"nps": 9.0, "region": 7.5}}""", "7.5", "")]
    [InlineData(
        """{"id": "4711", "answers": {"nps": "9", "region": 12345678901234567890}}""",
        "12345678901234567890",
        ""
    )]
    public async Task A_number_need_not_stand_in_quotes(string response, string region, string wave)
    {
        var (world, cast, survey) = await Guests();
        await using var _ = world;
        foreach (var body in new[] { response, """{"id": "4711", "answers": {"nps": "9", "region": "x"}}""" })
        {
            using var sent = new StringContent($$"""{"responses": [{{body}}]}""");
            sent.Headers.ContentType = new("application/json");
            var answer = await cast.Api().PostAsync(new Uri($"{survey}/responses", UriKind.Relative), sent);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        // The second has the id of the first, in whatever way it was written.
        var stored = await world.As(
            cast,
            s => s.GetRequiredService<HeedDb>().Responses.Select(r => r.Record).ToListAsync()
        );
        var texts = stored.ConvertAll(System.Text.Encoding.UTF8.GetString);
        Assert.Equal(6, texts.Count);
        Assert.Contains($"\"4711\",\"\",\"{wave}\",\"9\",\"{region}\"", texts);
    }

    [Fact]
    public async Task What_is_neither_words_nor_a_number_is_no_answer_to_anything()
    {
        var (world, cast, survey) = await Guests();
        await using var _ = world;
        foreach (var score in new[] { "true", "[9]", "{}" })
        {
            using var sent = new StringContent($$$"""{"responses": [{"id": "a", "answers": {"nps": {{{score}}}}}]}""");
            sent.Headers.ContentType = new("application/json");
            var answer = await cast.Api().PostAsync(new Uri($"{survey}/responses", UriKind.Relative), sent);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_newest_answers_wait_until_nobody_can_read_one_off_the_change()
    {
        var (world, cast, survey) = await Guests();
        await using var _ = world;
        await cast.Api().PostAsJsonAsync($"{survey}/responses", Batch(0, 5));
        await cast.Api().PostAsJsonAsync($"{survey}/responses", Batch(5, 3));
        var score = await cast.Api().GetFromJsonAsync<JsonElement>($"{survey}/scores/nps");
        Assert.Equal(10, score.GetProperty("n").GetInt64());
    }

    [Fact]
    public async Task One_bad_response_refuses_the_whole_batch_and_says_which()
    {
        var (world, cast, survey) = await Guests();
        await using var _ = world;
        var answer = await cast.Api().PostAsJsonAsync($"{survey}/responses", Batch(0, 2, "11"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var detail = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
        Assert.StartsWith("Response 1: ", detail, StringComparison.Ordinal);
        Assert.Contains("“11” is not on the scale 0-10", detail, StringComparison.Ordinal);
        Assert.Equal(5, await world.As(cast, s => s.GetRequiredService<HeedDb>().Responses.CountAsync()));
    }

    [Fact]
    public async Task An_unknown_question_is_named_together_with_the_known_ones()
    {
        var (world, cast, survey) = await Guests();
        await using var _ = world;
        var answer = await cast.Api()
            .PostAsJsonAsync(
                $"{survey}/responses",
                new { responses = new[] { new { id = "a", answers = new { ces = "4" } } } }
            );
        var detail = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
        Assert.Contains(
            "“ces”, which is no question or attribute of “Guests”. It has nps, region",
            detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_survey_of_others_is_as_unknown_as_one_that_never_was()
    {
        var (world, _, survey) = await Guests();
        await using var __ = world;
        var other = (await world.Organisation("Airport", "Ada")).Api();
        foreach (var path in new[] { survey, $"/api/v1/surveys/{Id<Survey>.New()}" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await other.PostAsJsonAsync($"{path}/responses", Batch(0, 1))).StatusCode
            );
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{path}/scores/nps")).StatusCode);
        }
        var surveys = await other.GetFromJsonAsync<JsonElement>("/api/v1/surveys");
        Assert.Equal(0, surveys.GetProperty("items").GetArrayLength());
        var imports = await other.GetFromJsonAsync<JsonElement>("/api/v1/imports");
        Assert.Equal(0, imports.GetProperty("items").GetArrayLength());
    }
}

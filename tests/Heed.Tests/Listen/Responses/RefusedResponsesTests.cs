using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>Responses that a program sends are taken in as they are meant, or refused with what, where and what to do.</summary>
public sealed class RefusedResponsesTests(OneWorld one) : IClassFixture<OneWorld>
{
    static readonly Mapping Guests = new()
    {
        Columns =
        [
            new("id", ColumnUse.Identity),
            new("nps", ColumnUse.Recommend),
            new("food", ColumnUse.Satisfaction, Scale: "1-5"),
            new("region", ColumnUse.Attribute),
            new("said", ColumnUse.Remark),
        ],
        On = new(2035, 1, 10),
    };

    static string Rows =>
        "id,nps,food,region,said\n"
        + string.Concat(Enumerable.Range(0, 10).Select(i => $"f{i},{i},{1 + i % 5},North,remark {i}\n"));

    static Dictionary<string, object?> One(
        string? id = "a",
        object? on = null,
        object? weight = null,
        params (string, object?)[] answers
    ) =>
        new()
        {
            ["id"] = id,
            ["on"] = on,
            ["weight"] = weight,
            ["answers"] = answers.ToDictionary(a => a.Item1, a => a.Item2),
        };

    static Task<HttpResponseMessage> Send(HttpClient api, string survey, params object[] responses) =>
        api.PostAsJsonAsync($"{survey}/responses", new { responses });

    static async Task<string> Said(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return problem.TryGetProperty("errors", out var errors)
            ? errors.ToString()
            : problem.GetProperty("detail").GetString()!;
    }

    async Task<(World World, Cast Cast, string Survey)> Open()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(cast, SampleImports.Csv(Rows), Guests);
        return (world, cast, $"/api/v1/surveys/{import.SurveyId}");
    }

    /// <summary>The same survey before anybody answered it.</summary>
    async Task<(World World, Cast Cast, string Survey)> Empty()
    {
        var (world, cast) = await one.Story();
        var survey = new Survey { Name = "Guests", CreatedAt = world.Clock.GetUtcNow() };
        foreach (var column in Guests.Columns.Where(c => c.IsQuestion))
            survey.Questions.Add(
                new()
                {
                    SurveyId = survey.Id,
                    Name = column.Column,
                    Kind = column.Kind,
                    Scale = column.IsScored ? $"{SampleImports.Given(CompiledMapping.ScaleOf(column))}" : "",
                }
            );
        survey.Attributes.Add(new() { SurveyId = survey.Id, Name = "region" });
        await world.As(
            cast,
            async s =>
            {
                s.GetRequiredService<HeedDb>().Surveys.Add(survey);
                return await s.GetRequiredService<HeedDb>().SaveChangesAsync();
            }
        );
        return (world, cast, $"/api/v1/surveys/{survey.Id}");
    }

    [Fact]
    public async Task Whatever_is_wrong_with_one_response_is_said_of_it_and_nothing_is_stored()
    {
        var (world, cast, survey) = await Empty();
        var api = cast.Api();
        (object Response, HttpStatusCode Status, string Says)[] bad =
        [
            (One(on: "2035-03-06", answers: ("nps", "9")), HttpStatusCode.UnprocessableEntity, "has not come yet"),
            (One(on: "1850-01-01", answers: ("nps", "9")), HttpStatusCode.UnprocessableEntity, "lies before 1900"),
            (One(weight: -1, answers: ("nps", "9")), HttpStatusCode.UnprocessableEntity, "is not a weight from 0 up"),
            (
                One(answers: ("nps", "very")),
                HttpStatusCode.UnprocessableEntity,
                "“very” is not a number on the scale 0-10"
            ),
            (One(answers: ("food", "0")), HttpStatusCode.UnprocessableEntity, "“0” is not on the scale 1-5"),
            (One(answers: ("NPS", "9")), HttpStatusCode.UnprocessableEntity, "answers “NPS”, which is no question"),
            (One(id: null, answers: ("nps", "9")), HttpStatusCode.BadRequest, "Give each response the id"),
            (One(id: "  ", answers: ("nps", "9")), HttpStatusCode.BadRequest, "Give each response the id"),
            (One(id: new('i', 201), answers: ("nps", "9")), HttpStatusCode.BadRequest, "at most 200 characters"),
            (new { id = "a" }, HttpStatusCode.BadRequest, "Give the answers"),
            (
                new
                {
                    id = "a",
                    wave = new string('w', 101),
                    answers = new { nps = "9" },
                },
                HttpStatusCode.BadRequest,
                "name of a wave"
            ),
        ];
        foreach (var (response, status, says) in bad)
        {
            var answer = await Send(api, survey, One("good", answers: ("nps", "9")), response);
            var said = await Said(answer);
            Assert.True(status == answer.StatusCode, $"{says}: {answer.StatusCode}");
            Assert.Contains(says, said, StringComparison.Ordinal);
            if (status == HttpStatusCode.UnprocessableEntity)
            {
                Assert.StartsWith("Response 2", said, StringComparison.Ordinal);
                Assert.EndsWith("Nothing was stored.", said, StringComparison.Ordinal);
            }
        }
        Assert.Equal(0, await world.Responses(cast));
    }

    [Fact]
    public async Task A_batch_has_one_to_a_thousand_responses()
    {
        var (world, cast, survey) = await Empty();
        var api = cast.Api();
        var none = await Send(api, survey);
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "Send 1 to 1,000 responses at a time; these are 0."),
            (none.StatusCode, await Said(none))
        );
        object[] many = [.. Enumerable.Range(0, 1001).Select(i => One($"m{i}", answers: ("nps", "9")))];
        Assert.EndsWith("these are 1,001.", await Said(await Send(api, survey, many)), StringComparison.Ordinal);
        var missing = await api.PostAsJsonAsync($"{survey}/responses", new { });
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        Assert.Contains("Send the responses as a list", await Said(missing), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Send(api, survey, many[..1000])).StatusCode);
        Assert.Equal(1000, await world.Responses(cast));
    }

    [Fact]
    public async Task An_id_is_one_response_whether_it_came_by_file_or_twice_in_a_batch()
    {
        var (world, cast, survey) = await Open();
        var answer = await Send(
            cast.Api(),
            survey,
            One(" f3 ", answers: ("nps", "0")),
            One("new", answers: ("nps", "10")),
            One("new", answers: ("nps", "1"))
        );
        // What is stored is not overwritten, and of two in one batch the first is meant.
        Assert.Equal(new(1, 2), await answer.Content.ReadFromJsonAsync<ResponsesReceipt>());
        Assert.Equal(11, await world.Responses(cast));
    }

    [Fact]
    public async Task Null_blank_and_the_words_for_it_are_no_answer_and_remarks_and_groups_are_kept_as_they_are()
    {
        var (world, cast, survey) = await Open();
        var api = cast.Api();
        string?[] none = [null, "", "N/A", "-", "not asked"];
        world.Clock.Move(TimeSpan.FromMinutes(1));
        object[] batch =
        [
            .. none.Select((n, i) => One($"n{i}", answers: [("nps", n), ("food", "5"), ("region", "South, west")])),
            .. Enumerable
                .Range(0, 8)
                .Select(i => One($"s{i}", answers: [("nps", "10"), ("said", $"He said \"wow\",\nthen left {i}")])),
        ];
        Assert.Equal(HttpStatusCode.OK, (await Send(api, survey, batch)).StatusCode);

        var food = await api.GetFromJsonAsync<JsonElement>($"{survey}/scores/food?by=region");
        Assert.Equal(15, food.GetProperty("n").GetInt64());
        var south = food.GetProperty("by")
            .EnumerateArray()
            .Single(g => g.GetProperty("group").GetString() == "South, west");
        Assert.Equal(100, south.GetProperty("value").GetDouble());
        var nps = await api.GetFromJsonAsync<JsonElement>($"{survey}/scores/nps");
        Assert.Equal((18, 5), (nps.GetProperty("n").GetInt64(), nps.GetProperty("missing").GetInt64()));
        var remarks = await world.As(
            cast,
            async s =>
            {
                var read = s.GetRequiredService<ReadScores>();
                var found = (await read.Survey(Id<Survey>.Parse(survey.Split('/')[^1], null), default))!;
                return await s.GetRequiredService<ReadRemarks>().Newest(found, 99, default);
            }
        );
        Assert.Contains(remarks.Remarks, r => r.Words == "He said \"wow\",\nthen left 4");
    }

    [Fact]
    public async Task Weights_and_rounds_come_along_and_those_that_send_none_count_once()
    {
        var (_, cast, survey) = await Open();
        var api = cast.Api();
        object[] heavy =
        [
            .. Enumerable
                .Range(0, 10)
                .Select(i => new
                {
                    id = $"w{i}",
                    wave = "Spring",
                    weight = 3,
                    answers = new { nps = "10" },
                }),
        ];
        await Send(api, survey, heavy);
        await Send(api, survey, [.. Enumerable.Range(0, 10).Select(i => One($"l{i}", answers: ("nps", "0")))]);
        var score = await api.GetFromJsonAsync<JsonElement>($"{survey}/scores/nps?by=Wave");
        Assert.Equal(30, score.GetProperty("n").GetInt64());
        // The file holds each point from 0 to 9 once: one promoter, seven detractors.
        Assert.Equal((10 + 1 - 10 - 7) / .3, score.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal((30 + 1 - 10 - 7) / .5, score.GetProperty("weighted").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(
            [("", 20L), ("Spring", 10L)],
            score
                .GetProperty("by")
                .EnumerateArray()
                .Select(g => (g.GetProperty("group").GetString()!, g.GetProperty("n").GetInt64()))
                .Order()
        );
        var imports = await api.GetFromJsonAsync<JsonElement>("/api/v1/imports");
        Assert.Equal(
            ["Sent by programs", "Sent by programs", "answers.csv"],
            imports
                .GetProperty("items")
                .EnumerateArray()
                .Select(i => i.GetProperty("fileName").GetString()!)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task While_a_file_is_stored_a_program_has_to_wait_and_a_reader_may_never_send()
    {
        var (world, cast, survey) = await Empty();
        var viewer = await world.Colleague(cast, "Vera", Role.Viewer);
        var refused = await Send(viewer.Api(), survey, One(answers: ("nps", "9")));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        Task TakenBy(Id<Import>? import) =>
            world.As(
                cast,
                s =>
                    s.GetRequiredService<HeedDb>()
                        .Surveys.ExecuteUpdateAsync(set => set.SetProperty(x => x.TakingIn, import))
            );
        await TakenBy(Id<Import>.New());
        var busy = await Send(cast.Api(), survey, One(answers: ("nps", "9")));
        Assert.Equal(
            (
                HttpStatusCode.Conflict,
                "An import into this survey is under way. Send these responses again in a minute."
            ),
            (busy.StatusCode, await Said(busy))
        );
        await TakenBy(null);
        Assert.Equal(HttpStatusCode.OK, (await Send(cast.Api(), survey, One(answers: ("nps", "9")))).StatusCode);
        Assert.Equal(1, await world.Responses(cast));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.Shell;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Shell;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_call_again_gets_the_same_answer_and_does_nothing()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        using var first = await Team(api, "Roastery", "one");
        using var second = await Team(api, "Roastery", "one");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.False(first.Headers.Contains(Idempotency.Replayed));
        Assert.True(second.Headers.Contains(Idempotency.Replayed));
        Assert.Equal(1, await Teams(api, "Roastery"));
    }

    [Fact]
    public async Task Many_of_the_same_call_at_once_make_one()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(async _ =>
                {
                    using var answer = await Team(api, "Roastery", "one");
                    return answer.StatusCode;
                })
        );
        Assert.Contains(HttpStatusCode.Created, answers);
        Assert.DoesNotContain(answers, status => status is not (HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Equal(1, await Teams(api, "Roastery"));
    }

    [Fact]
    public async Task The_key_of_another_call_is_refused()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        using var first = await Team(api, "Roastery", "one");
        using var other = await Team(api, "Till", "one");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Contains("used for another call", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Teams(api, "Till"));
    }

    [Fact]
    public async Task The_same_key_of_somebody_else_is_another_key()
    {
        await using var world = await World.Start();
        var (harbor, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        using var first = await Team(harbor.Api(), "Roastery", "one");
        using var other = await Team(rival.Api(), "Till", "one");
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        using var refused = await Team(api, "", "one");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var mended = await Team(api, "Roastery", "one");
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_and_its_row_is_gone()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var api = harbor.Api();
        using var first = await Team(api, "Roastery", "one");
        world.Clock.Move(TimeSpan.FromHours(24));
        using var later = await Team(api, "Till", "one");
        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
        Assert.Equal(1, await world.As(harbor, s => s.GetRequiredService<HeedDb>().IdempotencyKeys.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_key_that_is_none_is_refused_in_words(string key)
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        using var answer = await Team(api, "Roastery", key);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await Teams(api, "Roastery"));
    }

    [Fact]
    public async Task A_secret_is_told_once_and_never_kept()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var api = harbor.Api();
        using var first = await Post(
            api,
            "/api/v1/tokens",
            new
            {
                name = "Importer",
                mayWrite = false,
                days = 30,
            },
            "one"
        );
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var again = await Post(
            api,
            "/api/v1/tokens",
            new
            {
                name = "Importer",
                mayWrite = false,
                days = 30,
            },
            "one"
        );
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("told once", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var kept = await world.As(harbor, s => s.GetRequiredService<HeedDb>().IdempotencyKeys.SingleAsync());
        Assert.Null(kept.Body);
    }

    [Fact]
    public async Task A_call_whose_process_died_before_it_saved_is_carried_out_and_one_after_it_is_not()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var api = harbor.Api();
        using var first = await Team(api, "Roastery", "one");
        await Die(carriedOut: true);
        using var lost = await Team(api, "Roastery", "one");
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        world.Clock.Move(TimeSpan.FromMinutes(6));
        using var stillLost = await Team(api, "Roastery", "one");
        Assert.Contains("its answer was lost", await stillLost.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await Die(carriedOut: false);
        await world.As(
            harbor,
            s => s.GetRequiredService<HeedDb>().Teams.Where(t => t.Name == "Roastery").ExecuteDeleteAsync()
        );
        using var again = await Team(api, "Roastery", "one");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);

        Task<int> Die(bool carriedOut) =>
            world.As(
                harbor,
                s =>
                    s.GetRequiredService<HeedDb>()
                        .IdempotencyKeys.ExecuteUpdateAsync(set =>
                            set.SetProperty(k => k.Status, (int?)null)
                                .SetProperty(k => k.CarriedOutAt, k => carriedOut ? k.CarriedOutAt : null)
                        )
            );
    }

    [Fact]
    public async Task Every_post_says_that_it_takes_a_key()
    {
        await using var world = await World.Start();
        var posts = (await Routes.Api(world)).Where(o => o.Method == "POST").ToList();
        Assert.NotEmpty(posts);
        Assert.DoesNotContain(
            posts,
            o =>
                o.Description["parameters"]?.AsArray().Any(p => p!["name"]?.GetValue<string>() == Idempotency.Header)
                != true
        );
    }

    static Task<HttpResponseMessage> Team(HttpClient api, string name, string key) =>
        Post(api, "/api/v1/teams", new { name }, key);

    static async Task<HttpResponseMessage> Post(HttpClient api, string path, object body, string key)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        call.Headers.TryAddWithoutValidation(Idempotency.Header, key);
        return await api.SendAsync(call);
    }

    static async Task<int> Teams(HttpClient api, string name) =>
        JsonNode.Parse(await api.GetStringAsync("/api/v1/teams"))!["items"]!
            .AsArray()
            .Count(t => t!["name"]!.GetValue<string>() == name);
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.Aim;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Shell;

public sealed class ConcurrentEditsTests
{
    [Fact]
    public async Task The_second_of_two_editors_is_told_and_the_words_of_the_first_stay()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var (api, path) = (harbor.Api(), await Objective(world, harbor));
        var (body, tag) = await Read(api, path);

        using var first = await Put(api, path, body, "Regulars come back", tag);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEqual(tag, first.Headers.ETag!.Tag);

        using var second = await Put(api, path, body, "Guests stay longer", tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Contains("changed meanwhile", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var (now, newTag) = await Read(api, path);
        Assert.Equal("Regulars come back", now["title"]!.GetValue<string>());
        Assert.Equal(first.Headers.ETag.Tag, newTag);

        using var again = await Put(api, path, body, "Guests stay longer", newTag);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_change_without_if_match_is_made_on_what_is_there()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var (api, path) = (harbor.Api(), await Objective(world, harbor));
        var (body, _) = await Read(api, path);
        using var answer = await Put(api, path, body, "Regulars come back", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"77\", \"0\"", HttpStatusCode.OK)]
    [InlineData("W/\"0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("nonsense", HttpStatusCode.PreconditionFailed)]
    public async Task If_match_is_read_as_the_standard_says(string asked, HttpStatusCode expected)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var (api, path) = (harbor.Api(), await Objective(world, harbor));
        var (body, _) = await Read(api, path);
        using var answer = await Put(api, path, body, "Regulars come back", asked);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task If_match_where_nothing_has_versions_is_refused_not_ignored()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        using var call = new HttpRequestMessage(HttpMethod.Post, "/api/v1/teams")
        {
            Content = JsonContent.Create(new { name = "Roastery" }),
        };
        call.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        using var answer = await api.SendAsync(call);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Roastery", await api.GetStringAsync("/api/v1/teams"), StringComparison.Ordinal);
    }

    /// <summary>Whatever changes a thing with a version asks for it: one that forgot would answer 2xx here.</summary>
    [Fact]
    public async Task No_operation_changes_a_version_that_the_caller_does_not_have()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        List<string> wrong = [];
        var (tried, shown) = (0, 0);
        foreach (var operation in (await Routes.Api(world)).Where(TakesIfMatch))
        {
            tried++;
            var path = Routes.WithValues(operation.Path);
            foreach (var (parameter, of) in Routes.Parameters(path))
                path = path.Replace(parameter, await Samples.Make(world, harbor, of), StringComparison.Ordinal);
            using var client = harbor.Api();
            client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"99\"");
            using var answer = await client.Call(operation, path, operation.Body());
            var said = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode is not (412 or 400 or 415))
                wrong.Add($"{operation}: {(int)answer.StatusCode} {said}");
            if ((int)answer.StatusCode != 412)
                continue;
            // Both texts can be shown: the thing stands beside the refusal, as its own address answers.
            var thing = string.Join('/', path.Split('/').Take(5));
            using var now = await client.GetAsync(thing);
            var current = JsonNode.Parse(said)!["current"];
            if (now.Headers.ETag is not { } tag || answer.Headers.ETag?.Tag != tag.Tag)
                wrong.Add($"{operation}: names {answer.Headers.ETag}, and {thing} is {now.Headers.ETag}.");
            if (!JsonNode.DeepEquals(current, JsonNode.Parse(await now.Content.ReadAsStringAsync())))
                wrong.Add($"{operation}: shows {current}, which {thing} is not.");
            shown++;
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(shown > 20, $"{shown} of {tried} operations came as far as the version.");
    }

    [Fact]
    public async Task A_program_that_may_only_write_is_not_shown_what_is_there_now()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var (api, path) = (harbor.Api(), await Objective(world, harbor));
        var (body, _) = await Read(api, path);
        await world.As(
            harbor,
            s =>
                s.GetRequiredService<HeedDb>()
                    .ApiTokens.ExecuteUpdateAsync(set => set.SetProperty(t => t.Scopes, Heed.People.Scopes.Write))
        );
        using var answer = await Put(api, path, body, "Guests stay longer", "\"77\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Null(answer.Headers.ETag);
        Assert.Null(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["current"]);
    }

    static bool TakesIfMatch(Operation operation) =>
        operation.Description["parameters"]?.AsArray().Any(p => p!["name"]?.GetValue<string>() == "If-Match") == true;

    [Fact]
    public async Task Two_hundred_check_ins_at_once_are_all_answered_well_or_in_words()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var keyResult = await Samples.Make(world, harbor, "key-results");
        await GoLive(world, harbor, keyResult);
        using var api = harbor.Api();
        api.Timeout = TimeSpan.FromMinutes(10);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async i =>
                {
                    using var answer = await api.PostAsJsonAsync(
                        $"/api/v1/key-results/{keyResult}/check-ins",
                        new { value = 50 + (i / 10.0), confidence = 5 }
                    );
                    return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
                })
        );
        Assert.DoesNotContain(answers, a => a.Item1 is not (201 or 409 or 503));
        Assert.All(
            answers.Where(a => a.Item1 != 201),
            a => Assert.NotEmpty(JsonNode.Parse(a.Item2)!["detail"]!.GetValue<string>())
        );
        var made = answers.Count(a => a.Item1 == 201);
        Assert.NotEqual(0, made);
        var stored = await world.As(
            harbor,
            s =>
                s.GetRequiredService<HeedDb>()
                    .CheckIns.CountAsync(c => c.KeyResultId == Id<KeyResult>.Parse(keyResult, null))
        );
        Assert.Equal(made, stored);
    }

    [Fact]
    public async Task Twenty_editors_at_once_leave_one_whole_text_and_a_version_for_each_that_was_answered_well()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var (api, path) = (harbor.Api(), await Objective(world, harbor));
        var (body, _) = await Read(api, path);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async i =>
                {
                    using var answer = await Put(api, path, body, $"Title {i}", null);
                    return (int)answer.StatusCode;
                })
        );
        Assert.DoesNotContain(answers, status => status is not (200 or 409));
        var (_, tag) = await Read(api, path);
        Assert.Equal($"\"{answers.Count(status => status == 200)}\"", tag);
    }

    static async Task<string> Objective(World world, Cast who) =>
        $"/api/v1/objectives/{await Samples.Make(world, who, "objectives")}";

    static async Task<(JsonObject Body, string Tag)> Read(HttpClient api, string path)
    {
        using var answer = await api.GetAsync(path);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        return (body, answer.Headers.ETag!.Tag);
    }

    static async Task<HttpResponseMessage> Put(
        HttpClient api,
        string path,
        JsonObject read,
        string title,
        string? ifMatch
    )
    {
        using var call = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = JsonContent.Create(
                new
                {
                    team = read["team"]!.GetValue<string>(),
                    cycle = read["cycle"]!.GetValue<string>(),
                    title,
                    why = read["why"]!.GetValue<string>(),
                }
            ),
        };
        if (ifMatch is not null)
            call.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await api.SendAsync(call);
    }

    static Task<int> GoLive(World world, Cast who, string keyResult) =>
        world.As(
            who,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var found = await db
                    .KeyResults.Include(k => k.Objective!.Cycle)
                    .SingleAsync(k => k.Id == Id<KeyResult>.Parse(keyResult, null));
                var (objective, now) = (found.Objective!, world.Clock.GetUtcNow());
                if (objective.Cycle!.State == CycleState.Planning)
                    objective.Cycle.Open(who.Member.Id, now);
                if (objective.State == ObjectiveState.Draft)
                    objective.Agree(who.Member.Id, now);
                if (objective.State == ObjectiveState.Agreed)
                    objective.GoLive(objective.Cycle, new(true, true, true), who.Member.Id, now);
                return await db.SaveChangesAsync();
            }
        );
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Heed.Tests.Aim;

/// <summary>How a program uses Aim.</summary>
static class AimOverTheApi
{
    public static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    static int _cycles;

    public sealed record Lived(string Cycle, string Objective, string KeyResult);

    /// <summary>An objective that is live in a cycle that is open today, with one key result.</summary>
    public static async Task<Lived> Live(HttpClient api, string team, string metric, DateOnly today)
    {
        var cycle = await Made(
            api,
            new
            {
                name = $"Now {Interlocked.Increment(ref _cycles)}",
                start = $"{today.AddDays(-7):O}",
                end = $"{today.AddDays(80):O}",
            },
            "/cycles"
        );
        await Made(api, null, $"/cycles/{cycle}/opening");
        var objective = await Drafted(api, team, cycle);
        var keyResult = await KeyResult(api, objective, metric);
        await Made(api, null, $"/objectives/{objective}/agreement");
        await Made(
            api,
            new { noParentBecause = "Nobody else aims here." },
            $"/objectives/{objective}/launch",
            $"/objectives/{objective}/start"
        );
        return new(cycle, objective, keyResult);
    }

    public static Task<string> Drafted(HttpClient api, string team, string cycle) =>
        Made(
            api,
            new
            {
                team,
                cycle,
                title = "Deliver a warm welcome",
                why = "Every third regular leaves.",
            },
            "/objectives"
        );

    public static Task<string> KeyResult(HttpClient api, string objective, string metric) =>
        Made(
            api,
            new
            {
                who = "new regulars",
                doesWhat = "order again within a month",
                metric,
                baselineState = "Measuring",
                target = 75,
            },
            $"/objectives/{objective}/key-results"
        );

    /// <summary>By the first of these addresses that this version has.</summary>
    static async Task<string> Made(HttpClient api, object? asked, params string[] paths)
    {
        foreach (var path in paths)
        {
            using var answer = asked is null
                ? await api.PostAsync($"/api/v1{path}", null)
                : await api.PostAsJsonAsync($"/api/v1{path}", asked);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed && path != paths[^1])
                continue;
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
            return Text(JsonDocument.Parse(text).RootElement, "id");
        }
        throw new InvalidOperationException();
    }
}

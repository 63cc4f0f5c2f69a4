using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Heed.Tests.Demo;

namespace Heed.Tests.Shell;

/// <summary>
/// Every operation of the API, called as no program should: what comes back is an answer or a refusal in words, and
/// afterwards every page still opens. tools/fuzz makes many calls more, each time from another seed.
/// </summary>
public sealed class ApiFuzzTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    const int Usually = 400;
    const int Pages = 250;

    [Fact]
    public async Task Whatever_a_program_sends_is_answered_in_words_and_breaks_no_page()
    {
        var (calls, seed) = (Fuzzing.Calls ?? Usually, Fuzzing.From);
        var maya = await sample.Maya;
        var api = maya.Api();
        var document = JsonNode.Parse(await maya.World.Visitor().GetStringAsync("/openapi/v1.json"))!;
        var ids = await Ids(api, document);
        // Whoever calls shall not be locked out by themselves, or only the first calls ask anything.
        ids["/api/v1/members"].Remove($"{maya.Member.Id}");
        var calling = new WildCalls(document, new Random(seed), ids);

        List<string> broken = [];
        Dictionary<HttpStatusCode, int> answers = [];
        for (var i = 0; i < calls; i++)
        {
            using var call = calling.Next(out var said);
            using var answer = await api.SendAsync(call);
            var text = await answer.Content.ReadAsStringAsync();
            answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
            if (Wrong(answer, text) is { } wrong)
                broken.Add($"{wrong}: {Short(said)}\n    {Short(text)}");
        }
        Assert.True(broken.Count == 0, $"Seed {seed}:\n{string.Join("\n", broken.Take(10))}");
        // Else it only ever knocked at one door.
        Assert.True(answers.GetValueOrDefault(HttpStatusCode.Unauthorized) == 0, Told(answers));
        Assert.True(answers.Where(a => (int)a.Key < 300).Sum(a => a.Value) >= calls / 10, Told(answers));
        Assert.True(answers.Where(a => (int)a.Key is >= 400 and < 500).Sum(a => a.Value) >= calls / 10, Told(answers));

        var browser = await maya.Browser();
        foreach (var page in await Found(browser))
            using (var answer = await browser.GetAsync(page))
                Assert.True((int)answer.StatusCode < 500, $"Seed {seed}: {page} answers {(int)answer.StatusCode}.");
    }

    static string Short(string text) => text[..Math.Min(text.Length, 500)];

    static string Told(Dictionary<HttpStatusCode, int> answers) =>
        string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{(int)a.Key}: {a.Value}"));

    static string? Wrong(HttpResponseMessage answer, string text)
    {
        if ((int)answer.StatusCode >= 500)
            return $"{(int)answer.StatusCode}";
        if (
            text.Contains("   at Heed.", StringComparison.Ordinal)
            || text.Contains("Exception", StringComparison.Ordinal)
        )
            return "a stack trace";
        // Too long an address is refused by the server before Heed reads it.
        if ((int)answer.StatusCode < 400 || answer.StatusCode is HttpStatusCode.RequestUriTooLong)
            return null;
        return
            answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            && JsonNode.Parse(text) is JsonObject problem
            && (problem["detail"] ?? problem["errors"]) is not null
            ? null
            : $"{(int)answer.StatusCode} without words";
    }

    /// <summary>The ids that each list of the API shows, by the list's path.</summary>
    static async Task<Dictionary<string, List<string>>> Ids(HttpClient api, JsonNode document)
    {
        Dictionary<string, List<string>> ids = [];
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            if (path.Contains('{') || operations!["get"] is null || path.EndsWith("/tokens", StringComparison.Ordinal))
                continue;
            using var answer = await api.GetAsync(path);
            if (
                !answer.IsSuccessStatusCode
                || answer.Content.Headers.ContentType?.MediaType != "application/json"
                || JsonNode.Parse(await answer.Content.ReadAsStringAsync()) is not JsonObject list
                || list["items"] is not JsonArray items
            )
                continue;
            ids[path] = [.. items.Select(i => (i!["id"] ?? i["metric"]?["id"])?.ToString()).OfType<string>()];
        }
        return ids;
    }

    static async Task<IReadOnlyList<string>> Found(HttpClient browser)
    {
        List<string> pages =
        [
            "/",
            "/aim",
            "/try",
            "/listen",
            "/metrics",
            "/customers",
            "/teams",
            "/members",
            "/journal",
        ];
        for (var i = 0; i < pages.Count && pages.Count < Pages; i++)
        {
            using var answer = await browser.GetAsync(pages[i]);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var links = (await answer.Html())
                .QuerySelectorAll("main a[href^='/']")
                .Select(a => a.GetAttribute("href")!);
            pages.AddRange(links.Select(l => l.Split('#')[0]).Distinct().Except(pages).ToList());
        }
        return pages;
    }
}

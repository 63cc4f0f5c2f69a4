using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Heed.People;
using Heed.Shell;

namespace Heed.Tests.Shell;

[OnOneDatabase("what is refused before anything is read")]
public sealed class RequestGuardsTests
{
    [Fact]
    public async Task Every_page_carries_the_policy_and_nothing_inline()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        foreach (var template in Routes.Pages.Append("/no/such/page"))
        {
            var path = Routes.WithValues(template);
            foreach (var (parameter, of) in Routes.Parameters(template))
                path = path.Replace(parameter, await Samples.Make(world, cast, of), StringComparison.Ordinal);
            var answer = await browser.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path} answers {(int)answer.StatusCode}.");
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.False(answer.Headers.Contains("Server"));
            var page = await answer.Html();
            Assert.Empty(
                page.QuerySelectorAll("[style], style, script:not([src])").Select(e => $"{path}: {e.OuterHtml}")
            );
            Assert.Empty(
                page.QuerySelectorAll("*")
                    .Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)))
                    .Select(e => e.OuterHtml)
            );
        }
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused_on_every_page()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var tried = 0;
        foreach (var template in Routes.Pages)
        {
            var path = Routes.WithValues(template);
            foreach (var (parameter, of) in Routes.Parameters(template))
                path = path.Replace(parameter, await Samples.Make(world, cast, of), StringComparison.Ordinal);
            var page = await (await browser.GetAsync(path)).Html();
            foreach (var form in page.QuerySelectorAll("form[method=post]"))
            {
                tried++;
                var handler = form.QuerySelector("input[name=_handler]")?.GetAttribute("value") ?? "";
                var to = form.GetAttribute("action") is { Length: > 0 } given ? given : path;
                var answer = await browser.PostAsync(
                    to,
                    new FormUrlEncodedContent([new("_handler", handler), new("Asked.Name", "Eve")])
                );
                Assert.True(
                    // The route that takes files reads them itself, and says no on the page it came from.
                    answer.StatusCode == HttpStatusCode.BadRequest
                        || answer.Headers.Location?.ToString().Contains("?because=", StringComparison.Ordinal) == true,
                    $"{to} {handler} answers {(int)answer.StatusCode} to a form without its token."
                );
            }
        }
        Assert.True(tried > 10);
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var plain = await cast.SignInAnswer();
        Assert.All(plain, c => Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(
            plain,
            c =>
                c.StartsWith("heed=", StringComparison.Ordinal)
                && c.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase)
        );

        await using var safe = await World.Start(null, "--Heed:PublicUrl=https://heed.example.org");
        var secure = await (await safe.Organisation("Harbor Coffee")).SignInAnswer();
        Assert.All(secure, c => Assert.StartsWith("__Host-heed", c, StringComparison.Ordinal));
        Assert.All(secure, c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_door_takes_the_documented_tries_and_says_when_to_come_again()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        for (var i = 0; i < RateLimits.DoorTriesAMinute; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await world.Visitor().PostAsync("/claim", null)).StatusCode);
        var refused = await world.Visitor().PostAsync("/sign-in", null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Wait a minute", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(
            $"{RateLimits.DoorTriesAMinute} posts a minute",
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "SECURITY.md")),
            StringComparison.Ordinal
        );
        Assert.True((await world.Visitor().GetAsync("/sign-in")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_forwarded_address_of_an_unlisted_proxy_does_not_widen_the_limit()
    {
        await using var world = await World.Start();
        HttpStatusCode last = default;
        for (var i = 0; i <= RateLimits.DoorTriesAMinute; i++)
        {
            var visitor = world.Visitor();
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            last = (await visitor.PostAsync("/claim", null)).StatusCode;
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        await using var world = await World.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Visitor().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Bodies_that_are_too_large_are_refused_in_words()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var large = new string('x', (int)RequestGuards.LargestBody);
        var api = cast.Api();
        api.DefaultRequestHeaders.ExpectContinue = true;
        await Problem(await api.PostAsJsonAsync("/api/v1/teams", new { name = large }), 413, "larger than 2 MB");

        var browser = await cast.Browser();
        browser.DefaultRequestHeaders.ExpectContinue = true;
        var page = await browser.PostForm("/teams/new", "team", new() { ["Asked.Name"] = large });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        Assert.Contains("more than the page takes", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_no_of_the_api_is_a_problem_with_a_sentence()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var (api, viewer) = (cast.Api(), (await world.Colleague(cast, "Vera", Role.Viewer)).Api());
        await Problem(
            await api.PostAsync("/api/v1/teams", Text("{\"name\":", "application/json")),
            400,
            "could not be read"
        );
        await Problem(
            await api.PostAsync(
                "/api/v1/invitations",
                Text("""{"email":"a@b.example","role":"King"}""", "application/json")
            ),
            400,
            "could not be read"
        );
        await Problem(
            await api.PostAsync(
                "/api/v1/invitations",
                Text("""{"email":"a@b.example","role":2}""", "application/json")
            ),
            400,
            "could not be read"
        );
        await Problem(await api.PostAsJsonAsync("/api/v1/invitations", new { }), 400, "Choose a role.");
        await Problem(await api.GetAsync("/api/v1/teams/not-an-id"), 400, "could not be read");
        await Problem(await world.Visitor().GetAsync("/api/v1/teams"), 401, "Send a bearer token");
        await Problem(await viewer.PostAsJsonAsync("/api/v1/teams", new { name = "Shop" }), 403, "may only read");
        await Problem(await api.GetAsync("/api/v1/nothing"), 404, "nothing at this address");
        await Problem(await api.DeleteAsync("/api/v1/workspace"), 405, "not for this method");
        await Problem(await api.PostAsync("/api/v1/teams", Text("name=Shop", "text/plain")), 415, "Send JSON");
    }

    static StringContent Text(string body, string type) => new(body, Encoding.UTF8, type);

    static async Task Problem(HttpResponseMessage answer, int status, string says)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {status}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(says, JsonNode.Parse(body)!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_strangers_one_word()
    {
        await using var world = await World.Start();
        Assert.Equal("live", await world.Visitor().GetStringAsync("/health/live"));
        await world.Visitor().GetAsync("/sign-in");
        Assert.Equal("ready", await world.Visitor().GetStringAsync("/health/ready"));
    }
}

static class Answers
{
    /// <summary>The cookies that signing in sets.</summary>
    public static async Task<IReadOnlyList<string>> SignInAnswer(this Cast cast)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        var browser = new HttpClient(handler) { BaseAddress = cast.World.Address };
        var page = await browser.GetAsync("/sign-in");
        var form = page.Headers.GetValues("Set-Cookie").ToList();
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", form.Select(c => c.Split(';')[0])));
        var token = (await page.Html()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await browser.PostAsync(
            "/sign-in",
            new FormUrlEncodedContent([
                new("_handler", "sign-in"),
                new("__RequestVerificationToken", token),
                new("Asked.Email", cast.Email),
                new("Asked.Password", Cast.Password),
            ])
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return [.. form, .. answer.Headers.GetValues("Set-Cookie")];
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Heed.Tests.Attacks;

/// <summary>Somebody outside: a browser that keeps cookies, and a program with a token.</summary>
sealed class Caller(HttpClient browser)
{
    public HttpClient Browser => browser;
    public string Email { get; set; } = "";
    public string Token { get; private set; } = "";

    /// <summary>Of their membership.</summary>
    public string Id { get; private set; } = "";

    /// <summary>By an invitation, as who has not been here before; false where it opens nothing.</summary>
    public async Task<bool> Join(string link, string name)
    {
        var path = new Uri(link).PathAndQuery;
        using var page = await browser.GetAsync(path);
        if (!page.IsSuccessStatusCode)
            return false;
        using var joined = await browser.PostForm(
            path,
            "redeem",
            new()
            {
                ["Asked.Email"] = Email,
                ["Asked.Name"] = name,
                ["Asked.Password"] = Attacked.Password,
            }
        );
        return joined.StatusCode == HttpStatusCode.Redirect && await browser.IsIn();
    }

    /// <summary>By a link for a new password; false where it opens nothing.</summary>
    public async Task<bool> SetPassword(string link, string password)
    {
        var path = new Uri(link).PathAndQuery;
        if ((await browser.Page(path)).QuerySelector("[name='Asked.New']") is null)
            return false;
        using var set = await browser.PostForm(path, "new-password", new() { ["Asked.New"] = password });
        return set.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>A token of their own, as the page shows it once.</summary>
    public async Task<string> TakeToken(bool mayWrite = true)
    {
        Dictionary<string, string> asked = new() { ["Asked.Name"] = "walk", ["Asked.Days"] = "30" };
        if (mayWrite)
            asked["Asked.MayWrite"] = "true";
        using var made = await browser.PostForm("/tokens", "token", asked);
        return (await made.Html()).QuerySelector("[name=Secret]")!.GetAttribute("value")!;
    }

    /// <summary>With the token that they call with from now on.</summary>
    public async Task Settle()
    {
        Token = await TakeToken();
        Id = (await Do("GET", "/api/v1/me")).Text("id");
    }

    /// <summary>As a program.</summary>
    public Task<Answer> Call(string verb, string path, object? body = null, string? ifMatch = null) =>
        Send(verb, path, body, Token, ifMatch);

    /// <summary>With whatever token, and with the cookies of the browser.</summary>
    public async Task<Answer> Send(
        string verb,
        string path,
        object? body = null,
        string? token = null,
        string? ifMatch = null
    )
    {
        using var request = new HttpRequestMessage(new(verb), path)
        {
            Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)),
        };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await browser.SendAsync(request);
        return await Answer.Of(answer);
    }

    /// <summary>With the token and nothing of the browser.</summary>
    public HttpClient Program()
    {
        var program = Visitors.Of(browser.BaseAddress!, WorldShelf.NextCaller());
        program.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return program;
    }

    /// <summary>The same token, at the process of now.</summary>
    public Caller Again(Attacked heed)
    {
        var again = heed.Visitor();
        again.Token = Token;
        return again;
    }

    public static object MetricAsked(string name, string? team = null) =>
        new
        {
            name,
            unit = "of 100",
            wanted = "Up",
            kind = "Behaviour",
            timing = "Leading",
            cadence = "Week",
            ownerTeamId = team,
        };

    public async Task<string> Metric(string name, string team) =>
        (await Do("POST", "/api/v1/metrics", MetricAsked(name, team))).Text("id");

    /// <summary>What must succeed, or the attack has no way in.</summary>
    public async Task<Answer> Do(string verb, string path, object? body = null)
    {
        var answer = await Call(verb, path, body);
        Assert.True(answer.IsGiven, $"{verb} {path}: {answer}");
        return answer;
    }

    /// <summary>The same by the first of these addresses that this version has.</summary>
    public async Task<Answer> DoOne(string verb, params string[] paths)
    {
        foreach (var path in paths)
            if (await Call(verb, path) is { Status: not (404 or 405) } answer)
            {
                Assert.True(answer.IsGiven, $"{verb} {path}: {answer}");
                return answer;
            }
        throw new InvalidOperationException($"None of {string.Join(", ", paths)} is here.");
    }

    /// <summary>All pages of a list.</summary>
    public async Task<List<JsonElement>> All(string path)
    {
        List<JsonElement> all = [];
        for (string? after = ""; after is not null; )
        {
            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = (await Do("GET", after.Length == 0 ? path : $"{path}{mark}after={after}")).Json;
            // Some lists of earlier versions are called by what they list.
            var items =
                page.ValueKind is JsonValueKind.Array
                    ? page
                    : page.EnumerateObject().First(p => p.Value.ValueKind is JsonValueKind.Array).Value;
            all.AddRange(items.EnumerateArray());
            after =
                page.ValueKind is JsonValueKind.Object && page.TryGetProperty("next", out var next)
                    ? next.GetString()
                    : null;
        }
        return all;
    }
}

/// <summary>What came back.</summary>
readonly record struct Answer(int Status, string Body, string? Tag)
{
    public bool IsGiven => Status is >= 200 and < 400;

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<Answer> Of(HttpResponseMessage answer) =>
        new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.ToString());

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public override string ToString() => $"{Status} {Body[..Math.Min(Body.Length, 300)]}";
}

/// <summary>What an attack got hold of, a sentence each; all is told, so that one row shows all its holes.</summary>
sealed class Holes
{
    readonly List<string> _found = [];

    public void If(bool open, string says)
    {
        if (open)
            _found.Add(says);
    }

    public void None() => Assert.True(_found.Count == 0, string.Join('\n', _found));
}

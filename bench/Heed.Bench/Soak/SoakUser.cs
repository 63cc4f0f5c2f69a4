using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Heed.Demo;

namespace Heed.Bench;

/// <summary>Somebody in a browser and a program in their name, by turns: mostly reading, at times writing, now and then wrong.</summary>
sealed partial class SoakUser
{
    const int MostPages = 250;
    readonly SoakRecord _seen;
    readonly Random _chance;
    readonly int _number;
    readonly HttpClient _browser;
    readonly HttpClient _program;
    readonly HttpClient _stranger;
    readonly List<string> _pages = ["/", "/aim", "/try", "/listen", "/metrics", "/customers", "/journal", "/members"];
    readonly DateOnly _firstDay = new(2000, 1, 1);
    int _answers;
    string _metric = "";
    string _survey = "";
    IReadOnlyList<string> _keyResults = [];

    SoakUser(SoakHouse house, int number, SoakRecord seen)
    {
        (_number, _seen, _chance) = (number, seen, new Random(number));
        (_browser, _program, _stranger) = (house.Client(), house.Program(), house.Client());
    }

    public int Acknowledged { get; private set; }

    public static async Task<SoakUser> Arrive(SoakHouse house, int number, SoakRecord seen)
    {
        var user = new SoakUser(house, number, seen);
        await user.SignIn();
        var metric = await user._program.PostAsJsonAsync(
            "/api/v1/metrics",
            new
            {
                name = $"Soak {number}",
                unit = "pieces",
                wanted = "Up",
                kind = "System",
                timing = "Lagging",
                cadence = "Day",
            }
        );
        if (!metric.IsSuccessStatusCode)
            throw new InvalidOperationException(await metric.Content.ReadAsStringAsync());
        using var made = JsonDocument.Parse(await metric.Content.ReadAsStringAsync());
        user._metric = made.RootElement.GetProperty("id").GetString()!;
        user._survey = (await house.Ids("surveys"))[0];
        user._keyResults = await house.Ids("key-results/due");
        return user;
    }

    public async Task Stay(TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await Act(_chance.NextDouble());
            var left = pause - Stopwatch.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
                await Task.Delay(left, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Of a hundred acts about so many of each.</summary>
    Task Act(double share) =>
        share switch
        {
            < 0.60 => Look(),
            < 0.76 => Read(),
            < 0.88 => Measure(),
            < 0.91 => CheckIn(),
            < 0.93 => Answer(),
            < 0.95 => Ask(_program, HttpMethod.Get, $"/api/v1/metrics/{_metric}/measurements.csv", null, 200),
            < 0.955 => Ask(_program, HttpMethod.Get, "/api/v1/export", null, 200, 429),
            < 0.957 => SignIn(),
            < 0.97 => Ask(_browser, HttpMethod.Get, "/metrics/nothing-of-the-kind", null, 404),
            < 0.985 => Ask(_program, HttpMethod.Post, "/api/v1/metrics", Json("""{"name":"""), 400),
            _ => Ask(_stranger, HttpMethod.Get, "/api/v1/metrics", null, 401, 429),
        };

    async Task Look()
    {
        var page = _pages[_chance.Next(_pages.Count)];
        var html = await Ask(_browser, HttpMethod.Get, page, null, 200, 302);
        foreach (Match link in Link().Matches(html ?? ""))
            if (
                WebUtility.HtmlDecode(link.Groups[1].Value) is var found
                && !_pages.Contains(found)
                && _pages.Count < MostPages
            )
                _pages.Add(found);
    }

    Task Read()
    {
        string[] lists =
        [
            "metrics",
            "objectives",
            "key-results",
            "trials",
            "surveys",
            "journal",
            "members",
            "key-results/due",
        ];
        return Ask(_program, HttpMethod.Get, $"/api/v1/{lists[_chance.Next(lists.Length)]}", null, 200);
    }

    async Task Measure()
    {
        var day = _firstDay.AddDays(Acknowledged).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var value = JsonContent.Create(new[] { new { on = day, value = 50 + _chance.NextDouble() } });
        if (await Ask(_program, HttpMethod.Put, $"/api/v1/metrics/{_metric}/measurements", value, 200) is not null)
            Acknowledged++;
    }

    Task CheckIn() =>
        Ask(
            _program,
            HttpMethod.Post,
            $"/api/v1/key-results/{_keyResults[_chance.Next(_keyResults.Count)]}/check-ins",
            JsonContent.Create(new { confidence = _chance.Next(11), learned = "It holds." }),
            201
        );

    Task Answer()
    {
        var answers = new Dictionary<string, string>
        {
            ["Would you recommend us"] = $"{_chance.Next(11)}",
            ["In your own words"] = $"It was fine, said number {_number}.",
        };
        var response = new { id = $"soak-{_number}-{++_answers}", answers };
        return Ask(
            _program,
            HttpMethod.Post,
            $"/api/v1/surveys/{_survey}/responses",
            JsonContent.Create(new { responses = new[] { response } }),
            200,
            202
        );
    }

    async Task SignIn()
    {
        var page = await Ask(_browser, HttpMethod.Get, "/sign-in", null, 200, 302) ?? "";
        if (SignInForm.On(page, SampleOrganisation.Email, SampleOrganisation.Password) is { } form)
            await Ask(_browser, HttpMethod.Post, "/sign-in", form, 302, 429);
    }

    /// <summary>The answer's text where its status is the first of those that are expected; null otherwise.</summary>
    async Task<string?> Ask(HttpClient by, HttpMethod method, string path, HttpContent? body, params int[] expected)
    {
        var (act, began) = ($"{method} {path}", Stopwatch.GetTimestamp());
        try
        {
            using var asked = new HttpRequestMessage(method, path) { Content = body };
            using var answer = await by.SendAsync(asked);
            var text = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            _seen.Answer(act, status, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (!expected.Contains(status))
                _seen.Unlike(act, status);
            return status == expected[0] ? text : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            _seen.NoAnswer(act, problem);
            return null;
        }
    }

    /// <summary>How many of the acknowledged values are there.</summary>
    public async Task<int> Kept()
    {
        var lines = await _program.GetStringAsync($"/api/v1/metrics/{_metric}/measurements.csv");
        return lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Count(line => line.StartsWith("20", StringComparison.Ordinal));
    }

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    [GeneratedRegex("""<a [^>]*href="(/[^"#]*)""")]
    private static partial Regex Link();
}

using System.Net;
using System.Net.Http.Json;
using Heed.Storage;
using Heed.Tests.Storage.Disks;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Shell;

/// <summary>The database goes away, fills up with connections, or may only be read: words, headers, and no restart.</summary>
public sealed class TroubleTests
{
    static async Task Apologises(HttpResponseMessage answer, Refusal because)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == because.Status, $"{(int)answer.StatusCode}: {text}");
        Assert.Contains(
            because.Because,
            answer.Content.Headers.ContentType!.MediaType == "text/html"
                ? (await answer.Html()).Body!.TextContent
                : text,
            StringComparison.Ordinal
        );
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains(
            "default-src 'self'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        if (because.Status == 503)
            Assert.Equal(60, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    static async Task<(World World, Cast Cast, Cut Cut)> BehindAWire()
    {
        var folder = Directory.CreateTempSubdirectory("heed-trouble-").FullName;
        var settings = await TestDatabase.New(folder);
        var cut = Cut.Of(settings, folder);
        var world = await World.On(cut.Settings);
        return (world, await world.Organisation("Harbor Coffee"), cut);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_said_on_pages_and_to_programs_and_back_without_a_restart()
    {
        var (world, cast, cut) = await BehindAWire();
        await using var _ = world;
        await using var __ = cut;
        var browser = await cast.Browser();
        var form = await browser.Page("/customers/new");
        cut.Off();
        string[] pages = ["/", "/metrics", "/customers/new", "/no/such/page", "/sign-in?to=%2Fmetrics"];
        foreach (var page in pages)
        {
            using var answer = await browser.GetAsync(page);
            if (answer.StatusCode != HttpStatusCode.OK && answer.StatusCode != HttpStatusCode.NotFound)
                await Apologises(answer, cut.Says);
        }
        await Apologises(await browser.GetAsync("/metrics"), cut.Says);
        await Apologises(await cast.Api().GetAsync("/api/v1/metrics"), cut.Says);
        await Apologises(await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = "Till" }), cut.Says);
        using var sent = await browser.PostAsync(
            "/customers/new",
            new FormUrlEncodedContent(Forms.Filled(form.Forms.First(f => f.Method == "post")))
        );
        await Apologises(sent, cut.Says);
        Assert.Equal("live", await world.Visitor().GetStringAsync("/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/health/ready")).StatusCode);
        cut.On();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/metrics")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Created,
            (await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = "Till" })).StatusCode
        );
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_shows_pages_and_refuses_writes_in_words()
    {
        var database = new ReadOnlyDatabase();
        await using var world = await World.Start(database.Listen);
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        await database.Set(world, readOnly: true);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/customers")).StatusCode);
        await Apologises(await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = "Till" }), Faults.ReadOnly);
        var answer = await browser.PostForm("/customers/new", "group", new() { ["Asked.Name"] = "Regulars" });
        await Apologises(answer, Faults.ReadOnly);
        Assert.Equal("Regulars", (await answer.Html()).QuerySelector("[name='Asked.Name']")!.GetAttribute("value"));
        await database.Set(world, readOnly: false);
        Assert.Equal(
            HttpStatusCode.Created,
            (await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = "Till" })).StatusCode
        );
    }

    [Fact]
    public async Task With_all_connections_in_use_it_is_said_when_to_come_again()
    {
        Assert.SkipWhen(TestDatabase.Postgres is null, "SQLite has no limit of connections.");
        var folder = Directory.CreateTempSubdirectory("heed-pool-").FullName;
        var settings = await TestDatabase.New(folder);
        // The time is for opening a connection too, on a machine that does other things beside.
        await using var world = await World.On([.. settings[..^1], $"{settings[^1]};Maximum Pool Size=4;Timeout=5"]);
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        List<AsyncServiceScope> scopes = [];
        async Task<bool> Hold()
        {
            var scope = world.Services.CreateAsyncScope();
            scopes.Add(scope);
            try
            {
                await scope.ServiceProvider.GetRequiredService<HeedDb>().Database.OpenConnectionAsync();
                return true;
            }
            catch (Exception problem) when (Faults.InWords(problem) == Faults.NoConnection)
            {
                return false;
            }
        }
        while (await Hold()) { }
        await Apologises(await browser.GetAsync("/metrics"), Faults.NoConnection);
        await Apologises(await cast.Api().GetAsync("/api/v1/metrics"), Faults.NoConnection);
        foreach (var scope in scopes)
            await scope.DisposeAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/metrics")).StatusCode);
    }
}

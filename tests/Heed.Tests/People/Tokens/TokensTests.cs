using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class TokensTests
{
    static HttpClient With(World world, string secret)
    {
        var client = world.Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    static async Task<(string Id, string Secret)> Make(HttpClient api, bool mayWrite, int days = 30)
    {
        var answer = await api.PostAsJsonAsync(
            "/api/v1/tokens",
            new
            {
                name = "Nightly",
                mayWrite,
                days,
            }
        );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return (made["id"]!.GetValue<string>(), made["secret"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_token_made_on_the_page_is_shown_once_and_works()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var answer = await browser.PostForm(
            "/tokens",
            "token",
            new() { ["Asked.Name"] = "Nightly", ["Asked.Days"] = "30" }
        );
        var secret = (await answer.Html()).QuerySelector("[name=Secret]")!.GetAttribute("value")!;
        Assert.True((await With(world, secret).GetAsync("/api/v1/me")).IsSuccessStatusCode);
        Assert.DoesNotContain(
            secret,
            (await browser.Page("/tokens")).DocumentElement.OuterHtml,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/api/v1/teams")]
    [InlineData("/API/v1/teams")]
    [InlineData("/Api/V1/Teams/")]
    [InlineData("/%61pi/v1/teams")]
    public async Task However_its_path_is_written_the_API_takes_a_token_and_nothing_else(string path)
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(cast, "Ben", Role.Contributor);
        var (_, secret) = await Make(cast.Api(), mayWrite: false);
        var browser = await cast.Browser();

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await With(world, secret).GetAsync(path)).StatusCode);
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsJsonAsync(path, new { name = "Shop" })).StatusCode);

        await cast.Api().PostAsync($"/api/v1/members/{ben.Member.Id}/deactivation", null);
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ben.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task One_that_reads_cannot_write()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var reader = With(world, (await Make(cast.Api(), mayWrite: false)).Secret);
        Assert.True((await reader.GetAsync("/api/v1/teams")).IsSuccessStatusCode);
        var refused = await reader.PostAsJsonAsync("/api/v1/teams", new { name = "Shop" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("needs the scope Write", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_made_by_another_lives_no_longer()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var first = With(world, (await Make(cast.Api(), mayWrite: true, days: 2)).Secret);
        var second = With(world, (await Make(first, mayWrite: true, days: 365)).Secret);
        Assert.True((await second.GetAsync("/api/v1/me")).IsSuccessStatusCode);
        world.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task A_revoked_one_opens_nothing()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var (id, secret) = await Make(cast.Api(), mayWrite: true);
        Assert.Equal(HttpStatusCode.NoContent, (await cast.Api().DeleteAsync($"/api/v1/tokens/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await With(world, secret).GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_token_is_unknown_to_a_member()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var (id, _) = await Make(maya.Api(), mayWrite: true);
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.Api().DeleteAsync($"/api/v1/tokens/{id}")).StatusCode);
        Assert.DoesNotContain(id, await cleo.Api().GetStringAsync("/api/v1/tokens"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_day_of_the_last_use_is_kept_and_only_the_hash()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var (_, secret) = await Make(cast.Api(), mayWrite: false);
        await With(world, secret).GetAsync("/api/v1/me");
        var kept = await world.As(
            cast,
            s => s.GetRequiredService<HeedDb>().ApiTokens.SingleAsync(t => t.Name == "Nightly")
        );
        Assert.Equal(new DateOnly(2035, 3, 5), kept.LastUsedOn);
        Assert.Equal(Secret.Hash(secret), kept.Hash);
    }

    [Fact]
    public async Task Codes_of_other_kinds_and_cookies_open_no_api()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var invitation = await cast.Api()
            .PostAsJsonAsync("/api/v1/invitations", new { email = "noa@harbor.example", role = "Admin" });
        var code = new Uri(
            (await invitation.Content.ReadFromJsonAsync<JsonObject>())!["link"]!.GetValue<string>()
        ).Segments[^1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await With(world, code).GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await cast.Browser()).GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await world.Visitor().GetAsync($"/invitations/{cast.Token}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.Redirect, (await cast.Api().GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task The_list_goes_on_after_a_cursor()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 4; i++)
            await Make(cast.Api(), mayWrite: false);
        var ids = await Lists.All(cast.Api(), "/api/v1/tokens", 2, t => t["id"]!.GetValue<string>());
        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal), ids);
    }
}

using System.Net;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class ClaimFirstWorkspaceTests
{
    static async Task<string> Code(World world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(default))!;
    }

    static Dictionary<string, string> Form(string code, string who = "ada") =>
        new()
        {
            ["Asked.Code"] = code,
            ["Asked.Organisation"] = "Harbor Coffee",
            ["Asked.Name"] = "Ada",
            ["Asked.Email"] = $"{who}@harbor.example",
            ["Asked.Password"] = Cast.Password,
        };

    [Fact]
    public async Task The_code_from_the_log_makes_the_first_administrator_and_signs_in()
    {
        await using var world = await World.Start();
        var browser = world.Visitor();
        var answer = await browser.PostForm("/claim", "claim", Form(await Code(world)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var home = await browser.Page("/");
        Assert.Contains("Harbor Coffee", home.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var world = await World.Start();
        await Code(world);
        var answer = await world.Visitor().PostForm("/claim", "claim", Form("heed_claim_wrong"));
        var page = await answer.Html();
        Assert.Contains("does not open anything", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Harbor Coffee", page.QuerySelector("[name='Asked.Organisation']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Of_many_claims_at_once_exactly_one_wins()
    {
        await using var world = await World.Start();
        var code = await Code(world);
        var drawn = await Task.WhenAll(
            Enumerable.Range(0, 15).Select(i => world.Visitor().Drawn("/claim", "claim", Form(code, $"ada{i}")))
        );
        var tries = await Task.WhenAll(drawn.Select(async send => (await send()).StatusCode));
        Assert.Equal(1, tries.Count(status => status == HttpStatusCode.Redirect));
        await using var scope = world.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<HeedDb>().Workspaces.CountAsync());
    }

    [Fact]
    public async Task After_the_claim_there_is_no_new_code()
    {
        await using var world = await World.Start();
        await world.Visitor().PostForm("/claim", "claim", Form(await Code(world)));
        await using var scope = world.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(default));
    }

    static async Task<string?> LeadsTo(HttpClient browser, string path) =>
        (await browser.GetAsync(path)).Headers.Location is { } to
            ? to.IsAbsoluteUri
                ? to.PathAndQuery
                : to.OriginalString
            : null;

    [Fact]
    public async Task Where_nobody_is_every_way_leads_to_the_claim_and_afterwards_none_does()
    {
        await using var world = await World.Start();
        var browser = world.Visitor();
        var door = await LeadsTo(browser, "/");
        Assert.Equal("/claim", await LeadsTo(browser, door!));
        await browser.PostForm("/claim", "claim", Form(await Code(world)));
        var stranger = world.Visitor();
        Assert.Null(await LeadsTo(stranger, "/sign-in"));
        var page = await stranger.Page("/claim");
        Assert.Empty(page.Forms);
        Assert.NotNull(page.QuerySelector("main a[href='/sign-in'], body a[href='/sign-in']"));
    }

    [Fact]
    public async Task The_link_from_the_log_carries_the_code()
    {
        await using var world = await World.Start();
        var code = await Code(world);
        var page = await world.Visitor().Page($"/claim?code={code}");
        Assert.Equal(code, page.QuerySelector("[name='Asked.Code']")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name='Asked.Organisation']")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_no_password_is_sent_back()
    {
        await using var world = await World.Start();
        await Code(world);
        var form = Form("heed_claim_wrong");
        (form["Asked.Name"], form["Asked.Password"]) = ("", "shortword");
        var page = await (await world.Visitor().PostForm("/claim", "claim", form)).Html();
        foreach (
            var (field, says) in new[] { ("code", "does not open"), ("name", "your name"), ("password", "at least 12") }
        )
            Assert.Contains(
                says,
                page.QuerySelector($"#field-asked-{field}-error")?.TextContent ?? "",
                StringComparison.Ordinal
            );
        Assert.DoesNotContain("shortword", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("Harbor Coffee", page.QuerySelector("[name='Asked.Organisation']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_first_day_has_a_team_with_its_administrator_and_the_quarter_open()
    {
        await using var world = await World.Start();
        var browser = world.Visitor();
        var form = Form(await Code(world));
        form["Asked.TimeZone"] = "Europe/Vienna";
        await browser.PostForm("/claim", "claim", form);
        var page = await browser.Page("/aim/objectives/new");
        Assert.Equal(
            ("Harbor Coffee", "2035 Q1"),
            (
                page.QuerySelector("[name='Asked.Team'] option[selected]")!.TextContent,
                page.QuerySelector("[name='Asked.Cycle'] option[selected]")!.TextContent
            )
        );
        await using var scope = world.Services.CreateAsyncScope();
        var workspace = await scope.ServiceProvider.GetRequiredService<HeedDb>().Workspaces.SingleAsync();
        Assert.Equal("Europe/Vienna", workspace.TimeZone);
    }
}

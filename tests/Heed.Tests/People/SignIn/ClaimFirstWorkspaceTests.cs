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
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 15)
                .Select(async i =>
                    (await world.Visitor().PostForm("/claim", "claim", Form(code, $"ada{i}"))).StatusCode
                )
        );
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
}

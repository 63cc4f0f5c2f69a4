using System.Net;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.People.SignInByProviderTests;

namespace Heed.Tests.People;

/// <summary>Whether signing in by the provider is one step or both: as the provider says, in the words of the settings.</summary>
public sealed class ProviderStepsTests
{
    static async Task<Cast> Demanding(World world)
    {
        var maya = await world.Organisation("Harbor Coffee");
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Workspaces.ExecuteUpdateAsync(set => set.SetProperty(w => w.DemandsSecondStep, true))
        );
        return maya;
    }

    [Theory]
    [InlineData(null, "amr", "pwd", false)]
    [InlineData(null, "amr", "mfa", true)]
    [InlineData(null, "acr", "mfa", false)]
    [InlineData("amr=mfa, acr=gold", "acr", "gold", true)]
    [InlineData("acr=gold", "amr", "mfa", false)]
    [InlineData("always", "amr", "pwd", true)]
    public async Task Where_a_workspace_asks_for_it_the_provider_must_say_that_it_has_asked(
        string? setting,
        string claim,
        string value,
        bool both
    )
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider, setting is null ? [] : [$"--Heed:OpenIdSecondStep={setting}"]);
        var maya = await Demanding(world);
        provider.Claims = Of("maya-1", maya.Email, true, (claim, ["face", value]));
        var browser = world.Visitor();
        Assert.Equal("/me", await Come(browser));
        var page = await browser.GetAsync("/me");
        Assert.Equal(both ? null : "/second-step", page.Headers.Location?.ToString());
        if (both)
            return;
        // Set up here, it is asked for as after a password.
        var (phone, _) = await SecondStepTests.SetUp(world, browser);
        Assert.True(await browser.IsIn());
        var next = world.Visitor();
        Assert.Equal("/sign-in/code?to=%2Fme", await Come(next));
        Assert.False(await next.IsIn());
        using var answer = await next.PostForm(
            "/sign-in/code?to=%2Fme",
            "code",
            new() { ["Asked.Code"] = phone.Shows }
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(await next.IsIn());
    }

    [Fact]
    public async Task Whoever_shows_one_step_again_keeps_what_this_browser_has_shown()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await Demanding(world);
        provider.Claims = Of("maya-1", maya.Email, true, ("amr", ["mfa"]));
        var browser = world.Visitor();
        await Come(browser);
        provider.Claims = Of("maya-1", maya.Email, true, ("amr", ["pwd"]));
        await Come(browser);
        Assert.True(await browser.IsIn());
    }
}

using System.Net;
using AngleSharp.Dom;
using Heed.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Heed.Tests.People;

public sealed class SignInTests
{
    static async Task<string> Alert(HttpResponseMessage answer) =>
        (await answer.Html()).QuerySelector("[role=alert]")!.TextContent;

    [Fact]
    public async Task Unknown_mistyped_locked_and_deactivated_are_told_the_same()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (cleo, ben) = (
            await world.Colleague(maya, "Cleo", Role.Viewer),
            await world.Colleague(maya, "Ben", Role.Viewer)
        );
        await maya.Api().PostAsync($"/api/v1/members/{ben.Member.Id}/deactivation", null);
        List<string> told =
        [
            await Alert(await world.Visitor().SignIn("nobody@harbor.example", Cast.Password)),
            await Alert(await world.Visitor().SignIn(ben.Email, Cast.Password)),
        ];
        for (var i = 0; i < 6; i++)
            told.Add(await Alert(await world.Visitor().SignIn(cleo.Email, "wrong")));
        told.Add(await Alert(await world.Visitor().SignIn(cleo.Email, Cast.Password)));
        Assert.Single(told.Distinct());
    }

    [Fact]
    public async Task A_known_and_an_unknown_name_cost_the_same_work()
    {
        var hashes = new CountedHashes();
        await using var world = await World.Start(services =>
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>>(hashes))
        );
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Equal(1, await Compared(maya.Email));
        Assert.Equal(1, await Compared("nobody@harbor.example"));
        Assert.Equal(1, await Compared("nobody.else@harbor.example"));
        for (var i = 0; i < 5; i++)
            Assert.Equal(1, await Compared(maya.Email)); // The last of these are locked out.

        async Task<int> Compared(string email)
        {
            var before = hashes.Verified;
            await world.Visitor().SignIn(email, "wrong");
            return hashes.Verified - before;
        }
    }

    [Fact]
    public async Task A_failed_try_is_answered_after_the_same_while_whoever_is_named()
    {
        var clock = new NotedWaits();
        await using var world = await World.Start(services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
        );
        var maya = await world.Organisation("Harbor Coffee");
        foreach (var email in (string[])[maya.Email, "nobody@harbor.example"])
            await world.Visitor().SignIn(email, "wrong");
        Assert.Equal([TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(400)], clock.Waits);
        await world.Visitor().SignIn(maya.Email, Cast.Password);
        Assert.Equal(2, clock.Waits.Count);
    }

    [Theory]
    [InlineData("/teams?x=1", "/teams?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("https:evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Only_a_path_of_this_site_is_gone_back_to(string? to, string goes) =>
        Assert.Equal(goes, LocalPath.OrHome(to));

    [Theory]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("%2F%5Cevil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("https%3A%2F%2Fevil.example")]
    public async Task An_encoded_foreign_address_leads_home(string to)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var answer = await world.Visitor().SignIn(maya.Email, Cast.Password, $"/sign-in?to={to}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", new Uri(world.Address, answer.Headers.Location!).AbsolutePath);
        Assert.Equal(world.Address.Host, new Uri(world.Address, answer.Headers.Location!).Host);
    }

    [Fact]
    public async Task A_page_asked_for_before_signing_in_opens_after_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = world.Visitor();
        var sent = (await browser.GetAsync("/teams")).Headers.Location!;
        var answer = await browser.SignIn(maya.Email, Cast.Password, sent.PathAndQuery);
        Assert.Equal("/teams", new Uri(world.Address, answer.Headers.Location!).AbsolutePath);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session_within_a_minute()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (here, elsewhere) = (await maya.Browser(), await maya.Browser());
        var changed = await here.PostForm(
            "/me",
            "password",
            new() { ["Asked.Present"] = Cast.Password, ["Asked.New"] = "another horse battery" }
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        world.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.True((await here.GetAsync("/me")).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_present_password_changes_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var answer = await (await maya.Browser()).PostForm(
            "/me",
            "password",
            new() { ["Asked.Present"] = "wrong", ["Asked.New"] = "another horse battery" }
        );
        Assert.Contains("not your present password", await Alert(answer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Visitor().SignIn(maya.Email, Cast.Password)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_needs_a_post()
    {
        await using var world = await World.Start();
        var browser = await (await world.Organisation("Harbor Coffee")).Browser();
        Assert.True((await browser.GetAsync("/sign-out")).IsSuccessStatusCode);
        Assert.True((await browser.GetAsync("/me")).IsSuccessStatusCode);
        await browser.PostForm("/me", "sign-out", []);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
    }
}

using System.Net;
using Heed.Commands;
using Heed.Demo;
using Heed.People;
using Heed.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Demo;

/// <summary>Everybody can read how the people of the sample sign in; nobody may where somebody's own organisation begins.</summary>
public sealed class RemoveSampleTests
{
    const string New = "a lamp on the stairs";

    static async Task<Cast> Sample(World world)
    {
        var maya = await world.Organisation("Harbor Coffee");
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Workspaces.ExecuteUpdateAsync(set => set.SetProperty(w => w.SampleSince, world.Clock.GetUtcNow()))
        );
        return maya;
    }

    static Task<HttpResponseMessage> Remove(
        HttpClient browser,
        string email = "ada@lighthouse.example",
        string password = New
    ) =>
        browser.PostForm(
            "/settings/sample",
            "remove-sample",
            new()
            {
                ["Asked.Organisation"] = "Lighthouse Books",
                ["Asked.Name"] = "Ada",
                ["Asked.Email"] = email,
                ["Asked.Password"] = password,
            }
        );

    static Task<HttpResponseMessage> SignIn(World world, string email, string password) =>
        world.Visitor().SignIn(email, password);

    [Fact]
    public async Task What_opened_the_sample_opens_nothing_of_the_organisation_that_follows_it()
    {
        await using var world = await World.Start();
        var maya = await Sample(world);
        var jonas = await world.Colleague(maya, "Jonas", Role.Contributor);
        var (browser, other) = (await maya.Browser(), await jonas.Browser());

        Assert.Equal(HttpStatusCode.Redirect, (await Remove(browser)).StatusCode);
        Assert.Contains("Ada", (await browser.Page("/me")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var of in (Cast[])[maya, jonas])
        {
            Assert.Equal(HttpStatusCode.OK, (await SignIn(world, of.Email, Cast.Password)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await of.Api().GetAsync("/api/v1/me")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(world, "ada@lighthouse.example", New)).StatusCode);
    }

    [Fact]
    public async Task Who_keeps_the_address_of_the_sample_gets_a_password_of_their_own()
    {
        await using var world = await World.Start();
        var maya = await Sample(world);
        var browser = await maya.Browser();
        await Remove(browser, maya.Email);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(world, maya.Email, Cast.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(world, maya.Email, New)).StatusCode);
    }

    [Theory]
    [InlineData("ada@lighthouse.example", "short")]
    [InlineData("ada@lighthouse.example", SampleOrganisation.Password)]
    [InlineData("nobody", New)]
    public async Task Without_a_good_address_and_password_nothing_is_removed(string email, string password)
    {
        await using var world = await World.Start();
        var maya = await Sample(world);
        var browser = await maya.Browser();
        var answer = await (await Remove(browser, email, password)).Html();
        Assert.NotNull(answer.QuerySelector("[role=alert]"));
        Assert.Contains("Maya", (await browser.Page("/me")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_is_not_started_where_an_organisation_of_ones_own_is()
    {
        await using var world = await World.Start();
        var maya = await Sample(world);
        Assert.Contains(SampleOrganisation.Password, await Say(orServe: false), StringComparison.Ordinal);

        await Remove(await maya.Browser());
        Assert.Contains("heed serve", await Say(orServe: false), StringComparison.Ordinal);
        Assert.Equal("", await Say(orServe: true));

        async Task<string> Say(bool orServe)
        {
            await using var scope = world.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
            return (await DemoCommand.Sample([], orServe, db, default)).Refused(out var refusal, out var says)
                ? refusal.Because
                : says;
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using Heed.Commands;
using Heed.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class NewPasswordTests
{
    const string Fresh = "a quite new sentence";

    static async Task<string> Link(Cast admin, Cast of)
    {
        var answer = await admin.Api().PostAsync($"/api/v1/members/{of.Member.Id}/password-link", null);
        answer.EnsureSuccessStatusCode();
        return new Uri((await answer.Content.ReadFromJsonAsync<PasswordLinkMade>())!.Link!).PathAndQuery;
    }

    static Task<HttpResponseMessage> Set(HttpClient browser, string link, string password) =>
        browser.PostForm(link, "new-password", new() { ["Asked.New"] = password });

    static async Task<HttpStatusCode> SignIn(World world, string email, string password) =>
        (await world.Visitor().SignIn(email, password)).StatusCode;

    [Fact]
    public async Task The_link_of_an_administrator_sets_a_new_password_once()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        for (var i = 0; i < 5; i++)
            await SignIn(world, cleo.Email, "wrong");
        var link = await Link(maya, cleo);

        Assert.Equal(HttpStatusCode.Redirect, (await Set(world.Visitor(), link, Fresh)).StatusCode);
        // The five wrong tries of before are forgiven, the old password is gone.
        Assert.Equal(HttpStatusCode.Redirect, await SignIn(world, cleo.Email, Fresh));
        Assert.Equal(HttpStatusCode.OK, await SignIn(world, cleo.Email, Cast.Password));

        var again = await (await world.Visitor().GetAsync(link)).Html();
        Assert.Contains("opens nothing", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Cleo set a new password by a link.",
            await (await maya.Browser()).GetStringAsync("/journal"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_short_password_is_refused_beside_its_field_and_the_link_still_works()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var link = await Link(maya, await world.Colleague(maya, "Cleo", Role.Viewer));
        var browser = world.Visitor();
        var refused = await (await Set(browser, link, "short")).Html();
        Assert.Contains("Use 12 to 256 characters.", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Set(browser, link, Fresh)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=")]
    [InlineData("?code=%25%25")]
    [InlineData("?code=MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDBhYmM")]
    public async Task A_link_that_was_never_made_opens_nothing(string query)
    {
        await using var world = await World.Start();
        var page = await (await world.Visitor().GetAsync($"/new-password{query}")).Html();
        Assert.Contains("opens nothing", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task A_link_that_was_altered_or_is_another_persons_opens_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var link = await Link(maya, await world.Colleague(maya, "Cleo", Role.Viewer));
        var browser = world.Visitor();
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link[..^4] + "AAAA")).StatusCode);
        Assert.Contains("opens nothing", await browser.GetStringAsync(link[..^4] + "AAAA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_elsewhere_too_is_helped_by_the_server_only()
    {
        await using var world = await World.Start();
        var (maya, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        await world.As(
            rival,
            async s =>
            {
                var db = s.GetRequiredService<Heed.Storage.HeedDb>();
                db.Members.Add(
                    new Member
                    {
                        PersonId = cleo.Member.PersonId,
                        Name = "Cleo",
                        Role = Role.Admin,
                        JoinedAt = world.Clock.GetUtcNow(),
                    }
                );
                return await db.SaveChangesAsync();
            }
        );
        var refused = await maya.Api().PostAsync($"/api/v1/members/{cleo.Member.Id}/password-link", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("heed new-password", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await using var scope = world.Services.CreateAsyncScope();
        Assert.False((await NewPasswordCommand.Link(scope.ServiceProvider, cleo.Email)).Refused(out _, out var link));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Set(world.Visitor(), new Uri(link!).PathAndQuery, Fresh)).StatusCode
        );
        Assert.Equal(HttpStatusCode.Redirect, await SignIn(world, cleo.Email, Fresh));
    }

    [Fact]
    public async Task Sessions_of_before_end_with_the_old_password()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        var browser = await cleo.Browser();
        await Set(world.Visitor(), await Link(maya, cleo), Fresh);
        world.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
    }
}

using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>What opens Heed in somebody's name, and with what it ends.</summary>
public sealed class WaysInTests
{
    static async Task<bool> Opens(Cast cast) =>
        (await cast.Api().GetAsync("/api/v1/me")).StatusCode == HttpStatusCode.OK;

    static async Task<string> Invite(Cast by, string email, Role role = Role.Admin)
    {
        var answer = await by.Api().PostAsJsonAsync("/api/v1/invitations", new { email, role = role.ToString() });
        return (await answer.Content.ReadFromJsonAsync<InvitationMade>())!.Link!;
    }

    /// <summary>Neither the page nor the act behind it, which somebody may have had open before.</summary>
    static async Task<bool> LetsIn(World world, string link, string email)
    {
        var path = new Uri(link).PathAndQuery;
        var page = await world.Visitor().GetAsync(path);
        await using var scope = world.Services.CreateAsyncScope();
        var act = scope.ServiceProvider.GetRequiredService<RedeemInvitation>();
        var asked = new RedeemRequest
        {
            Email = email,
            Name = "Noor",
            Password = "a lamp on the stairs",
        };
        var isRefused = (await act.Run(path.Split('/')[^1], asked, default)).Refused(out _);
        Assert.Equal(isRefused, page.StatusCode == HttpStatusCode.NotFound);
        return !isRefused;
    }

    static async Task<bool> SetsPassword(World world, string link)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var code = System.Web.HttpUtility.ParseQueryString(new Uri(link).Query)["code"];
        var act = scope.ServiceProvider.GetRequiredService<SetNewPassword>();
        return !(await act.Run(code, new() { New = "a lamp on the stairs" }, default)).Refused(out _);
    }

    static Task<HttpResponseMessage> ChangePassword(HttpClient browser) =>
        browser.PostForm(
            "/me",
            "password",
            new() { ["Asked.Present"] = Cast.Password, ["Asked.New"] = "a lamp on the stairs" }
        );

    [Fact]
    public async Task A_kept_cookie_opens_nothing_after_signing_out()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cookies = (await maya.SignInAnswer()).Select(c => c.Split(';')[0]).ToList();
        Assert.Equal(HttpStatusCode.OK, (await With(cookies).GetAsync("/me")).StatusCode);
        var browser = With(cookies);
        var token = (await (await browser.GetAsync("/sign-out")).Html())
            .QuerySelector("[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        await browser.PostAsync(
            "/sign-out",
            new FormUrlEncodedContent([new("_handler", "sign-out"), new("__RequestVerificationToken", token)])
        );
        Assert.Equal(HttpStatusCode.Redirect, (await With(cookies).GetAsync("/me")).StatusCode);

        HttpClient With(IEnumerable<string> kept)
        {
            var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress = world.Address,
            };
            client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", kept));
            return client;
        }
    }

    [Fact]
    public async Task Each_browser_is_listed_and_can_be_signed_out_alone_or_with_all_others()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var here = await maya.Browser();
        List<HttpClient> others = [await maya.Browser(), await maya.Browser(), await maya.Browser()];

        var page = await here.Page("/me");
        var rows = page.QuerySelectorAll("form[method=post] [aria-label^='Sign out of']").ToList();
        Assert.Equal(3, rows.Count);
        var handler = rows[0].Closest("form")!.QuerySelector("[name=_handler]")!.GetAttribute("value")!;
        await here.PostForm("/me", handler, []);
        Assert.Equal(2, (await Task.WhenAll(others.Select(b => b.IsIn()))).Count(isIn => isIn));

        await here.PostForm("/me", "end-others", []);
        Assert.DoesNotContain(true, await Task.WhenAll(others.Select(b => b.IsIn())));
        Assert.True(await here.IsIn());
    }

    [Fact]
    public async Task Nobody_signs_out_a_browser_of_somebody_else()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var browser = await ben.Browser();
        var theirs = await world.As(ben, s => s.GetRequiredService<ReadSessions>().Mine(default));
        var outcome = await world.As(maya, s => s.GetRequiredService<EndSessions>().Run(theirs[0].Id, default));
        Assert.True(outcome.Refused(out var refusal) && refusal.Status == 404);
        Assert.True(await browser.IsIn());
        Assert.Empty(await world.As(maya, s => s.GetRequiredService<ReadSessions>().Mine(default)));
    }

    [Fact]
    public async Task A_changed_password_ends_other_browsers_tokens_and_invitations_at_once()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (here, elsewhere) = (await maya.Browser(), await maya.Browser());
        var link = await Invite(maya, "noor@harbor.example");
        Assert.Equal(HttpStatusCode.Redirect, (await ChangePassword(here)).StatusCode);
        Assert.True(await here.IsIn());
        Assert.False(await elsewhere.IsIn());
        Assert.False(await Opens(maya));
        Assert.False(await LetsIn(world, link, "noor@harbor.example"));
    }

    [Fact]
    public async Task A_refused_password_ends_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (here, elsewhere) = (await maya.Browser(), await maya.Browser());
        await here.PostForm("/me", "password", new() { ["Asked.Present"] = Cast.Password, ["Asked.New"] = "short" });
        await here.PostForm(
            "/me",
            "password",
            new() { ["Asked.Present"] = "wrong", ["Asked.New"] = "a lamp on the stairs" }
        );
        Assert.True(await elsewhere.IsIn());
        Assert.True(await Opens(maya));
    }

    [Theory]
    [InlineData("deactivation")]
    [InlineData("role")]
    [InlineData("erasure")]
    public async Task What_an_administrator_made_who_is_none_any_more_opens_nothing(string act)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (ada, ben) = (
            await world.Colleague(maya, "Ada", Role.Admin),
            await world.Colleague(maya, "Ben", Role.Contributor)
        );
        var invitation = await Invite(ada, "noor@harbor.example");
        var offered = await ada.Api().PostAsync($"/api/v1/members/{ben.Member.Id}/password-link", null);
        var link = (await offered.Content.ReadFromJsonAsync<PasswordLinkMade>())!.Link!;
        var api = maya.Api();
        var done =
            act == "role"
                ? await api.PutAsJsonAsync($"/api/v1/members/{ada.Member.Id}/role", new { role = "Contributor" })
                : await api.PostAsync($"/api/v1/members/{ada.Member.Id}/{act}", null);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.False(await LetsIn(world, invitation, "noor@harbor.example"));
        Assert.False(await SetsPassword(world, link));
        await ben.Browser(); // The password of before.
    }

    [Fact]
    public async Task What_an_administrator_made_opens_as_long_as_they_are_one()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var offered = await maya.Api().PostAsync($"/api/v1/members/{ben.Member.Id}/password-link", null);
        var link = (await offered.Content.ReadFromJsonAsync<PasswordLinkMade>())!.Link!;
        Assert.True(await LetsIn(world, await Invite(maya, "noor@harbor.example"), "noor@harbor.example"));
        Assert.True(await SetsPassword(world, link));
        Assert.False(await SetsPassword(world, link));
    }

    [Fact]
    public async Task A_link_cannot_be_given_another_maker()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (ada, ben) = (
            await world.Colleague(maya, "Ada", Role.Admin),
            await world.Colleague(maya, "Ben", Role.Contributor)
        );
        var made = await world.As(
            ada,
            async s =>
            {
                var person = await s.GetRequiredService<HeedDb>().Users.SingleAsync(p => p.Id == ben.Member.PersonId);
                return (await s.GetRequiredService<PasswordLink>().Make(person, ada.Member.Id)).Link;
            }
        );
        var code = System.Web.HttpUtility.ParseQueryString(new Uri(made).Query)["code"]!;
        var text = System.Text.Encoding.UTF8.GetString(
            Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(code)
        );
        var other = text.Replace(ada.Member.Id.ToString(), maya.Member.Id.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(text, other);
        await world.As(
            ada,
            async s =>
            {
                var links = s.GetRequiredService<PasswordLink>();
                Assert.NotNull(await links.Open(code, default));
                Assert.Null(
                    await links.Open(
                        Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(
                            System.Text.Encoding.UTF8.GetBytes(other)
                        ),
                        default
                    )
                );
                return true;
            }
        );
    }

    [Fact]
    public async Task An_administrator_signs_a_member_out_everywhere_and_a_contributor_may_not()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var browser = await ben.Browser();
        var refused = await world.As(ben, s => s.GetRequiredService<EndSessions>().Of(maya.Member.Id, default));
        Assert.True(refused.Refused(out var refusal) && refusal.Status == 403);
        Assert.True(await browser.IsIn() && await Opens(ben) && await Opens(maya));

        var admin = await maya.Browser();
        await admin.PostForm($"/members/{ben.Member.Id}", "sign-out-everywhere", []);
        Assert.False(await browser.IsIn());
        Assert.False(await Opens(ben));
        Assert.True(await admin.IsIn() && await Opens(maya));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class InvitationTests
{
    static async Task<string> Invite(Cast by, string email, string role = "Contributor")
    {
        var answer = await by.Api()
            .PostAsJsonAsync(
                "/api/v1/invitations",
                new
                {
                    email,
                    role,
                    teamIds = new[] { by.Team.Id.ToString() },
                }
            );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var link = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["link"]!.GetValue<string>();
        return new Uri(link).AbsolutePath;
    }

    static Task<HttpResponseMessage> Redeem(
        HttpClient browser,
        string path,
        string email,
        string password = Cast.Password
    ) =>
        browser.PostForm(
            path,
            "redeem",
            new()
            {
                ["Asked.Email"] = email,
                ["Asked.Name"] = "Noa",
                ["Asked.Password"] = password,
            }
        );

    static async Task<string> Says(HttpResponseMessage answer) => (await answer.Html()).Body!.TextContent;

    [Theory]
    [InlineData(-1, false, false, true)]
    [InlineData(0, false, false, false)]
    [InlineData(-1, true, false, false)]
    [InlineData(-1, false, true, false)]
    public void An_invitation_is_open_until_it_is_accepted_revoked_or_out_of_date(
        int minutes,
        bool isAccepted,
        bool isRevoked,
        bool isOpen
    )
    {
        DateTimeOffset now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
        var invitation = new Invitation
        {
            Email = "NOA@HARBOR.EXAMPLE",
            Role = Role.Viewer,
            CodeHash = "",
            InvitedBy = Id<Member>.New(),
            InvitedAt = now - Invitation.Lifetime,
            ExpiresAt = now,
            AcceptedAt = isAccepted ? now.AddDays(-1) : null,
            RevokedAt = isRevoked ? now.AddDays(-1) : null,
        };
        Assert.Equal(isOpen, invitation.IsOpen(now.AddMinutes(minutes)));
    }

    [Fact]
    public async Task The_invited_person_joins_with_the_role_and_the_team()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = world.Visitor();
        var answer = await Redeem(browser, await Invite(cast, "noa@harbor.example"), "Noa@Harbor.example");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(
            "Contributor in Harbor Coffee",
            (await browser.Page("/me")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Noa",
            (await browser.Page($"/teams/{cast.Team.Id}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Looking_at_the_link_changes_nothing_so_that_mail_scanners_use_nothing_up()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var path = await Invite(cast, "noa@harbor.example");
        for (var i = 0; i < 5; i++)
            Assert.True((await world.Visitor().GetAsync(path)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Redeem(world.Visitor(), path, "noa@harbor.example")).StatusCode);
    }

    [Fact]
    public async Task It_is_bound_to_its_address()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var answer = await Redeem(world.Visitor(), await Invite(cast, "noa@harbor.example"), "eve@harbor.example");
        Assert.Contains("made for another address", await Says(answer), StringComparison.Ordinal);
        Assert.Equal(
            "eve@harbor.example",
            (await answer.Html()).QuerySelector("[name='Asked.Email']")!.GetAttribute("value")
        );
    }

    [Fact]
    public async Task It_works_once_even_for_many_at_once()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var path = await Invite(cast, "noa@harbor.example");
        var tries = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await world.Try(path, "noa@harbor.example")))
        );
        Assert.Equal(1, tries.Count(joined => joined));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Revoked_replaced_expired_and_unknown_ones_look_the_same()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var replaced = await Invite(cast, "noa@harbor.example");
        var revoked = await Invite(cast, "noa@harbor.example");
        var open = (await cast.Api().GetFromJsonAsync<JsonObject>("/api/v1/invitations"))!["items"]!.AsArray();
        var id = Assert.Single(open)!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.NoContent, (await cast.Api().DeleteAsync($"/api/v1/invitations/{id}")).StatusCode);
        var expired = await Invite(cast, "ben@harbor.example");
        world.Clock.Move(Invitation.Lifetime);
        var bodies = new HashSet<string>();
        foreach (var path in new[] { replaced, revoked, expired, "/invitations/heed_invitation_never" })
        {
            var answer = await world.Visitor().GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            bodies.Add(await answer.Content.ReadAsStringAsync());
        }
        Assert.Single(bodies);
    }

    [Fact]
    public async Task Who_has_a_password_here_proves_it_and_keeps_it()
    {
        await using var world = await World.Start();
        var (harbor, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var path = await Invite(harbor, rival.Email);
        var refused = await Redeem(world.Visitor(), path, rival.Email, "a password that is new");
        Assert.Contains("this is not it", await Says(refused), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Redeem(world.Visitor(), path, rival.Email)).StatusCode);
    }

    [Fact]
    public async Task Somebody_signed_in_with_another_address_cannot_use_it()
    {
        await using var world = await World.Start();
        var (harbor, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var path = await Invite(harbor, "noa@harbor.example");
        var answer = await (await rival.Browser()).PostForm(path, "join", []);
        Assert.Contains("another address than yours", await Says(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_two_workspaces_switches_between_them_and_comes_back_to_the_last()
    {
        await using var world = await World.Start();
        var (harbor, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var browser = await rival.Browser();
        var path = await Invite(harbor, rival.Email);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm(path, "join", [])).StatusCode);
        Assert.Contains("in Harbor Coffee", (await browser.Page("/me")).Body!.TextContent, StringComparison.Ordinal);
        await browser.PostForm("/me", $"go-{rival.Workspace.Id}", []);
        Assert.Contains("in Rival Coffee", (await browser.Page("/me")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "in Rival Coffee",
            (await (await rival.Browser()).Page("/me")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_link_is_shown_once_and_comes_from_the_public_address()
    {
        await using var world = await World.Start(
            null,
            "--Heed:PublicUrl=http://heed.example.org/",
            "--AllowedHosts=127.0.0.1"
        );
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var answer = await browser.PostForm(
            "/members/invitation",
            "invite",
            new() { ["Asked.Email"] = "noa@harbor.example", ["Asked.TeamIds[0]"] = cast.Team.Id.ToString() }
        );
        var link = (await answer.Html()).QuerySelector("[name=Link]")!.GetAttribute("value")!;
        Assert.StartsWith("http://heed.example.org/invitations/heed_invitation_", link, StringComparison.Ordinal);
        var members = await browser.Page("/members");
        Assert.Contains("noa@harbor.example", members.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("heed_invitation_", members.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await using var scope = world.Services.CreateAsyncScope();
        var kept = await scope
            .ServiceProvider.GetRequiredService<HeedDb>()
            .Invitations.IgnoreQueryFilters()
            .SingleAsync();
        Assert.DoesNotContain(new Uri(link).Segments[^1], kept.CodeHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_not_invited_again()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var answer = await cast.Api()
            .PostAsJsonAsync("/api/v1/invitations", new { email = cast.Email.ToUpperInvariant(), role = "Viewer" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Maya is a member already", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

static class Redeeming
{
    public static async Task<bool> Try(this World world, string path, string email)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<RedeemInvitation>()
            .Run(
                path.Split('/')[^1],
                new RedeemRequest
                {
                    Email = email,
                    Name = "Noa",
                    Password = Cast.Password,
                },
                default
            );
        return !outcome.Refused(out _);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Heed.Commands;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>People who come by the provider of their organisation.</summary>
public sealed class SignInByProviderTests
{
    internal static Task<World> With(TestProvider provider, params string[] more) =>
        World.Start(null, [$"--Heed:PublicUrl={Device.Place}", .. provider.Settings(more)]);

    internal static JsonObject Of(
        string subject,
        string address,
        bool? isVerified = true,
        params (string Name, string[] Values)[] more
    )
    {
        var claims = new JsonObject
        {
            ["sub"] = subject,
            ["email"] = address,
            ["name"] = "Noa",
        };
        if (isVerified is { } verified)
            claims["email_verified"] = verified;
        foreach (var (name, values) in more)
            claims[name] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
        return claims;
    }

    /// <summary>From the button to where it ends, as a browser follows it.</summary>
    internal static Task<string> Come(HttpClient browser, Func<string, string>? onTheWay = null) =>
        Follow(browser, "/sign-in/provider?to=/me", onTheWay is null ? null : back => Task.FromResult(onTheWay(back)));

    internal static async Task<string> Follow(
        HttpClient browser,
        string link,
        Func<string, Task<string>>? onTheWay = null
    )
    {
        var there = (await browser.GetAsync(link)).Headers.Location!.ToString();
        if (!there.Contains("/authorize", StringComparison.Ordinal))
            return new Uri(browser.BaseAddress!, there).PathAndQuery;
        using var outside = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var back = (await outside.GetAsync(there)).Headers.Location!.ToString();
        Assert.StartsWith($"{Device.Place}/sign-in/provider/back", back, StringComparison.Ordinal);
        back = onTheWay is null ? back : await onTheWay(back);
        var end = (await browser.GetAsync(new Uri(back).PathAndQuery)).Headers.Location!.ToString();
        return new Uri(browser.BaseAddress!, end).PathAndQuery;
    }

    static async Task<string> Says(HttpClient browser, string path) => (await browser.Page(path)).Body!.TextContent;

    static Task<T> Look<T>(Cast cast, Func<HeedDb, Task<T>> look) =>
        cast.World.As(cast, s => look(s.GetRequiredService<HeedDb>()));

    [Fact]
    public async Task A_member_comes_by_the_verified_address_once_and_by_the_providers_name_from_then_on()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Contains("Sign in with Harbor ID", await Says(world.Visitor(), "/sign-in"), StringComparison.Ordinal);

        provider.Claims = Of("maya-1", maya.Email.ToUpperInvariant());
        var browser = world.Visitor();
        Assert.Equal("/me", await Come(browser));
        Assert.True(await browser.IsIn());

        // Another address, of nobody here, and not verified: it is still the same name.
        provider.Claims = Of("maya-1", "else@where.example", isVerified: false);
        Assert.Equal("/me", await Come(world.Visitor()));
        // The same address under another name is somebody else.
        provider.Claims = Of("maya-2", maya.Email);
        Assert.Equal("/sign-in?not=another", await Come(world.Visitor()));
        Assert.Equal(1, await Look(maya, db => db.UserLogins.CountAsync()));
        // And the password goes on.
        await maya.Browser();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task An_address_that_is_not_verified_leads_to_nobody(bool? isVerified)
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider, "--Heed:OpenIdJoin=true");
        var maya = await world.Organisation("Harbor Coffee");
        foreach (var address in (string[])[maya.Email, "noa@harbor.example"])
        {
            provider.Claims = Of("noa-1", address, isVerified);
            var browser = world.Visitor();
            var end = await Come(browser);
            Assert.Equal("/sign-in?not=unverified", end);
            Assert.Contains("has verified your e-mail address", await Says(browser, end), StringComparison.Ordinal);
            Assert.False(await browser.IsIn());
        }
        Assert.Equal(0, await Look(maya, db => db.UserLogins.CountAsync()));
    }

    /// <summary>As Microsoft Entra ID says it; the word of the standard counts where it is there.</summary>
    [Theory]
    [InlineData("true", null, true)]
    [InlineData("1", null, true)]
    [InlineData("\"1\"", null, true)]
    [InlineData("\"true\"", null, true)]
    [InlineData("false", null, false)]
    [InlineData("0", null, false)]
    [InlineData("2", null, false)]
    [InlineData("true", false, false)]
    public async Task A_domain_whose_owner_has_verified_it_leads_to_a_member(string said, bool? isVerified, bool opens)
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await world.Organisation("Harbor Coffee");
        provider.Claims = Of("maya-1", maya.Email, isVerified);
        provider.Claims["xms_edov"] = JsonNode.Parse(said);
        var browser = world.Visitor();
        Assert.Equal(opens ? "/me" : "/sign-in?not=unverified", await Come(browser));
        Assert.Equal(opens, await browser.IsIn());
    }

    [Fact]
    public async Task What_is_not_signed_new_or_meant_for_here_opens_nothing()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await world.Organisation("Harbor Coffee");
        provider.Claims = Of("maya-1", maya.Email);
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-10);
        Dictionary<string, Action<JsonObject, JsonObject>> lies = new()
        {
            ["no signature"] = (head, _) => head["alg"] = "none",
            ["signed with the client's secret"] = (head, _) => head["alg"] = "HS256",
            ["its signature cut off"] = (head, _) => head["typ"] = "cut",
            ["signed by another key"] = (head, _) => head["typ"] = "forged",
            ["another audience"] = (_, body) => body["aud"] = "somebody-else",
            ["another issuer"] = (_, body) => body["iss"] = "https://login.example.org",
            ["another nonce"] = (_, body) => body["nonce"] = "n",
            ["no nonce"] = (_, body) => body.Remove("nonce"),
            ["out of date"] = (_, body) =>
                (body["iat"], body["exp"]) = (past.ToUnixTimeSeconds(), past.AddMinutes(5).ToUnixTimeSeconds()),
            ["no subject"] = (_, body) => body.Remove("sub"),
        };
        foreach (var (what, lie) in lies)
        {
            provider.Lies = lie;
            var browser = world.Visitor();
            var end = await Come(browser);
            Assert.True(end == "/sign-in?not=failed", $"{what} led to {end}.");
            Assert.Contains("could not be trusted", await Says(browser, end), StringComparison.Ordinal);
            Assert.False(await browser.IsIn(), $"{what} was let in.");
        }
        provider.Lies = null;
        Dictionary<string, Func<string, string>> ways = new()
        {
            ["another state"] = back => back.Replace("&state=", "&state=x", StringComparison.Ordinal),
            ["no state"] = back => back.Split("&state=")[0],
            ["another code"] = back => back.Replace("?code=", "?code=0", StringComparison.Ordinal),
            ["declined"] = back => back.Replace("?code=", "?error=access_denied&was=", StringComparison.Ordinal),
        };
        foreach (var (what, way) in ways)
        {
            var end = await Come(world.Visitor(), way);
            Assert.True(end == "/sign-in?not=failed", $"{what} led to {end}.");
        }
        // The way back of one browser in another.
        string? stolen = null;
        await Come(world.Visitor(), back => (stolen = back).Split("&state=")[0]);
        Assert.Equal("/sign-in?not=failed", await Come(world.Visitor(), _ => stolen!));
        Assert.Equal("/me", await Come(world.Visitor()));
    }

    [Fact]
    public async Task Who_is_deactivated_or_forgotten_stays_out()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        provider.Claims = Of("ben-1", ben.Email);
        var browser = world.Visitor();
        Assert.Equal("/me", await Come(browser));
        await maya.Do<DeactivateMember, Done>(deactivate => deactivate.Run(ben.Member.Id, default));
        Assert.False(await browser.IsIn());
        Assert.Equal("/sign-in?not=shut", await Come(browser));
        provider.Claims = Of("ben-2", ben.Email);
        Assert.Equal("/sign-in?not=shut", await Come(browser));
        await maya.Do<ForgetMember, Done>(forget => forget.Run(ben.Member.Id, default));
        Assert.Equal("/sign-in?not=unknown", await Come(browser));
        Assert.Equal(0, await Look(maya, db => db.UserLogins.CountAsync()));
    }

    [Fact]
    public async Task Roles_and_teams_follow_the_claims_each_time_and_the_last_administrator_stays()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(
            provider,
            "--Heed:OpenIdRoleClaim=groups",
            "--Heed:OpenIdRoles=heed=Contributor, cn=heed-admins=Admin",
            "--Heed:OpenIdTeamClaim=teams"
        );
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Viewer);
        var before = await ben.Browser();
        provider.Claims = Of(
            "ben-1",
            ben.Email,
            true,
            ("groups", ["heed", "cn=heed-admins", "other"]),
            ("teams", ["Checkout", "Nowhere"])
        );
        var browser = world.Visitor();
        Assert.Equal("/me", await Come(browser));
        Assert.Equal((Role.Admin, 1), await Place(ben));
        Assert.True(await browser.IsIn());
        Assert.False(await before.IsIn());
        provider.Claims = Of("ben-1", ben.Email, true, ("groups", ["heed"]));
        await Come(world.Visitor());
        Assert.Equal((Role.Contributor, 1), await Place(ben));
        Assert.False(await browser.IsIn());
        provider.Claims = Of("ben-1", ben.Email);
        await Come(world.Visitor());
        Assert.Equal((Role.Viewer, 1), await Place(ben));

        provider.Claims = Of("maya-1", maya.Email);
        Assert.Equal("/me", await Come(world.Visitor()));
        Assert.Equal(Role.Admin, (await Place(maya)).Role);
        var lines = await Look(maya, db => db.Entries.Select(e => e.Sentence).ToListAsync());
        Assert.Contains("The organisation's sign-in changed Ben from Viewer to Admin.", lines);
        Assert.Contains("The organisation's sign-in put Ben into Checkout.", lines);

        async Task<(Role Role, int Teams)> Place(Cast of)
        {
            var member = await Look(of, db => db.Members.Include(m => m.Teams).SingleAsync(m => m.Id == of.Member.Id));
            return (member.Role, member.Teams.Count);
        }
    }

    [Fact]
    public async Task Whoever_has_come_by_the_provider_comes_by_nothing_else_where_that_is_set()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider, "--Heed:OpenIdOnly=true");
        var maya = await world.Organisation("Harbor Coffee");
        await maya.Browser();
        provider.Claims = Of("maya-1", maya.Email);
        Assert.Equal("/me", await Come(world.Visitor()));
        var browser = world.Visitor();
        var refused = await browser.SignIn(maya.Email, Cast.Password);
        Assert.Contains("do not belong together", (await refused.Html()).Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await browser.IsIn());
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_and_the_password_opens()
    {
        var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await world.Organisation("Harbor Coffee");
        var settings = world.Services.GetRequiredService<Settings>();
        Assert.True((await Checkup.Provider(settings, default)).IsWell);
        await provider.DisposeAsync();
        Assert.False((await Checkup.Provider(settings, default)).IsWell);
        var browser = world.Visitor();
        Assert.Equal("/sign-in?not=away", await Come(browser));
        Assert.Contains("does not answer", await Says(browser, "/sign-in?not=away"), StringComparison.Ordinal);
        Assert.True(await (await maya.Browser()).IsIn());
    }

    [Fact]
    public async Task The_way_there_is_shown_only_where_a_provider_is_set_and_leads_back_into_this_site()
    {
        await using var plain = await World.Start();
        await plain.Organisation("Harbor Coffee");
        Assert.DoesNotContain("Sign in with", await Says(plain.Visitor(), "/sign-in"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await plain.Visitor().GetAsync("/sign-in/provider")).StatusCode);

        await using var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await world.Organisation("Harbor Coffee");
        provider.Claims = Of("maya-1", maya.Email);
        var browser = world.Visitor();
        var left = await browser.GetAsync("/sign-in/provider?to=//evil.example");
        Assert.All(
            left.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Matches("^heed-provider-.*samesite=lax; httponly", cookie)
        );
        var there = left.Headers.Location!.ToString();
        using var outside = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var back = (await outside.GetAsync(there)).Headers.Location!;
        Assert.Equal("/", (await browser.GetAsync(back.PathAndQuery)).Headers.Location!.ToString());
        Assert.DoesNotContain("evil", await Says(world.Visitor(), "/sign-in?not=evil"), StringComparison.Ordinal);
    }
}

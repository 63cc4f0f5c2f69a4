using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Heed.People;
using Heed.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.People.SignInByProviderTests;

namespace Heed.Tests.People;

/// <summary>Who has no password proves to be oneself by signing in at the provider once more.</summary>
public sealed class ProveByProviderTests
{
    const string ForPasskey = "/sign-in/provider/again?for=new-passkey";
    const string First = "Sign in with your organisation's account once more first";
    static readonly Dictionary<string, string> Laptop = new() { ["Asked.Name"] = "Laptop" };

    /// <summary>Noa, who joined by the provider, and the first browser of hers.</summary>
    sealed record Scene(TestProvider Provider, World World, Cast Maya, HttpClient Browser) : IAsyncDisposable
    {
        public static async Task<Scene> Set(params string[] settings)
        {
            var provider = await TestProvider.Start();
            var world = await With(provider, ["--Heed:OpenIdJoin=true", .. settings]);
            var maya = await world.Organisation("Harbor Coffee");
            provider.Claims = Of("noa-1", "noa@harbor.example");
            var browser = world.Visitor();
            Assert.Equal("/me", await Come(browser));
            return new(provider, world, maya, browser);
        }

        /// <summary>What the provider says of when she has signed in there, from now on.</summary>
        public void SignsIn(TimeSpan later = default) =>
            Provider.Claims["auth_time"] = (World.Clock.GetUtcNow() + later).ToUnixTimeSeconds();

        public async ValueTask DisposeAsync()
        {
            await World.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }

    static async Task<string> Says(HttpClient browser, string path) => (await browser.Page(path)).Body!.TextContent;

    static async Task<string> Says(HttpResponseMessage answer) => (await answer.Html()).Body!.TextContent;

    /// <summary>Whether a passkey may be made now; that uses the proof up.</summary>
    static async Task<bool> MayMakeOne(HttpClient browser)
    {
        var page = await (await browser.PostForm("/passkeys", "add", Laptop)).Html();
        var may = page.QuerySelector("[data-make]") is not null;
        Assert.Equal(!may, page.Body!.TextContent.Contains(First, StringComparison.Ordinal));
        return may;
    }

    [Fact]
    public async Task Who_has_no_password_signs_in_there_again_and_then_acts_once()
    {
        await using var scene = await Scene.Set();
        var browser = scene.Browser;
        var page = await browser.Page("/passkeys");
        Assert.Null(page.QuerySelector("input[type=password]"));
        Assert.False(await MayMakeOne(browser));

        scene.SignsIn();
        var link = page.QuerySelector("a[href^='/sign-in/provider/again']")!.GetAttribute("href")!;
        Assert.Equal("/passkeys", await Follow(browser, link));
        Assert.Equal("login", scene.Provider.Asked["prompt"]);
        Assert.Equal("0", scene.Provider.Asked["max_age"]);
        Assert.Contains("You have just signed in with Harbor ID again", await Says(browser, "/passkeys"));

        var begun = await PasskeyForms.Begin(browser, password: null);
        var made = await PasskeyForms.Make(browser, begun, new Device().Makes(begun.Options!));
        Assert.EndsWith("/passkeys?done=added", made.Headers.Location!.ToString());
        Assert.False(await MayMakeOne(browser));
    }

    [Theory]
    [InlineData(null, "undated", "does not say when you have signed in")]
    [InlineData(-62, "old", "without asking you again")]
    [InlineData(-86_400, "old", "without asking you again")]
    [InlineData(62, "old", "without asking you again")]
    [InlineData(-58, null, "just signed in")]
    [InlineData(58, null, "just signed in")]
    public async Task That_it_is_fresh_the_provider_must_say_itself(int? seconds, string? not, string says)
    {
        await using var scene = await Scene.Set();
        if (seconds is { } later)
            scene.SignsIn(TimeSpan.FromSeconds(later));
        var end = await Follow(scene.Browser, ForPasskey);
        Assert.Equal(not is null ? "/passkeys" : $"/passkeys?for=new-passkey&not={not}", end);
        Assert.Contains(says, await Says(scene.Browser, end), StringComparison.Ordinal);
        Assert.Equal(not is null, await MayMakeOne(scene.Browser));
    }

    [Fact]
    public async Task An_auth_time_that_is_no_time_is_none()
    {
        await using var scene = await Scene.Set();
        scene.Provider.Claims["auth_time"] = "just now";
        Assert.EndsWith("not=undated", await Follow(scene.Browser, ForPasskey));
    }

    [Fact]
    public async Task Another_person_of_the_provider_proves_nothing()
    {
        await using var scene = await Scene.Set();
        var hers = scene.Provider.Claims;
        // Known here, and then not.
        scene.Provider.Claims = Of("ben-1", "ben@harbor.example");
        await Come(scene.World.Visitor());
        foreach (var claims in (JsonObject[])[scene.Provider.Claims, Of("cleo-1", "noa@harbor.example")])
        {
            scene.Provider.Claims = claims;
            scene.SignsIn();
            var end = await Follow(scene.Browser, ForPasskey);
            Assert.EndsWith("not=another", end);
            Assert.Contains("somebody else than you", await Says(scene.Browser, end), StringComparison.Ordinal);
            Assert.False(await MayMakeOne(scene.Browser));
        }
        Assert.Contains("Noa", await Says(scene.Browser, "/me"), StringComparison.Ordinal);
        scene.Provider.Claims = hers;
    }

    [Fact]
    public async Task An_answer_counts_once_even_where_the_provider_takes_its_code_twice()
    {
        await using var scene = await Scene.Set();
        scene.Provider.IsCareless = true;
        scene.SignsIn();
        using var browser = Hoarder.Of(scene.World);
        Assert.Equal("/me", await Come(browser));
        string? answer = null;
        await Follow(browser, ForPasskey, back => Task.FromResult(answer = back));
        Assert.True(await MayMakeOne(browser));
        var again = await browser.GetAsync(new Uri(answer!).PathAndQuery);
        Assert.Equal("/passkeys?for=new-passkey&not=late", again.Headers.Location!.ToString());
        Assert.False(await MayMakeOne(browser));
    }

    [Fact]
    public async Task It_counts_in_the_session_that_asked_and_in_no_other()
    {
        await using var scene = await Scene.Set();
        scene.SignsIn();
        var other = scene.World.Visitor();
        Assert.Equal("/me", await Come(other));
        await Follow(scene.Browser, ForPasskey);
        Assert.False(await MayMakeOne(other));
        Assert.True(await MayMakeOne(scene.Browser));

        // Back in the same browser, which has another session by then.
        var end = await Follow(
            scene.Browser,
            ForPasskey,
            async back =>
            {
                await scene.Browser.PostForm("/sign-out", "sign-out", []);
                Assert.Equal("/me", await Come(scene.Browser));
                return back;
            }
        );
        Assert.EndsWith("not=elsewhere", end);
        Assert.False(await MayMakeOne(scene.Browser));

        // And out of it altogether: nobody is signed in by proving.
        end = await Follow(
            scene.Browser,
            ForPasskey,
            async back =>
            {
                await scene.Browser.PostForm("/sign-out", "sign-out", []);
                return back;
            }
        );
        Assert.EndsWith("not=elsewhere", end);
        Assert.False(await scene.Browser.IsIn());
    }

    [Fact]
    public async Task Both_the_way_and_what_it_gives_end_after_five_minutes()
    {
        await using var scene = await Scene.Set();
        var end = await Follow(
            scene.Browser,
            ForPasskey,
            back =>
            {
                scene.World.Clock.Move(ProveByProvider.Lifetime + TimeSpan.FromSeconds(1));
                scene.SignsIn();
                return Task.FromResult(back);
            }
        );
        Assert.EndsWith("not=late", end);
        Assert.Contains("more than five minutes ago", await Says(scene.Browser, end), StringComparison.Ordinal);
        Assert.False(await MayMakeOne(scene.Browser));

        await Follow(scene.Browser, ForPasskey);
        scene.World.Clock.Move(ProveByProvider.Lifetime + TimeSpan.FromSeconds(1));
        Assert.False(await MayMakeOne(scene.Browser));
    }

    [Fact]
    public async Task It_counts_for_the_act_that_asked_and_for_no_other()
    {
        await using var scene = await Scene.Set();
        var browser = scene.Browser;
        scene.SignsIn();
        await Follow(browser, "/sign-in/provider/again?for=second-step-on");
        await SecondStepTests.SetUp(scene.World, browser, password: null);
        await Follow(browser, ForPasskey);
        foreach (var form in (string[])["papers", "off"])
            Assert.Contains(
                First,
                await Says(await browser.PostForm("/second-step", form, [])),
                StringComparison.Ordinal
            );

        Assert.Equal("/second-step", await Follow(browser, "/sign-in/provider/again?for=new-papers"));
        var papers = await (await browser.PostForm("/second-step", "papers", [])).Html();
        Assert.Equal(10, papers.QuerySelectorAll("li code").Length);
        await Follow(browser, "/sign-in/provider/again?for=second-step-off");
        var off = await browser.PostForm("/second-step", "off", []);
        Assert.EndsWith("/second-step?done=off", off.Headers.Location!.ToString());

        // Of two passkeys it is the one that was asked for.
        Assert.True(await MayMakeOne(browser));
        List<Device> devices = [];
        for (var i = 0; i < 2; i++)
        {
            await Follow(browser, ForPasskey);
            var (begun, device) = (await PasskeyForms.Begin(browser, password: null), new Device());
            await PasskeyForms.Make(browser, begun, device.Makes(begun.Options!));
            devices.Add(device);
        }
        var id = Passkey.Named(devices[0].Id);
        var link = (await browser.Page($"/passkeys?remove={id}")).QuerySelector("a[href*='/again']")!;
        Assert.Equal($"/passkeys?remove={id}", await Follow(browser, link.GetAttribute("href")!));
        Assert.Contains(
            First,
            await Says(await PasskeyForms.Remove(browser, devices[1], [])),
            StringComparison.Ordinal
        );
        var removed = await PasskeyForms.Remove(browser, devices[0], []);
        Assert.EndsWith("/passkeys?done=removed", removed.Headers.Location!.ToString());

        foreach (var nothing in (string[])["", "?for=all", "?for=remove-passkey", "?for=new-passkey2"])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.GetAsync($"/sign-in/provider/again{nothing}")).StatusCode
            );
    }

    [Fact]
    public async Task A_second_step_is_set_up_by_it_and_a_wrong_code_does_not_use_it_up()
    {
        await using var scene = await Scene.Set();
        var browser = scene.Browser;
        scene.SignsIn();
        var phone = await SecondStepTests.Reads(scene.World, browser);
        Task<HttpResponseMessage> On(string code) => SecondStepTests.TurnOn(browser, code, password: null);
        Assert.Contains(First, await Says(await On(phone.Shows)), StringComparison.Ordinal);
        Assert.Equal("/second-step", await Follow(browser, "/sign-in/provider/again?for=second-step-on"));
        Assert.Contains("no code of this key", await Says(await On("000000")), StringComparison.Ordinal);
        Assert.Equal(10, (await (await On(phone.Shows)).Html()).QuerySelectorAll("li code").Length);
    }

    [Fact]
    public async Task A_first_password_needs_it_and_then_takes_its_place()
    {
        await using var scene = await Scene.Set();
        var (browser, other) = (scene.Browser, scene.World.Visitor());
        scene.SignsIn();
        await Come(other);
        Dictionary<string, string> asked = new() { ["Set.New"] = "a lamp on the stairs" };
        Assert.Contains(First, await Says(await browser.PostForm("/me", "first-password", asked)));
        Assert.Equal("/me", await Follow(browser, "/sign-in/provider/again?for=first-password"));
        // One that is refused leaves the proof as it was.
        Dictionary<string, string> known = new() { ["Set.New"] = "passwordpassword" };
        Assert.Contains(
            "You have just signed in",
            await Says(await browser.PostForm("/me", "first-password", known)),
            StringComparison.Ordinal
        );
        var set = await browser.PostForm("/me", "first-password", asked);
        Assert.EndsWith("/me?done=first-password", set.Headers.Location!.ToString());
        Assert.True(await browser.IsIn());
        Assert.False(await other.IsIn());
        var byPassword = scene.World.Visitor();
        await byPassword.SignIn("noa@harbor.example", "a lamp on the stairs");
        Assert.True(await byPassword.IsIn());
        // From now on the password is what is asked for, whoever signs in at the provider.
        Assert.Null((await browser.Page("/passkeys")).QuerySelector("a[href*='/again']"));
        await Follow(browser, ForPasskey);
        var begun = await PasskeyForms.Begin(browser, password: null);
        Assert.Null(begun.Options);
        Assert.Contains("Give your present password", begun.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_passkey_is_the_second_step_one_step_at_the_provider_is_not_enough()
    {
        await using var scene = await Scene.Set();
        scene.SignsIn();
        await Follow(scene.Browser, ForPasskey);
        var (begun, device) = (await PasskeyForms.Begin(scene.Browser, password: null), new Device());
        await PasskeyForms.Make(scene.Browser, begun, device.Makes(begun.Options!));
        await scene.World.As(
            scene.Maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Workspaces.ExecuteUpdateAsync(set => set.SetProperty(w => w.DemandsSecondStep, true))
        );
        var browser = scene.World.Visitor();
        await Come(browser);
        Assert.False(await browser.IsIn());
        var remove = $"/sign-in/provider/again?for=remove-passkey&of={Passkey.Named(device.Id)}";
        await Follow(browser, remove);
        Assert.Contains(
            "by one step changes nothing here",
            await Says(await PasskeyForms.Remove(browser, device, [])),
            StringComparison.Ordinal
        );
        scene.Provider.Claims["amr"] = new JsonArray("mfa");
        await Follow(browser, remove);
        var removed = await PasskeyForms.Remove(browser, device, []);
        Assert.EndsWith("/passkeys?done=removed", removed.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_is_declined_or_lied_leads_back_to_the_form_and_signs_nobody_out()
    {
        await using var scene = await Scene.Set();
        scene.SignsIn();
        var end = await Follow(
            scene.Browser,
            ForPasskey,
            back => Task.FromResult(back.Replace("?code=", "?error=access_denied&was=", StringComparison.Ordinal))
        );
        Assert.Equal("/passkeys?for=new-passkey&not=failed", end);
        Assert.Contains("was not finished", await Says(scene.Browser, end), StringComparison.Ordinal);
        scene.Provider.Lies = (head, _) => head["typ"] = "forged";
        Assert.Equal("/passkeys?for=new-passkey&not=failed", await Follow(scene.Browser, ForPasskey));
        Assert.False(await MayMakeOne(scene.Browser));
        Assert.True(await scene.Browser.IsIn());
        await scene.Provider.DisposeAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await scene.World.Visitor().GetAsync(ForPasskey)).StatusCode);
    }

    [Fact]
    public async Task Where_the_provider_is_the_only_way_an_old_password_proves_and_so_does_signing_in_again()
    {
        await using var scene = await Scene.Set("--Heed:OpenIdOnly=true");
        Assert.Null((await scene.Browser.Page("/me")).QuerySelector("[name='Set.New']"));
        scene.Provider.Claims = Of("maya-1", scene.Maya.Email);
        scene.SignsIn();
        var browser = scene.World.Visitor();
        await Come(browser);
        Assert.NotNull((await PasskeyForms.Begin(browser)).Options);
        Assert.Contains("Or sign in with Harbor ID once more", await Says(browser, "/passkeys"));
        await Follow(browser, ForPasskey);
        Assert.NotNull((await PasskeyForms.Begin(browser, password: null)).Options);
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Heed.Tests.Storage;

namespace Heed.Tests.Attacks;

/// <summary>Rows S1 to S4 and S7: who comes in, and how long what let them in goes on opening.</summary>
[Collection(AttackWalk.Name)]
public sealed partial class WaysInAttacks(OneAttacked one)
{
    const string Other = "a boat behind the harbor wall";

    [GeneratedRegex("Sign in as (?<email>[^ ]+) with the password “(?<password>[^”]+)”")]
    private static partial Regex Published();

    /// <summary>S1.</summary>
    [Fact]
    [OnOneDatabase("what a command prints; that the sample's people go is tested on both by RemoveSampleTests")]
    public async Task The_published_password_opens_nothing_once_the_sample_is_removed()
    {
        await using var heed = await Attacked.Begin("demo");
        var published = Published();
        await Errands.Until(() => Task.FromResult(heed.Process.Output.Any(published.IsMatch)));
        var said = published.Match(heed.Process.Output.First(published.IsMatch));
        var (email, password) = (said.Groups["email"].Value, said.Groups["password"].Value);
        var maya = heed.Visitor().Browser;
        await maya.SignIn(email, password);
        Assert.True(await maya.IsIn(), "The sample does not open.");
        var form = await maya.Page("/settings/sample");
        // Earlier versions ask for the organisation alone.
        Dictionary<string, string> asked = new()
        {
            ["Asked.Organisation"] = "Boat House",
            ["Asked.Name"] = "Noor",
            ["Asked.Email"] = "noor@boat.example",
            ["Asked.Password"] = Attacked.Password,
        };
        foreach (var name in asked.Keys.Where(name => form.QuerySelector($"[name='{name}']") is null).ToList())
            asked.Remove(name);
        using var removed = await maya.PostForm("/settings/sample", "remove-sample", asked);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains(
            "Boat House",
            (await maya.Page("/workspace")).DocumentElement.OuterHtml,
            StringComparison.Ordinal
        );

        var stranger = heed.Visitor().Browser;
        using var tried = await stranger.SignIn(email, password);
        Assert.False(
            await stranger.IsIn(),
            $"{email} with the published password was answered {(int)tried.StatusCode} and is in “Boat House”."
        );
    }

    /// <summary>S2.</summary>
    [Fact]
    public async Task However_the_path_is_written_a_token_may_what_it_may()
    {
        var (heed, holes) = (one.Heed, new Holes());
        var maya = await heed.Colleague("Mara", "Admin");
        var ben = await heed.Colleague("Ben", "Contributor");
        var (reads, left) = (await maya.TakeToken(mayWrite: false), ben.Token);
        Assert.Equal(200, (await maya.Send("GET", "/api/v1/me", token: reads)).Status);
        Assert.Equal(403, (await maya.Send("POST", "/api/v1/teams", new { name = "By a reader" }, reads)).Status);
        await maya.Do("POST", $"/api/v1/members/{ben.Id}/deactivation");
        Assert.Equal(401, (await maya.Send("GET", "/api/v1/me", token: left)).Status);

        foreach (var root in (string[])["/API/v1", "/Api/V1", "/api/V1"])
        {
            var name = $"By a reader, {root}";
            var wrote = await maya.Send("POST", $"{root}/teams", new { name }, reads);
            holes.If(wrote.IsGiven, $"A token that only reads, beside a session, wrote to {root}/teams: {wrote}");
            var beside = await maya.Send("GET", $"{root}/me", token: left);
            holes.If(beside.IsGiven, $"The token of a deactivated member beside another session, {root}/me: {beside}");
            var alone = await heed.Visitor().Send("GET", $"{root}/me", token: maya.Token);
            holes.If(alone.Status >= 500, $"A token alone, {root}/me: {alone}");
        }
        holes.None();
    }

    /// <summary>S3.</summary>
    [Fact]
    public async Task What_an_administrator_made_who_was_deactivated_since_opens_nothing()
    {
        var (heed, holes) = (one.Heed, new Holes());
        var ada = await heed.Colleague("Ada", "Admin");
        var ben = await heed.Colleague("Ben", "Contributor");
        var id = ben.Id;
        async Task<(Caller Who, string Link)> Invited()
        {
            var guest = heed.Visitor();
            guest.Email = Attacked.NewAddress("noor");
            var made = await ada.Do("POST", "/api/v1/invitations", new { email = guest.Email, role = "Admin" });
            return (guest, made.Text("link"));
        }
        async Task<string> Offered() =>
            (await ada.DoOne("POST", $"/api/v1/members/{id}/password-link", $"/api/v1/members/{id}/new-password")).Text(
                "link"
            );
        var (welcome, open) = await Invited();
        Assert.True(await welcome.Join(open, "Noor"));
        Assert.True(await heed.Visitor().SetPassword(await Offered(), Attacked.Password));

        var (guest, invitation) = await Invited();
        var link = await Offered();
        await heed.Maya.Do("POST", $"/api/v1/members/{ada.Id}/deactivation");
        Assert.Equal(401, (await ada.Call("GET", "/api/v1/me")).Status);
        holes.If(
            await guest.Join(invitation, "Noor"),
            "The invitation of a deactivated administrator made an administrator."
        );
        var thief = heed.Visitor();
        holes.If(await thief.SetPassword(link, Other), "The link of a deactivated administrator set a new password.");
        await thief.Browser.SignIn(ben.Email, Other);
        holes.If(await thief.Browser.IsIn(), "With it somebody is in as Ben.");
        holes.None();
    }

    /// <summary>S4.</summary>
    [Fact]
    public async Task A_new_password_and_signing_out_end_what_was_open()
    {
        var (heed, holes) = (one.Heed, new Holes());
        var ben = await heed.Colleague("Ben", "Contributor");
        var id = ben.Id;
        async Task<bool> Opens(string token) => (await heed.Visitor().Send("GET", "/api/v1/me", token: token)).IsGiven;

        var first = ben.Token;
        Assert.True(await Opens(first));
        using var changed = await ben.Browser.PostForm(
            "/me",
            "password",
            new() { ["Asked.Present"] = Attacked.Password, ["Asked.New"] = Other }
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        holes.If(await Opens(first), "A token outlives a change of the password.");

        var browser = heed.Visitor();
        await browser.Browser.SignIn(ben.Email, Other);
        browser.Email = ben.Email;
        var second = await browser.TakeToken();
        Assert.True(await Opens(second));
        var offered = await heed.Maya.DoOne(
            "POST",
            $"/api/v1/members/{id}/password-link",
            $"/api/v1/members/{id}/new-password"
        );
        Assert.True(await heed.Visitor().SetPassword(offered.Text("link"), Attacked.Password));
        holes.If(await Opens(second), "A token outlives a password that was set by a link.");

        var here = heed.Visitor().Browser;
        using var signedIn = await here.SignIn(ben.Email, Attacked.Password);
        var kept = signedIn.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).ToList();
        using var copy = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        copy.BaseAddress = heed.Address;
        copy.DefaultRequestHeaders.Add("Cookie", string.Join("; ", kept));
        Assert.True(await copy.IsIn());
        using var leaves = await here.PostForm("/sign-out", "sign-out", []);
        Assert.False(await here.IsIn());
        holes.If(await copy.IsIn(), "A kept cookie opens after signing out.");

        var (mine, elsewhere) = (heed.Visitor().Browser, heed.Visitor().Browser);
        await mine.SignIn(ben.Email, Attacked.Password);
        await elsewhere.SignIn(ben.Email, Attacked.Password);
        Assert.True(await elsewhere.IsIn());
        var ends = (await mine.Page("/me")).QuerySelector("input[name=_handler][value=end-others]") is not null;
        if (ends)
            await mine.PostForm("/me", "end-others", []);
        holes.If(
            !ends || await elsewhere.IsIn(),
            ends ? "Signed out everywhere, another browser is still in." : "Nowhere can one sign out everywhere."
        );
        holes.None();
    }

    /// <summary>S7: the clock of an attacker shows what the process computes, so that is measured: it is the same on a busy machine.</summary>
    [Fact]
    public async Task A_burst_at_the_door_does_not_tell_who_is_here()
    {
        var heed = one.Heed;
        var ben = await heed.Colleague("Ben", "Contributor");
        for (var i = 0; i < 5; i++)
            await heed.Visitor().Browser.SignIn(ben.Email, "wrong");
        var right = heed.Visitor().Browser;
        await right.SignIn(ben.Email, Attacked.Password);
        Assert.False(await right.IsIn(), "The address does not rest after five wrong tries.");

        await Burst(ben.Email);
        var (known, unknown) = (await Burst(ben.Email), await Burst("nobody@harbor.example"));
        Assert.True(
            known / unknown is > 0.5 and < 2,
            $"Twelve tries at an address that is known and rests took {known.TotalMilliseconds:0} ms of work, twelve at one that nobody has {unknown.TotalMilliseconds:0}."
        );

        async Task<TimeSpan> Burst(string email)
        {
            var tries = await Task.WhenAll(
                Enumerable
                    .Range(0, 12)
                    .Select(_ =>
                        heed.Visitor()
                            .Browser.Drawn(
                                "/sign-in",
                                "sign-in",
                                new() { ["Asked.Email"] = email, ["Asked.Password"] = "wrong" }
                            )
                    )
            );
            var before = heed.Process.Computed;
            await Task.WhenAll(tries.Select(send => send()));
            return heed.Process.Computed - before;
        }
    }
}

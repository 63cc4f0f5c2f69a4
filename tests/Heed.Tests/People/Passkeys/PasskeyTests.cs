using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>A device in the place of the password.</summary>
public sealed class PasskeyTests
{
    /// <summary>People come to it by a name, as passkeys want it.</summary>
    static Task<World> Named() => World.Start(null, $"--Heed:PublicUrl={Device.Place}");

    static async Task<string> Says(HttpResponseMessage answer) => (await answer.Html()).Body!.TextContent;

    static async Task<bool> IsIn(HttpClient browser) => (await browser.GetAsync("/me")).StatusCode == HttpStatusCode.OK;

    static Task<string> Asks(HttpClient browser) => browser.GetStringAsync("/sign-in/passkey");

    /// <summary>Sends what a device says as its script would: the field is a hidden one of the form.</summary>
    static Task<HttpResponseMessage> SignIn(HttpClient browser, string answer) =>
        browser.PostForm("/sign-in", "passkey", new() { ["ByPasskey.Answer"] = answer });

    static async Task<HttpResponseMessage> SignIn(HttpClient browser, Device device) =>
        await SignIn(browser, device.Shows(await Asks(browser)));

    static async Task<Begun> Begin(HttpClient browser, string password = Cast.Password)
    {
        var answer = await browser.PostForm(
            "/passkeys",
            "add",
            new() { ["Asked.Name"] = "Laptop", ["Asked.Present"] = password }
        );
        var page = await answer.Html();
        return new(page, page.QuerySelector("[data-make]")?.GetAttribute("data-make"));
    }

    sealed record Begun(IHtmlDocument Page, string? Options);

    static async Task<HttpResponseMessage> Make(HttpClient browser, Begun begun, string answer)
    {
        var form = begun.Page.Forms.Single(f => f.QuerySelector("[data-answer]") is not null);
        var filled = Forms.Filled(form);
        filled["Made.Answer"] = answer;
        // Not the same form sent twice, which leads to where the first led.
        filled[FormKey.Field] = FormKey.New();
        return await browser.PostAsync("/passkeys", new FormUrlEncodedContent(filled));
    }

    static async Task<Device> Add(HttpClient browser, Device? device = null)
    {
        device ??= new();
        var begun = await Begin(browser);
        var answer = await Make(browser, begun, device.Makes(begun.Options!));
        Assert.EndsWith("/passkeys?done=added", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        return device;
    }

    static Task<HttpResponseMessage> Remove(HttpClient browser, Device device, Dictionary<string, string> proof) =>
        browser.PostForm($"/passkeys?remove={Passkey.Named(device.Id)}", "remove", proof);

    [Fact]
    public async Task A_passkey_is_added_signs_in_alone_and_is_removed_with_the_password()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var (here, elsewhere) = (await maya.Browser(), await maya.Browser());
        Assert.Contains(
            "not your present password",
            (await Begin(here, "wrong")).Page.Body!.TextContent,
            StringComparison.Ordinal
        );
        var device = await Add(here);
        Assert.True(await IsIn(here));
        Assert.False(await IsIn(elsewhere));
        Assert.Contains("not used yet", (await here.Page("/passkeys")).Body!.TextContent, StringComparison.Ordinal);

        var browser = world.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, device)).StatusCode);
        Assert.True(await IsIn(browser));
        var page = (await browser.Page("/passkeys")).Body!.TextContent;
        Assert.Contains("Laptop", page, StringComparison.Ordinal);
        Assert.Contains("last used", page, StringComparison.Ordinal);

        var refused = await Remove(here, device, new() { ["Ending.Present"] = "wrong" });
        Assert.Contains("not your present password", await Says(refused), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Remove(here, device, new() { ["Ending.Present"] = Cast.Password })).StatusCode
        );
        Assert.False(await IsIn(browser));
        Assert.Contains(
            "opens nothing here",
            await Says(await SignIn(world.Visitor(), device)),
            StringComparison.Ordinal
        );
        var entries = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Entries.Select(e => e.Sentence).ToListAsync()
        );
        Assert.Contains("Maya added a passkey.", entries);
        Assert.Contains("Maya removed a passkey.", entries);
    }

    [Fact]
    public async Task A_passkey_removes_another_and_one_of_somebody_else_does_not()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var (hers, his) = (await maya.Browser(), await ben.Browser());
        var (first, second, other) = (await Add(hers), await Add(hers), await Add(his));
        var refused = await Remove(hers, first, new() { ["Ending.Answer"] = other.Shows(await Asks(hers)) });
        Assert.Contains("not one of yours", await Says(refused), StringComparison.Ordinal);
        var missing = await world.As(
            maya,
            s =>
                s.GetRequiredService<ChangePasskeys>()
                    .Remove(Passkey.Named(other.Id), new() { Present = Cast.Password }, default)
        );
        Assert.True(missing.Refused(out var refusal) && refusal.Status == 404);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Remove(hers, first, new() { ["Ending.Answer"] = second.Shows(await Asks(hers)) })).StatusCode
        );
        Assert.Single(await world.As(maya, s => s.GetRequiredService<ReadPasskeys>().Mine(default)));
    }

    [Fact]
    public async Task What_was_signed_for_another_place_challenge_or_person_opens_nothing()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var (device, other) = (await Add(await maya.Browser()), await Add(await ben.Browser()));
        Dictionary<string, Func<string, string>> lies = new()
        {
            ["another site"] = asked => With(device.Copy(), d => d.Origin = "http://localhost.example:5000", asked),
            ["another port"] = asked => With(device.Copy(), d => d.Origin = "http://localhost:5001", asked),
            ["not unlocked"] = asked => With(device.Copy(), d => d.Unlocks = false, asked),
            ["another challenge"] = asked => device.Shows(asked, challenge: "aGVsbG8gaGVsbG8gaGVsbG8gaGVsbG8gaGVsbG8"),
            ["somebody else's name"] = asked =>
                device.Shows(asked, user: System.Text.Encoding.UTF8.GetBytes(ben.Member.PersonId.ToString())),
            ["somebody else's key"] = asked =>
                new Device { Id = device.Id }.Shows(
                    asked,
                    user: System.Text.Encoding.UTF8.GetBytes(maya.Member.PersonId.ToString())
                ),
            ["another kind of answer"] = asked =>
                device.Shows(asked).Replace("public-key", "password", StringComparison.Ordinal),
            ["no answer"] = _ => "{}",
            ["no JSON"] = _ => "hello",
        };
        foreach (var (what, lie) in lies)
        {
            var browser = world.Visitor();
            var answer = await SignIn(browser, lie(await Asks(browser)));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{what} was let in.");
            Assert.Contains("opens nothing here", await Says(answer), StringComparison.Ordinal);
            Assert.False(await IsIn(browser));
        }
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(world.Visitor(), device)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(world.Visitor(), other)).StatusCode);

        static string With(Device device, Action<Device> alter, string asked)
        {
            // The copy knows whose it is.
            alter(device);
            return device.Shows(asked);
        }
    }

    [Fact]
    public async Task An_answer_is_good_once_for_five_minutes_and_in_the_browser_that_asked()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var device = await Add(await maya.Browser());
        // A browser that keeps what it was told to forget.
        var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = world.Address,
        };
        var asked = await thief.GetAsync("/sign-in/passkey");
        var answer = device.Shows(await asked.Content.ReadAsStringAsync());
        var page = await thief.GetAsync("/sign-in");
        var form = (await page.Html()).Forms.Single(f => f.QuerySelector("[data-answer]") is not null);
        var filled = Forms.Filled(form);
        filled["ByPasskey.Answer"] = answer;
        var cookies = string.Join(
            "; ",
            asked
                .Headers.GetValues("Set-Cookie")
                .Concat(page.Headers.GetValues("Set-Cookie"))
                .Select(c => c.Split(';')[0])
        );
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send()));
        Assert.Equal(1, sent.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        Assert.Contains("opens nothing here", await Says(await Send()), StringComparison.Ordinal);

        var browser = world.Visitor();
        answer = device.Shows(await Asks(browser));
        Assert.Contains(
            "in another browser",
            await Says(await SignIn(world.Visitor(), answer)),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Contains(
            "more than five minutes ago",
            await Says(await SignIn(browser, answer)),
            StringComparison.Ordinal
        );

        async Task<HttpResponseMessage> Send()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
            {
                Content = new FormUrlEncodedContent(filled),
            };
            request.Headers.Add("Cookie", cookies);
            return await thief.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_device_whose_counter_goes_back_is_a_copy_and_opens_nothing()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var device = await Add(await maya.Browser(), new() { Counter = 5 });
        var copy = device.Copy();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(world.Visitor(), device)).StatusCode);
        Assert.Contains("or copied", await Says(await SignIn(world.Visitor(), copy)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(world.Visitor(), device)).StatusCode);
    }

    [Fact]
    public async Task A_passkey_is_made_only_for_whoever_asked_in_the_session_that_asked_and_once()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var (hers, his) = (await maya.Browser(), await ben.Browser());
        var begun = await Begin(hers);
        var device = new Device();
        var made = device.Makes(begun.Options!);
        // What shows a passkey makes none.
        await Asks(his);
        var foreign = await Make(his, await Begin(his), made);
        Assert.Contains("not made for here", await Says(foreign), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Make(hers, begun, made)).StatusCode);
        Assert.Contains("Begin again", await Says(await Make(hers, begun, made)), StringComparison.Ordinal);
        Assert.Contains(
            "is here already",
            await Says(await Make(his, await Begin(his), made)),
            StringComparison.Ordinal
        );
        var locked = await Begin(his);
        Assert.Contains(
            "not made for here",
            await Says(await Make(his, locked, new Device { Unlocks = false }.Makes(locked.Options!))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "needs a browser with scripts",
            await Says(await Make(his, await Begin(his), "")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_passkey_is_the_second_step_that_a_workspace_asks_for_and_the_password_alone_is_not()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var (admin, member) = (await maya.Browser(), await ben.Browser());
        await Add(admin);
        Dictionary<string, string> demand = new() { ["Asked.DemandsSecondStep"] = "true" };
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostForm("/workspace", "workspace", demand)).StatusCode);
        Assert.True(await IsIn(admin));
        Assert.False(await IsIn(member));
        var device = await Add(member);
        Assert.True(await IsIn(member));

        var browser = await ben.Browser();
        Assert.False(await IsIn(browser));
        var key = (await browser.Page("/second-step"))
            .QuerySelector("li code")!
            .TextContent.Replace(" ", "", StringComparison.Ordinal);
        var code = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(key)).ComputeTotp(
            DateTime.UnixEpoch.AddSeconds(world.Clock.GetUtcNow().ToUnixTimeSeconds())
        );
        Assert.Contains(
            "Your passkey is your second step",
            await Says(await browser.PostForm("/second-step", "on", new() { ["Asked.Code"] = code })),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "the password alone changes nothing",
            (await Begin(browser)).Page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "the password alone changes nothing",
            await Says(await Remove(browser, device, new() { ["Ending.Present"] = Cast.Password })),
            StringComparison.Ordinal
        );
        await SignIn(browser, device);
        Assert.True(await IsIn(browser));

        // Without its last passkey a browser has shown the password alone.
        await Remove(browser, device, new() { ["Ending.Present"] = Cast.Password });
        Assert.False(await IsIn(browser));
    }

    [Fact]
    public async Task With_an_app_beside_it_a_passkey_passes_and_the_password_asks_for_the_code()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var here = await maya.Browser();
        var device = await Add(here);
        await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                return await db.Users.ExecuteUpdateAsync(set => set.SetProperty(p => p.TwoFactorEnabled, true));
            }
        );
        var browser = world.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, device)).StatusCode);
        Assert.True(await IsIn(browser));
        var byPassword = await world
            .Visitor()
            .PostForm(
                "/sign-in",
                "sign-in",
                new() { ["Asked.Email"] = maya.Email, ["Asked.Password"] = Cast.Password }
            );
        Assert.EndsWith("/sign-in/code", byPassword.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ends_passkeys_is_their_removal_an_administrator_and_being_forgotten()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var admin = await maya.Browser();
        var browser = await ben.Browser();
        var device = await Add(browser);

        // A new password ends browsers, and is said to leave passkeys.
        await browser.PostForm(
            "/me",
            "password",
            new() { ["Asked.Present"] = Cast.Password, ["Asked.New"] = "a lamp on the stairs" }
        );
        browser = world.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, device)).StatusCode);

        await admin.PostForm($"/members/{ben.Member.Id}", "deactivate", []);
        Assert.False(await IsIn(browser));
        Assert.Contains(
            "opens nothing here",
            await Says(await SignIn(world.Visitor(), device)),
            StringComparison.Ordinal
        );
        await admin.PostForm($"/members/{ben.Member.Id}", "reactivate", []);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, device)).StatusCode);

        var refused = await world.As(
            ben,
            s => s.GetRequiredService<ChangePasskeys>().TakeAwayFrom(maya.Member.Id, default)
        );
        Assert.True(refused.Refused(out var refusal) && refusal.Status == 403);
        await admin.PostForm($"/members/{ben.Member.Id}", "passkeys", []);
        Assert.False(await IsIn(browser));
        Assert.Contains("opens nothing here", await Says(await SignIn(browser, device)), StringComparison.Ordinal);

        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var third = await Add(await cleo.Browser());
        await maya.Do<ForgetMember, Done>(forget => forget.Run(cleo.Member.Id, default));
        Assert.Contains(
            "opens nothing here",
            await Says(await SignIn(world.Visitor(), third)),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await world.As(maya, s => s.GetRequiredService<HeedDb>().UserPasskeys.CountAsync()));
    }

    [Fact]
    public async Task A_backup_brings_a_passkey_back()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var device = await Add(await maya.Browser());
        await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                await db.Database.OpenConnectionAsync();
                var connection = db.Database.GetDbConnection();
                var table = BackupTable.Of(await Schema.StepOf(db, default)).Single(t => t.Name == "Passkeys");
                List<byte[]> rows = [];
                await foreach (var row in table.Read(connection, default))
                    rows.Add(row);
                await db.UserPasskeys.ExecuteDeleteAsync();
                var insert = table.Insert(connection);
                table.Fill(insert, Assert.Single(rows));
                return await insert.ExecuteNonQueryAsync();
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(world.Visitor(), device)).StatusCode);
    }

    [Fact]
    public async Task Where_no_browser_has_passkeys_the_page_says_what_they_need()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var page = await (await maya.Browser()).Page("/passkeys");
        Assert.Contains(
            "Passkeys need an address with a name and TLS",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null((await world.Visitor().Page("/sign-in")).QuerySelector("[data-passkey]"));

        await using var named = await Named();
        var shown = (await named.Visitor().Page("/sign-in")).QuerySelector("[data-passkey]")!;
        Assert.Contains("needs scripts", shown.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("button")!.Closest("[hidden]"));
        var asked = await named.Visitor().GetAsync("/sign-in/passkey");
        Assert.True(asked.Headers.CacheControl!.NoStore);
        Assert.Equal("required", (string?)JsonNode.Parse(await asked.Content.ReadAsStringAsync())!["userVerification"]);
        var cookie = Assert.Single(asked.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://heed.example.org", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://heed.example.org", false)]
    [InlineData("https://10.0.0.7", false)]
    [InlineData("http://127.0.0.1:5000", false)]
    public void Passkeys_are_for_a_name_with_TLS_or_for_the_machine_itself(string address, bool takes) =>
        Assert.Equal(takes, new Settings { PublicUrl = address }.TakesPasskeys());
}

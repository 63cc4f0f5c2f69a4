using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.People.PasskeyForms;

namespace Heed.Tests.People;

/// <summary>How a passkey is made, whose second step it is, and what ends it.</summary>
public sealed class ChangePasskeysTests
{
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
        Assert.True(await admin.IsIn());
        Assert.False(await member.IsIn());
        var device = await Add(member);
        Assert.True(await member.IsIn());

        var browser = await ben.Browser();
        Assert.False(await browser.IsIn());
        var phone = await SecondStepTests.Reads(world, browser);
        Assert.Contains(
            "the password alone changes nothing",
            await Says(await SecondStepTests.TurnOn(browser, phone.Shows, Cast.Password)),
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
        await browser.ShowPasskey(device);
        Assert.True(await browser.IsIn());

        // Without its last passkey a browser has shown the password alone.
        await Remove(browser, device, new() { ["Ending.Present"] = Cast.Password });
        Assert.False(await browser.IsIn());
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
        Assert.Equal(HttpStatusCode.Redirect, (await browser.ShowPasskey(device)).StatusCode);
        Assert.True(await browser.IsIn());
        var byPassword = await world.Visitor().SignIn(maya.Email, Cast.Password);
        Assert.EndsWith("/sign-in/code", byPassword.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_proves_also_where_an_app_is_set_up_and_taken_away_and_codes_on_paper_are_made()
    {
        await using var world = await Named();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var (here, his) = (await maya.Browser(), await ben.Browser());
        var (hers, foreign) = (await Add(here), await Add(his));
        var phone = await SecondStepTests.Reads(world, here);
        Dictionary<string, string> By(string answer) =>
            new() { ["Asked.Code"] = phone.Shows, ["Asked.Answer"] = answer };
        Assert.Contains(
            "not one of yours",
            await Says(await here.PostForm("/second-step", "on", By(foreign.Shows(await Asks(here)))))
        );
        var on = await here.PostForm("/second-step", "on", By(hers.Shows(await Asks(here))));
        Assert.Equal(10, (await on.Html()).QuerySelectorAll("li code").Length);
        Task<HttpResponseMessage> Off(string answer) =>
            here.PostForm("/second-step", "off", new() { ["Ending.Answer"] = answer });
        Assert.Contains("not one of yours", await Says(await Off(foreign.Shows(await Asks(here)))));
        var made = await here.PostForm(
            "/second-step",
            "papers",
            new() { ["Present.Answer"] = hers.Shows(await Asks(here)) }
        );
        Assert.Equal(10, (await made.Html()).QuerySelectorAll("li code").Length);
        var off = await Off(hers.Shows(await Asks(here)));
        Assert.EndsWith("/second-step?done=off", off.Headers.Location!.ToString());
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
        Assert.Equal(HttpStatusCode.Redirect, (await browser.ShowPasskey(device)).StatusCode);

        await admin.PostForm($"/members/{ben.Member.Id}", "deactivate", []);
        Assert.False(await browser.IsIn());
        Assert.Contains(
            "opens nothing here",
            await Says(await world.Visitor().ShowPasskey(device)),
            StringComparison.Ordinal
        );
        await admin.PostForm($"/members/{ben.Member.Id}", "reactivate", []);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.ShowPasskey(device)).StatusCode);

        var refused = await world.As(
            ben,
            s => s.GetRequiredService<ChangePasskeys>().TakeAwayFrom(maya.Member.Id, default)
        );
        Assert.True(refused.Refused(out var refusal) && refusal.Status == 403);
        await admin.PostForm($"/members/{ben.Member.Id}", "passkeys", []);
        Assert.False(await browser.IsIn());
        Assert.Contains("opens nothing here", await Says(await browser.ShowPasskey(device)), StringComparison.Ordinal);

        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var third = await Add(await cleo.Browser());
        await maya.Do<ForgetMember, Done>(forget => forget.Run(cleo.Member.Id, default));
        Assert.Contains(
            "opens nothing here",
            await Says(await world.Visitor().ShowPasskey(third)),
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
        Assert.Equal(HttpStatusCode.Redirect, (await world.Visitor().ShowPasskey(device)).StatusCode);
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
        await named.Organisation("Harbor Coffee");
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

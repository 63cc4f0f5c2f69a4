using System.Net;
using AngleSharp.Dom;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Heed.Tests.People;

/// <summary>A code of the phone beside the password.</summary>
public sealed class SecondStepTests
{
    /// <summary>The app on somebody's phone.</summary>
    internal sealed class Phone(World world, string key)
    {
        readonly Totp _app = new(Base32Encoding.ToBytes(key));

        public string Shows =>
            _app.ComputeTotp(DateTime.UnixEpoch.AddSeconds(world.Clock.GetUtcNow().ToUnixTimeSeconds()));
    }

    internal static async Task<(Phone Phone, List<string> Papers)> SetUp(
        World world,
        HttpClient browser,
        string? password = Cast.Password
    )
    {
        var phone = await Reads(world, browser);
        var answer = await TurnOn(browser, phone.Shows, password);
        var papers = (await answer.Html()).QuerySelectorAll("li code").Select(c => c.TextContent).ToList();
        world.Clock.Move(TimeSpan.FromSeconds(30));
        return (phone, papers);
    }

    /// <summary>Lets an app read the key that is offered.</summary>
    internal static async Task<Phone> Reads(World world, HttpClient browser) =>
        new(
            world,
            (await browser.Page("/second-step"))
                .QuerySelector("li code")!
                .TextContent.Replace(" ", "", StringComparison.Ordinal)
        );

    /// <param name="password">Null where the form has no field for one.</param>
    internal static Task<HttpResponseMessage> TurnOn(HttpClient browser, string code, string? password)
    {
        Dictionary<string, string> asked = new() { ["Asked.Code"] = code };
        if (password is not null)
            asked["Asked.Present"] = password;
        return browser.PostForm("/second-step", "on", asked);
    }

    static async Task<HttpClient> Password(Cast cast)
    {
        var browser = cast.World.Visitor();
        var answer = await browser.SignIn(cast.Email, Cast.Password);
        Assert.EndsWith("/sign-in/code", answer.Headers.Location!.ToString());
        return browser;
    }

    static async Task<bool> Code(HttpClient browser, string code) =>
        (await browser.PostForm("/sign-in/code", "code", new() { ["Asked.Code"] = code })).StatusCode
        == HttpStatusCode.Redirect;

    [Fact]
    public async Task The_password_alone_opens_nothing_and_each_code_opens_once()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (here, elsewhere) = (await maya.Browser(), await maya.Browser());
        var (phone, papers) = await SetUp(world, here);
        Assert.Equal(10, papers.Distinct().Count());
        Assert.True(await here.IsIn());
        Assert.False(await elsewhere.IsIn());

        var browser = await Password(maya);
        Assert.False(await browser.IsIn());
        Assert.False(await Code(browser, "000000"));
        var code = phone.Shows;
        Assert.True(await Code(browser, $" {code[..3]} {code[3..]} "));
        Assert.True(await browser.IsIn());

        var again = await Password(maya);
        Assert.False(await Code(again, code));
        world.Clock.Move(TimeSpan.FromSeconds(30));
        Assert.True(await Code(again, phone.Shows));
    }

    [Fact]
    public async Task Of_many_who_give_the_same_code_at_once_one_gets_in()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (phone, papers) = await SetUp(world, await maya.Browser());
        foreach (var code in (string[])[phone.Shows, papers[0]])
        {
            List<HttpClient> browsers = [];
            for (var i = 0; i < 4; i++)
                browsers.Add(await Password(maya));
            var entered = await Task.WhenAll(browsers.Select(b => Code(b, code)));
            Assert.Equal(1, entered.Count(isIn => isIn));
            world.Clock.Move(TimeSpan.FromMinutes(6)); // The wrong tries rest.
        }
    }

    [Fact]
    public async Task A_code_on_paper_opens_once_and_new_ones_end_the_old()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var here = await maya.Browser();
        var (_, papers) = await SetUp(world, here);
        Assert.True(await Code(await Password(maya), papers[3].ToLowerInvariant()));
        Assert.False(await Code(await Password(maya), papers[3]));
        Assert.Contains(
            "9 codes on paper",
            (await here.Page("/second-step")).Body!.TextContent,
            StringComparison.Ordinal
        );

        await here.PostForm("/second-step", "papers", new() { ["Present.Present"] = Cast.Password });
        Assert.False(await Code(await Password(maya), papers[4]));
    }

    [Fact]
    public async Task Wrong_codes_are_counted_with_wrong_passwords()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (phone, _) = await SetUp(world, await maya.Browser());
        var browser = await Password(maya);
        for (var i = 0; i < 5; i++)
            Assert.False(await Code(browser, "000000"));
        Assert.False(await Code(browser, phone.Shows));
        // The rest is of the machine's clock.
        await world.As(
            maya,
            async s =>
            {
                var people = s.GetRequiredService<UserManager<Person>>();
                var person = (await people.FindByEmailAsync(maya.Email))!;
                return await people.SetLockoutEndDateAsync(person, null);
            }
        );
        Assert.True(await Code(browser, phone.Shows));
    }

    [Fact]
    public async Task The_door_stands_open_for_five_minutes_and_for_whoever_gave_the_password()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (phone, _) = await SetUp(world, await maya.Browser());
        Assert.Null((await world.Visitor().Page("/sign-in/code")).QuerySelector("form"));
        var browser = await Password(maya);
        world.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Null((await browser.Page("/sign-in/code")).QuerySelector("form"));
        Assert.True(await Code(await Password(maya), phone.Shows));
    }

    [Fact]
    public async Task Nothing_that_opens_the_door_stands_readable_in_the_database()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        var key = (await browser.Page("/second-step"))
            .QuerySelector("li code")!
            .TextContent.Replace(" ", "", StringComparison.Ordinal);
        var (_, papers) = await SetUp(world, browser);
        var kept = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().UserTokens.Select(t => t.Value).ToListAsync()
        );
        Assert.All(kept, value => Assert.DoesNotContain(key, value, StringComparison.OrdinalIgnoreCase));
        Assert.All(kept, value => Assert.DoesNotContain(papers[0], value, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(
            "<svg",
            (await (await (await world.Colleague(maya, "Ben", Role.Viewer)).Browser()).Page("/second-step"))
                .Body!
                .InnerHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_workspace_that_asks_everybody_for_it_opens_nothing_else_before()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var (admin, member) = (await maya.Browser(), await ben.Browser());
        Dictionary<string, string> demand = new() { ["Asked.DemandsSecondStep"] = "true" };
        Assert.Contains(
            "Set up your own second step first",
            (await (await admin.PostForm("/workspace", "workspace", demand)).Html()).Body!.TextContent,
            StringComparison.Ordinal
        );
        await SetUp(world, admin);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostForm("/workspace", "workspace", demand)).StatusCode);

        foreach (var path in (string[])["/", "/metrics", "/me", "/workspace/export.zip"])
        {
            var answer = await member.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/second-step", answer.Headers.Location!.ToString());
        }
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/sign-out")).StatusCode);
        await SetUp(world, member);
        Assert.True(await member.IsIn());
        Assert.DoesNotContain(
            "Turn it off",
            (await member.Page("/second-step")).Body!.TextContent,
            StringComparison.Ordinal
        );

        // And back.
        await admin.PostForm("/workspace", "workspace", new() { ["Asked.Name"] = "Harbor Coffee" });
        Assert.True(
            await world.As(maya, s => s.GetRequiredService<HeedDb>().Workspaces.AnyAsync(w => w.DemandsSecondStep))
        );
    }

    [Fact]
    public async Task Whoever_sits_at_an_open_browser_sets_no_second_step_up_for_its_owner()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (stolen, elsewhere) = (await maya.Browser(), await maya.Browser());
        var phone = await Reads(world, stolen);
        foreach (
            var (password, says) in ((string?, string)[])
                [(null, "Give your present password"), ("wrong", "This is not your present password")]
        )
        {
            var refused = await (await TurnOn(stolen, phone.Shows, password)).Html();
            Assert.Empty(refused.QuerySelectorAll("ul.num code"));
            Assert.Contains(says, refused.Body!.TextContent, StringComparison.Ordinal);
        }
        Assert.True(await elsewhere.IsIn());
        await maya.Browser(); // The password opens, as before.

        await SetUp(world, stolen);
        Assert.False(await elsewhere.IsIn());
        await Password(maya);
    }

    [Fact]
    public async Task Wrong_passwords_beside_a_right_code_are_counted_at_the_door()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var stolen = await maya.Browser();
        var phone = await Reads(world, stolen);
        for (var i = 0; i < 5; i++)
            await TurnOn(stolen, phone.Shows, "wrong");
        var right = await (await TurnOn(stolen, phone.Shows, Cast.Password)).Html();
        Assert.Empty(right.QuerySelectorAll("ul.num code"));
        var visitor = world.Visitor();
        await visitor.SignIn(maya.Email, Cast.Password);
        Assert.False(await visitor.IsIn());
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password_and_an_administrator_helps_who_lost_the_phone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var browser = await ben.Browser();
        await SetUp(world, browser);
        var refused = await browser.PostForm("/second-step", "off", new() { ["Ending.Present"] = "wrong" });
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        await Password(ben);

        var act = await world.As(
            ben,
            s => s.GetRequiredService<ChangeSecondStep>().TakeAwayFrom(maya.Member.Id, default)
        );
        Assert.True(act.Refused(out var refusal) && refusal.Status == 403);
        await (await maya.Browser()).PostForm($"/members/{ben.Member.Id}", "second-step", []);
        Assert.False(await browser.IsIn());
        browser = await ben.Browser();

        await SetUp(world, browser);
        await browser.PostForm("/second-step", "off", new() { ["Ending.Present"] = Cast.Password });
        await ben.Browser();
    }
}

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

/// <summary>A device in the place of the password: what it opens.</summary>
public sealed class PasskeyTests
{
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
        Assert.True(await here.IsIn());
        Assert.False(await elsewhere.IsIn());
        Assert.Contains("not used yet", (await here.Page("/passkeys")).Body!.TextContent, StringComparison.Ordinal);

        var browser = world.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.ShowPasskey(device)).StatusCode);
        Assert.True(await browser.IsIn());
        var page = (await browser.Page("/passkeys")).Body!.TextContent;
        Assert.Contains("Laptop", page, StringComparison.Ordinal);
        Assert.Contains("last used", page, StringComparison.Ordinal);

        var refused = await Remove(here, device, new() { ["Ending.Present"] = "wrong" });
        Assert.Contains("not your present password", await Says(refused), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Remove(here, device, new() { ["Ending.Present"] = Cast.Password })).StatusCode
        );
        Assert.False(await browser.IsIn());
        Assert.Contains(
            "opens nothing here",
            await Says(await world.Visitor().ShowPasskey(device)),
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
            var answer = await browser.ShowPasskey(lie(await Asks(browser)));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{what} was let in.");
            Assert.Contains("opens nothing here", await Says(answer), StringComparison.Ordinal);
            Assert.False(await browser.IsIn());
        }
        Assert.Equal(HttpStatusCode.Redirect, (await world.Visitor().ShowPasskey(device)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Visitor().ShowPasskey(other)).StatusCode);

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
            await Says(await world.Visitor().ShowPasskey(answer)),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Contains(
            "more than five minutes ago",
            await Says(await browser.ShowPasskey(answer)),
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
        Assert.Equal(HttpStatusCode.Redirect, (await world.Visitor().ShowPasskey(device)).StatusCode);
        Assert.Contains("or copied", await Says(await world.Visitor().ShowPasskey(copy)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Visitor().ShowPasskey(device)).StatusCode);
    }
}

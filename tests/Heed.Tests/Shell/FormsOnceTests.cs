using System.Net;
using System.Net.Http.Json;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Shell;

/// <summary>A double click, a retry, and many people at once.</summary>
public sealed class FormsOnceTests
{
    static Task<T> Ask<T>(Cast who, Func<HeedDb, Task<T>> ask) =>
        who.World.As(who, s => ask(s.GetRequiredService<HeedDb>()));

    [Fact]
    public async Task A_check_in_that_is_sent_twelve_times_at_once_is_one()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var send = await (await maya.Browser()).Drawn(
            $"/aim/check-in/{keyResult.Id}",
            "check-in",
            new() { ["Asked.Value"] = "71", ["Asked.Confidence"] = "7" }
        );
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => send()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        Assert.Equal(1, await Ask(maya, db => db.CheckIns.CountAsync()));
        Assert.Equal(1, await Ask(maya, db => db.Measurements.CountAsync(m => m.Value == 71)));

        // And a minute later, as when a tab is loaded again.
        Assert.Equal(HttpStatusCode.Redirect, (await send()).StatusCode);
        Assert.Equal(1, await Ask(maya, db => db.CheckIns.CountAsync()));
    }

    [Fact]
    public async Task What_names_a_new_thing_makes_it_once_and_every_answer_leads_to_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        (string Path, string Form, Dictionary<string, string> Typed, Func<HeedDb, Task<int>> Count)[] forms =
        [
            (
                "/teams/new",
                "team",
                new() { ["Asked.Name"] = "Delivery" },
                db => db.Teams.CountAsync(t => t.Name == "Delivery")
            ),
            (
                "/customers/new",
                "group",
                new() { ["Asked.Name"] = "Regulars", ["Asked.Kind"] = "External" },
                db => db.CustomerGroups.CountAsync(g => g.Name == "Regulars")
            ),
        ];
        foreach (var (path, form, typed, count) in forms)
        {
            var send = await browser.Drawn(path, form, typed);
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => send()));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
            Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
            Assert.Equal(1, await Ask(maya, count));
        }
    }

    [Fact]
    public async Task Who_goes_back_and_writes_something_else_does_something_else()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        var page = await browser.Page("/teams/new");
        var drawn = page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "team");
        var filled = Forms.Filled(drawn);
        foreach (var name in (string[])["", "Delivery", "Delivery", "Counter"])
        {
            filled["Asked.Name"] = name;
            var answer = await browser.PostAsync("/teams/new", new FormUrlEncodedContent(filled));
            Assert.Equal(name.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
        }
        Assert.Equal(
            ["Checkout", "Counter", "Delivery"],
            await Ask(maya, db => db.Teams.Select(t => t.Name).OrderBy(n => n).ToListAsync())
        );
    }

    /// <summary>Two servers over one database, as behind a proxy.</summary>
    static async Task<World> Beside(World world)
    {
        var settings = world.Services.GetRequiredService<Settings>();
        var beside = await World.On([$"--Heed:Data={settings.Data}", $"--Heed:Database={settings.Database}"]);
        beside.Clock.MoveTo(world.Clock.GetUtcNow());
        return beside;
    }

    [Fact]
    public async Task Forty_people_who_check_in_at_once_on_two_servers_are_all_heard()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        await using var beside = await Beside(world);
        List<Func<Task<HttpResponseMessage>>> forms = [];
        foreach (var server in (Cast[])[maya, maya with { World = beside }])
        {
            var browser = await server.Browser();
            for (var i = 0; i < 20; i++)
                forms.Add(
                    await browser.Drawn(
                        $"/aim/check-in/{keyResult.Id}",
                        "check-in",
                        new() { ["Asked.Value"] = $"{forms.Count + 50}", ["Asked.Confidence"] = "7" }
                    )
                );
        }
        var answers = await Task.WhenAll(forms.Select(send => send()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(40, await Ask(maya, db => db.CheckIns.CountAsync()));
    }

    [Fact]
    public async Task Of_many_programs_that_name_the_same_at_once_on_two_servers_one_does_and_the_others_are_told()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await using var beside = await Beside(world);
        HttpClient[] apis = [maya.Api(), (maya with { World = beside }).Api()];
        (string Path, object Body)[] calls =
        [
            ("/api/v1/teams", new { name = "Delivery" }),
            ("/api/v1/customer-groups", new { name = "Regulars", kind = "External" }),
            (
                "/api/v1/metrics",
                new
                {
                    name = "Reorders",
                    unit = "of 100",
                    wanted = "Up",
                    kind = "Behaviour",
                    timing = "Leading",
                    cadence = "Week",
                }
            ),
        ];
        foreach (var (path, body) in calls)
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 20).Select(i => apis[i % 2].PostAsJsonAsync(path, body))
            );
            var said = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
            Assert.True(
                answers.Count(a => a.StatusCode == HttpStatusCode.Created) == 1
                    && answers.Count(a => a.StatusCode == HttpStatusCode.Conflict) == 19,
                string.Join("\n", answers.Zip(said, (a, s) => $"{path} {(int)a.StatusCode} {s}"))
            );
        }
    }

    [Fact]
    public async Task An_address_has_one_open_invitation_however_many_are_made_at_once()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await using var beside = await Beside(world);
        HttpClient[] apis = [maya.Api(), (maya with { World = beside }).Api()];
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    apis[i % 2]
                        .PostAsJsonAsync("/api/v1/invitations", new { email = "noor@harbor.example", role = "Viewer" })
                )
        );
        Assert.All(answers, a => Assert.Contains((int)a.StatusCode, (int[])[201, 409]));
        Assert.Equal(
            1,
            await Ask(maya, db => db.Invitations.CountAsync(i => i.AcceptedAt == null && i.RevokedAt == null))
        );
    }
}

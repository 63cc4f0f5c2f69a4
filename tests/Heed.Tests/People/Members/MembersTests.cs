using System.Net;
using System.Net.Http.Json;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class MembersTests
{
    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var member = $"/api/v1/members/{cast.Member.Id}";
        foreach (
            var answer in new[]
            {
                await cast.Api().PutAsJsonAsync($"{member}/role", new { role = "Viewer" }),
                await cast.Api().PostAsync($"{member}/deactivation", null),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains(
                "the last administrator",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Administrators_who_demote_each_other_at_once_leave_one()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var all = new List<Cast> { maya };
        for (var i = 0; i < 4; i++)
            all.Add(await world.Colleague(maya, $"Admin{i}", Role.Admin));
        // Each has come in as an administrator before the first is demoted.
        var (inside, allIn) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await Task.WhenAll(
            all.Select(
                (who, at) =>
                    Task.Run(() =>
                        world.As(
                            who,
                            async s =>
                            {
                                var change = s.GetRequiredService<ChangeRole>();
                                if (Interlocked.Increment(ref inside) == all.Count)
                                    allIn.SetResult();
                                await allIn.Task;
                                var next = all[(at + 1) % all.Count].Member.Id;
                                return await change.Run(next, new RoleRequest { Role = Role.Viewer }, default);
                            }
                        )
                    )
            )
        );
        var left = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Members.CountAsync(m => m.Role == Role.Admin)
        );
        Assert.Equal(1, left);
    }

    [Fact]
    public async Task A_deactivated_member_is_out_at_the_next_request_of_page_and_token_and_comes_back()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var (browser, api, admin) = (await cleo.Browser(), cleo.Api(), await maya.Browser());
        Assert.True((await browser.GetAsync("/me")).IsSuccessStatusCode);

        await admin.PostForm($"/members/{cleo.Member.Id}", "deactivate", []);
        var page = await browser.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/sign-in", page.Headers.Location!.ToString());
        var call = await api.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, call.StatusCode);
        Assert.Contains("bearer token", await call.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await admin.PostForm($"/members/{cleo.Member.Id}", "reactivate", []);
        // What ended stays ended: the password lets in again, and tokens are made anew.
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/me")).StatusCode);
        Assert.True((await (await cleo.Browser()).GetAsync("/me")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_changed_role_counts_at_once_and_ends_the_sessions()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var browser = await cleo.Browser();
        await (await maya.Browser()).PostForm(
            $"/members/{cleo.Member.Id}",
            "role",
            new() { ["Asked.Role"] = "Viewer" }
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await cleo.Api()
                    .PostAsJsonAsync("/api/v1/customer-groups", new { name = "Regulars", kind = "External" })
            ).StatusCode
        );
        world.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task Only_administrators_see_addresses()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var vera = await world.Colleague(maya, "Vera", Role.Viewer);
        Assert.DoesNotContain(maya.Email, await vera.Api().GetStringAsync("/api/v1/members"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            maya.Email,
            await (await vera.Browser()).GetStringAsync("/members"),
            StringComparison.Ordinal
        );
        Assert.Contains(maya.Email, await maya.Api().GetStringAsync("/api/v1/members"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_goes_on_after_a_cursor_until_its_end()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 4; i++)
            await world.Colleague(maya, $"Colleague{i}", Role.Viewer);
        var names = await Lists.All(maya.Api(), "/api/v1/members", 2, m => m["name"]!.GetValue<string>());
        Assert.Equal(["Maya", "Colleague0", "Colleague1", "Colleague2", "Colleague3"], names);
    }

    [Fact]
    public async Task What_is_not_in_the_schema_is_not_stored()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        await cleo.Api()
            .PutAsJsonAsync(
                "/api/v1/me/name",
                new
                {
                    name = "Cleopatra",
                    role = "Admin",
                    workspaceId = Id<Workspace>.Random(),
                    deactivatedAt = "2035-01-01T00:00:00Z",
                }
            );
        var me = await cleo.Api().GetStringAsync("/api/v1/me");
        Assert.Contains("Cleopatra", me, StringComparison.Ordinal);
        Assert.Contains("Contributor", me, StringComparison.Ordinal);
    }
}

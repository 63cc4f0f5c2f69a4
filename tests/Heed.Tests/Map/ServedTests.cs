using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Customers;
using Heed.Kit;
using Heed.Map;
using Heed.People;
using Heed.Tests.Aim;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Map;

public sealed class ServedTests
{
    static async Task<CustomerGroup> Serves(
        Cast by,
        Id<Team> team,
        string name,
        CustomerKind kind = CustomerKind.External,
        Id<Team>? isTeam = null
    )
    {
        var group = await by.Do<WriteCustomerGroup, CustomerGroup>(w =>
            w.Create(
                new()
                {
                    Name = name,
                    Kind = kind,
                    IsTeam = isTeam,
                },
                default
            )
        );
        await by.Do<AssignTeam, Done>(a => a.Begin(group.Id, team, default));
        return group;
    }

    [Fact]
    public async Task A_team_sees_whom_it_serves_through_another_team_and_what_is_aimed_at_for_them()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        Assert.Contains(
            $"Nobody has said yet whom {maya.Team.Name} serves",
            await AimPagesTests.Text(browser, "/map/served"),
            StringComparison.Ordinal
        );
        var rosa = await FamilyTests.OtherTeam(maya);
        var guests = await Serves(maya, rosa.Team.Id, "Guests");
        await Serves(maya, maya.Team.Id, "Colleagues there", CustomerKind.Internal, rosa.Team.Id);
        var text = await AimPagesTests.Text(browser, "/map/served");
        Assert.Contains(
            $"{maya.Team.Name} serves Colleagues there; nothing is aimed at for them",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("serves Colleagues there, who serve Guests.", text, StringComparison.Ordinal);
        Assert.Contains("No survey speaks for them yet", text, StringComparison.Ordinal);

        var (_, keyResult, metric) = await maya.Live(k => k.CustomerGroup = guests.Id);
        var theirs = await AimPagesTests.Text(browser, $"/map/served?team={rosa.Team.Id}");
        Assert.Contains("serves Guests; none of one aim for them moved", theirs, StringComparison.Ordinal);
        Assert.Contains(keyResult.Name, theirs, StringComparison.Ordinal);
        Assert.Contains(metric.Name, theirs, StringComparison.Ordinal);
        Assert.DoesNotContain(
            keyResult.Name,
            await AimPagesTests.Text(browser, "/map/served"),
            StringComparison.Ordinal
        );

        var api = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/teams/{maya.Team.Id}/customers");
        Assert.Equal(
            ["Colleagues there", "Guests"],
            api.GetProperty("way").EnumerateArray().Select(w => w.GetString())
        );
        Assert.True(api.GetProperty("arrives").GetBoolean());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/map/served?team={Id<Team>.New()}")).StatusCode
        );
    }

    [Fact]
    public async Task Only_an_internal_group_can_be_a_team_and_only_one_that_is_there()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var group = await Serves(maya, maya.Team.Id, "Baristas", CustomerKind.Internal, maya.Team.Id);
        var view = await world.As(maya, s => s.GetRequiredService<ReadCustomers>().Of(group.Id, default));
        Assert.Equal(maya.Team.Name, view!.IsTeam!.Name);
        Assert.Equal(
            "Only an internal group can be one of our teams. Choose Internal, or no team.",
            await maya.Refused<WriteCustomerGroup, CustomerGroup>(w =>
                w.Create(
                    new()
                    {
                        Name = "Guests",
                        Kind = CustomerKind.External,
                        IsTeam = maya.Team.Id,
                    },
                    default
                )
            )
        );
        var foreign = await world.Organisation("Other Coffee");
        Assert.Contains(
            "There is no such team here",
            await maya.Refused<WriteCustomerGroup, CustomerGroup>(w =>
                w.Create(
                    new()
                    {
                        Name = "Drivers",
                        Kind = CustomerKind.Internal,
                        IsTeam = foreign.Team.Id,
                    },
                    default
                )
            ),
            StringComparison.Ordinal
        );
    }
}

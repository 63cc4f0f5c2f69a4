using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>Which workspace one is in, and what it is called.</summary>
[Collection(nameof(IdleWorld))]
public sealed class WorkspaceActsTests(IdleWorld one)
{
    static Task<string> Change(Cast by, string name, string zone) =>
        by.Says((ChangeWorkspace change) => change.Run(new() { Name = name, TimeZone = zone }, default));

    [Fact]
    public async Task Its_name_and_zone_are_changed_by_administrators_and_only_a_change_is_history()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        Assert.Equal("Only an administrator may change the workspace.", await Change(tom, "Tom's", "UTC"));
        Assert.Equal(
            "“Vienna” is not a time zone. Choose one such as Europe/Vienna.",
            await Change(maya, "Harbor", "Vienna")
        );
        Assert.Equal("", await Change(maya, maya.Workspace.Name, "Europe/Vienna"));
        Assert.Empty(await maya.Lines());
        Assert.Equal("", await Change(maya, " Harbor ", "America/New_York"));
        Assert.Equal(["Maya set the workspace to Harbor, days in America/New_York."], await maya.Lines());
    }

    [Fact]
    public async Task One_goes_only_where_one_is_an_active_member_and_is_never_kept_where_one_is_not()
    {
        var world = one.World;
        var (harbor, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var attic = await one.Organisation("Attic");
        await Add(harbor, rival, "Guest");
        var guest = await harbor.Db(db => db.Members.SingleAsync(m => m.Name == "Guest"));

        Assert.Equal([(harbor.Workspace.Name, false), (rival.Workspace.Name, true)], await Places());
        Assert.Equal("There is no such workspace here. It may have been removed.", await Go(attic.Workspace.Id));
        Assert.Equal("", await Go(harbor.Workspace.Id));
        var browser = await rival.Browser();
        Assert.Contains($"in {harbor.Workspace.Name}", await browser.GetStringAsync("/me"), StringComparison.Ordinal);

        await harbor.Says((DeactivateMember act) => act.Run(guest.Id, default));
        Assert.Equal([(rival.Workspace.Name, true)], await Places());
        Assert.Equal("There is no such workspace here. It may have been removed.", await Go(harbor.Workspace.Id));
        browser = await rival.Browser();
        Assert.Contains($"in {rival.Workspace.Name}", await browser.GetStringAsync("/me"), StringComparison.Ordinal);

        Task<string> Go(Id<Workspace> to) => rival.Says((SwitchWorkspace act) => act.Run(to, default));

        async Task<IEnumerable<(string, bool)>> Places() =>
            (await world.As(rival, s => s.GetRequiredService<SwitchWorkspace>().Places(default))).Select(p =>
                (p.Name, p.IsHere)
            );
    }

    static Task<int> Add(Cast to, Cast whom, string name) =>
        to.Db(db =>
        {
            db.Members.Add(
                new()
                {
                    PersonId = whom.Member.PersonId,
                    Name = name,
                    Role = Role.Viewer,
                    JoinedAt = to.World.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });
}

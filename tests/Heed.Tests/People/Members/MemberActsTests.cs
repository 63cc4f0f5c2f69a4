using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>What administrators do to members, at the limits of what they may.</summary>
[Collection(nameof(IdleWorld))]
public sealed class MemberActsTests(IdleWorld one)
{
    static Task<string> ChangeRole(Cast by, Cast of, Role to) =>
        by.Says((ChangeRole change) => change.Run(of.Member.Id, new RoleRequest { Role = to }, default));

    static Task<string> Deactivate(Cast by, Cast of) =>
        by.Says((DeactivateMember act) => act.Run(of.Member.Id, default));

    static Task<string> Reactivate(Cast by, Cast of) =>
        by.Says((ReactivateMember act) => act.Run(of.Member.Id, default));

    [Fact]
    public async Task An_administrator_who_is_deactivated_is_none_and_may_be_demoted()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Admin);
        Assert.Equal("", await Deactivate(maya, tom));
        foreach (var said in (string[])[await ChangeRole(maya, maya, Role.Contributor), await Deactivate(maya, maya)])
            Assert.Equal("Maya is the last administrator. Make somebody else an administrator first.", said);
        Assert.Equal("", await ChangeRole(maya, maya, Role.Admin));
        Assert.Equal("", await ChangeRole(maya, tom, Role.Contributor));
        Assert.Equal("", await Reactivate(maya, tom));
        Assert.Equal("", await ChangeRole(maya, tom, Role.Admin));
        Assert.Equal("", await ChangeRole(maya, maya, Role.Contributor));
        Assert.Equal("Only an administrator may change a role.", await ChangeRole(maya, tom, Role.Viewer));
        Assert.Equal("Only an administrator may deactivate a member.", await Deactivate(maya, tom));
        Assert.Equal("Only an administrator may reactivate a member.", await Reactivate(maya, tom));
    }

    [Fact]
    public async Task What_is_so_already_is_no_act_and_a_member_of_another_workspace_is_unknown()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var (tom, rival) = (await world.Colleague(maya, "Tom", Role.Contributor), await one.Organisation("Rival"));
        await maya.Says(
            (JoinTeam join) => join.Run(maya.Team.Id, tom.Member.Id, new() { Role = TeamRole.Coach }, default)
        );
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("", await ChangeRole(maya, tom, Role.Viewer));
            Assert.Equal("", await Deactivate(maya, tom));
            Assert.Equal("", await maya.Says((RenameMyself rename) => rename.Run(new() { Name = " Maja " }, default)));
        }
        for (var i = 0; i < 2; i++)
            Assert.Equal("", await Reactivate(maya, tom));
        Assert.Equal(
            [
                "Maja reactivated Tom.",
                "Maya changed Tom from Contributor to Viewer.",
                "Maya deactivated Tom.",
                "Maya is now called Maja.",
                "Maya put Tom into Checkout as Coach.",
            ],
            await maya.Lines()
        );
        var back = await maya.Db(db => db.Members.Include(m => m.Teams).SingleAsync(m => m.Id == tom.Member.Id));
        Assert.Equal((Role.Viewer, TeamRole.Coach), (back.Role, Assert.Single(back.Teams).Role));
        foreach (
            var said in (string[])
                [
                    await ChangeRole(maya, rival, Role.Viewer),
                    await Deactivate(maya, rival),
                    await Reactivate(maya, rival),
                ]
        )
            Assert.Equal("There is no such member here. It may have been removed.", said);
    }

    [Fact]
    public async Task Administrators_who_have_each_other_forgotten_at_once_leave_one()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Admin);
        var (inside, bothIn) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var said = await Task.WhenAll(Forget(maya, tom), Forget(tom, maya));
        Assert.Single(said, "");
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(maya.Workspace, null);
        var left = await scope.ServiceProvider.GetRequiredService<Heed.Storage.HeedDb>().Members.SingleAsync();
        Assert.True(left.IsAdmin);
        Assert.Equal(
            $"{left.Name} is the last administrator. Make somebody else an administrator first.",
            said.Single(s => s.Length > 0)
        );

        Task<string> Forget(Cast by, Cast whom) =>
            Task.Run(() =>
                by.Says(
                    async (ForgetMember forget) =>
                    {
                        if (Interlocked.Increment(ref inside) == 2)
                            bothIn.SetResult();
                        await bothIn.Task;
                        return await forget.Run(whom.Member.Id, default);
                    }
                )
            );
    }
}

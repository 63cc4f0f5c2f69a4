using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>The tree of teams and who is in them, changed and read by those who may.</summary>
[Collection(nameof(IdleWorld))]
public sealed class TeamActsTests(IdleWorld one)
{
    const string NoTeam = "There is no such team here. It may have been removed.";

    static async Task<Id<Team>> Make(Cast by, string name, Id<Team>? under = null)
    {
        var asked = new TeamRequest { Name = name, ParentId = under?.ToString() };
        var made = await by.World.As(by, s => s.GetRequiredService<CreateTeam>().Run(asked, default));
        return made.Refused(out var refusal, out var team)
            ? throw new InvalidOperationException(refusal.Because)
            : team.Id;
    }

    static Task<string> Move(Cast by, Id<Team> team, string? under) =>
        by.Says((MoveTeam move) => move.Run(team, new() { ParentId = under }, default));

    static Task<string> Join(Cast by, Id<Team> team, Cast who, TeamRole role = TeamRole.Member) =>
        by.Says((JoinTeam join) => join.Run(team, who.Member.Id, new() { Role = role }, default));

    static Task<string> Leave(Cast by, Id<Team> team, Cast who) =>
        by.Says((LeaveTeam leave) => leave.Run(team, who.Member.Id, default));

    static Task<TeamDetail?> Of(Cast by, Id<Team> team) =>
        by.World.As(by, s => s.GetRequiredService<ReadTeams>().Of(team, default));

    [Fact]
    public async Task Only_administrators_make_and_move_teams_and_only_under_teams_of_their_own()
    {
        var world = one.World;
        var (maya, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var shop = await Make(maya, " Shop ");
        var counter = await Make(maya, "Counter", shop);

        Assert.Equal("Only an administrator may move a team.", await Move(tom, counter, null));
        Assert.Equal(
            "Only an administrator may add a team.",
            await tom.Says((CreateTeam create) => create.Run(new() { Name = "Till" }, default))
        );
        foreach (var under in (string[])["shop", Id<Team>.New().ToString(), rival.Team.Id.ToString()])
        {
            Assert.Equal(NoTeam, await Move(maya, counter, under));
            Assert.Equal(
                NoTeam,
                await maya.Says((CreateTeam create) => create.Run(new() { Name = "Till", ParentId = under }, default))
            );
        }
        Assert.Equal(NoTeam, await Move(maya, rival.Team.Id, shop.ToString()));
        Assert.Equal(shop, (await Of(maya, counter))!.ParentId);
        Assert.Equal("", await Move(maya, shop, maya.Team.Id.ToString()));
        Assert.Equal("", await Move(maya, counter, ""));
        Assert.Equal(
            [
                "Maya made the team Counter.",
                "Maya made the team Shop.",
                "Maya moved the team Counter to the top.",
                "Maya moved the team Shop under Checkout.",
            ],
            await maya.Lines()
        );
    }

    [Fact]
    public async Task A_team_shows_all_below_it_and_nothing_beside_it_and_none_who_is_deactivated()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var (tom, ida) = (
            await world.Colleague(maya, "Tom", Role.Contributor),
            await world.Colleague(maya, "Ida", Role.Contributor)
        );
        var bakery = await Make(maya, "Bakery");
        var ovens = await Make(maya, "Ovens", bakery);
        await Make(maya, "Deck", ovens);
        await Make(maya, "Dough", bakery);
        await Make(maya, "Zoo");
        await Join(maya, bakery, tom, TeamRole.Lead);
        await Join(maya, bakery, ida, TeamRole.Coach);
        await maya.Says((DeactivateMember act) => act.Run(ida.Member.Id, default));

        var shown = (await Of(maya, bakery))!;
        Assert.Equal([("Dough", 1), ("Ovens", 1), ("Deck", 2)], shown.Below.Select(t => (t.Name, t.Depth)));
        Assert.Equal([("Tom", TeamRole.Lead)], shown.Members.Select(m => (m.Name, m.Role)));
        Assert.Empty((await Of(maya, (await Make(maya, "Attic"))))!.Below);
        Assert.Null(await Of(maya, Id<Team>.New()));

        var tree = await world.As(maya, s => s.GetRequiredService<ReadTeams>().Tree(default));
        Assert.Equal(["Attic", "Bakery", "Dough", "Ovens", "Deck", "Checkout", "Zoo"], tree.Select(t => t.Name));
        var listed = await Lists.All(maya.Api(), "/api/v1/teams", 3, t => t["name"]!.GetValue<string>());
        Assert.Equal(tree.Select(t => t.Name), listed);
    }

    [Fact]
    public async Task A_team_is_renamed_by_an_administrator_or_by_who_is_in_it()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var (tom, vera) = (
            await world.Colleague(maya, "Tom", Role.Contributor),
            await world.Colleague(maya, "Vera", Role.Viewer)
        );
        var shop = await Make(maya, "Shop");
        const string No = "Only an administrator or a member of the team may rename it.";
        Assert.Equal(No, await Rename(tom, shop, "Store"));
        await Join(maya, shop, tom);
        await Join(maya, shop, vera);
        Assert.Equal(No, await Rename(vera, shop, "Store"));
        Assert.Equal("", await Rename(tom, shop, " Store "));
        Assert.Equal("", await Rename(tom, shop, "Store"));
        Assert.Equal("", await Rename(maya, maya.Team.Id, "Till"));
        Assert.Equal(NoTeam, await Rename(maya, Id<Team>.New(), "Till"));
        Assert.Equal(
            ["Maya renamed the team Checkout to Till.", "Tom renamed the team Shop to Store."],
            (await maya.Lines()).Where(l => l.Contains("renamed", StringComparison.Ordinal))
        );

        static Task<string> Rename(Cast by, Id<Team> team, string name) =>
            by.Says((RenameTeam rename) => rename.Run(team, new() { Name = name }, default));
    }

    [Fact]
    public async Task Joining_again_changes_the_part_one_has_and_leaving_says_who_did_it()
    {
        var world = one.World;
        var (maya, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var (tom, ida) = (
            await world.Colleague(maya, "Tom", Role.Contributor),
            await world.Colleague(maya, "Ida", Role.Contributor)
        );
        var team = maya.Team.Id;
        const string No = "Only an administrator or a lead of the team may say who is in it.";
        Assert.Equal(No, await Join(tom, team, tom));
        Assert.Equal("", await Join(maya, team, tom));
        Assert.Equal(No, await Join(tom, team, tom, TeamRole.Lead));
        Assert.Equal("", await Join(maya, team, tom, TeamRole.Lead));
        Assert.Equal("", await Join(tom, team, ida));
        Assert.Equal(No, await Leave(ida, team, tom));
        Assert.Equal("There is no such member here. It may have been removed.", await Join(maya, team, rival));
        Assert.Equal(NoTeam, await Join(maya, rival.Team.Id, tom));
        Assert.Equal(3, (await Of(maya, team))!.Members.Count);

        Assert.Equal("", await Leave(ida, team, ida));
        Assert.Equal(
            "There is no such member in this team here. It may have been removed.",
            await Leave(ida, team, ida)
        );
        Assert.Equal("", await Leave(maya, team, tom));
        await maya.Says((DeactivateMember act) => act.Run(ida.Member.Id, default));
        Assert.Equal("Ida is deactivated. Reactivate the member first.", await Join(maya, team, ida));
        Assert.Equal(
            [
                "Ida left Checkout.",
                "Maya deactivated Ida.",
                "Maya put Tom into Checkout as Lead.",
                "Maya put Tom into Checkout as Member.",
                "Maya took Tom out of Checkout.",
                "Tom put Ida into Checkout as Member.",
            ],
            await maya.Lines()
        );
    }
}

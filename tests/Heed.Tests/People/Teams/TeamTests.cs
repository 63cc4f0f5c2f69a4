using Heed.People;

namespace Heed.Tests.People;

public sealed class TeamTests
{
    readonly Team _company = new() { Name = "Company" };
    readonly Team _shop = new() { Name = "Shop" };
    readonly Team _counter = new() { Name = "Counter" };

    Dictionary<Id<Team>, Id<Team>?> Tree() =>
        new Team[] { _company, _shop, _counter }.ToDictionary(t => t.Id, t => t.ParentId);

    void Hang()
    {
        Assert.False(_shop.MoveUnder(_company.Id, Tree()).Refused(out _));
        Assert.False(_counter.MoveUnder(_shop.Id, Tree()).Refused(out _));
    }

    [Fact]
    public void A_team_goes_under_no_team_of_its_own_however_deep_and_stays_where_it_was()
    {
        Hang();
        foreach (var below in (Team[])[_company, _shop, _counter])
        {
            Assert.True(_company.MoveUnder(below.Id, Tree()).Refused(out var refusal));
            Assert.Equal(
                ("Company cannot be placed under itself or under a team of its own.", "ParentId"),
                (refusal.Because, refusal.Field)
            );
            Assert.Null(_company.ParentId);
        }
    }

    [Fact]
    public void A_team_goes_beside_its_parent_and_to_the_top()
    {
        Hang();
        Assert.False(_counter.MoveUnder(_company.Id, Tree()).Refused(out _));
        Assert.Equal(_company.Id, _counter.ParentId);
        Assert.False(_counter.MoveUnder(null, Tree()).Refused(out _));
        Assert.Null(_counter.ParentId);
    }

    [Fact]
    public void What_belongs_to_another_team_is_refused_with_its_name_and_with_what_may_be_done_instead()
    {
        var refusal = TeamPermission.Refuse("Checkout");
        Assert.Equal(403, refusal.Status);
        Assert.StartsWith("This belongs to Checkout, and only its members write it.", refusal.Because);
        Assert.Contains("ask or comment", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Deeper_teams_are_indented_in_a_list_of_choices() =>
        Assert.Equal(
            ["Company", "— Shop", "— — Counter"],
            RoleWords
                .Indented([
                    new(_company.Id, "Company", null, 0, 0),
                    new(_shop.Id, "Shop", _company.Id, 1, 0),
                    new(_counter.Id, "Counter", _shop.Id, 2, 0),
                ])
                .Select(c => c.Text)
        );
}

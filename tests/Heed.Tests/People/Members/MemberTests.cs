using Heed.People;

namespace Heed.Tests.People;

public sealed class MemberTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static Member A(Role role) =>
        new()
        {
            Name = "Tom",
            Role = role,
            JoinedAt = Now,
        };

    static TeamMembership In(Id<Team> team, TeamRole role) =>
        new()
        {
            TeamId = team,
            MemberId = Id<Member>.New(),
            Role = role,
        };

    [Theory]
    [InlineData(Role.Viewer, false, false)]
    [InlineData(Role.Contributor, true, false)]
    [InlineData(Role.Admin, true, true)]
    public void Each_role_may_what_the_one_before_may_and_more(Role role, bool writes, bool arranges)
    {
        var member = A(role);
        Assert.Equal((writes, arranges), (member.MayWrite, member.IsAdmin));
        Assert.True(member.IsActive);
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Contributor, true)]
    [InlineData(Role.Admin, true)]
    public void A_team_is_written_for_by_its_own_members_who_may_write(Role role, bool writes)
    {
        var (own, other) = (Id<Team>.New(), Id<Team>.New());
        var member = A(role);
        member.Teams.Add(In(own, TeamRole.Member));
        Assert.Equal(writes, member.MayWriteFor(own));
        Assert.False(member.MayWriteFor(other), "An administrator who is not of the team may not write for it.");
    }

    [Theory]
    [InlineData(Role.Admin, null, true)]
    [InlineData(Role.Contributor, TeamRole.Lead, true)]
    [InlineData(Role.Contributor, TeamRole.Coach, false)]
    [InlineData(Role.Contributor, TeamRole.Member, false)]
    [InlineData(Role.Contributor, null, false)]
    [InlineData(Role.Viewer, TeamRole.Lead, false)]
    public void Who_is_in_a_team_is_said_by_administrators_and_by_its_lead(Role role, TeamRole? inTeam, bool arranges)
    {
        var (own, other) = (Id<Team>.New(), Id<Team>.New());
        var member = A(role);
        if (inTeam is { } place)
            member.Teams.Add(In(own, place));
        Assert.Equal(arranges, JoinTeam.MayArrange(member, own));
        Assert.Equal(role == Role.Admin, JoinTeam.MayArrange(member, other));
    }

    [Fact]
    public void It_is_the_first_deactivation_that_counts_until_the_member_comes_back()
    {
        var member = A(Role.Admin);
        member.Deactivate(Now);
        member.Deactivate(Now.AddDays(1));
        Assert.Equal((false, Now), (member.IsActive, member.DeactivatedAt));
        member.Reactivate();
        Assert.Equal((true, (DateTimeOffset?)null), (member.IsActive, member.DeactivatedAt));
    }

    [Fact]
    public void Every_role_can_be_chosen_and_says_what_it_may()
    {
        Assert.Equal(Enum.GetNames<Role>(), RoleWords.Roles.Select(r => r.Value));
        Assert.All(RoleWords.Roles, r => Assert.False(string.IsNullOrEmpty(r.Hint)));
        Assert.Equal(Enum.GetNames<TeamRole>(), RoleWords.TeamRoles.Select(r => r.Value));
    }
}

using Heed.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

[Collection(nameof(IdleWorld))]
public sealed class RedeemInvitationTests(IdleWorld one)
{
    static async Task<string> Code(Cast by, string email, params Id<Team>[] teams)
    {
        var asked = new InviteRequest
        {
            Email = email,
            Role = Role.Contributor,
            TeamIds = [.. teams.Select(t => t.ToString())],
        };
        var made = await by.World.As(by, s => s.GetRequiredService<InviteMember>().Run(asked, default));
        Assert.False(made.Refused(out _, out var invitation));
        return invitation.Link!.Split('/')[^1];
    }

    static Task<string> Redeem(
        World world,
        string code,
        string email,
        string password = Cast.Password,
        string name = "Noa"
    ) =>
        world.Says(
            (RedeemInvitation redeem) =>
                redeem.Run(
                    code,
                    new RedeemRequest
                    {
                        Email = email,
                        Name = name,
                        Password = password,
                    },
                    default
                )
        );

    [Fact]
    public async Task A_try_that_fails_uses_nothing_up()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var code = await Code(maya, "noa@harbor.example");
        Assert.Contains("made for another address", await Redeem(world, code, "ida@harbor.example"));
        Assert.Equal(
            "Passwords must be at least 12 characters.",
            await Redeem(world, code, "noa@harbor.example", "short")
        );
        Assert.False(await maya.Db(db => db.Users.AnyAsync(p => p.Email == "noa@harbor.example")));
        Assert.Equal("", await Redeem(world, $" {code} ", " noa@harbor.example ", name: " Noa "));
        Assert.Contains("does not open anything", await Redeem(world, code, "noa@harbor.example"));

        var noa = await maya.Db(db => db.Members.SingleAsync(m => m.Name == "Noa"));
        Assert.Equal((Role.Contributor, world.Clock.GetUtcNow()), (noa.Role, noa.JoinedAt));
        Assert.Equal(
            "noa@harbor.example",
            await maya.Db(db => db.Users.Where(p => p.Id == noa.PersonId).Select(p => p.Email).SingleAsync())
        );
        Assert.Contains("Noa joined as Contributor.", await maya.Lines());
    }

    [Theory]
    [InlineData("sinéad.o'brien@harbor.example")]
    [InlineData("jo&ann+coffee@harbor.example")]
    public async Task Whatever_letters_an_address_has_whoever_was_invited_by_it_comes_in(string address)
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        Assert.Equal("", await Redeem(world, await Code(maya, address), address));
        Assert.Equal("", await world.Says((SignIn door) => SignedIn(door, address)));
    }

    /// <summary>Without a browser there is nobody to give a cookie to: that it is tried says that the door was open.</summary>
    static async Task<Outcome<Done>> SignedIn(SignIn door, string address)
    {
        try
        {
            return (await door.Run(new() { Email = address, Password = Cast.Password }, default)).Refused(
                out var refusal
            )
                ? refusal
                : new Done();
        }
        catch (InvalidOperationException problem)
            when (problem.Message.Contains("HttpContext", StringComparison.Ordinal))
        {
            return new Done();
        }
    }

    [Fact]
    public async Task The_newcomer_joins_those_of_the_teams_that_are_still_there()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var gone = new Team { Name = "Gone" };
        await maya.Db(db =>
        {
            db.Teams.Add(gone);
            return db.SaveChangesAsync();
        });
        var code = await Code(maya, "eve@harbor.example", maya.Team.Id, gone.Id);
        await maya.Db(db => db.Teams.Where(t => t.Id == gone.Id).ExecuteDeleteAsync());

        Assert.Equal("", await Redeem(world, code, "eve@harbor.example"));
        var noa = await maya.Db(db => db.Members.Include(m => m.Teams).SingleAsync(m => m.Name == "Noa"));
        var place = Assert.Single(noa.Teams);
        Assert.Equal((maya.Team.Id, TeamRole.Member), (place.TeamId, place.Role));
    }

    [Fact]
    public async Task Who_has_a_password_here_may_guess_it_five_times_and_no_more()
    {
        var world = one.World;
        var (maya, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var code = await Code(maya, rival.Email);
        for (var i = 0; i < 5; i++)
            Assert.Contains("this is not it", await Redeem(world, code, rival.Email, "a wrong password"));
        Assert.Contains("wait five minutes", await Redeem(world, code, rival.Email));
        Assert.True(await maya.Db(db => db.Users.AnyAsync(p => p.Email == rival.Email && p.LockoutEnd != null)));
        Assert.False(await maya.Db(db => db.Members.AnyAsync(m => m.PersonId == rival.Member.PersonId)));
    }

    [Fact]
    public async Task Who_has_become_a_member_in_between_is_sent_to_the_sign_in()
    {
        var world = one.World;
        var (maya, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var code = await Code(maya, rival.Email);
        await maya.Db(db =>
        {
            db.Members.Add(
                new()
                {
                    PersonId = rival.Member.PersonId,
                    Name = "Maya R.",
                    Role = Role.Viewer,
                    JoinedAt = world.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });
        Assert.Equal("You are a member of this workspace already. Sign in.", await Redeem(world, code, rival.Email));
        Assert.Equal(
            Role.Viewer,
            await maya.Db(db => db.Members.Where(m => m.Name == "Maya R.").Select(m => m.Role).SingleAsync())
        );
    }
}

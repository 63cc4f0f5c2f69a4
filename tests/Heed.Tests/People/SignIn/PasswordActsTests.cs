using Heed.People;
using Heed.Tests.Listen;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Heed.Tests.People;

/// <summary>Ways to a new password, and who is kept from them.</summary>
[Collection(nameof(IdleWorld))]
public sealed class PasswordActsTests(IdleWorld one)
{
    const string Fresh = "a quite new sentence";

    static async Task<string> Offered(Cast by, Cast to)
    {
        var made = await by.World.As(by, s => s.GetRequiredService<OfferNewPassword>().Run(to.Member.Id, default));
        Assert.False(made.Refused(out _, out var link));
        Assert.Equal(by.World.Clock.GetUtcNow().AddDays(1), link.ExpiresAt);
        return new Uri(link.Link!).Query["?code=".Length..];
    }

    static Task<string> Set(World world, string code, string password) =>
        world.Says((SetNewPassword set) => set.Run(code, new() { New = password }, default));

    [Fact]
    public async Task A_link_is_made_by_an_administrator_for_an_active_member_of_their_own()
    {
        var world = one.World;
        var (maya, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var (tom, ida) = (
            await world.Colleague(maya, "Tom", Role.Contributor),
            await world.Colleague(maya, "Ida", Role.Viewer)
        );
        await maya.Says((DeactivateMember act) => act.Run(ida.Member.Id, default));
        Assert.Equal("Only an administrator may offer a new password.", await Offer(tom, maya));
        Assert.Equal("There is no such member here. It may have been removed.", await Offer(maya, rival));
        Assert.Equal("Ida is deactivated. Reactivate Ida first.", await Offer(maya, ida));
        Assert.Equal(
            PasswordLink.Lifetime,
            world.Services.GetRequiredService<IOptions<DataProtectionTokenProviderOptions>>().Value.TokenLifespan
        );

        static Task<string> Offer(Cast by, Cast to) =>
            by.Says((OfferNewPassword offer) => offer.Run(to.Member.Id, default));
    }

    [Fact]
    public async Task The_first_password_that_is_set_ends_every_link_and_is_history_wherever_one_is()
    {
        var world = one.World;
        var (maya, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var (first, second) = (await Offered(maya, tom), await Offered(maya, tom));
        await rival.Db(db =>
        {
            db.Members.Add(
                new()
                {
                    PersonId = tom.Member.PersonId,
                    Name = "Thomas",
                    Role = Role.Viewer,
                    JoinedAt = world.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });

        Assert.Equal("Passwords must be at least 12 characters.", await Set(world, first, "short"));
        Assert.Equal("", await Set(world, first, Fresh));
        foreach (var used in (string[])[first, second])
            Assert.Equal(SetNewPassword.NotOpen.Because, await Set(world, used, "one more new sentence"));
        Assert.Contains("Tom set a new password by a link.", await maya.Lines());
        Assert.Equal(["Thomas set a new password by a link."], await rival.Lines());
    }

    [Fact]
    public async Task An_open_window_is_no_place_to_guess_the_present_password()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        for (var i = 0; i < 5; i++)
            Assert.StartsWith("This is not your present password.", await Change("a wrong password"));
        Assert.Equal(
            "This is not your present password. After five wrong tries it rests for five minutes.",
            await Change(Cast.Password)
        );
        Assert.Empty(await maya.Lines());

        Task<string> Change(string present) =>
            maya.Says((ChangePassword act) => act.Run(new() { Present = present, New = Fresh }, default));
    }

    [Fact]
    public async Task The_first_claim_takes_the_newest_code_alone_and_a_failed_one_uses_nothing_up()
    {
        await using var world = await Worlds.WithoutWorker();
        var (old, code) = (await Code(), await Code());
        Assert.StartsWith("This code does not open anything.", await Claim(old!));
        Assert.Equal("Passwords must be at least 12 characters.", await Claim(code!, password: "short"));
        Assert.Equal("", await Claim($" {code} "));
        Assert.StartsWith("This code does not open anything.", await Claim(code!));
        Assert.Null(await Code());

        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Heed.Storage.HeedDb>();
        var workspace = await db.Workspaces.SingleAsync();
        Assert.Equal(("Harbor Coffee", "UTC"), (workspace.Name, workspace.TimeZone));
        var member = await db.Members.IgnoreQueryFilters().SingleAsync();
        Assert.Equal(("Ada", Role.Admin), (member.Name, member.Role));
        Assert.Equal("ada@harbor.example", await db.Users.Select(p => p.Email).SingleAsync());
        Assert.Equal(
            "Ada claimed this Heed for Harbor Coffee.",
            await db.Entries.IgnoreQueryFilters().Select(e => e.Sentence).SingleAsync()
        );

        async Task<string?> Code()
        {
            await using var scope = world.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(default);
        }

        Task<string> Claim(string code, string password = Cast.Password) =>
            world.Says(
                (ClaimFirstWorkspace claim) =>
                    claim.Run(
                        new()
                        {
                            Code = code,
                            Organisation = " Harbor Coffee ",
                            Name = " Ada ",
                            Email = " ada@harbor.example ",
                            Password = password,
                            TimeZone = "Nowhere/Atlantis",
                        },
                        default
                    )
            );
    }
}

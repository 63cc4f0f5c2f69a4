using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("123qweasdzxc")]
    [InlineData("qwertyqwerty")]
    [InlineData("QwertyQwerty")]
    public void A_password_of_the_lists_of_stolen_ones_is_known_with_any_capitals(string password)
    {
        Assert.True(KnownPasswords.Hold(password));
        Assert.Contains("stolen", PasswordRules.Refusal(password)!.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_twenty_thousand_passwords_made_by_chance_hardly_one_is_refused()
    {
        var chance = new Random(7);
        string Made() => string.Concat(Enumerable.Range(0, 20).Select(_ => (char)('a' + chance.Next(26))));
        // Four bytes over 43,940 known ones: about 0.2 of 20,000.
        Assert.InRange(Enumerable.Range(0, 20_000).Count(_ => KnownPasswords.Hold(Made())), 0, 3);
    }

    [Theory]
    [InlineData("harborcoffee2026", "Harbor Coffee", false)]
    [InlineData("Harbor-Coffee-26!", "Harbor Coffee", false)]
    [InlineData("ada@lighthouse.example", "ada@lighthouse.example", false)]
    [InlineData("heedheedheed1", "Harbor Coffee", false)]
    [InlineData("a harbor full of lamps", "Harbor Coffee", true)]
    [InlineData("ein Leuchtturm im Nebel", "Harbor Coffee", true)]
    [InlineData("пароль из восьми слов", "Harbor Coffee", true)]
    public void What_is_left_without_the_words_around_it_makes_the_password(string password, string name, bool good) =>
        Assert.Equal(good, PasswordRules.Refusal(password, name, null) is null);

    [Theory]
    [InlineData("qwertyqwerty", "This password stands in lists of stolen ones")]
    [InlineData("Harbor Coffee 1!", "This password is little more than a name")]
    public async Task It_is_refused_wherever_a_password_is_chosen(string password, string because)
    {
        await using var world = await World.Start();
        var code = (
            await world
                .Services.CreateScope()
                .ServiceProvider.GetRequiredService<ClaimFirstWorkspace>()
                .NewCode(default)
        )!;
        ClaimRequest claim = new()
        {
            Code = code,
            Organisation = "Harbor Coffee",
            Name = "Ada",
            Email = "ada@lighthouse.example",
            Password = password,
        };
        Assert.StartsWith(
            because,
            await world.Says((ClaimFirstWorkspace act) => act.Run(claim, default)),
            StringComparison.Ordinal
        );

        var maya = await world.Organisation("Harbor Coffee");
        var link = await maya.World.As(
            maya,
            s => s.GetRequiredService<OfferNewPassword>().Run(maya.Member.Id, default)
        );
        Assert.False(link.Refused(out _, out var made));
        var invited = await maya.World.As(
            maya,
            s =>
                s.GetRequiredService<InviteMember>()
                    .Run(new() { Email = "noa@lighthouse.example", Role = Role.Viewer }, default)
        );
        Assert.False(invited.Refused(out _, out var invitation));
        RedeemRequest redeem = new()
        {
            Email = "noa@lighthouse.example",
            Name = "Noa",
            Password = password,
        };
        string[] said =
        [
            await maya.Says(
                (ChangePassword act) => act.Run(new() { Present = Cast.Password, New = password }, default)
            ),
            await world.Says(
                (SetNewPassword act) =>
                    act.Run(new Uri(made.Link!).Query["?code=".Length..], new() { New = password }, default)
            ),
            await world.Says(
                (RedeemInvitation act) => act.Run(new Uri(invitation.Link!).Segments[^1], redeem, default)
            ),
        ];
        Assert.All(said, words => Assert.StartsWith(because, words, StringComparison.Ordinal));
    }
}

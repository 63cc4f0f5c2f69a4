using System.ComponentModel.DataAnnotations;
using Heed.People;

namespace Heed.Tests.People;

/// <summary>What pages and programs ask with: what is missing or too long is said in words, and what just fits is taken.</summary>
public sealed class RequestsTests
{
    static string Of(int length) => new('x', length);

    static List<string> Says(object asked)
    {
        List<ValidationResult> found = [];
        Validator.TryValidateObject(asked, new(asked), found, validateAllProperties: true);
        return found.ConvertAll(r => r.ErrorMessage!);
    }

    [Fact]
    public void What_is_missing_is_asked_for_by_name()
    {
        Assert.Equal(["Give the e-mail address of the person.", "Choose a role."], Says(new InviteRequest()));
        Assert.Equal(
            ["Give the e-mail address that was invited.", "Give your name.", "Give a password."],
            Says(new RedeemRequest { Name = "  " })
        );
        Assert.Equal(["Give your e-mail address.", "Give your password."], Says(new SignInRequest()));
        Assert.Equal(["Give your present password.", "Choose a new password."], Says(new PasswordRequest()));
        Assert.Equal(
            [
                "Give the one-time code from the log.",
                "Give your organisation a name.",
                "Give your name.",
                "Give your e-mail address.",
                "Choose a password.",
            ],
            Says(new ClaimRequest())
        );
        Assert.Equal(
            ["Give your organisation a name.", "Choose the time zone in which your days begin."],
            Says(new WorkspaceRequest())
        );
        Assert.Equal(["Give the token a name that says what uses it."], Says(new TokenRequest()));
        Assert.Equal(["Give the team a name."], Says(new TeamRequest { Name = " " }));
        Assert.Equal(["Give a name."], Says(new NameRequest()));
        Assert.Equal(["Choose a role."], Says(new RoleRequest()));
        Assert.Equal(["Choose what this member is in the team."], Says(new TeamRoleRequest()));
    }

    [Fact]
    public void A_word_that_is_none_of_the_choices_is_told_what_they_are()
    {
        Assert.Equal(["Choose Viewer, Contributor or Admin."], Says(new RoleRequest { Role = (Role)3 }));
        Assert.Equal(["Choose Member, Lead or Coach."], Says(new TeamRoleRequest { Role = (TeamRole)(-1) }));
        Assert.Equal(
            ["This is not an e-mail address.", "Choose Viewer, Contributor or Admin."],
            Says(new InviteRequest { Email = "noa at harbor", Role = (Role)9 })
        );
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_new_password_has_12_to_256_characters_of_any_kind(int length, bool isTaken)
    {
        List<string> said = isTaken ? [] : ["Use 12 to 256 characters."];
        Assert.Equal(said, Says(new PasswordRequest { Present = "x", New = Of(length) }));
        Assert.Equal(said, Says(new NewPasswordRequest { New = Of(length) }));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    [InlineData(null, true)]
    public void A_token_lives_for_a_day_to_a_year(int? days, bool isTaken) =>
        Assert.Equal(
            isTaken ? [] : ["Give days from 1 to 365."],
            Says(new TokenRequest { Name = "Nightly", Days = days })
        );

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_name_has_at_most_200_characters(int length, bool isTaken)
    {
        object[] named =
        [
            new NameRequest { Name = Of(length) },
            new TeamRequest { Name = Of(length) },
            new TokenRequest { Name = Of(length) },
            new WorkspaceRequest { Name = Of(length), TimeZone = "UTC" },
            new RedeemRequest
            {
                Email = "noa@harbor.example",
                Name = Of(length),
                Password = Cast.Password,
            },
        ];
        Assert.All(named, asked => Assert.Equal(isTaken ? [] : ["Use at most 200 characters."], Says(asked)));
    }

    [Fact]
    public void An_invitation_names_at_most_50_teams_and_an_address_that_a_mail_server_takes()
    {
        InviteRequest Asked(int teams, int address) =>
            new()
            {
                Email = Of(address - "@harbor.example".Length) + "@harbor.example",
                Role = Role.Viewer,
                TeamIds = [.. Enumerable.Repeat("", teams)],
            };
        Assert.Empty(Says(Asked(teams: 50, address: 254)));
        Assert.Equal(["Name at most 50 teams."], Says(Asked(teams: 51, address: 254)));
        Assert.Equal(["Use at most 254 characters."], Says(Asked(teams: 0, address: 255)));
    }
}

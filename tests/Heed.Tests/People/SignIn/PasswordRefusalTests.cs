using Heed.People;
using Microsoft.AspNetCore.Identity;

namespace Heed.Tests.People;

public sealed class PasswordRefusalTests
{
    [Fact]
    public void Only_what_is_wrong_with_the_password_alone_is_said_beside_it()
    {
        IdentityError shortOne = new() { Code = "PasswordTooShort", Description = "Too short." };
        IdentityError taken = new() { Code = "DuplicateEmail", Description = "Taken." };
        var refusal = IdentityResult.Failed(shortOne).Refused("New");
        Assert.Equal(("Too short.", "New"), (refusal.Because, refusal.Field));
        refusal = IdentityResult.Failed(shortOne, taken).Refused("New");
        Assert.Equal(("Too short. Taken.", null), (refusal.Because, refusal.Field));
    }
}

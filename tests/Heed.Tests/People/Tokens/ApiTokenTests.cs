using Heed.People;

namespace Heed.Tests.People;

public sealed class ApiTokenTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, false, true)]
    [InlineData(0, false, false)]
    [InlineData(1, false, false)]
    [InlineData(-1, true, false)]
    public void A_token_lives_up_to_its_last_moment_and_until_it_is_revoked(int minutes, bool isRevoked, bool lives)
    {
        var (revoked, now) = (isRevoked ? Now : (DateTimeOffset?)null, Now.AddMinutes(minutes));
        var token = new ApiToken
        {
            MemberId = Id<Member>.New(),
            Name = "Nightly",
            Hash = "",
            Scopes = Scopes.Read,
            CreatedAt = Now.AddDays(-1),
            ExpiresAt = Now,
            RevokedAt = revoked,
        };
        Assert.Equal(lives, token.IsLive(now));
        Assert.Equal(
            lives,
            new TokenView(token.Id, "Nightly", "Maya", false, token.CreatedAt, Now, revoked, null).IsLive(now)
        );
    }
}

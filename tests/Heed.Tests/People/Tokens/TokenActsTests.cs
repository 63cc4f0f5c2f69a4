using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

[Collection(nameof(IdleWorld))]
public sealed class TokenActsTests(IdleWorld one)
{
    static async Task<TokenMade> Make(Cast by, TokenRequest asked)
    {
        var made = await by.World.As(by, s => s.GetRequiredService<CreateToken>().Run(asked, default));
        return made.Refused(out var refusal, out var token)
            ? throw new InvalidOperationException(refusal.Because)
            : token;
    }

    [Fact]
    public async Task A_token_may_no_more_and_lives_no_longer_than_what_it_was_made_with()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var vera = await world.Colleague(maya, "Vera", Role.Viewer);
        var now = world.Clock.GetUtcNow();
        const string No = "You may only read here, so a token of yours can only read.";
        Assert.Equal(
            No,
            await vera.Says((CreateToken act) => act.Run(new() { Name = "Nightly", MayWrite = true }, default))
        );
        Assert.Equal(now.AddDays(90), (await Make(vera, new() { Name = "Nightly" })).ExpiresAt);
        Assert.Equal(now.AddDays(90), (await Make(vera, new() { Name = "Nightly", Days = null })).ExpiresAt);

        var until = now.AddDays(2);
        Assert.Equal(No, await ByToken(Scopes.Read, until, new() { Name = "Next", MayWrite = true }));
        Assert.Equal("", await ByToken(Scopes.Read | Scopes.Write, until, new() { Name = " Next ", MayWrite = true }));
        Assert.Equal("", await ByToken(Scopes.Read, until, new() { Name = "Short", Days = 1 }));
        var kept = await maya.Db(db => db.ApiTokens.Where(t => t.MemberId == maya.Member.Id).ToListAsync());
        Assert.Equal(
            (until, Scopes.Read | Scopes.Write),
            kept.Where(t => t.Name == "Next").Select(t => (t.ExpiresAt, t.Scopes)).Single()
        );
        Assert.Equal(now.AddDays(1), kept.Single(t => t.Name == "Short").ExpiresAt);

        Task<string> ByToken(Scopes scopes, DateTimeOffset until, TokenRequest asked) =>
            world
                .As(
                    maya,
                    s =>
                    {
                        var visit = s.GetRequiredService<Visit>();
                        visit.Enter(visit.Workspace!, visit.Member, scopes, until);
                        return s.GetRequiredService<CreateToken>().Run(asked, default);
                    }
                )
                .ContinueWith(
                    made => made.Result.Refused(out var refusal) ? refusal.Because : "",
                    TaskScheduler.Default
                );
    }

    [Fact]
    public async Task An_administrator_sees_and_revokes_everybodys_and_once()
    {
        var world = one.World;
        var (maya, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var token = (await Make(tom, new() { Name = "Nightly", MayWrite = true })).Id;
        Assert.Equal(["Maya", "Tom", "Tom"], (await Seen(maya)).Select(t => t.Member).Order());
        Assert.Equal([true, true], (await Seen(tom)).Select(t => t.MayWrite));
        Assert.Equal("There is no such token here. It may have been removed.", await Revoke(rival));

        Assert.Equal("", await Revoke(maya));
        var at = world.Clock.GetUtcNow();
        world.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal("", await Revoke(maya));
        var revoked = (await Seen(tom)).Single(t => t.Id == token);
        Assert.Equal((at, false), (revoked.RevokedAt, revoked.IsLive(at)));
        Assert.Equal(["Maya revoked the token Nightly.", "Tom made the token Nightly."], await maya.Lines());

        Task<string> Revoke(Cast by) => by.Says((RevokeToken act) => act.Run(token, default));

        static async Task<IReadOnlyList<TokenView>> Seen(Cast by) =>
            (await by.World.As(by, s => s.GetRequiredService<ReadTokens>().After(null, 10, default))).Items;
    }
}

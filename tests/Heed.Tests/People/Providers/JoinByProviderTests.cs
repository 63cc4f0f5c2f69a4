using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Heed.Tests.People.SignInByProviderTests;

namespace Heed.Tests.People;

/// <summary>Who becomes a member by coming from the provider.</summary>
public sealed class JoinByProviderTests
{
    static Task<T> Look<T>(Cast cast, Func<HeedDb, Task<T>> look) =>
        cast.World.As(cast, s => look(s.GetRequiredService<HeedDb>()));

    [Fact]
    public async Task Somebody_unknown_joins_only_where_that_is_set_and_somebody_invited_always()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider);
        var maya = await world.Organisation("Harbor Coffee");
        provider.Claims = Of("noa-1", "noa@harbor.example");
        Assert.Equal("/sign-in?not=unknown", await Come(world.Visitor()));
        await maya.Do<InviteMember, InvitationMade>(invite =>
            invite.Run(new() { Email = "noa@harbor.example", Role = Role.Contributor }, default)
        );
        Assert.Equal("/me", await Come(world.Visitor()));
        var noa = await Look(maya, db => db.Members.SingleAsync(m => m.Name == "Noa"));
        Assert.Equal(Role.Contributor, noa.Role);

        await using var open = await With(provider, "--Heed:OpenIdJoin=true");
        var rival = await open.Organisation("Rival Coffee");
        var browser = open.Visitor();
        Assert.Equal("/me", await Come(browser));
        Assert.True(await browser.IsIn());
        Assert.Equal(Role.Viewer, (await Look(rival, db => db.Members.SingleAsync(m => m.Name == "Noa"))).Role);
        // Of two organisations nobody knows which.
        await open.Organisation("Third Coffee");
        provider.Claims = Of("ben-1", "ben@harbor.example");
        Assert.Equal("/sign-in?not=unknown", await Come(open.Visitor()));
    }

    [Fact]
    public async Task Who_would_be_one_too_many_is_told_so_and_leaves_nothing_behind()
    {
        await using var provider = await TestProvider.Start();
        await using var world = await With(provider, "--Heed:OpenIdJoin=true", "--Heed:MostMembers=1");
        var maya = await world.Organisation("Harbor Coffee");
        provider.Claims = Of("noa-1", "noa@harbor.example");
        var browser = world.Visitor();
        var end = await Come(browser);
        Assert.Equal("/sign-in?not=full", end);
        Assert.Contains(
            "no more members may join here",
            (await browser.Page(end)).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await Look(maya, db => db.Members.CountAsync()));
        Assert.Equal(1, await Look(maya, db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Who_was_invited_and_would_be_one_too_many_is_told_so_and_the_invitation_stays_open()
    {
        await using var provider = await TestProvider.Start();
        using var heard = new LogsTests.Heard();
        await using var world = await World.Start(
            services => services.AddLogging(logging => logging.AddProvider(heard)),
            [$"--Heed:PublicUrl={Device.Place}", .. provider.Settings("--Heed:MostMembers=2")]
        );
        var maya = await world.Organisation("Harbor Coffee");
        await maya.Do<InviteMember, InvitationMade>(invite =>
            invite.Run(new() { Email = "noa@harbor.example", Role = Role.Contributor }, default)
        );
        var ben = await world.Colleague(maya, "Ben", Role.Viewer);
        provider.Claims = Of("noa-1", "noa@harbor.example");
        Assert.Equal("/sign-in?not=full", await Come(world.Visitor()));
        Assert.Contains(heard.Lines, line => line.Contains("no more members may join here", StringComparison.Ordinal));
        Assert.Equal(2, await Look(maya, db => db.Users.CountAsync()));
        await maya.Do<DeactivateMember, Done>(deactivate => deactivate.Run(ben.Member.Id, default));
        Assert.Equal("/me", await Come(world.Visitor()));
    }
}

using System.Net;
using System.Net.Http.Headers;
using Heed.Commands;
using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Commands;

public sealed class TokenCommandTests
{
    static async Task<Outcome<string>> Create(
        World world,
        string email,
        string? workspace = null,
        string scopes = "read,write",
        int days = 90
    )
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await TokenCommand.Create(scope.ServiceProvider, email, workspace, "Nightly", scopes, days, default);
    }

    [Fact]
    public async Task The_printed_token_acts_as_the_member()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        Assert.False(
            (await Create(world, cast.Email.ToUpperInvariant(), scopes: "read")).Refused(out _, out var secret)
        );
        var client = world.Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        Assert.Contains("Maya", await client.GetStringAsync("/api/v1/me"), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.DeleteAsync($"/api/v1/tokens/{Id<ApiToken>.New()}")).StatusCode
        );
    }

    [Fact]
    public async Task Wrong_words_are_refused_in_words()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var vera = await world.Colleague(cast, "Vera", Role.Viewer);
        Assert.Contains(
            "no active member",
            Says(await Create(world, "nobody@harbor.example")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "in a workspace Rival",
            Says(await Create(world, cast.Email, "Rival")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "--scopes is “admin”",
            Says(await Create(world, cast.Email, scopes: "admin")),
            StringComparison.Ordinal
        );
        Assert.Contains("--days is 0", Says(await Create(world, cast.Email, days: 0)), StringComparison.Ordinal);
        Assert.Contains("can only read", Says(await Create(world, vera.Email)), StringComparison.Ordinal);

        static string Says(Outcome<string> outcome) =>
            outcome.Refused(out var refusal, out _) ? refusal.Because : "it was made";
    }
}

using System.Net;
using System.Net.Http.Headers;
using Heed.People;

namespace Heed.Tests;

/// <summary>An organisation of a test, and its administrator.</summary>
public sealed record Cast(World World, Workspace Workspace, Member Member, Team Team, string Email, string Token)
{
    public const string Password = "correct horse battery";

    /// <summary>What this member signs in with.</summary>
    public string Types { get; init; } = Password;

    /// <summary>A program with this member's token.</summary>
    public HttpClient Api()
    {
        var client = World.Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }

    /// <summary>A signed-in browser without scripts.</summary>
    public async Task<HttpClient> Browser()
    {
        var browser = World.Visitor();
        var answer = await browser.SignIn(Email, Types);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }
}

/// <summary>Stands at a Monday morning until it is moved; far ahead, so that no cookie of a test is ever out of date.</summary>
public sealed class StandingClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    DateTimeOffset _now = Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;

    public void MoveTo(DateTimeOffset at) => _now = at;
}

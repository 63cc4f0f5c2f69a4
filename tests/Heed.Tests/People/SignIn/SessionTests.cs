using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>How long a browser is signed in, and by what its owner knows it.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_browser_that_was_here_a_minute_ago_is_the_same_session_and_one_unused_for_a_fortnight_is_gone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        for (var minutes = 0; minutes < 6; minutes++)
        {
            world.Clock.Move(TimeSpan.FromMinutes(1)); // The stamp is looked at anew each minute.
            Assert.True(await browser.IsIn());
        }
        var mine = Assert.Single(await world.As(maya, s => s.GetRequiredService<ReadSessions>().Mine(default)));
        Assert.True(mine.LastSeenAt > mine.StartedAt);

        world.Clock.Move(TimeSpan.FromDays(15));
        await maya.Browser();
        Assert.NotEqual(
            mine.Id,
            Assert.Single(await world.As(maya, s => s.GetRequiredService<ReadSessions>().Mine(default))).Id
        );
    }

    [Fact]
    public async Task A_browser_in_use_asks_for_the_password_again_after_ninety_days()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        for (var days = 10; days < 90; days += 10)
        {
            world.Clock.Move(TimeSpan.FromDays(10));
            Assert.True(await browser.IsIn());
        }
        world.Clock.Move(TimeSpan.FromDays(10));
        Assert.False(await browser.IsIn());
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Firefox on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        "Safari on Mac"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0",
        "Edge on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/138.0 Mobile/15E148 Safari/604.1",
        "Chrome on iPhone"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36",
        "Chrome on Android"
    )]
    [InlineData("curl/8.5.0", "A browser")]
    [InlineData("", "A browser")]
    [InlineData("Something (X11; Linux x86_64)", "A browser on Linux")]
    public void A_browser_is_named_as_its_owner_would_name_it(string agent, string words) =>
        Assert.Equal(words, Session.DeviceOf(agent));
}

using System.Net;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Where a code hangs, whoever stands there says what is stupid: without signing in, and without a trace.</summary>
public sealed class SpotTests
{
    static Task<Spot> Opened(Cast cast, string name = "The counter at the harbour", bool ofTeam = true) =>
        cast.Do<OpenSpot, Spot>(open =>
            open.Run(new() { Name = name, Team = ofTeam ? cast.Team.Id : default(Id<Team>) }, default)
        );

    static string Address(Spot spot) => $"/here?code={ReceiptCode.Spaced(spot.Code)}";

    [Fact]
    public async Task A_stranger_at_the_counter_nominates_and_follows_it_by_the_receipt()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var spot = await Opened(maya);
        var lines = await Lines(maya);
        var stranger = world.Visitor();
        var page = (await stranger.Page(Address(spot))).QuerySelector("main")!;
        Assert.Contains("Harbor Coffee wants to know what serves nobody.", page.Says(), StringComparison.Ordinal);
        using var empty = await stranger.PostForm(Address(spot), "here", new() { ["Asked.What"] = " " });
        Assert.Contains("Say what is stupid", (await empty.Html()).Body!.Says(), StringComparison.Ordinal);
        using var said = await stranger.PostForm(
            Address(spot),
            "here",
            new() { ["Asked.What"] = SampleNominations.Twice }
        );
        var thanks = await said.Html();
        Assert.Contains("Thank you", thanks.Body!.Says(), StringComparison.Ordinal);
        var receipt = thanks.QuerySelector("input[name=Receipt]")!.GetAttribute("value")!;
        Assert.Contains(
            "an answer is due by 7 March 2035",
            await ReceiptTests.Told(world.Visitor(), receipt),
            StringComparison.Ordinal
        );
        var kept = await world.As(maya, s => s.GetRequiredService<HeedDb>().Nominations.AsNoTracking().SingleAsync());
        Assert.Equal(
            (SampleNominations.Twice, "The counter at the harbour", maya.Team.Id, (Id<Member>?)null),
            (kept.What, kept.Where, kept.TeamId, kept.AuthorId)
        );
        // No line, no session: nothing says that somebody was here.
        Assert.Equal(lines, await Lines(maya));
        Assert.False(said.Headers.Contains("Set-Cookie"));
        // Whoever comes next sees nothing of it.
        Assert.DoesNotContain(receipt, (await stranger.Page(Address(spot))).Body!.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_none_one_that_opens_nothing_and_one_of_a_closed_spot_are_answered_alike()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var spot = await Opened(maya);
        await maya.Do<OpenSpot, Spot>(open => open.Close(spot.Id, new() { Because = "The counter moved." }, default));
        var stranger = world.Visitor();
        foreach (var address in new[] { Address(spot), "/here?code=0000-0000", "/here?code=nothing" })
            Assert.Contains(
                NominateHere.NotOpen.Because,
                (await stranger.Page(address)).Body!.Says(),
                StringComparison.Ordinal
            );
        var refusal = await world.As(
            maya,
            async s =>
            {
                var outcome = await s.GetRequiredService<NominateHere>()
                    .Run(spot.Code, new() { What = "Late." }, default);
                return outcome.Refused(out var no) ? no.Because : "";
            }
        );
        Assert.Equal(NominateHere.NotOpen.Because, refusal);
        Assert.Equal(0, await world.As(maya, s => s.GetRequiredService<HeedDb>().Nominations.CountAsync()));
        Assert.StartsWith(
            "“The counter at the harbour” is closed already.",
            await maya.Refused<OpenSpot, Spot>(open =>
                open.Close(spot.Id, new() { Because = "The counter moved." }, default)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_thousand_from_one_device_are_stopped_in_words_and_what_was_said_is_kept()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var spot = await Opened(maya);
        string? stopped = null;
        for (var i = 0; i < 1000 && stopped is null; i++)
            stopped = await world.As(
                maya,
                async s =>
                    (
                        await s.GetRequiredService<NominateHere>()
                            .Run(spot.Code, new() { What = $"The form {i}." }, default)
                    ).Refused(out var no)
                        ? no.Because
                        : null
            );
        Assert.StartsWith(
            "30 things were said here within an hour. Those are kept.",
            stopped,
            StringComparison.Ordinal
        );
        Assert.Equal(
            SpotPace.MostAnHour,
            await world.As(maya, s => s.GetRequiredService<HeedDb>().Nominations.CountAsync())
        );
    }

    [Fact]
    public async Task Only_whoever_writes_for_the_team_opens_its_spots_and_of_no_team_an_administrator()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Equal(
            403,
            (
                await cleo.RefusalOf<OpenSpot, Spot>(open =>
                    open.Run(new() { Name = "Here", Team = maya.Team.Id }, default)
                )
            ).Status
        );
        Assert.Equal(
            "A spot that lands with no team is an administrator's to open and to close.",
            await cleo.Refused<OpenSpot, Spot>(open => open.Run(new() { Name = "Here" }, default))
        );
        var spot = await Opened(maya, ofTeam: false);
        Assert.StartsWith(
            "A spot that lands",
            await cleo.Refused<OpenSpot, Spot>(open =>
                open.Close(spot.Id, new() { Because = "The counter moved." }, default)
            ),
            StringComparison.Ordinal
        );
        var browser = await maya.Browser();
        var sheet = (await browser.Page($"/waste/spots/{spot.Id}")).QuerySelector("main")!;
        Assert.EndsWith(Address(spot), sheet.QuerySelector(".hang .small")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(sheet.QuerySelector(".code svg"));
        using var closed = await browser.PostForm(
            $"/waste/spots/{spot.Id}",
            "close",
            new() { ["Closing.Because"] = "The counter moved." }
        );
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Null((await browser.Page($"/waste/spots/{spot.Id}")).QuerySelector(".code"));
    }

    static Task<int> Lines(Cast cast) => cast.World.As(cast, s => s.GetRequiredService<HeedDb>().Entries.CountAsync());
}

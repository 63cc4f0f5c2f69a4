using System.Net;
using System.Net.Http.Json;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class WalkNoteTests
{
    const string Lid = "Each lid is fetched from across the room.";

    /// <summary>Everything that a signed-in person can look at where a note might stand.</summary>
    internal static async Task<string> Everywhere(Cast who, string words, params string[] addresses)
    {
        var (browser, api) = (await who.Browser(), who.Api());
        var text = await browser.GetStringAsync($"/find?q={Uri.EscapeDataString(words)}");
        foreach (var address in addresses.Append("/").Append("/journal"))
        {
            using var answer = address.StartsWith("/api", StringComparison.Ordinal)
                ? await api.GetAsync(address)
                : await browser.GetAsync(address);
            text += await answer.Content.ReadAsStringAsync();
        }
        text += await who.World.As(
            who,
            async here =>
            {
                using MemoryStream all = new();
                foreach (var source in here.GetServices<IExportSource>())
                foreach (var file in await source.Files(default))
                    if (file.Name.StartsWith("waste/", StringComparison.Ordinal))
                        await file.Write(all, default);
                return System.Text.Encoding.UTF8.GetString(all.ToArray());
            }
        );
        return text;
    }

    [Fact]
    public async Task What_is_inferred_alone_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        using var answer = await browser.PostForm(
            "/waste/walks/new",
            "walk",
            new()
            {
                ["Asked.Team"] = $"{maya.Team.Id}",
                ["Asked.Inferred"] = "They do not care.",
                ["Asked.Where"] = "the counter",
            }
        );
        var page = await answer.Html();
        Assert.Contains("What you infer stands on something.", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Equal("They do not care.", page.QuerySelector("[name='Asked.Inferred']")!.TextContent);
        var nowhere = SampleWalks.Asked(maya);
        nowhere.Where = " ";
        Assert.Contains(
            "Say where it was",
            await maya.Refused<WriteWalkNote, WalkNote>(w => w.Run(nowhere, default)),
            StringComparison.Ordinal
        );
        using var posted = await browser.PostForm(
            "/waste/walks/new",
            "walk",
            new()
            {
                ["Asked.Team"] = $"{maya.Team.Id}",
                ["Asked.Saw"] = Lid,
                ["Asked.Inferred"] = "The shelf is older than the cups.",
                ["Asked.Where"] = "the counter",
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var says = (await browser.Page(posted.Headers.Location!.ToString())).Body!.Says();
        Assert.Contains($"Saw {Lid}", says, StringComparison.Ordinal);
        Assert.Contains("Inferred The shelf is older than the cups.", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_team_that_was_watched_sees_it_first_and_everybody_after_it_has_read_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var walker = await world.Colleague(maya, "Walter", Role.Contributor);
        var other = await world.Colleague(maya, "Cleo", Role.Admin);
        var note = await walker.Walked("Each lid lies beneath zebra crates.");
        string[] addresses =
        [
            "/waste/walks",
            $"/waste/walks/{note.Id}",
            "/api/v1/walk-notes",
            $"/api/v1/walk-notes/{note.Id}",
        ];
        Assert.DoesNotContain("zebra", await Everywhere(other, "each lid", addresses), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Api().GetAsync(addresses[3])).StatusCode);
        Assert.Contains("zebra", await (await walker.Browser()).GetStringAsync(addresses[1]), StringComparison.Ordinal);
        var browser = await maya.Browser();
        Assert.Contains(
            "A walk note about Checkout waits to be read.",
            (await browser.Page("/")).Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "one of its members who did not write it",
            await walker.Refused<MoveWalkNote, WalkNote>(m => m.Read(note.Id, default)),
            StringComparison.Ordinal
        );
        using var read = await browser.PostForm(addresses[1], "read", []);
        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        Assert.DoesNotContain("waits to be read", (await browser.Page("/")).Body!.Says(), StringComparison.Ordinal);
        Assert.Contains("zebra", await Everywhere(other, "each lid", addresses[0]), StringComparison.Ordinal);

        // Taken back, it is its author's alone again.
        await walker.Do<MoveWalkNote, WalkNote>(m => m.Withdraw(note.Id, new() { Because = "It names one." }, default));
        Assert.DoesNotContain("zebra", await Everywhere(other, "each lid", addresses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_working_days_everybody_sees_it_read_or_not()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var walker = await world.Colleague(maya, "Walter", Role.Contributor);
        var other = await world.Colleague(maya, "Cleo", Role.Contributor);
        var note = await walker.Walked();
        world.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Api().GetAsync($"/api/v1/walk-notes/{note.Id}")).StatusCode);
        world.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await other.Api().GetAsync($"/api/v1/walk-notes/{note.Id}")).StatusCode);
    }

    [Fact]
    public async Task An_obstacle_and_a_nomination_remember_the_note_and_a_nomination_of_it_is_never_anonymous()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var note = await maya.Walked();
        var browser = await maya.Browser();
        using var named = await browser.PostForm($"/waste/walks/{note.Id}/obstacle", "walk-obstacle", []);
        Assert.StartsWith(
            "/try/obstacles/",
            new Uri(world.Address, named.Headers.Location!).AbsolutePath,
            StringComparison.Ordinal
        );
        using var nominated = await browser.PostForm($"/waste?walk={note.Id}", "nominate", []);
        Assert.Equal(HttpStatusCode.OK, nominated.StatusCode);
        var says = (await browser.Page($"/waste/walks/{note.Id}")).Body!.Says();
        Assert.Contains($"{Lid} an obstacle", says, StringComparison.Ordinal);
        Assert.Contains($"{Lid} a nomination", says, StringComparison.Ordinal);
        Assert.Contains(
            "that would nearly say who you are",
            await maya.Refused<Nominate, NominationThanks>(n =>
                n.Run(new() { What = "The lids", WalkNote = note.Id }, true, default)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_named_in_no_note()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var noa = await world.Colleague(maya, "Noa", Role.Contributor);
        var note = await maya.Walked("Noa fetches each lid.");
        await maya.Do<ForgetMember, Done>(f => f.Run(noa.Member.Id, default));
        var kept = await world.As(maya, s => s.GetRequiredService<ReadWalkNotes>().Of(note.Id, default));
        Assert.Equal("a former member fetches each lid.", kept!.Saw);
    }
}

using System.Net;
using System.Net.Http.Json;
using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Aim.AgendaTests;

namespace Heed.Tests.Aim;

/// <summary>How sure a team is: given by each alone, seen from three on, and gone.</summary>
public sealed class AgendaVotesTests
{
    [Theory]
    [InlineData(new[] { 3, 8, 6 }, "6, from 3 to 8 (three votes)")]
    [InlineData(new[] { 8, 3, 6, 7 }, "6.5, from 3 to 8 (four votes)")]
    [InlineData(new[] { 7, 7, 7 }, "7, all alike (three votes)")]
    [InlineData(new[] { 3, 8 }, "two votes are too few to show")]
    [InlineData(new[] { 3 }, "one vote is too few to show")]
    [InlineData(new int[0], "nobody voted")]
    public void Median_and_spread_are_said_from_three_votes_on(int[] votes, string says)
    {
        var line = new AgendaLine { AgendaId = Id<Agenda>.New(), KeyResultId = Id<KeyResult>.New() };
        line.Reveal(votes);
        Assert.Equal(says, line.Confidence);
        Assert.Equal(votes.Length < 3, line.Lowest is null && line.Highest is null && line.Median is null);
    }

    [Fact]
    public async Task No_page_program_export_search_or_line_of_the_journal_shows_a_vote_before_the_reveal()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 5);
        // Each looks at everything without a vote, then with those of two others who are as far apart as can be.
        var looker = team[4];
        var before = await Everything(looker, agenda, keyResult);
        await Vote(team[1], agenda, keyResult, 1);
        await Vote(team[2], agenda, keyResult, 10);
        var low = await Everything(looker, agenda, keyResult);
        await Vote(team[1], agenda, keyResult, 9);
        await Vote(team[2], agenda, keyResult, 2);
        var other = await Everything(looker, agenda, keyResult);
        // What is seen goes by how many voted, never by what they voted.
        Assert.NotEqual(before["page"], low["page"]);
        Assert.Contains("Two of five have voted.", low["page"], StringComparison.Ordinal);
        foreach (var (where, seen) in low)
            Assert.True(seen == other[where], $"{where} tells a vote:\n{seen}\n{other[where]}");
        Assert.Equal(before["journal"], low["journal"]);
        // Nor does it tell whoever voted: the screen is looked at together.
        var own = await Everything(team[1], agenda, keyResult);
        await Vote(team[1], agenda, keyResult, 4);
        Assert.Equal(own["page"], (await Everything(team[1], agenda, keyResult))["page"]);
        Assert.Contains("You have voted.", own["page"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_can_be_changed_until_three_are_revealed_and_then_they_are_gone()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 4);
        await Vote(team[0], agenda, keyResult, 3);
        await Vote(team[1], agenda, keyResult, 6);
        Assert.Contains(
            "Two of four have voted; wait for more.",
            await team[0].Refused<RevealVotes, Agenda>(r => r.Run(agenda.Id, default)),
            StringComparison.Ordinal
        );
        await Vote(team[2], agenda, keyResult, 1);
        await Vote(team[2], agenda, keyResult, 8);
        Assert.Equal(3, await Votes(team[0]));
        await Reveal(team[0], agenda);
        var page = await Page(team[3], agenda);
        Assert.Contains("6, from 3 to 8 (three votes)", page, StringComparison.Ordinal);
        Assert.Equal(0, await Votes(team[0]));
        Assert.StartsWith(
            "The votes are revealed",
            await team[3]
                .Refused<VoteOnAgenda, Done>(v =>
                    v.Run(agenda.Id, new() { KeyResult = keyResult.Id, Confidence = 5 }, default)
                ),
            StringComparison.Ordinal
        );
        Assert.Contains("3 of 4 had voted", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_result_on_which_two_voted_stays_unshown_beside_one_on_which_three_did()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 3);
        var second = await world.As(
            team[0],
            s => s.GetRequiredService<HeedDb>().Objectives.AsNoTracking().SingleAsync()
        );
        var other = await team[0].Aim(second, await Metric(team[0]), a => a.DoesWhat = "bring a friend");
        foreach (var one in team)
            await Vote(one, agenda, keyResult, 7);
        await Vote(team[0], agenda, other, 2);
        await Vote(team[1], agenda, other, 9);
        await Reveal(team[0], agenda);
        var page = await Page(team[0], agenda);
        Assert.Contains("7, all alike (three votes)", page, StringComparison.Ordinal);
        Assert.Contains("two votes are too few to show", page, StringComparison.Ordinal);
        var line = await world.As(
            team[0],
            s => s.GetRequiredService<HeedDb>().AgendaLines.AsNoTracking().SingleAsync(l => l.KeyResultId == other.Id)
        );
        Assert.Equal((null, null, null), (line.Median, line.Lowest, line.Highest));
    }

    [Fact]
    public async Task A_team_of_two_is_told_to_speak_and_may_close_without_a_reveal()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 2);
        await Vote(team[0], agenda, keyResult, 3);
        await Vote(team[1], agenda, keyResult, 6);
        Assert.Contains(
            "Say to each other how sure you are",
            await team[0].Refused<RevealVotes, Agenda>(r => r.Run(agenda.Id, default)),
            StringComparison.Ordinal
        );
        await team[0].Do<CloseAgenda, Agenda>(c => c.Run(agenda.Id, default));
        Assert.Equal(0, await Votes(team[0]));
        Assert.Contains("closed without a reveal", await Page(team[0], agenda), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_goes_from_1_to_10_on_a_live_key_result_of_the_team()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 1);
        var api = team[0].Api();
        foreach (var sure in new[] { 0, 11, -1 })
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (
                    await api.PostAsJsonAsync(
                        $"/api/v1/agendas/{agenda.Id}/votes",
                        new { keyResult = keyResult.Id, confidence = sure }
                    )
                ).StatusCode
            );
        var draft = await team[0]
            .Aim(
                await team[0]
                    .Objective(
                        await world.As(team[0], s => s.GetRequiredService<HeedDb>().Cycles.AsNoTracking().SingleAsync())
                    ),
                await Metric(team[0])
            );
        Assert.Equal(
            409,
            (
                await team[0]
                    .RefusalOf<VoteOnAgenda, Done>(v =>
                        v.Run(agenda.Id, new() { KeyResult = draft.Id, Confidence = 5 }, default)
                    )
            ).Status
        );
        var answer = await (await team[0].Browser()).PostForm(
            $"/aim/agendas/{agenda.Id}",
            $"vote-{keyResult.Id}",
            new() { ["Confidence"] = "eleven" }
        );
        Assert.Contains("Press one of the ten.", (await answer.Html()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Votes(team[0]));
    }

    /// <summary>All that a member can read of an agenda, by where it stands.</summary>
    static async Task<Dictionary<string, string>> Everything(Cast who, Agenda agenda, KeyResult keyResult)
    {
        var (browser, api) = (await who.Browser(), who.Api());
        var export = await who.World.As(
            who,
            async s =>
            {
                var text = "";
                foreach (var room in s.GetServices<IExportSource>())
                foreach (var file in await room.Files(default))
                {
                    using var to = new MemoryStream();
                    await file.Write(to, default);
                    // Signing in writes a session and nothing else of it.
                    if (file.Name.StartsWith("aim/", StringComparison.Ordinal))
                        text += $"{file.Name} {System.Text.Encoding.UTF8.GetString(to.ToArray())}";
                }
                return text;
            }
        );
        var journal = await who.World.As(
            who,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Entries.OrderBy(e => e.At)
                    .ThenBy(e => e.Sentence)
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );
        return new()
        {
            ["page"] = await AimPagesTests.Text(browser, $"/aim/agendas/{agenda.Id}"),
            ["list"] = await AimPagesTests.Text(browser, "/aim/agendas"),
            ["key result"] = await AimPagesTests.Text(browser, $"/aim/key-results/{keyResult.Id}"),
            ["home"] = await AimPagesTests.Text(browser, "/"),
            ["search"] = await AimPagesTests.Text(browser, "/find?q=March"),
            ["program"] = await api.GetStringAsync($"/api/v1/agendas/{agenda.Id}"),
            ["programs' list"] = await api.GetStringAsync("/api/v1/agendas"),
            ["export"] = export,
            ["journal"] = string.Join('\n', journal),
        };
    }
}

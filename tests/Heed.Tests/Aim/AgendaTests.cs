using System.Net;
using System.Net.Http.Json;
using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class AgendaTests
{
    /// <summary>A team of so many who vote, with a live key result and the agenda of March.</summary>
    internal static async Task<(Cast[] Team, KeyResult KeyResult, Agenda Agenda)> Opened(World world, int members)
    {
        var maya = await world.Organisation("Harbor Coffee");
        List<Cast> team = [maya];
        foreach (var name in new[] { "Noa", "Ben", "Rosa", "Ada" }.Take(members - 1))
            team.Add(await Member(maya, name));
        var (_, keyResult, _) = await maya.Live();
        return ([.. team], keyResult, await Open(maya));
    }

    internal static async Task<Cast> Member(Cast of, string name, Role role = Role.Contributor)
    {
        var member = await of.World.Colleague(of, name, role);
        await of.Do<JoinTeam, Done>(j =>
            j.Run(of.Team.Id, member.Member.Id, new() { Role = TeamRole.Member }, default)
        );
        return member;
    }

    internal static Task<Agenda> Open(Cast who) =>
        who.Do<OpenAgenda, Agenda>(o => o.Run(new() { Team = who.Team.Id }, default));

    static Task<Done> Vote(Cast who, Agenda agenda, KeyResult keyResult, int sure) =>
        who.Do<VoteOnAgenda, Done>(v =>
            v.Run(agenda.Id, new() { KeyResult = keyResult.Id, Confidence = sure }, default)
        );

    static Task<Agenda> Reveal(Cast who, Agenda agenda) => who.Do<RevealVotes, Agenda>(r => r.Run(agenda.Id, default));

    static async Task<string> Page(Cast who, Agenda agenda) =>
        await AimPagesTests.Text(await who.Browser(), $"/aim/agendas/{agenda.Id}");

    static Task<Heed.Metrics.Metric> Metric(Cast who) =>
        who.World.As(who, s => s.GetRequiredService<HeedDb>().Metrics.AsNoTracking().SingleAsync());

    static Task<int> Votes(Cast who) =>
        who.World.As(who, s => s.GetRequiredService<HeedDb>().ConfidenceVotes.CountAsync());

    [Fact]
    public void Every_act_leads_only_where_the_table_says()
    {
        Assert.All(AgendaMoves.All, m => Assert.NotEqual(AgendaState.Closed, m.From));
        Assert.False(AgendaState.Revealed.Allows(AgendaAct.Vote));
        Assert.False(AgendaState.Revealed.Allows(AgendaAct.Reveal));
        Assert.All(Enum.GetValues<AgendaAct>(), act => Assert.True(AgendaState.Open.Allows(act)));
        Assert.All(Enum.GetValues<AgendaAct>(), act => Assert.False(AgendaState.Closed.Allows(act)));
        Assert.Equal(AgendaMoves.All.Count, AgendaMoves.All.DistinctBy(m => (m.From, m.Act)).Count());
    }

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
    public async Task Only_the_team_votes_writes_and_closes_and_everybody_reads()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 3);
        var stranger = await world.Colleague(team[0], "Kim", Role.Admin);
        const string Its = "This belongs to Checkout";
        Assert.StartsWith(
            Its,
            await stranger.Refused<VoteOnAgenda, Done>(v =>
                v.Run(agenda.Id, new() { KeyResult = keyResult.Id, Confidence = 5 }, default)
            ),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            Its,
            await stranger.Refused<RevealVotes, Agenda>(r => r.Run(agenda.Id, default)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            Its,
            await stranger.Refused<CloseAgenda, Agenda>(c => c.Run(agenda.Id, default)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            Its,
            await stranger.Refused<OpenAgenda, Agenda>(o => o.Run(new() { Team = team[0].Team.Id }, default)),
            StringComparison.Ordinal
        );
        var page = await (await stranger.Browser()).Page($"/aim/agendas/{agenda.Id}");
        Assert.Contains("Checkout, March 2035", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Reveal the votes", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[name=Confidence]"));
    }

    [Fact]
    public async Task There_is_one_agenda_a_team_and_month_and_it_is_of_now()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await Open(maya);
        var again = await maya.RefusalOf<OpenAgenda, Agenda>(o =>
            o.Run(new() { Team = maya.Team.Id, Month = new(2035, 3, 31) }, default)
        );
        Assert.Equal(("Month", 409), (again.Field, again.Status));
        await maya.Do<OpenAgenda, Agenda>(o => o.Run(new() { Team = maya.Team.Id, Month = new(2035, 2, 28) }, default));
        foreach (var month in new[] { new DateOnly(2035, 1, 31), new(2035, 4, 1), DateOnly.MaxValue })
            Assert.Contains(
                "February 2035 or March 2035",
                await maya.Refused<OpenAgenda, Agenda>(o =>
                    o.Run(new() { Team = maya.Team.Id, Month = month }, default)
                ),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task A_team_walks_through_its_agenda_with_forms_alone_and_reads_it_as_it_stood()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (noa, ben) = (await Member(maya, "Noa"), await Member(maya, "Ben"));
        var (objective, keyResult, metric) = await maya.Live();
        await maya.Do<WriteSibling, Sibling>(w =>
            w.Run(objective.Id, new() { Kind = SiblingKind.Initiative, Words = "Print name cards" }, default)
        );
        var browser = await maya.Browser();
        var at = await AimPagesTests.Redirected(
            browser.PostForm(
                "/aim/agendas",
                "agenda",
                new() { ["Asked.Team"] = $"{maya.Team.Id}", ["Asked.Month"] = "2035-03-01" }
            )
        );
        foreach (var (who, sure) in new[] { (maya, "4"), (noa, "6"), (ben, "9") })
            await AimPagesTests.Redirected(
                (await who.Browser()).PostForm(at, $"vote-{keyResult.Id}", new() { ["Confidence"] = sure })
            );
        await AimPagesTests.Redirected(browser.PostForm(at, "reveal", []));
        await AimPagesTests.Redirected(
            browser.PostForm(
                at,
                "words",
                new()
                {
                    ["Said.Learned"] = "Names matter more than beans.",
                    ["Said.Obstacles"] = "The till is slow.",
                    ["Said.NextSteps"] = "We ask ten regulars.",
                }
            )
        );
        await AimPagesTests.Redirected(
            browser.PostForm(
                at,
                "decide",
                new() { ["Decided.Words"] = "Noa asks ten regulars.", ["Decided.Who"] = $"{noa.Member.Id}" }
            )
        );
        await AimPagesTests.Redirected(browser.PostForm(at, "close", []));
        // The key result moves on; the agenda stays.
        await maya.Do<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Value = 99, Confidence = 5 }, default));
        var text = await AimPagesTests.Text(await ben.Browser(), at);
        foreach (
            var words in new[]
            {
                "Checkout, March 2035",
                "As it stood when it was closed on 5 March 2035",
                "New regulars order again within a month",
                "→ 75 of 100 by 31 March 2035",
                "Initiative: Print name cards, under way",
                "6, from 4 to 9 (three votes)",
                "Names matter more than beans.",
                "The till is slow.",
                "We ask ten regulars.",
                "Noa asks ten regulars.",
            }
        )
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("99", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Close the agenda", text, StringComparison.Ordinal);
        Assert.StartsWith(
            "The agenda of March 2035 is closed.",
            await maya.Refused<WriteAgenda, Agenda>(w =>
                w.Rewrite(Id<Agenda>.Parse(at.Split('/')[^1], null), new(), default)
            ),
            StringComparison.Ordinal
        );
        Assert.NotNull(metric);
        // It is found by what was written on it.
        Assert.Contains(
            "Checkout, March 2035",
            await AimPagesTests.Text(browser, "/find?q=beans"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_decision_leads_to_a_trial_or_nomination_that_is_here_and_nowhere_else()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var agenda = await Open(maya);
        var trial = await world.As(maya, s => SampleAim.Trial(s, maya));
        Task<Refusal> Refused(string link) =>
            maya.RefusalOf<DecideOnAgenda, AgendaDecision>(d => d.Run(agenda.Id, Asked(maya, link), default));
        foreach (
            var link in new[]
            {
                $"/try/{Id<Heed.Try.Trial>.New()}",
                "/try/",
                "/aim",
                "https://elsewhere.example/page",
                "javascript:alert(1)",
                "//else.example",
            }
        )
            Assert.Equal("Link", (await Refused(link)).Field);
        await maya.Do<DecideOnAgenda, AgendaDecision>(d =>
            d.Run(agenda.Id, Asked(maya, $"https://heed.example/try/{trial.Id}"), default)
        );
        var page = await (await maya.Browser()).Page($"/aim/agendas/{agenda.Id}");
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/try/{trial.Id}");
        var gone = Asked(maya, null);
        gone.Who = Id<Member>.New();
        Assert.Equal(
            404,
            (await maya.RefusalOf<DecideOnAgenda, AgendaDecision>(d => d.Run(agenda.Id, gone, default))).Status
        );
    }

    static AgendaDecisionRequest Asked(Cast who, string? link) =>
        new()
        {
            Words = "We text the arrival time.",
            Who = who.Member.Id,
            Link = link,
        };

    [Fact]
    public async Task Home_says_that_the_agenda_is_open_and_how_many_have_voted()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 5);
        var viewer = await Member(team[0], "Vera", Role.Viewer);
        Assert.Contains(
            "The agenda of March 2035 is open; nobody has voted yet.",
            await AimPagesTests.Text(await team[1].Browser(), "/"),
            StringComparison.Ordinal
        );
        await Vote(team[0], agenda, keyResult, 3);
        await Vote(team[1], agenda, keyResult, 6);
        // Who may only read does not vote, and is not counted.
        Assert.Contains(
            "two of five have voted",
            await AimPagesTests.Text(await team[1].Browser(), "/"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "The agenda of March",
            await AimPagesTests.Text(await viewer.Browser(), "/"),
            StringComparison.Ordinal
        );
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

    [Fact]
    public async Task Whoever_is_forgotten_is_named_on_no_agenda_and_their_vote_is_gone()
    {
        await using var world = await World.Start();
        var (team, keyResult, agenda) = await Opened(world, 3);
        await Vote(team[1], agenda, keyResult, 6);
        await team[0]
            .Do<WriteAgenda, Agenda>(w => w.Rewrite(agenda.Id, new() { Learned = "Noa knows each by name." }, default));
        await team[0]
            .Do<DecideOnAgenda, AgendaDecision>(d =>
                d.Run(agenda.Id, new() { Words = "Noa asks ten.", Who = team[1].Member.Id }, default)
            );
        await team[0].Do<ForgetMember, Done>(f => f.Run(team[1].Member.Id, default));
        var page = await Page(team[0], agenda);
        Assert.DoesNotContain("Noa", page, StringComparison.Ordinal);
        Assert.Contains("a former member asks ten.", page, StringComparison.Ordinal);
        Assert.Equal(0, await Votes(team[0]));
    }
}

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

    internal static Task<Done> Vote(Cast who, Agenda agenda, KeyResult keyResult, int sure) =>
        who.Do<VoteOnAgenda, Done>(v =>
            v.Run(agenda.Id, new() { KeyResult = keyResult.Id, Confidence = sure }, default)
        );

    internal static Task<Agenda> Reveal(Cast who, Agenda agenda) =>
        who.Do<RevealVotes, Agenda>(r => r.Run(agenda.Id, default));

    internal static async Task<string> Page(Cast who, Agenda agenda) =>
        await AimPagesTests.Text(await who.Browser(), $"/aim/agendas/{agenda.Id}");

    internal static Task<Heed.Metrics.Metric> Metric(Cast who) =>
        who.World.As(who, s => s.GetRequiredService<HeedDb>().Metrics.AsNoTracking().SingleAsync());

    internal static Task<int> Votes(Cast who) =>
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

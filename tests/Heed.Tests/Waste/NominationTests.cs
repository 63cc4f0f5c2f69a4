using System.Net;
using Heed.Journal;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>From the box to gone: who may do what, who sees what, and what is told of it.</summary>
public sealed class NominationTests
{
    static async Task<List<HomeSentence>> AtHome(Cast who) =>
        await who.World.As(
            who,
            async here =>
            {
                var source = here.GetServices<IHomeSource>().Single(s => s.GetType().Name == "NominationsAtHome");
                return (await source.Sentences(default)).ToList();
            }
        );

    [Fact]
    public async Task A_nomination_goes_from_the_box_over_a_trial_to_gone_with_forms_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var browser = await maya.Browser();
        using var said = await browser.PostForm(
            "/waste",
            "nominate",
            new() { ["Asked.What"] = SampleNominations.Twice, ["Asked.Team"] = $"{maya.Team.Id}" }
        );
        var page = await said.Html();
        Assert.Contains("an answer is due by 7 March 2035", page.Body!.Says(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[name=Receipt][value]"));
        var its = page.QuerySelector("main .ends a.button.first")!.GetAttribute("href")!;
        Assert.Contains(
            "Nominated on 5 March 2035, by Maya",
            (await browser.Page(its)).Body!.Says(),
            StringComparison.Ordinal
        );

        await Go(browser.PostForm(its, "class", new() { ["Classing.Class"] = "NeverMeant" }));
        await Go(browser.PostForm(its, "decision", new() { ["Deciding.Decision"] = "Remove" }));
        var plan = (await browser.Page(its))
            .QuerySelectorAll("a.button")
            .Single(a => a.TextContent.Contains("Plan the trial", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var offered = await browser.Page($"{plan}&metric={metric.Id}");
        Assert.Equal(
            $"Remove: {SampleNominations.Twice}",
            offered.QuerySelector("[name='Asked.Change']")!.GetAttribute("value")
        );
        Assert.Equal(SampleNominations.Twice, offered.QuerySelector("[name='Asked.Obstacle']")!.TextContent);
        Assert.NotNull(offered.QuerySelector("[name='Asked.Lever'][value=Remove][checked]"));
        // The words go along where the metric has to be chosen first.
        Assert.NotNull((await browser.Page(plan)).QuerySelector("form[method=get] input[name=change]"));

        var guarded = SampleTrials.Asked(maya, metric);
        (guarded.GuardrailMetric, guarded.GuardrailAtLeast) = (metric.Id, 10);
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(guarded, default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        await Go(browser.PostForm(its, "its-trial", new() { ["Trying.Trial"] = $"{trial.Id}" }));
        Assert.Contains(
            "None yet: the trial is running",
            (await browser.Page(its)).Body!.Says(),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
        browser = await maya.Browser();
        var verdict = await world.As(maya, s => s.GetRequiredService<HeedDb>().TrialVerdicts.SingleAsync());
        Assert.Contains(verdict.Sentence, (await browser.Page(its)).Body!.Says(), StringComparison.Ordinal);
        var gone = (await browser.Page("/waste")).QuerySelector("#board-gone")!.ParentElement!;
        Assert.Contains(SampleNominations.Twice, gone.Says(), StringComparison.Ordinal);
    }

    static async Task Go(Task<HttpResponseMessage> post)
    {
        using var answer = await post;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Html()).Body!.Says());
    }

    [Fact]
    public async Task The_team_that_it_lands_with_answers_and_an_administrator_and_nobody_else()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var vera = await world.Colleague(maya, "Vera", Role.Viewer);
        var (theirs, anybodys) = (
            await maya.Said(team: maya.Team.Id),
            await maya.Said("A form asks for the fax number.")
        );
        Assert.Equal(
            "This lands with another team. Its members answer it, or an administrator.",
            await cleo.Refused<AnswerNomination, Nomination>(a =>
                a.Class(theirs.Nomination, new() { Class = NominationClass.NeverMeant }, default)
            )
        );
        Assert.DoesNotContain(NominationAct.Class, (await cleo.Seen(theirs.Nomination))!.May);
        await cleo.Classed(anybodys.Nomination);
        await maya.Classed(theirs.Nomination);
        Assert.Empty((await vera.Seen(theirs.Nomination))!.May);
        Assert.StartsWith(
            "You may read here",
            await vera.Refused<Nominate, NominationThanks>(n => n.Run(new() { What = "x" }, false, default)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "This is stupid because",
            (await (await vera.Browser()).Page("/waste")).Body!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_held_is_seen_by_administrators_and_its_author_alone_wherever_one_looks()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (cleo, noa) = (
            await world.Colleague(maya, "Cleo", Role.Contributor),
            await world.Colleague(maya, "Noa", Role.Contributor)
        );
        const string words = "The cook is a fool.";
        var thanks = await cleo.Said(words);
        await noa.Held(thanks.Nomination);
        Assert.Null(await noa.Seen(thanks.Nomination));
        Assert.NotNull(await cleo.Seen(thanks.Nomination));
        Assert.NotNull(await maya.Seen(thanks.Nomination));
        var (browser, program) = (await noa.Browser(), noa.Api());
        foreach (var address in new[] { "/waste", "/find?q=cook", "/journal", "/" })
            Assert.DoesNotContain(words, (await browser.Page(address)).Body!.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain(words, await program.GetStringAsync("/api/v1/nominations"), StringComparison.Ordinal);
        using (var gone = await program.GetAsync($"/api/v1/nominations/{thanks.Nomination}/steps"))
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(
            "There is no such nomination here. It may have been removed.",
            await noa.Refused<VoteForNomination, Done>(v => v.Add(thanks.Nomination, default))
        );
        Assert.Contains(words, (await (await maya.Browser()).Page("/waste")).Body!.Says(), StringComparison.Ordinal);
        Assert.Equal("One nomination is held: release or set aside.", Assert.Single(await AtHome(maya)).Say);
        Assert.Empty(await AtHome(noa));

        Assert.StartsWith(
            "Only an administrator",
            await cleo.Refused<ModerateNomination, Nomination>(m => m.Release(thanks.Nomination, default)),
            StringComparison.Ordinal
        );
        await maya.Do<ModerateNomination, Nomination>(m =>
            m.SetAside(thanks.Nomination, new() { Because = "It is about a person." }, default)
        );
        Assert.Null(await noa.Seen(thanks.Nomination));
        var told = await world.As(
            maya,
            here => here.GetRequiredService<FindByReceipt>().Run(new() { Code = thanks.Receipt }, default)
        );
        Assert.Equal("It is about a person.", told.Given().Reason);
    }

    [Fact]
    public async Task Home_asks_those_who_may_answer_once_an_answer_is_late_and_says_no_more_than_a_few()
    {
        await using var world = await World.New();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        for (var i = 0; i < 5; i++)
            await maya.Said($"Step {i} serves nobody.", team: maya.Team.Id);
        var anybodys = await maya.Said("A form asks for the fax number.");
        world.Clock.Move(TimeSpan.FromDays(2));
        Assert.Empty(await AtHome(maya));
        world.Clock.Move(TimeSpan.FromDays(1));
        var said = await AtHome(maya);
        Assert.Equal(4, said.Count);
        Assert.Equal("3 more nominations without an answer", said[^1].Say);
        Assert.All(said, s => Assert.Equal(HomeColumn.NeedsMe, s.Column));
        var hers = Assert.Single(await AtHome(cleo));
        Assert.Equal(
            ("“A form asks for the fax number.” waits for an answer.", $"/waste/nominations/{anybodys.Nomination}"),
            (hers.Say, hers.Href)
        );
        Assert.Equal("an answer was due 1 day ago", hers.Detail);
        Assert.Contains(
            "longer than two working days",
            (await (await cleo.Browser()).Page("/waste")).Body!.Says(),
            StringComparison.Ordinal
        );
        await maya.Classed(anybodys.Nomination);
        Assert.Empty(await AtHome(cleo));
    }

    [Fact]
    public async Task The_journal_tells_each_act_with_its_name_and_none_of_the_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var thanks = await maya.Said();
        await maya.Classed(thanks.Nomination);
        await maya.Decided(thanks.Nomination, NominationDecision.Keep, "The tax law asks for two.");
        await maya.Do<AnswerNomination, Nomination>(a =>
            a.Reopen(thanks.Nomination, new() { Because = "The law has changed." }, default)
        );
        await maya.Held(thanks.Nomination);
        await maya.Do<ModerateNomination, Nomination>(m => m.Release(thanks.Nomination, default));
        await maya.Do<WithdrawNomination, Nomination>(w => w.Run(thanks.Nomination, default));
        var lines = await world.As(
            maya,
            here =>
                here.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.Kind == nameof(Nomination))
                    .OrderBy(e => e.Id)
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );
        Assert.Equal(
            [
                "Maya nominated something.",
                "Maya classed a nomination: never meant to happen.",
                "Maya decided on a nomination: keep.",
                "Maya reopened a nomination.",
                "Maya held a nomination.",
                "Maya released a nomination.",
                "Maya withdrew a nomination.",
            ],
            lines
        );
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_a_former_member_and_their_words_and_voice_stay()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var thanks = await cleo.Said();
        await maya.Do<DeactivateMember, Done>(d => d.Run(cleo.Member.Id, default));
        await maya.Do<ForgetMember, Done>(f => f.Run(cleo.Member.Id, default));
        var page = (await (await maya.Browser()).Page($"/waste/nominations/{thanks.Nomination}")).Body!.Says();
        Assert.DoesNotContain("Cleo", page, StringComparison.Ordinal);
        Assert.Contains("A former member", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(SampleNominations.Twice, page, StringComparison.Ordinal);
        Assert.Equal(1, (await maya.Seen(thanks.Nomination))!.Votes);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Evidence_is_an_address_of_Heed_and_leads_nowhere_else(string evidence)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        using var said = await (await maya.Browser()).PostForm(
            "/waste",
            "nominate",
            new() { ["Asked.What"] = SampleNominations.Twice, ["Asked.Evidence"] = evidence }
        );
        Assert.Contains(
            "from its first stroke on",
            (await said.Html()).QuerySelector("[role=alert]")!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_nomination_can_start_from_a_page_and_says_which()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var practice = await maya.Practice();
        var browser = await maya.Browser();
        var link = (await browser.Page($"/waste/practices/{practice.Id}"))
            .QuerySelectorAll("a.button")
            .Single(a => a.TextContent.Contains("This is stupid", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var form = await browser.Page(link);
        Assert.Equal(practice.Name, form.QuerySelector("[name='Asked.What']")!.TextContent);
        Assert.Equal(
            $"/waste/practices/{practice.Id}",
            form.QuerySelector("[name='Asked.Evidence']")!.GetAttribute("value")
        );
    }
}

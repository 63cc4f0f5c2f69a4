using System.Net;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class OfferMovesTests
{
    const string First = "let-the-place-do-it";

    static Task<IReadOnlyList<OfferedMove>> Offered(Cast cast, Metric metric) =>
        cast.World.As(
            cast,
            async s =>
            {
                var found = await s.GetRequiredService<ReadTraction>().Of([metric.Id], default);
                return Assert.Single(await s.GetRequiredService<OfferMoves>().To(found, default));
            }
        );

    [Fact]
    public async Task Who_spins_is_offered_three_different_moves_and_takes_one_up_in_a_plan_that_remembers_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Spun();
        var browser = await maya.Browser();
        foreach (var address in (string[])[$"/metrics/{metric.Id}", "/try/stuck"])
        {
            var cards = (await browser.Page(address)).QuerySelectorAll(".offers li");
            Assert.Equal(3, cards.Length);
            Assert.All(cards, c => Assert.Contains("Nobody has tried it here.", c.Says(), StringComparison.Ordinal));
        }
        var page = await browser.Page("/try/stuck");
        Assert.Equal("One outcome does not move, for 42 hours", page.QuerySelector("h1")!.Says());
        var taken = page.QuerySelector(".offers a")!.GetAttribute("href")!;
        Assert.Contains($"move={First}", taken, StringComparison.Ordinal);

        var plan = await browser.Page(taken);
        Assert.Equal(First, plan.QuerySelector("[name='Asked.Move']")!.GetAttribute("value"));
        Assert.Equal("Environment", plan.QuerySelector("[name='Asked.Lever'][checked]")!.GetAttribute("value"));
        Assert.Contains(
            "Forms come late.",
            plan.QuerySelector("[name='Asked.Obstacle']")!.OuterHtml,
            StringComparison.Ordinal
        );
        Assert.Contains(UnstuckMove.Of(First)!.Says, plan.Body!.Says(), StringComparison.Ordinal);
        var fields = Forms.Filled(plan.Forms.Single(f => f.QuerySelector("[name='Asked.Move']") is not null));
        foreach (var (name, value) in TryPagesTests.Plan("-7"))
            if (name is not ("Asked.Lever" or "Asked.Obstacle"))
                fields[name] = value;
        var posted = await browser.PostAsync(taken, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var trial = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Trials.AsNoTracking().SingleAsync(t => t.Move != null)
        );
        Assert.Equal((First, Lever.Environment, metric.Id), (trial.Move, trial.Lever, trial.MetricId));
        Assert.Contains("Came from", (await browser.Page($"/try/{trial.Id}")).Body!.Says(), StringComparison.Ordinal);

        // Taken up, it is not offered again here; elsewhere it says that it is under way.
        var now = await Offered(maya, metric);
        Assert.DoesNotContain(UnstuckMove.Of(First)!.Name, now.Select(o => o.Name));
        Assert.Equal(3, now.Count);
        var other = await maya.Spun(null, "Forms that come back");
        Assert.Equal("Nobody knows yet: one not judged yet.", (await Offered(maya, other))[0].Rate);
        // A plan that is changed keeps where it came from.
        var again = TrialRequest.Of(trial);
        again.Change = "Another way to say it";
        Assert.Equal(First, (await maya.Do<PlanTrial, Trial>(p => p.Rewrite(trial.Id, again, default))).Move);
        Assert.Null(TrialRequest.After(trial).Move);
    }

    [Fact]
    public async Task What_came_of_a_move_is_counted_from_the_verdicts_of_this_organisation_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var noa = await world.Organisation("Elsewhere");
        foreach (var cast in (Cast[])[maya, noa])
        {
            var tried = await cast.Flat("Forms that come back");
            await cast.Past(tried, 30, null, a => (a.Move, a.Lever) = (First, Lever.Environment));
        }
        var spun = await maya.Spun();
        Assert.Equal("Worked here 0 of 1 time (0 % to 79 %, Wilson).", (await Offered(maya, spun))[0].Rate);
    }

    [Fact]
    public async Task Who_may_not_plan_for_the_team_sees_the_moves_and_no_way_to_take_them()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.Spun();
        var vera = await world.Colleague(maya, "Vera", Role.Viewer);
        var page = await (await vera.Browser()).Page("/try/stuck");
        Assert.Equal(3, page.QuerySelectorAll(".offers li").Length);
        Assert.Empty(page.QuerySelectorAll(".offers a"));
    }

    [Fact]
    public async Task A_move_that_nobody_knows_is_refused()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var asked = SampleTrials.Asked(maya, await maya.Measured());
        asked.Move = "hire-somebody";
        Assert.Equal(404, (await maya.RefusalOf<PlanTrial, Trial>(p => p.Run(asked, default))).Status);
        asked.Move = "other-end";
        var planned = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        Assert.Contains(
            "\"move\":\"other-end\"",
            await maya.Api().GetStringAsync($"/api/v1/trials/{planned.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task More_that_is_stuck_is_not_more_questions_of_the_database()
    {
        var asked = new AskedOfTheDatabase();
        await using var world = await World.Start(asked.Listen);
        var maya = await world.Organisation("Harbor Coffee");
        await maya.Spun();
        var browser = await maya.Browser();
        await browser.Page("/try/stuck");
        var one = await asked.During(() => browser.Page("/try/stuck"));
        await maya.Spun(3, "Forms that come back");
        await maya.Spun(4, "Forms that are lost");
        Assert.Equal(one, await asked.During(() => browser.Page("/try/stuck")));
    }
}

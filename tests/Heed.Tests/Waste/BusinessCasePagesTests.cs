using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using BusinessCase = Heed.Waste.BusinessCase;

namespace Heed.Tests.Waste;

public sealed class BusinessCasePagesTests
{
    static async Task<string> Redirected(Task<HttpResponseMessage> post)
    {
        var answer = await post;
        var text = answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.Html()).Body!.TextContent;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {text}");
        return new Uri(new Uri("http://x"), answer.Headers.Location!).PathAndQuery;
    }

    static async Task<string> Text(HttpClient browser, string path) =>
        (await browser.Page(path)).QuerySelector("main")!.Says();

    [Fact] // T18: Futurelab, telecom.
    public async Task The_telecom_case_is_naively_380_per_cent_and_soberly_a_quarter_million()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        Assert.Contains("No business case yet", await Text(browser, "/waste/business-cases"), StringComparison.Ordinal);
        var card = await Redirected(
            browser.PostForm(
                "/waste/business-cases/new",
                "business-case",
                new()
                {
                    ["Asked.Name"] = "Fewer joiners leave early",
                    ["Asked.Why"] = "A fifth of the joiners leaves within the first year.",
                    ["Asked.Years"] = "2",
                    ["Asked.MarginPercent"] = "30",
                    ["Asked.DiscountPercent"] = "10",
                    ["Asked.OneOffLikely"] = "1000000",
                }
            )
        );
        Assert.Contains("Nothing is said of what it brings", await Text(browser, card), StringComparison.Ordinal);
        // 100,000 joiners, 960 each over two equal years: a point of churn is 480,000 of revenue a year.
        await Redirected(
            browser.PostForm(
                $"{card}/benefit",
                "benefit",
                new()
                {
                    ["Asked.Name"] = "Fewer leave early",
                    ["Asked.Kind"] = nameof(BenefitKind.RevenueAtRisk),
                    ["Asked.Ledger"] = nameof(Ledger.Cash),
                    ["Asked.Likely"] = "5",
                    ["Asked.Unit"] = "points of churn",
                    ["Asked.Each"] = "480000",
                    ["Asked.Evidence"] = nameof(EvidenceClass.Measured),
                }
            )
        );
        var says = await Text(browser, card);
        Assert.Contains("Worth today 249,587", says, StringComparison.Ordinal);
        Assert.Contains("A naive sum would say 4,800,000, a return of 380 %", says, StringComparison.Ordinal);
        Assert.Contains(
            "It pays if “Fewer leave early” is at least 4 points of churn; 5 are likely.",
            says,
            StringComparison.Ordinal
        );
        Assert.Contains("Paid back 1.39 years", says, StringComparison.Ordinal);
        Assert.Contains("30 % of revenue", says, StringComparison.Ordinal);
        Assert.Contains("Cash in the first year 720,000", says, StringComparison.Ordinal);

        await Redirected(Decide(browser, card, BusinessCaseAct.Propose));
        Assert.Contains("Proposed", await Text(browser, card), StringComparison.Ordinal);
        await Redirected(Decide(browser, card, BusinessCaseAct.Agree));
        await Redirected(Decide(browser, card, BusinessCaseAct.GoLive));
        await Redirected(browser.PostForm(card, "score-case", new() { ["Scoring.Reason"] = "The quarter is over." }));
        Assert.Contains(
            "Not measured: no trial shows what came of it.",
            await Text(browser, card),
            StringComparison.Ordinal
        );
        var file = await browser.GetStringAsync("/waste/business-cases.csv");
        Assert.Contains("Fewer joiners leave early", file, StringComparison.Ordinal);
        Assert.Contains("249586.7", file, StringComparison.Ordinal);
        var found = await browser.GetStringAsync("/find?q=joiners");
        Assert.Contains(card, found, StringComparison.Ordinal);
    }

    static Task<HttpResponseMessage> Decide(HttpClient browser, string card, BusinessCaseAct act) =>
        browser.PostForm(card, "decide-case", new() { ["Deciding.Reason"] = "So be it.", ["Act"] = $"{act}" });

    [Fact]
    public async Task A_fourth_year_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        var answer = await browser.PostForm(
            "/waste/business-cases/new",
            "business-case",
            new()
            {
                ["Asked.Name"] = "Later",
                ["Asked.Why"] = "It will pay one day.",
                ["Asked.Years"] = "4",
                ["Asked.OneOffLikely"] = "1000",
            }
        );
        var page = await answer.Html();
        Assert.Contains("looks one to three years ahead", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Equal("4", page.QuerySelector("[name='Asked.Years']")!.GetAttribute("value"));
        Assert.Equal("Later", page.QuerySelector("[name='Asked.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_saved_hour_is_counted_once_and_the_second_is_told_by_whom()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var practice = await maya.Practice();
        var asked = BusinessCases.Asked(maya);
        asked.Practice = practice.Id;
        var first = await maya.BusinessCase(asked);
        var second = BusinessCases.Asked(maya, "The report again");
        (second.Practice, second.From) = (practice.Id, new(2036, 3, 31));
        var refusal = await maya.RefusalOf<WriteBusinessCase, BusinessCase>(w => w.Run(second, default));
        Assert.Equal("Practice", refusal.Field);
        Assert.StartsWith(
            "The business case “Without the Monday report” counts on this practice in March 2036 already",
            refusal.Because,
            StringComparison.Ordinal
        );
        // Another year is another hour, and what is withdrawn counts on nothing.
        second.From = new(2036, 4, 1);
        var later = await maya.BusinessCase(second);
        second.From = new(2035, 5, 1);
        await maya.Decides(first, BusinessCaseAct.Withdraw);
        await maya.Do<WriteBusinessCase, BusinessCase>(w => w.Rewrite(later.Id, second, default));
        var back = await maya.RefusalOf<DecideOnBusinessCase, BusinessCase>(d =>
            d.Run(first.Id, BusinessCaseAct.Reopen, new() { Reason = "Once more." }, default)
        );
        Assert.Contains(
            "“The report again” counts on this practice in May 2035",
            back.Because,
            StringComparison.Ordinal
        );
        var months = await world.As(maya, s => s.GetRequiredService<HeedDb>().ClaimedMonths.CountAsync());
        Assert.Equal(12, months);
    }

    [Fact]
    public async Task What_was_promised_stands_beside_what_the_verdict_found()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var practice = await GoneTests.Gone(maya, await GoneTests.HoursAWeek(maya), countsHours: true);
        var asked = BusinessCases.Asked(maya);
        asked.Practice = practice.Id;
        var one = await maya.BusinessCase(asked);
        var form = (await (await maya.Browser()).Page($"/waste/business-cases/{one.Id}/benefit"));
        Assert.Equal("173.33", form.QuerySelector("[name='Asked.Likely']")!.GetAttribute("value"));
        await maya.Brings(one, BusinessCases.Hours(80, 170, 260));
        await maya.GoesLive(one);
        await maya.Do<ScoreBusinessCase, CaseScore>(s =>
            s.Run(one.Id, new() { Reason = "The trial was looked at." }, default)
        );
        var score = (await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/business-cases/{one.Id}/scores"))[0];
        Assert.Equal("hours of staff a month", score.GetProperty("unit").GetString());
        Assert.Equal(170, score.GetProperty("promised").GetDouble(), 1e-9);
        // 12 hours a week less are 52 a month; the interval of the verdict goes with it.
        Assert.InRange(score.GetProperty("realised").GetDouble(), 48, 56);
        Assert.True(score.GetProperty("low").GetDouble() > 30 && score.GetProperty("high").GetDouble() < 70);
        var browser = await maya.Browser();
        Assert.Contains(
            "80 to 260, likely 170",
            await Text(browser, $"/waste/business-cases/{one.Id}"),
            StringComparison.Ordinal
        );

        // A quarter later it is owed again, and both scores stay.
        Assert.DoesNotContain("is not scored", await Text(browser, "/"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(92));
        browser = await maya.Browser();
        Assert.Contains(
            "What came of the business case “Without the Monday report” is not scored.",
            await Text(browser, "/"),
            StringComparison.Ordinal
        );
        await maya.Do<ScoreBusinessCase, CaseScore>(s => s.Run(one.Id, new() { Reason = "A quarter on." }, default));
        Assert.Equal(
            2,
            (await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/business-cases/{one.Id}/scores")).GetArrayLength()
        );
        Assert.DoesNotContain("is not scored", await Text(browser, "/"), StringComparison.Ordinal);
        // No row of it is ever edited.
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.As(
                maya,
                async s =>
                {
                    var db = s.GetRequiredService<HeedDb>();
                    var row = await db.CaseScores.FirstAsync();
                    db.Entry(row).Property(r => r.Realised).CurrentValue = 1000;
                    return await db.SaveChangesAsync();
                }
            )
        );
    }

    [Fact]
    public async Task What_was_proposed_is_a_promise_and_its_figures_stay()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var one = await maya.BusinessCase(BusinessCases.Asked(maya));
        Assert.Contains(
            "without a benefit",
            await maya.Refused<DecideOnBusinessCase, BusinessCase>(d =>
                d.Run(one.Id, BusinessCaseAct.Propose, new() { Reason = "Now." }, default)
            ),
            StringComparison.Ordinal
        );
        var with = await maya.Brings(one, BusinessCases.Hours(1, 2, 3));
        await maya.Decides(one, BusinessCaseAct.Propose);
        Assert.Contains(
            "what was promised stays as it was",
            await maya.Refused<WriteBusinessCase, BusinessCase>(w =>
                w.Rewrite(one.Id, BusinessCases.Asked(maya), default)
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "what was promised stays as it was",
            await maya.Refused<RemoveBenefit, BusinessCase>(r => r.Run(with.Benefits[0].Id, default)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "It is scored once it is live",
            await maya.Refused<ScoreBusinessCase, CaseScore>(s => s.Run(one.Id, new() { Reason = "Now." }, default)),
            StringComparison.Ordinal
        );
        await maya.Decides(one, BusinessCaseAct.SendBack);
        await maya.Do<RemoveBenefit, BusinessCase>(r => r.Run(with.Benefits[0].Id, default));
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Contains(
            "only its members write it",
            await cleo.Refused<AddBenefit, BusinessCase>(a => a.Run(one.Id, BusinessCases.Hours(1, 2, 3), default)),
            StringComparison.Ordinal
        );
    }
}

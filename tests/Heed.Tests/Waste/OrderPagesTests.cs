using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class OrderPagesTests
{
    static async Task Put(HttpClient browser, Cast maya, string name, params (string Field, string Value)[] fields)
    {
        var filled = new Dictionary<string, string>
        {
            ["Asked.Name"] = name,
            ["Asked.Evidence"] = nameof(EvidenceClass.Measured),
        };
        foreach (var (field, value) in fields)
            filled[$"Asked.{field}"] = value;
        var answer = await browser.PostForm($"/waste/order/new?team={maya.Team.Id}", "candidate", filled);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    static async Task<string> Text(HttpClient browser, string path) =>
        (await browser.Page(path)).QuerySelector("main")!.Says();

    static async Task<string[]> Scores(HttpClient browser, string path) =>
        [
            .. (await browser.Page(path))
                .QuerySelectorAll("td[data-label=Score]")
                .Select(cell => cell.TextContent.Trim()),
        ];

    [Fact] // T15
    public async Task Three_projects_in_the_cheapest_order_cost_7_of_waiting_and_160_the_other_way_round()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        Assert.Contains(
            "Nothing waits on this list yet",
            await Text(browser, "/waste/order"),
            StringComparison.Ordinal
        );
        foreach (var (name, weeks, cost) in new[] { ("C", "10", "1"), ("B", "3", "3"), ("A", "1", "10") })
            await Put(browser, maya, name, ("Weeks", weeks), ("CostOfDelay", cost));
        var says = await Text(browser, "/waste/order");
        Assert.Contains(
            "In this order waiting costs 7 in all; the other way round it would be 160.",
            says,
            StringComparison.Ordinal
        );
        Assert.Equal(["10.00", "1.00", "0.10"], await Scores(browser, "/waste/order"));
        // One that lacks a figure stands below, and is not zero.
        await Put(browser, maya, "Nobody knows", ("Weeks", "2"));
        says = await Text(browser, "/waste/order?by=CostOfDelay");
        Assert.Contains("missing: what a week of waiting costs", says, StringComparison.Ordinal);
        Assert.Equal(["10.00", "1.00", "0.10", "not known"], await Scores(browser, "/waste/order?by=CostOfDelay"));
        var file = await browser.GetStringAsync($"/waste/order.csv?team={maya.Team.Id}&by=CostOfDelay");
        Assert.Contains("1,A,Cost of delay by week of work,10,", file, StringComparison.Ordinal);
        Assert.EndsWith("what a week of waiting costs", file.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact] // T16
    public async Task Points_reach_and_importance_come_out_as_their_sources_say()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        await Put(browser, maya, "First", ("CostOfDelay", "24"), ("Weeks", "5"));
        await Put(browser, maya, "Second", ("CostOfDelay", "13"), ("Weeks", "3"));
        await Put(browser, maya, "Third", ("CostOfDelay", "8"), ("Weeks", "8"));
        Assert.Equal(["4.80", "4.33", "1.00"], await Scores(browser, "/waste/order"));
        await Put(
            browser,
            maya,
            "Sampled",
            ("Reach", "2000"),
            ("Impact", "2"),
            ("Effort", "3"),
            ("Evidence", nameof(EvidenceClass.Sampled))
        );
        await Put(browser, maya, "Measured", ("Reach", "5000"), ("Impact", "0.5"), ("Effort", "1"));
        Assert.Equal(["2,500", "1,067"], (await Scores(browser, "/waste/order?by=Rice"))[..2]);
        await Put(browser, maya, "Unserved", ("ImportantPercent", "80"), ("SatisfiedPercent", "40"));
        Assert.Equal("12.0", (await Scores(browser, "/waste/order?by=Opportunity"))[0]);
        // Not all have money now, and some have an importance: one list, one unit.
        Assert.Equal("12.0", (await Scores(browser, "/waste/order"))[0]);
    }

    [Fact]
    public async Task What_a_business_case_and_a_practice_cost_by_the_week_is_read_there()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var asked = BusinessCases.Asked(maya);
        asked.Weeks = 2;
        var one = await maya.BusinessCase(asked);
        await maya.Brings(
            one,
            new()
            {
                Name = "Licences",
                Kind = BenefitKind.Cashable,
                Ledger = Ledger.Cash,
                Low = 520,
                Likely = 1040,
                High = 2080,
                Evidence = EvidenceClass.Opinion,
            }
        );
        var practice = await maya.Practice();
        await maya.Do<SayBurden, Practice>(s =>
            s.Run(
                practice.Id,
                new()
                {
                    Ledger = Ledger.Cash,
                    Times = 1,
                    Often = Often.Week,
                    Likely = 30,
                    Evidence = EvidenceClass.Measured,
                },
                default
            )
        );
        CandidateRequest Waits(string name) =>
            new()
            {
                Name = name,
                Team = maya.Team.Id,
                Evidence = EvidenceClass.Opinion,
            };
        var ofCase = Waits("The licences");
        ofCase.BusinessCase = one.Id;
        await maya.Do<WriteCandidate, Candidate>(w => w.Run(ofCase, default));
        var ofPractice = Waits("Without the report");
        (ofPractice.Practice, ofPractice.Weeks) = (practice.Id, 1);
        var waiting = await maya.Do<WriteCandidate, Candidate>(w => w.Run(ofPractice, default));
        var order = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/teams/{maya.Team.Id}/work-order");
        var scores = order
            .GetProperty("placed")
            .EnumerateArray()
            .Select(p => Math.Round(p.GetProperty("score").GetDouble(), 9));
        // 30 a week for one week of work; 1,040 a year as an opinion are 10 a week, for two weeks of work.
        Assert.Equal([30, 5], scores);
        ofPractice.CostOfDelay = 99;
        Assert.Contains(
            "is read from there",
            await maya.Refused<WriteCandidate, Candidate>(w => w.Rewrite(waiting.Id, ofPractice, default)),
            StringComparison.Ordinal
        );
        await maya.Do<CloseCandidate, Candidate>(c => c.Run(waiting.Id, new() { Because = "Done." }, default));
        Assert.Contains(
            "left the list already",
            await maya.Refused<CloseCandidate, Candidate>(c =>
                c.Run(waiting.Id, new() { Because = "Twice." }, default)
            ),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Without the report",
            await Text(await maya.Browser(), "/waste/order"),
            StringComparison.Ordinal
        );
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Contains(
            "only its members write it",
            await cleo.Refused<WriteCandidate, Candidate>(w => w.Run(Waits("Mine"), default)),
            StringComparison.Ordinal
        );
    }
}

using System.Net;
using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class PracticePagesTests
{
    static async Task<string> Redirected(Task<HttpResponseMessage> post)
    {
        var answer = await post;
        var text = answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.Html()).Body!.TextContent;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {text}");
        return new Uri(new Uri("http://x"), answer.Headers.Location!).PathAndQuery;
    }

    static async Task<string> Text(HttpClient browser, string path) => (await browser.Page(path)).Body!.Says();

    [Fact]
    public async Task A_report_is_named_costed_questioned_and_removed_by_a_trial_with_forms_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var browser = await maya.Browser();
        Assert.Contains(
            "Nothing is on the register yet",
            await Text(browser, "/waste/practices"),
            StringComparison.Ordinal
        );
        var burden = await Redirected(
            browser.PostForm(
                "/waste/practices/new",
                "practice",
                new()
                {
                    ["Asked.Name"] = "The Monday report",
                    ["Asked.Kind"] = "Report",
                    ["Asked.Team"] = maya.Team.Id.ToString(),
                    ["Asked.Reason"] = "Somebody asked for it once.",
                }
            )
        );
        // T14: 20 people, once a week, 6 hours, at 600.
        var card = await Redirected(
            browser.PostForm(
                burden,
                "burden",
                new()
                {
                    ["Asked.People"] = "20",
                    ["Asked.Times"] = "1",
                    ["Asked.Often"] = "Week",
                    ["Asked.Likely"] = "360",
                    ["Asked.Evidence"] = "Measured",
                    ["Asked.IsCashable"] = "true",
                    ["Asked.HourCost"] = "600",
                }
            )
        );
        var says = await Text(browser, card);
        Assert.Contains("312,000 a month, 3,744,000 a year", says, StringComparison.Ordinal);
        Assert.Contains("nothing that anybody knows of", says, StringComparison.Ordinal);
        await Redirected(
            browser.PostForm(
                $"{card}/burden?of=CustomerHours",
                "burden",
                new()
                {
                    ["Asked.People"] = "1",
                    ["Asked.Times"] = "255000",
                    ["Asked.Often"] = "Month",
                    ["Asked.Likely"] = "0.4",
                    ["Asked.Evidence"] = "Measured",
                }
            )
        );
        Assert.Contains("1,700", await Text(browser, card), StringComparison.Ordinal);
        Assert.Contains(
            "They cost 520 hours of staff and 1,700 hours of customers a month.",
            await Text(browser, "/waste/practices"),
            StringComparison.Ordinal
        );

        await Redirected(Decide(browser, card, "Question", "Who reads it?"));
        await Redirected(
            browser.PostForm(
                $"{card}/removal",
                "removal",
                new()
                {
                    ["Asked.Reason"] = "Nobody reads it.",
                    ["Asked.ReliedOn"] = "Nobody whom we asked.",
                    ["Asked.Prevented"] = "Surprises.",
                    ["Asked.LastCaught"] = "Never.",
                    ["Asked.Metric"] = metric.Id.ToString(),
                    ["Asked.GuardrailMetric"] = metric.Id.ToString(),
                    ["Asked.GuardrailAtLeast"] = "50",
                    ["Asked.Undo"] = "Send it again.",
                }
            )
        );
        var plan = (await browser.Page(card)).QuerySelector("a[href^='/try/new?']")!.GetAttribute("href")!;
        var filled = await browser.Page(plan);
        Assert.Equal(
            "Do without “The Monday report”",
            filled.QuerySelector("[name='Asked.Change']")!.GetAttribute("value")
        );
        Assert.Equal("50", filled.QuerySelector("[name='Asked.GuardrailAtLeast']")!.GetAttribute("value"));
        Assert.Equal("Send it again.", filled.QuerySelector("[name='Asked.Undo']")!.GetAttribute("value"));
        var back = await Redirected(
            browser.PostForm(
                plan,
                "trial",
                new()
                {
                    ["Asked.Predicted"] = "7",
                    ["Asked.Start"] = "2035-03-12",
                    ["Asked.Look"] = "2035-06-11",
                }
            )
        );
        Assert.StartsWith($"{card}?trial=", back, StringComparison.Ordinal);
        await Redirected(browser.PostForm(back, "take", []));
        Assert.Contains("Its trial is planned for 12 March 2035", await Text(browser, card), StringComparison.Ordinal);
        await Redirected(browser.PostForm($"/try/{back[^32..]}", "start", []));
        Assert.Contains("The look is set for 11 June 2035", await Text(browser, card), StringComparison.Ordinal);
        Assert.Contains(
            "The Monday report",
            await Text(browser, "/waste/practices?state=Verifying"),
            StringComparison.Ordinal
        );
    }

    static Task<HttpResponseMessage> Decide(HttpClient browser, string card, string act, string why) =>
        browser.PostForm(card, "decide", new() { ["Deciding.Reason"] = why, ["Act"] = act });

    [Fact]
    public async Task Nobody_is_led_out_of_the_house_by_a_link_that_waits_for_a_trial()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var browser = await maya.Browser();
        foreach (var then in (string[])["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x"])
        {
            var fields = TryPagesTests.Plan();
            var to = await Redirected(
                browser.PostForm($"/try/new?metric={metric.Id}&then={Uri.EscapeDataString(then)}", "trial", fields)
            );
            Assert.StartsWith("/try/", to, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_register_is_filtered_ordered_and_paged_by_its_address_in_the_same_number_of_questions()
    {
        AskedOfTheDatabase asked = new();
        await using var world = await World.Start(asked.Listen);
        var maya = await world.Organisation("Harbor Coffee");
        await Many(3);
        Task<ListedPractices> Page(
            PracticeFilter filter,
            PracticeOrder order = PracticeOrder.StaffHours,
            int page = 1
        ) => world.As(maya, s => s.GetRequiredService<ListPractices>().Page(filter, order, page, default));
        var few = await asked.During(() => Page(new()));
        await Many(60);
        var many = await asked.During(() => Page(new()));
        Assert.Equal(few, many);
        var first = await Page(new());
        Assert.Equal((63, 50, 1), (first.All, first.Practices.Count, first.Page));
        Assert.Equal("Report 62", first.Practices[0].Name);
        Assert.Equal(13, (await Page(new(), page: 2)).Practices.Count);
        Assert.Equal(2, (await Page(new(), page: 99)).Page);
        Assert.Equal("Report 0", (await Page(new(), PracticeOrder.Name)).Practices[0].Name);
        Assert.Equal(1, (await Page(new("report 62"))).All);
        Assert.Equal(0, (await Page(new(Kind: PracticeKind.Form))).All);
        Assert.Equal(63, (await Page(new(Team: maya.Team.Id, State: PracticeState.Standing))).All);
        var browser = await maya.Browser();
        var page = await browser.Page("/waste/practices?page=2&kind=Report&order=Name");
        Assert.Contains("51 to 63 of 63 practices", page.Body!.Says(), StringComparison.Ordinal);
        var file = await browser.GetStringAsync("/waste/practices.csv?words=report+62");
        Assert.Equal(2, file.TrimEnd().Split("\r\n").Length);
        Assert.Contains("Report 62,Report,", file, StringComparison.Ordinal);

        async Task Many(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var at = count == 3 ? i : i + 3;
                var practice = await maya.Practice($"Report {at}");
                await maya.Do<SayBurden, Practice>(say =>
                    say.Run(practice.Id, Practices.Hours(1, 10 + at, 20 + at, 30 + at), default)
                );
            }
        }
    }

    [Fact]
    public async Task Another_team_reads_it_and_is_refused_in_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var practice = await maya.Practice();
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Contains(
            "only its members write it",
            await cleo.Refused<DecideOnPractice, Practice>(d =>
                d.Run(practice.Id, PracticeAct.Question, new() { Reason = "Why?" }, default)
            ),
            StringComparison.Ordinal
        );
        var page = await (await cleo.Browser()).Page($"/waste/practices/{practice.Id}");
        Assert.Contains("The Monday report", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[method=post] [name='Deciding.Reason']"));
        Assert.Equal(
            "This is no address: begin with https://, http:// or, for a page of Heed, with /.",
            await maya.Refused<WritePractice, Practice>(w =>
            {
                var asked = Practices.Asked(maya);
                asked.Evidence = "javascript:alert(1)";
                return w.Run(asked, default);
            })
        );
        // What follows from a trial is nobody's to say.
        Assert.Contains(
            "Choose what becomes of it",
            await maya.Refused<DecideOnPractice, Practice>(d =>
                d.Run(practice.Id, PracticeAct.Confirm, new() { Reason = "It is gone." }, default)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_said_of_a_ledger_again_takes_the_place_of_what_was_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var practice = await maya.Practice();
        foreach (var likely in (double[])[60, 120])
            await maya.Do<SayBurden, Practice>(say =>
                say.Run(practice.Id, Practices.Hours(4, likely / 2, likely, likely * 2), default)
            );
        var now = await world.As(
            maya,
            async s => (await s.GetRequiredService<ReadPractices>().Of(practice.Id, default))!
        );
        var line = Assert.Single(now.Burden);
        Assert.Equal((120, EvidenceClass.Opinion), (line.Likely, line.Evidence));
        Assert.Equal(4 * 2 * 52 / 12.0, now.StaffHours!.Value, 1e-9);
        Assert.Equal(2, now.Version);
        Assert.Contains(
            "before, 8.67 to 34.7, likely 17.3.",
            await Text(await maya.Browser(), $"/waste/practices/{practice.Id}"),
            StringComparison.Ordinal
        );
    }
}

using System.Net;
using Heed.Aim;
using Heed.People;
using Heed.Tests.Ui;

namespace Heed.Tests.Aim;

public sealed class AimPagesTests
{
    internal static async Task<string> Text(HttpClient browser, string path) =>
        (await browser.Page(path)).Body!.TextContent;

    internal static async Task<string> Redirected(Task<HttpResponseMessage> post)
    {
        var answer = await post;
        var text = answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.Html()).Body!.TextContent;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {text}");
        return new Uri(
            answer.Headers.Location!.IsAbsoluteUri
                ? answer.Headers.Location.AbsoluteUri
                : $"http://x{answer.Headers.Location}"
        ).PathAndQuery;
    }

    [Fact]
    public async Task Whoever_aims_at_a_metric_does_not_choose_it_again()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var browser = await maya.Browser();
        await Redirected(
            browser.PostForm(
                "/aim/cycles",
                "plan",
                new()
                {
                    ["Asked.Name"] = "2035 Q1",
                    ["Asked.Start"] = "2035-01-01",
                    ["Asked.End"] = "2035-03-31",
                }
            )
        );
        var page = await browser.Page($"/metrics/{metric.Id}");
        var aim = page.QuerySelectorAll("a").Single(a => a.Says() == "Aim at it").GetAttribute("href")!;
        var fields = new Dictionary<string, string>
        {
            ["Asked.Title"] = "Regulars feel at home",
            ["Asked.Why"] = "Every third regular leaves.",
            ["Act"] = "measure",
        };
        var next = await Redirected(browser.PostForm(aim, "objective", fields));
        Assert.EndsWith($"&metric={metric.Id}", next, StringComparison.Ordinal);
        Assert.Contains("Will do what?", await Text(browser, next), StringComparison.Ordinal);

        // What is no id leads where nobody came from a metric.
        var plain = await Redirected(
            browser.PostForm("/aim/objectives/new?metric=//else.example", "objective", fields)
        );
        Assert.DoesNotContain("metric", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_walks_from_an_empty_map_to_a_check_in_with_forms_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var browser = await maya.Browser();
        Assert.Contains("No cycle yet", await Text(browser, "/aim"), StringComparison.Ordinal);
        await Redirected(
            browser.PostForm(
                "/aim/cycles",
                "plan",
                new()
                {
                    ["Asked.Name"] = "2035 Q1",
                    ["Asked.Start"] = "2035-01-01",
                    ["Asked.End"] = "2035-03-31",
                }
            )
        );
        Assert.Contains("Nothing is aimed at in 2035 Q1 yet", await Text(browser, "/aim"), StringComparison.Ordinal);
        var objective = await Redirected(
            browser.PostForm(
                "/aim/objectives/new",
                "objective",
                new() { ["Asked.Title"] = "Regulars feel at home", ["Asked.Why"] = "Every third regular leaves." }
            )
        );
        var composer = $"/aim/key-results/new?objective={objective.Split('/')[^1]}&metric={metric.Id}";
        var keyResult = await Redirected(
            browser.PostForm(
                composer,
                "key-result",
                new()
                {
                    ["Asked.Who"] = "new regulars",
                    ["Asked.DoesWhat"] = "order again within a month",
                    ["Asked.Target"] = "75",
                }
            )
        );
        await Redirected(browser.PostForm(objective, "turn", []));
        var launch = await Redirected(browser.PostForm(objective, "turn", []));
        Assert.Equal($"{objective}/launch", launch);
        Assert.Equal(objective, await Redirected(browser.PostForm(launch, "launch", [])));
        var map = await Text(browser, "/aim");
        Assert.Contains("Regulars feel at home", map, StringComparison.Ordinal);
        Assert.Contains("Not yet distinguishable from noise", map, StringComparison.Ordinal);
        Assert.Contains("Check in: 1", map, StringComparison.Ordinal);

        var done = await Redirected(
            browser.PostForm(
                "/aim/check-in",
                "check-in",
                new()
                {
                    ["Asked.Value"] = "71.5",
                    ["Asked.Confidence"] = "6",
                    ["Asked.Learned"] = "Names matter.",
                }
            )
        );
        Assert.Contains("Done: 1 check-in", await Text(browser, done), StringComparison.Ordinal);
        var page = await browser.Page(keyResult);
        Assert.Equal(
            "New regulars order again within a month: 62 → 75 of 100 by 31 March 2035",
            page.QuerySelector("h1")!.TextContent
        );
        Assert.Contains("Names matter.", page.Body!.TextContent, StringComparison.Ordinal);
        // Where it is heading is the one answer; how sure the team is stands under it.
        Assert.DoesNotContain("Confidence", Assert.Single(page.QuerySelectorAll(".verdict")).Says());
        Assert.Contains("Confidence 6 of 10", page.QuerySelector(".beside")!.Says(), StringComparison.Ordinal);
        // The table of check-ins tells them; the history does not tell them again.
        Assert.Contains("71.5", page.QuerySelector(".check-ins")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("checked in", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "aimed: New regulars order again",
            page.QuerySelector(".lines")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector("figure.chart svg"));
    }

    [Fact]
    public async Task The_composer_shows_the_sentence_and_its_findings_before_anything_is_saved()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, metric) = (await maya.Objective(), await maya.Measured());
        var browser = await maya.Browser();
        var answer = await browser.PostForm(
            $"/aim/key-results/new?objective={objective.Id}&metric={metric.Id}",
            "key-result",
            new()
            {
                ["Asked.Who"] = "new regulars",
                ["Asked.DoesWhat"] = "launch the loyalty card",
                ["Asked.Target"] = "62.5",
                ["Act"] = "see",
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Html();
        Assert.Contains(
            "New regulars launch the loyalty card: 62 → 62.5 of 100",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("luck alone reaches it", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("“launch” is what your team does", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "No key result yet",
            await Text(browser, $"/aim/objectives/{objective.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_in_words_that_say_what_to_do()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, metric) = await maya.Live();
        var browser = await maya.Browser();
        async Task<string> Beside(string address, string form, string field, Dictionary<string, string> fields)
        {
            var page = await (await browser.PostForm(address, form, fields)).Html();
            var says = page.QuerySelector($"[name='Asked.{field}']")!.Closest(".field")!.QuerySelector(".error");
            Assert.True(says is not null, $"nothing beside {field}: {page.Body!.TextContent}");
            return says.TextContent;
        }

        var terms = $"/aim/key-results/{keyResult.Id}/terms";
        var changed = new Dictionary<string, string>
        {
            ["Asked.BaselineState"] = "Known",
            ["Asked.Baseline"] = "62",
            ["Asked.BaselineFrom"] = "2034-09-18",
            ["Asked.BaselineTo"] = "2035-02-26",
            ["Asked.Target"] = "70",
        };
        Assert.StartsWith("Say why the terms change", await Beside(terms, "terms", "Reason", changed));
        changed["Asked.Target"] = "170";
        Assert.Contains("cannot reach 170", await Beside(terms, "terms", "Target", changed));
        var composer = $"/aim/key-results/new?objective={objective.Id}&metric={metric.Id}";
        Assert.StartsWith(
            "Name the customers",
            await Beside(composer, "key-result", "Who", new() { ["Asked.DoesWhat"] = "come again" })
        );
        Assert.Equal(
            "Choose one of these.",
            await Beside(
                "/aim/objectives/new",
                "objective",
                "Team",
                new()
                {
                    ["Asked.Title"] = "Regulars feel at home",
                    ["Asked.Why"] = "They leave.",
                    ["Asked.Team"] = "",
                }
            )
        );
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_and_what_was_typed_stays()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, metric) = (await maya.Objective(), await maya.Measured());
        var answer = await (await maya.Browser()).PostForm(
            $"/aim/key-results/new?objective={objective.Id}&metric={metric.Id}",
            "key-result",
            new()
            {
                ["Asked.Who"] = "new regulars",
                ["Asked.DoesWhat"] = "order again",
                ["Asked.Baseline"] = "75",
                ["Asked.Target"] = "75",
            }
        );
        var page = await answer.Html();
        Assert.Contains(
            "nothing would change",
            page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("order again", page.QuerySelector("[name='Asked.DoesWhat']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_leader_outside_the_team_sees_no_button_to_write_and_may_ask()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        var boss = await (await world.Colleague(maya, "Ines", Role.Admin)).Browser();
        var page = await boss.Page($"/aim/objectives/{objective.Id}");
        Assert.Null(page.QuerySelector($"a[href='/aim/objectives/{objective.Id}/edit']"));
        Assert.DoesNotContain(
            "Check in",
            (await boss.Page($"/aim/key-results/{keyResult.Id}")).QuerySelector(".page-head")!.TextContent,
            StringComparison.Ordinal
        );
        await Redirected(
            boss.PostForm($"/aim/objectives/{objective.Id}", "talk", new() { ["Said.Text"] = "Why regulars?" })
        );
        Assert.Contains("Why regulars?", await Text(boss, $"/aim/objectives/{objective.Id}"), StringComparison.Ordinal);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>A trial beside metrics that do not get its change.</summary>
public sealed class ComparedTrialTests
{
    static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    [Fact]
    public async Task The_page_says_what_the_terminal_says_of_the_same_points()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya);
        var (trial, verdict) = await branches.Looked();

        var terminal = await branches.InTheTerminal();
        Assert.StartsWith("Improved: +", terminal, StringComparison.Ordinal);
        Assert.StartsWith(terminal, verdict.Comparison!.Replace(" of 100 ", " ", StringComparison.Ordinal));
        Assert.Contains("what 4 placebos showed", verdict.Comparison, StringComparison.Ordinal);
        Assert.Contains("could never give a p below 0.2.", verdict.Comparison, StringComparison.Ordinal);

        var page = await (await maya.Browser()).Page($"/try/{trial.Id}");
        Assert.Contains(verdict.Comparison, page.Body!.Says(), StringComparison.Ordinal);
        Assert.Equal(
            branches.Others.Select(m => m.Name),
            page.QuerySelectorAll("aside dd a[href^='/metrics/']").Skip(1).Select(a => a.Says())
        );
        var kept = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}/verdicts");
        Assert.Equal(verdict.Comparison, kept[0].GetProperty("comparison").GetString());
    }

    [Fact]
    public async Task The_word_stays_that_of_the_trials_own_metric()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya);
        var (_, verdict) = await branches.Looked();
        var plain = await maya.Do<PlanTrial, Trial>(plan => plan.Run(Past(branches), default));
        await maya.Do<StartTrial, Trial>(start => start.Run(plain.Id, default));
        var alone = await SampleTrials.Look(maya, plain);

        Assert.Equal((alone.Word, alone.Effect, alone.Low), (verdict.Word, verdict.Effect, verdict.Low));
        Assert.Null(alone.Comparison);
        var agrees = verdict.Word == VerdictWord.Improved;
        Assert.EndsWith(
            agrees ? "That agrees with the verdict." : "it says more than the metric alone can.",
            verdict.Comparison!,
            StringComparison.Ordinal
        );

        static TrialRequest Past(Branches branches)
        {
            var asked = branches.Asked();
            (asked.ComparedWith, asked.WrittenAfterwards) = (null, true);
            return asked;
        }
    }

    [Fact]
    public async Task A_comparison_that_was_chosen_afterwards_says_so()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya);
        world.Clock.Move(TimeSpan.FromDays(98));
        await branches.Weeks(25, 38);
        var asked = branches.Asked();
        asked.WrittenAfterwards = true;
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));

        var verdict = await SampleTrials.Look(maya, trial);

        Assert.EndsWith("The comparison was chosen afterwards.", verdict.Comparison!, StringComparison.Ordinal);
        Assert.EndsWith(TrialVerdict.WrittenAfterwards, verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_points_cannot_tell_and_say_how_many_it_takes()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, verdict) = await (await Branches.Open(maya)).Looked(weeks: 5);

        Assert.Equal(
            "Cannot tell: a comparison needs 8 periods before the change and 8 after in which all were measured, has 25 and 5.",
            verdict.Comparison
        );
    }

    [Fact]
    public async Task A_chosen_metric_that_is_gone_is_not_replaced()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(branches.Asked(), default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        world.Clock.Move(TimeSpan.FromDays(98));
        await branches.Weeks(25, 38);
        var gone = branches.Others[1].Id;
        await world.As(
            maya,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                await db.Measurements.Where(p => p.MetricId == gone).ExecuteDeleteAsync();
                return await db.Metrics.Where(m => m.Id == gone).ExecuteDeleteAsync();
            }
        );

        var verdict = await SampleTrials.Look(maya, trial);

        Assert.StartsWith("Cannot tell: a metric that was chosen", verdict.Comparison, StringComparison.Ordinal);
        Assert.NotNull(verdict.Effect);
        var page = (await (await maya.Browser()).Page($"/try/{trial.Id}")).Body!.Says();
        Assert.Contains("a metric that is here no more", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_goes_in_and_out_over_the_api_and_locks_with_the_prediction()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya);
        var api = maya.Api();
        var made = await Read(await api.PostAsJsonAsync("/api/v1/trials", branches.Asked(), Words));
        var here = $"/api/v1/trials/{made.GetProperty("id").GetString()}";
        Assert.Equal(branches.Others.Select(m => m.Id.ToString()), Compared(made));
        Assert.Equal(branches.Others.Select(m => m.Id.ToString()), Compared(await Read(await api.GetAsync(here))));

        var fewer = branches.Asked([.. branches.Others.Skip(1)]);
        Assert.Equal(3, Compared(await Read(await api.PutAsJsonAsync(here, fewer, Words))).Length);
        fewer.ComparedWith = null;
        Assert.Empty(Compared(await Read(await api.PutAsJsonAsync(here, fewer, Words))));
        await api.PutAsJsonAsync(here, branches.Asked(), Words);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"{here}/beginning", null)).StatusCode);

        var late = await api.PutAsJsonAsync(here, branches.Asked([.. branches.Others.Skip(1)]), Words);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("The prediction is locked", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(4, Compared(await Read(await api.GetAsync(here))).Length);

        static string[] Compared(JsonElement trial) =>
            [.. trial.GetProperty("comparedWith").EnumerateArray().Select(id => id.GetString()!)];

        static Task<JsonElement> Read(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    [Fact]
    public async Task What_cannot_be_compared_with_is_refused_beside_its_field()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya);
        var (a, b, c) = (branches.Others[0], branches.Others[1], branches.Others[2]);
        var monthly = await maya.Metric(SampleMeasurements.Asked("Returns", Cadence.Month));
        var inOrders = SampleMeasurements.Asked("Orders");
        inOrders.Unit = "orders";
        var orders = await maya.Metric(inOrders);
        var retired = await maya.Metric(SampleMeasurements.Asked("Closed branch"));
        await maya.Do<RetireMetric, Metric>(retire => retire.Run(retired.Id, default));
        var foreign = await (await world.Organisation("Tea House", "Noor")).Metric();

        await Refused("cannot be compared with itself", a, b, branches.Downtown);
        await Refused("A metric is named twice.", a, b, a);
        await Refused("Choose three metrics or more, or none.", a, b);
        await Refused("“Returns” has a point a month and “Downtown” one a week", a, b, monthly);
        await Refused("“Orders” has the unit “orders” and “Downtown” the unit “of 100”", a, b, orders);
        await Refused("“Closed branch” is retired.", a, b, retired);
        await Refused("There is no such metric to compare with here.", a, b, foreign);
        await Refused("Choose at most ten metrics", [.. Enumerable.Range(0, 11).Select(_ => c)]);

        Task Refused(string says, params Metric[] chosen) =>
            world.As(
                maya,
                async here =>
                {
                    var outcome = await here.GetRequiredService<PlanTrial>().Run(branches.Asked(chosen), default);
                    Assert.True(outcome.Refused(out var refusal), says);
                    Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
                    Assert.Equal(nameof(TrialRequest.ComparedWith), refusal.Field);
                    return 0;
                }
            );
    }

    [Fact]
    public async Task The_form_offers_what_is_measured_as_often_and_keeps_what_was_chosen()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya);
        await maya.Metric(SampleMeasurements.Asked("Returns", Cadence.Month));
        var inOrders = SampleMeasurements.Asked("Orders");
        inOrders.Unit = "orders";
        await maya.Metric(inOrders);
        var browser = await maya.Browser();
        var address = $"/try/new?metric={branches.Downtown.Id}";
        var (a, b, c) = (branches.Others[0].Id, branches.Others[1].Id, branches.Others[2].Id);

        var page = await browser.Page(address);
        Assert.Equal(
            branches.Others.Select(m => m.Id.ToString()),
            page.QuerySelectorAll("[name='Asked.ComparedWith']").Select(i => i.GetAttribute("value"))
        );

        var refused = await (await Post(browser, address, $"{a}", $"{b}")).Html();
        Assert.Contains(
            "Choose three metrics or more, or none.",
            refused.QuerySelector("fieldset.wrong .error")!.Says(),
            StringComparison.Ordinal
        );
        Assert.Equal([$"{a}", $"{b}"], Chosen(refused));

        var kept = await Post(browser, address, $"{a}", $"{b}", $"{c}");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var trial = await world.As(maya, s => s.GetRequiredService<HeedDb>().Trials.SingleAsync());
        Assert.Equal([a, b, c], trial.ComparedWith.Select(other => other.Metric));
        Assert.Equal([$"{a}", $"{b}", $"{c}"], Chosen(await browser.Page($"/try/{trial.Id}/edit")));
        await Post(browser, $"/try/{trial.Id}/edit");
        trial = await world.As(maya, s => s.GetRequiredService<HeedDb>().Trials.SingleAsync());
        Assert.Empty(trial.ComparedWith);

        static IEnumerable<string?> Chosen(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelectorAll("[name='Asked.ComparedWith'][checked]").Select(i => i.GetAttribute("value"));
    }

    [Fact]
    public async Task More_comparisons_are_not_more_questions_of_the_database()
    {
        Assert.Equal(await Questions(3), await Questions(6));

        static async Task<(int OfTheLook, int OfThePage)> Questions(int others)
        {
            var asked = new AskedOfTheDatabase();
            await using var world = await World.Start(asked.Listen);
            var maya = await world.Organisation("Harbor Coffee");
            var branches = await Branches.Open(maya, others);
            var (trial, _) = await branches.Looked();
            var look = await asked.During(() => SampleTrials.Look(maya, trial));
            var browser = await maya.Browser();
            await browser.Page($"/try/{trial.Id}");
            return (look, await asked.During(() => browser.Page($"/try/{trial.Id}")));
        }
    }

    static async Task<HttpResponseMessage> Post(HttpClient browser, string address, params string[] compared)
    {
        var form = (await browser.Page(address)).Forms.Single(f =>
            f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "trial"
        );
        var filled = Forms.Filled(form);
        filled.Remove("Asked.ComparedWith");
        foreach (var (name, value) in TryPagesTests.Plan())
            filled[name] = value;
        return await browser.PostAsync(
            address,
            new FormUrlEncodedContent([
                .. filled,
                .. compared.Select(id => KeyValuePair.Create("Asked.ComparedWith", id)),
            ])
        );
    }
}

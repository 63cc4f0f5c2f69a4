using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Storage;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>The days on which a change reaches one branch after another: planned, refused, locked.</summary>
public sealed class ReachedPlanTests
{
    static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    [Fact]
    public async Task The_days_go_in_and_out_over_the_api_and_lock_with_the_prediction()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await ReachedTrialTests.Open(maya);
        var (a, b) = (branches.Others[0].Id, branches.Others[1].Id);
        var api = maya.Api();
        var made = await Read(await api.PostAsJsonAsync("/api/v1/trials", branches.Asked(), Words));
        var here = $"/api/v1/trials/{made.GetProperty("id").GetString()}";
        Assert.Equal([$"{a} 2035-03-26", $"{b} 2035-04-09"], Days(await Read(await api.GetAsync(here))));

        branches.Reached[2] = 30;
        branches.Reached.Remove(1);
        Assert.Equal([$"{b} 2035-04-16"], Days(await Read(await api.PutAsJsonAsync(here, branches.Asked(), Words))));
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"{here}/beginning", null)).StatusCode);
        var history = (await (await maya.Browser()).Page($"/try/{made.GetProperty("id").GetString()}")).Body!.Says();
        Assert.Contains(
            "compared with six other metrics, of which one gets the change too.",
            history,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The days are locked with the prediction. Where the change came later than its day, the effect is told too small",
            history,
            StringComparison.Ordinal
        );

        branches.Reached[2] = 31;
        var late = await api.PutAsJsonAsync(here, branches.Asked(), Words);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("The prediction is locked", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The lock is said also where a day has passed meanwhile.
        world.Clock.Move(TimeSpan.FromDays(60));
        late = await maya.Api().PutAsJsonAsync(here, branches.Asked(), Words);
        Assert.Contains("The prediction is locked", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([$"{b} 2035-04-16"], Days(await Read(await maya.Api().GetAsync(here))));

        static string[] Days(JsonElement trial) =>
            [
                .. trial
                    .GetProperty("reachedFrom")
                    .EnumerateObject()
                    .Select(day => $"{day.Name} {day.Value.GetString()}"),
            ];

        static Task<JsonElement> Read(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    [Fact]
    public async Task A_day_that_cannot_be_is_refused_beside_its_field()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya, 6);
        var ids = branches.Others.Select(m => m.Id).ToList();
        var other = await maya.Metric();
        const string chosen = nameof(TrialRequest.ComparedWith);

        await Refused(
            "the metric is not chosen",
            Comparisons.DayField(other.Id),
            r => r.ReachedFrom![other.Id] = April
        );
        await Refused(
            "the metric is not chosen",
            Comparisons.DayField(ids[0]),
            r => (r.ComparedWith, r.ReachedFrom![ids[0]]) = (null, April)
        );
        await Refused(
            "five other metrics or more are needed, with a day or without",
            chosen,
            r => (r.ComparedWith, r.ReachedFrom![ids[0]]) = (ids[..4], April)
        );
        await Refused(
            "“Branch A” gets the change on 4 March 2035, which is before today",
            Comparisons.DayField(ids[0]),
            r => r.ReachedFrom![ids[0]] = new(2035, 3, 4)
        );
        await Refused(
            "“Branch A” gets the change on 11 June 2035, which is not before the look on 11 June 2035. Clear the day",
            Comparisons.DayField(ids[0]),
            r => r.ReachedFrom![ids[0]] = new(2035, 6, 11)
        );
        await Refused(
            "nobody is left to compare with",
            chosen,
            r => r.ReachedFrom = ids.ToDictionary(id => id, _ => (DateOnly?)April)
        );
        await Refused(
            "it is judged from its first day on",
            nameof(TrialRequest.LagDays),
            r => (r.LagDays, r.ReachedFrom![ids[0]]) = (14, April)
        );
        // Today is a day that may be; so is one before the trial's own start, and five with one of them left over.
        foreach (var day in new[] { new DateOnly(2035, 3, 5), new DateOnly(2035, 6, 10) })
            Assert.Null(await Plan(r => r.ReachedFrom![ids[0]] = day));
        Assert.Null(
            await Plan(r =>
                (r.ComparedWith, r.ReachedFrom) = (ids[..5], ids[..4].ToDictionary(id => id, _ => (DateOnly?)April))
            )
        );

        async Task Refused(string says, string field, Action<TrialRequest> with)
        {
            var refusal = await Plan(with);
            Assert.NotNull(refusal);
            Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
            Assert.Equal(field, refusal.Field);
        }

        Task<Refusal?> Plan(Action<TrialRequest> with) =>
            world.As(
                maya,
                async here =>
                {
                    var asked = branches.Asked();
                    with(asked);
                    (await here.GetRequiredService<PlanTrial>().Run(asked, default)).Refused(out var refusal);
                    return refusal;
                }
            );
    }

    static readonly DateOnly April = new(2035, 4, 2);

    [Fact]
    public async Task What_another_branch_has_shown_already_is_no_prediction()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await ReachedTrialTests.Open(maya);
        branches.Reached[1] = 12;
        var asked = branches.Asked();
        asked.WrittenAfterwards = true;

        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));

        Assert.True(trial.WrittenAfterwards);
        asked.ReachedFrom![branches.Others[0].Id] = new(2035, 3, 26);
        Assert.False((await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default))).WrittenAfterwards);
    }

    [Fact]
    public async Task It_does_not_start_where_a_day_has_passed_or_its_points_are_there()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await ReachedTrialTests.Open(maya);
        var asked = branches.Asked();
        asked.ReachedFrom![branches.Others[0].Id] = new(2035, 3, 5);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        Assert.Contains(
            "“Branch A” has 1 point from 5 March 2035 on already",
            await Refused(),
            StringComparison.Ordinal
        );

        world.Clock.Move(TimeSpan.FromDays(2));
        asked.ReachedFrom[branches.Others[0].Id] = new(2035, 3, 8);
        await maya.Do<PlanTrial, Trial>(plan => plan.Rewrite(trial.Id, asked, default));
        world.Clock.Move(TimeSpan.FromDays(2));
        Assert.Contains("gets the change has passed", await Refused(), StringComparison.Ordinal);

        Task<string> Refused() =>
            world.As(
                maya,
                async here =>
                {
                    var outcome = await here.GetRequiredService<StartTrial>().Run(trial.Id, default);
                    return outcome.Refused(out var refusal) ? refusal.Because : "started";
                }
            );
    }

    [Fact]
    public async Task The_form_asks_for_the_day_beside_each_metric_and_keeps_what_was_typed()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Branches.Open(maya, 6);
        var browser = await maya.Browser();
        var address = $"/try/new?metric={branches.Downtown.Id}";
        var ids = branches.Others.Select(m => m.Id).ToList();
        string Name(int at) => $"Asked.{Comparisons.DayField(ids[at])}";

        var fields = (await browser.Page(address)).QuerySelectorAll("input[type=date][name^='Asked.ReachedFrom']");
        Assert.Equal(Enumerable.Range(0, 6).Select(Name), fields.Select(f => f.GetAttribute("name")));
        Assert.Equal(
            "Branch A, of 100 gets it too, from (optional)",
            (await browser.Page(address)).QuerySelector($"label[for='{fields[0].Id}']")!.Says()
        );

        var refused = await (await Post(address, ids, (Name(0), "2035-06-20"))).Html();
        Assert.Contains("not before the look on 11 June 2035", Wrong(refused, Name(0)), StringComparison.Ordinal);
        Assert.Equal("2035-06-20", refused.QuerySelector($"[name='{Name(0)}']")!.GetAttribute("value"));

        var unread = await (await Post(address, ids, (Name(1), "soon"))).Html();
        Assert.Contains("Write a day, such as 2026-11-23.", Wrong(unread, Name(1)), StringComparison.Ordinal);

        var kept = await Post(address, ids, (Name(0), "2035-03-26"), (Name(1), "2035-04-09"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var trial = await Only();
        Assert.Equal(
            [new(2035, 3, 26), new(2035, 4, 9), null, null, null, null],
            trial.ComparedWith.Select(other => other.ReachedFrom)
        );
        var edit = $"/try/{trial.Id}/edit";
        Assert.Equal(
            "2035-04-09",
            (await browser.Page(edit)).QuerySelector($"[name='{Name(1)}']")!.GetAttribute("value")
        );
        await Post(edit, ids, (Name(1), ""));
        Assert.Equal([new(2035, 3, 26)], (await Only()).ComparedWith.Select(o => o.ReachedFrom).OfType<DateOnly>());

        Task<Trial> Only() => world.As(maya, s => s.GetRequiredService<HeedDb>().Trials.SingleAsync());

        static string Wrong(AngleSharp.Html.Dom.IHtmlDocument page, string name) =>
            page.QuerySelector($".field.wrong:has(> [name='{name}']) .error")?.Says()
            ?? throw new Xunit.Sdk.XunitException(page.QuerySelector("[role=alert]")?.Says());

        async Task<HttpResponseMessage> Post(
            string to,
            IEnumerable<Id<Metric>> compared,
            params (string Name, string Value)[] days
        )
        {
            var form = (await browser.Page(to)).Forms.Single(f =>
                f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "trial"
            );
            var filled = Forms.Filled(form);
            filled.Remove("Asked.ComparedWith");
            foreach (var (name, value) in TryPagesTests.Plan())
                filled[name] = value;
            foreach (var (name, value) in days)
                filled[name] = value;
            return await browser.PostAsync(
                to,
                new FormUrlEncodedContent([
                    .. filled,
                    .. compared.Select(id => KeyValuePair.Create("Asked.ComparedWith", $"{id}")),
                ])
            );
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Storage;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>What keeps a trial honest, told to programs as it is to people.</summary>
public sealed class HonestTrialTests
{
    static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A trial that is looked at after fourteen weeks.</summary>
    static async Task<(Cast Maya, Metric Metric, Trial Trial)> Looked(World world)
    {
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var trial = await SampleTrials.Started(maya, metric);
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        return (maya, metric, trial);
    }

    static async Task<IReadOnlyList<JsonElement>> Verdicts(Cast maya, Trial trial)
    {
        using var api = maya.Api();
        var kept = await api.GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}/verdicts");
        var list = kept.ValueKind is JsonValueKind.Array ? kept : kept.GetProperty("items");
        return [.. list.EnumerateArray()];
    }

    [Fact]
    public async Task After_the_lock_neither_a_page_nor_a_program_changes_the_prediction()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var trial = await SampleTrials.Started(maya, metric);
        const string Locked = "The prediction is locked since 5 March 2035.";

        using var api = maya.Api();
        var asked = SampleTrials.Asked(maya, metric);
        asked.Predicted = 3;
        var put = await api.PutAsJsonAsync($"/api/v1/trials/{trial.Id}", asked, Words);
        Assert.Equal(HttpStatusCode.Conflict, put.StatusCode);
        Assert.Contains(Locked, await put.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var browser = await maya.Browser();
        Assert.Empty((await browser.Page($"/try/{trial.Id}")).QuerySelectorAll($"a[href='/try/{trial.Id}/edit']"));
        var saved = await browser.PostForm($"/try/{trial.Id}/edit", "trial", new() { ["Asked.Predicted"] = "3" });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains(Locked, (await saved.Html()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var kept = await api.GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}");
        Assert.Equal(7, kept.GetProperty("predicted").GetDouble());
    }

    [Fact]
    public async Task A_day_that_moves_after_the_lock_moves_nothing_and_the_page_says_what_to_do()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var trial = await SampleTrials.Planned(maya, metric);
        using var browser = await maya.Browser();
        const string Advice = "Where a day moved";
        Assert.DoesNotContain(Advice, await Page(), StringComparison.Ordinal);
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        Assert.Contains(Advice, await Page(), StringComparison.Ordinal);
        Assert.Contains("written afterwards, that has the days as they were", await Page(), StringComparison.Ordinal);

        using var api = maya.Api();
        foreach (var (start, look) in new[] { (14, 0), (0, 14), (14, 14) })
        {
            var asked = SampleTrials.Asked(maya, metric);
            (asked.Start, asked.Look) = (trial.Start.AddDays(start), trial.Look.AddDays(look));
            using var put = await api.PutAsJsonAsync($"/api/v1/trials/{trial.Id}", asked, Words);
            Assert.Equal(HttpStatusCode.Conflict, put.StatusCode);
            Assert.Contains(
                "The prediction is locked since 5 March 2035. Go on with a new trial instead.",
                await put.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
        var kept = await api.GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}");
        Assert.Equal("2035-03-12", kept.GetProperty("start").GetString());
        Assert.Equal("2035-06-11", kept.GetProperty("look").GetString());

        async Task<string> Page() => (await browser.Page($"/try/{trial.Id}")).QuerySelector("main")!.Says();
    }

    [Fact]
    public async Task Rewriting_beside_the_start_changes_nothing_after_the_lock()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        using var api = maya.Api();
        var (rewritten, refused) = (0, 0);
        for (var round = 0; round < 20; round++)
        {
            var trial = await SampleTrials.Planned(maya, metric);
            // Some are on their way before the start is, so that they meet on a busy machine too.
            var rewrites = Enumerable.Range(1, round % 4).Select(i => Rewrite(trial, i)).ToList();
            var start = api.PostAsync($"/api/v1/trials/{trial.Id}/beginning", null);
            rewrites.AddRange(Enumerable.Range(4, 4 - round % 4).Select(i => Rewrite(trial, i)));
            using var started = await start;
            Assert.Equal(HttpStatusCode.OK, started.StatusCode);
            var locked = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("predicted").GetDouble();
            foreach (var status in await Task.WhenAll(rewrites))
                (rewritten, refused) =
                    status == HttpStatusCode.OK ? (rewritten + 1, refused) : (rewritten, refused + 1);
            var kept = await api.GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}");
            Assert.Equal(locked, kept.GetProperty("predicted").GetDouble());
            // The line of the lock says the same.
            Assert.NotEqual(JsonValueKind.Null, kept.GetProperty("lockedAt").ValueKind);
        }
        Assert.True(rewritten > 0 && refused > 0, $"They never met: {rewritten} rewritten, {refused} refused.");

        async Task<HttpStatusCode> Rewrite(Trial trial, int nth)
        {
            var asked = SampleTrials.Asked(maya, metric);
            asked.Predicted = nth;
            using var answer = await api.PutAsJsonAsync($"/api/v1/trials/{trial.Id}", asked, Words);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_list_for_programs_and_the_metric_say_that_a_trial_was_written_afterwards()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        world.Clock.Move(TimeSpan.FromDays(120));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        var asked = SampleTrials.Asked(maya, metric);
        asked.WrittenAfterwards = true;
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        using var browser = await maya.Browser();
        await Says();

        await SampleTrials.Look(maya, trial);
        await Says();

        async Task Says()
        {
            using var api = maya.Api();
            var list = await api.GetFromJsonAsync<JsonElement>("/api/v1/trials");
            Assert.True(list.GetProperty("items")[0].GetProperty("writtenAfterwards").GetBoolean());
            Assert.Contains(
                "written afterwards",
                (await browser.Page($"/metrics/{metric.Id}")).QuerySelector("main")!.Says(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Programs_read_the_word_of_the_earlier_method_and_that_of_now()
    {
        await using var world = await World.Start();
        var (maya, _, trial) = await Looked(world);
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .TrialVerdicts.ExecuteUpdateAsync(set =>
                        set.SetProperty(v => v.Engine, 1).SetProperty(v => v.Word, VerdictWord.NoChange)
                    )
        );
        await JudgeAgain.Owe(world.Services, default);
        IReadOnlyList<JsonElement> kept = [];
        await Errands.Until(async () => (kept = await Verdicts(maya, trial)).Count > 1);

        Assert.Equal(["Improved", "NoChange"], kept.Select(v => v.GetProperty("verdict").GetString()));
        Assert.Equal([TrialVerdict.CurrentEngine, 1], kept.Select(v => v.GetProperty("engine").GetInt32()));
        Assert.Equal(kept[1].GetProperty("id").GetString(), kept[0].GetProperty("rejudges").GetString());
        Assert.Equal(JsonValueKind.Null, kept[1].GetProperty("rejudges").ValueKind);
    }

    [Fact]
    public async Task A_correction_that_a_verdict_judged_again_holds_already_is_none_since_then()
    {
        await using var world = await World.Start();
        var (maya, metric, trial) = await Looked(world);
        world.Clock.Move(TimeSpan.FromDays(1));
        await maya.Record(metric, ("2035-03-12", 61));
        world.Clock.Move(TimeSpan.FromDays(1));
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .TrialVerdicts.ExecuteUpdateAsync(set => set.SetProperty(v => v.Engine, 1))
        );
        await JudgeAgain.Owe(world.Services, default);
        await Errands.Until(async () => (await Verdicts(maya, trial)).Count > 1);
        Assert.Equal([0, 1], await Corrected());
        world.Clock.Move(TimeSpan.FromDays(1));
        await maya.Record(metric, ("2035-03-19", 61));
        Assert.Equal([1, 2], await Corrected());

        async Task<IEnumerable<int>> Corrected() =>
            (await Verdicts(maya, trial)).Select(v => v.GetProperty("since").GetProperty("corrected").GetInt32());
    }

    /// <summary>Sundays are quiet until the look, and busy after it.</summary>
    [Fact]
    public async Task Judged_again_the_days_of_the_week_are_those_that_were_known_at_the_look()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Metric(SampleMeasurements.Asked(cadence: Cadence.Day));
        await Days(new(2035, 1, 1), 63, 50, sunday: 30);
        var trial = await SampleTrials.Started(maya, metric);
        world.Clock.Move(TimeSpan.FromDays(98));
        await Days(new(2035, 3, 12), 91, 57, sunday: 37);
        var look = await SampleTrials.Look(maya, trial);
        world.Clock.Move(TimeSpan.FromDays(99));
        await Days(new(2035, 6, 12), 98, 57, sunday: 90);
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .TrialVerdicts.ExecuteUpdateAsync(set => set.SetProperty(v => v.Engine, 1))
        );

        await JudgeAgain.Owe(world.Services, default);
        IReadOnlyList<JsonElement> kept = [];
        await Errands.Until(async () => (kept = await Verdicts(maya, trial)).Count > 1);

        Assert.Equal(look.Effect!.Value, kept[0].GetProperty("effect").GetDouble(), 1e-9);

        async Task Days(DateOnly from, int count, double level, double sunday) =>
            (
                await maya.Record(
                    metric.Id,
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(from.AddDays)
                            .Select(day => new MeasurementRequest
                            {
                                On = day,
                                Value =
                                    (day.DayOfWeek == DayOfWeek.Sunday ? sunday : level)
                                    + (day.DayNumber * 7 % 11 - 5) * 0.3,
                            }),
                    ]
                )
            ).Given();
    }

    [Fact]
    public async Task Programs_read_how_many_points_under_a_verdict_were_corrected_since()
    {
        await using var world = await World.Start();
        var (maya, metric, trial) = await Looked(world);
        Assert.Equal(0, Corrected(await Verdicts(maya, trial)));
        world.Clock.Move(TimeSpan.FromDays(1));
        (await maya.Record(metric, ("2035-03-12", 61), ("2035-03-19", 61))).Given();
        Assert.Equal(2, Corrected(await Verdicts(maya, trial)));

        static int Corrected(IReadOnlyList<JsonElement> verdicts) =>
            Assert.Single(verdicts).GetProperty("since").GetProperty("corrected").GetInt32();
    }
}

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

public sealed class WatchTrialsTests
{
    static readonly DateOnly Start = new(2035, 3, 12);

    /// <summary>A trial that improved reorders from 62 to 70 over 26 weeks, looked at and adopted.</summary>
    static async Task<(Cast Maya, Metric Metric, Trial Trial)> Improved(World world)
    {
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var trial = await SampleTrials.Started(maya, metric);
        world.Clock.Move(TimeSpan.FromDays(7 * 27));
        await SampleTrials.Weeks(maya, metric, 26, 70);
        await SampleTrials.Look(maya, trial);
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
        return (maya, metric, trial);
    }

    [Fact]
    public async Task An_improvement_that_creeps_back_is_said_on_every_screen_and_is_green_on_none()
    {
        await using var world = await World.Start();
        var (maya, metric, trial) = await Improved(world);
        world.Clock.Move(TimeSpan.FromDays(7 * 14));
        await SampleTrials.Weeks(maya, metric, 14, 62, from: 26);

        var watched = await SampleTrials.Watched(maya, trial, WatchState.Relapsed);
        Assert.Equal(WatchState.Relapsed, watched.Watch);
        Assert.InRange(watched.WatchSince!.Value, Start.AddDays(7 * 23), Start.AddDays(7 * 29));

        var browser = await maya.Browser();
        var page = await browser.Page($"/try/{trial.Id}");
        Assert.Contains("Crept back", page.QuerySelector(".headline")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { $"/try/{trial.Id}", "/try", $"/metrics/{metric.Id}", "/" })
            Assert.Contains(
                "crept back",
                (await browser.Page(address)).QuerySelector("main")!.TextContent,
                StringComparison.OrdinalIgnoreCase
            );
        Assert.Contains(
            "relapsed",
            (await browser.Page("/journal")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(VerdictWord.Worsened, (null as TrialVerdict).OrNone(watched));
    }

    [Fact]
    public async Task An_improvement_that_holds_is_held_and_one_that_comes_again_has_recovered()
    {
        await using var world = await World.Start();
        var (maya, metric, trial) = await Improved(world);
        world.Clock.Move(TimeSpan.FromDays(7 * 10));
        await SampleTrials.Weeks(maya, metric, 10, 70, from: 26);
        Assert.Equal(WatchState.Held, (await SampleTrials.Watched(maya, trial, WatchState.Held)).Watch);

        world.Clock.Move(TimeSpan.FromDays(7 * 24));
        await SampleTrials.Weeks(maya, metric, 12, 62, from: 36);
        Assert.Equal(WatchState.Relapsed, (await SampleTrials.Watched(maya, trial, WatchState.Relapsed)).Watch);
        await SampleTrials.Weeks(maya, metric, 12, 70, from: 48);
        Assert.Equal(WatchState.Recovered, (await SampleTrials.Watched(maya, trial, WatchState.Recovered)).Watch);
    }

    [Fact]
    public async Task A_point_that_was_corrected_after_the_verdict_is_said_beside_its_fingerprint()
    {
        await using var world = await World.Start();
        var (maya, metric, trial) = await Improved(world);
        var browser = await maya.Browser();
        Assert.DoesNotContain(
            "corrected since",
            (await browser.Page($"/try/{trial.Id}")).Body!.TextContent,
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(1));
        await maya.Record(metric, ("2035-03-12", 61), ("2035-03-19", 61));
        Assert.Contains(
            "Two of the points it rests on were corrected since",
            (await browser.Page($"/try/{trial.Id}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_point_that_was_corrected_is_said_wherever_the_verdict_on_it_is_shown()
    {
        await using var world = await World.Start();
        var (maya, metric, trial) = await Improved(world);
        string[] shown = [$"/try/{trial.Id}", "/try", $"/metrics/{metric.Id}", "/"];
        using var browser = await maya.Browser();
        foreach (var address in shown)
            Assert.DoesNotContain("corrected since", await Says(address), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(1));
        await maya.Record(metric, ("2035-03-12", 61));
        foreach (var address in shown)
            Assert.True(
                (await Says(address)).Contains(
                    " · one of the points it rests on was corrected since",
                    StringComparison.Ordinal
                ),
                $"{address} says nothing of the corrected point"
            );

        async Task<string> Says(string address) => (await browser.Page(address)).QuerySelector("main")!.Says();
    }

    [Fact]
    public async Task Two_metrics_corrections_are_told_of_the_verdicts_on_each()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (one, other) = (await maya.Measured(), await maya.Metric(SampleMeasurements.Asked("Kept waiting")));
        (await maya.Record(other, ("2035-02-19", 9), ("2035-02-26", 9))).Given();
        var at = world.Clock.GetUtcNow();
        world.Clock.Move(TimeSpan.FromDays(1));
        (await maya.Record(other, ("2035-02-19", 8), ("2035-02-26", 8), ("2035-02-12", 8))).Given();

        var since = await world.As(
            maya,
            s =>
                s.GetRequiredService<ReadHistory>()
                    .Since(
                        [
                            (one.Id, new(2035, 1, 1), new(2035, 2, 26), at),
                            (other.Id, new(2035, 1, 1), new(2035, 2, 26), at),
                            (other.Id, new(2035, 2, 20), new(2035, 2, 26), at),
                        ],
                        default
                    )
        );

        Assert.Equal([new(0, 0), new(2, 1), new(1, 0)], since);
    }

    [Fact]
    public async Task A_verdict_of_an_earlier_method_is_judged_again_and_both_words_are_kept()
    {
        await using var world = await World.Start();
        var (maya, _, trial) = await Improved(world);
        await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                await db.TrialVerdicts.ExecuteUpdateAsync(set =>
                    set.SetProperty(v => v.Engine, 1)
                        .SetProperty(v => v.Word, VerdictWord.NoChange)
                        .SetProperty(v => v.Sentence, "No change: said an earlier method.")
                );
                return 0;
            }
        );
        await JudgeAgain.Owe(world.Services, default);
        List<TrialVerdict> kept = [];
        await Errands.Until(async () =>
        {
            kept = await world.As(
                maya,
                s => s.GetRequiredService<HeedDb>().TrialVerdicts.OrderBy(v => v.At).ToListAsync()
            );
            return kept.Count > 1;
        });
        Assert.Equal([VerdictWord.NoChange, VerdictWord.Improved], kept.Select(v => v.Word));
        Assert.Equal(kept[0].Id, kept[1].Rejudges);
        var page = (await (await maya.Browser()).Page($"/try/{trial.Id}")).Body!.TextContent;
        Assert.Contains("judged again by the method of now", page, StringComparison.Ordinal);
        Assert.Contains("No change: said an earlier method.", page, StringComparison.Ordinal);
        Assert.Contains("Improved", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_again_says_which_look_it_is_and_pays_for_it()
    {
        await using var world = await World.Start();
        var (maya, _, trial) = await Improved(world);
        var again = await SampleTrials.Look(maya, trial);
        Assert.Contains("looked again (2nd)", again.Sentence, StringComparison.Ordinal);
        var first = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().TrialVerdicts.SingleAsync(v => v.Id != again.Id)
        );
        Assert.True(again.High - again.Low > first.High - first.Low);
    }
}

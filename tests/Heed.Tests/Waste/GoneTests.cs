using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>The wall of gone things: what a trial measured stands beside what was promised.</summary>
public sealed class GoneTests
{
    internal static async Task<Metric> HoursAWeek(Cast maya)
    {
        var asked = SampleMeasurements.Asked("Hours in the Monday report");
        (asked.Unit, asked.Wanted, asked.LowerBound, asked.UpperBound) = ("hours", Wanted.Down, null, null);
        var metric = await maya.Metric(asked);
        var rows = Enumerable
            .Range(0, 24)
            .Select(i =>
                SampleMeasurements.Row(
                    $"{new DateOnly(2035, 2, 26).AddDays(-7 * (23 - i)):O}",
                    62 + (i * 7 % 5 - 2) * 0.4
                )
            );
        (await maya.Record(metric.Id, [.. rows])).Given();
        return metric;
    }

    internal static async Task<Practice> Gone(Cast maya, Metric metric, bool countsHours)
    {
        var practice = await maya.Practice();
        await maya.Do<SayBurden, Practice>(say => say.Run(practice.Id, Practices.Hours(20, 60, 120, 180), default));
        await maya.Decides(practice, PracticeAct.Question);
        var removal = Practices.Removal(metric);
        (removal.CountsHours, removal.GuardrailAtLeast) = (countsHours, 10);
        await maya.Do<RemovePractice, Removal>(remove => remove.Run(practice.Id, removal, default));
        var plan = SampleTrials.Asked(maya, metric);
        (plan.Change, plan.Lever, plan.Predicted) = ("Do without the Monday report", Lever.Remove, -10);
        (plan.GuardrailMetric, plan.GuardrailAtLeast) = (metric.Id, 10);
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(plan, default));
        await maya.Do<TakeTrial, Practice>(take => take.Run(practice.Id, new() { Trial = trial.Id }, default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        maya.World.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 50);
        await SampleTrials.Look(maya, trial);
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new() { Why = "Nobody asked for it." }, default));
        return practice;
    }

    [Fact]
    public async Task Hours_that_a_trial_measured_stand_beside_those_that_were_promised()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        Assert.Contains("Nothing is gone yet", await Says(browser), StringComparison.Ordinal);
        var practice = await Gone(maya, await HoursAWeek(maya), countsHours: true);
        var removal = await world.As(maya, s => s.GetRequiredService<ReadPractices>().Removal(practice.Id, default));
        var thanks = await maya.Said();
        await maya.Classed(thanks.Nomination);
        await maya.Decided(thanks.Nomination, NominationDecision.Remove);
        await maya.Do<AnswerNomination, Nomination>(a =>
            a.KeepTrial(thanks.Nomination, new() { Trial = removal!.TrialId!.Value }, default)
        );
        var wall = await maya.Api().GetFromJsonAsync<JsonElement>("/api/v1/gone");
        var thing = wall.GetProperty("things")[0];
        var back = thing.GetProperty("back");
        // 12 hours a week less are 52 a month; the interval of the verdict goes with it.
        Assert.InRange(back.GetProperty("hours").GetDouble(), 48, 56);
        Assert.True(back.GetProperty("low").GetDouble() > 30 && back.GetProperty("high").GetDouble() < 70);
        // 20 people, one to three hours a week each, likely two.
        Assert.Equal(20 * 2 * 52 / 12.0, thing.GetProperty("promised").GetProperty("likely").GetDouble(), 9);
        var says = await Says(await maya.Browser());
        Assert.Contains("One thing is gone, and 52", says, StringComparison.Ordinal);
        Assert.Contains("1 of 1 is still gone. None has come back so far.", says, StringComparison.Ordinal);
        Assert.Contains("Never meant to happen: 1 of 1 is still gone.", says, StringComparison.Ordinal);
        Assert.Contains("by the trials of 1 of 1 things", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_metric_counts_the_hours_none_came_back_and_the_wall_says_so()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var practice = await Gone(maya, await HoursAWeek(maya), countsHours: false);
        var browser = await maya.Browser();
        var says = await Says(browser);
        Assert.Contains("One thing is gone", says, StringComparison.Ordinal);
        Assert.Contains("not measured: none of their metrics counts", says, StringComparison.Ordinal);
        // Put back, it leaves the wall.
        var removal = await maya.World.As(
            maya,
            s => s.GetRequiredService<ReadPractices>().Removal(practice.Id, default)
        );
        await maya.Do<DecideOnTrial, Trial>(d =>
            d.TakeBack(removal!.TrialId!.Value, new() { Why = "The board asks." }, default)
        );
        Assert.Contains("Nothing is gone yet", await Says(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nomination_that_no_practice_stands_for_is_on_the_wall_once_its_trial_is_adopted()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var thanks = await maya.Said();
        await maya.Classed(thanks.Nomination);
        await maya.Decided(thanks.Nomination, NominationDecision.Remove);
        var asked = SampleTrials.Asked(maya, metric);
        (asked.GuardrailMetric, asked.GuardrailAtLeast) = (metric.Id, 10);
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        await maya.Do<AnswerNomination, Nomination>(a =>
            a.KeepTrial(thanks.Nomination, new() { Trial = trial.Id }, default)
        );
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        var browser = await maya.Browser();
        Assert.Contains("Nothing is gone yet", await Says(browser), StringComparison.Ordinal);
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
        Assert.Contains(SampleNominations.Twice, await Says(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_metric_that_is_no_time_counts_no_hours()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var practice = await maya.Practice();
        await maya.Decides(practice, PracticeAct.Question);
        var asked = Practices.Removal(await maya.Measured());
        asked.CountsHours = true;
        var refusal = await maya.RefusalOf<RemovePractice, Removal>(r => r.Run(practice.Id, asked, default));
        Assert.Equal("CountsHours", refusal.Field);
        Assert.Contains("is in of 100", refusal.Because, StringComparison.Ordinal);
    }

    static async Task<string> Says(HttpClient browser) =>
        (await browser.Page("/waste/gone")).QuerySelector("main")!.Says();
}

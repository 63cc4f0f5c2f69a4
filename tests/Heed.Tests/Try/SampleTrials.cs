using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>One trial from its plan to its look, as most tests of trials want it.</summary>
static class SampleTrials
{
    public static TrialRequest Asked(Cast cast, Metric metric) =>
        new()
        {
            Team = cast.Team.Id,
            Change = "Call before arrival",
            Lever = Lever.Environment,
            Obstacle = "Nobody knows when we come.",
            Metric = metric.Id,
            Predicted = 7,
            Start = new(2035, 3, 12),
            Look = new(2035, 6, 11),
            Undo = "Stop calling.",
        };

    public static Task<Trial> Planned(Cast cast, Metric metric) =>
        cast.Do<PlanTrial, Trial>(plan => plan.Run(Asked(cast, metric), default));

    /// <summary>Planned, and its prediction locked.</summary>
    public static async Task<Trial> Started(Cast cast, Metric metric)
    {
        var trial = await Planned(cast, metric);
        return await cast.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
    }

    /// <summary>Weeks after the start, around a level.</summary>
    public static async Task Weeks(Cast cast, Metric metric, int count, double level, int from = 0)
    {
        var rows = Enumerable
            .Range(from, count)
            .Select(i =>
                SampleMeasurements.Row($"{new DateOnly(2035, 3, 12).AddDays(7 * i):O}", level + (i * 3 % 5 - 2) * 0.4)
            );
        (await cast.Record(metric.Id, [.. rows])).Given();
    }

    /// <summary>The worker looks once a day: a day passes, and it has a little while.</summary>
    public static async Task<Trial> Watched(Cast maya, Trial trial, WatchState expected)
    {
        maya.World.Clock.Move(TimeSpan.FromDays(2));
        for (var tries = 0; ; tries++)
        {
            var now = await maya.World.As(
                maya,
                s => s.GetRequiredService<HeedDb>().Trials.AsNoTracking().SingleAsync(t => t.Id == trial.Id)
            );
            if (now.Watch == expected || tries == 100)
                return now;
            await Task.Delay(100);
            // A round that began before the points came may have ended after that day had passed: then the next one sees them.
            if (tries % 30 == 29)
                maya.World.Clock.Move(TimeSpan.FromDays(1));
        }
    }

    /// <summary>Running with two arms, and one day of them counted.</summary>
    public static async Task<Trial> WithTwoArms(this Cast cast, Metric metric)
    {
        var (asked, today) = (Asked(cast, metric), cast.Workspace.Today(cast.World.Clock));
        (asked.Change, asked.Start, asked.Look) = ("A picture of the cup", today, today.AddDays(90));
        (asked.Predicted, asked.ArmShare, asked.ArmHorizon) = (2, 50, 20_000);
        var trial = await cast.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await cast.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        return await cast.Do<CountArms, Trial>(count =>
            count.Run(trial.Id, new() { Pasted = $"{today:yyyy-MM-dd},100,10,100,12" }, default)
        );
    }

    public static Task<TrialVerdict> Look(Cast cast, Trial trial) =>
        cast.Do<LookAtTrial, TrialVerdict>(look =>
            look.Run(trial.Id, new() { WhatElseChanged = "none known" }, default)
        );
}

using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Try;

namespace Heed.Tests.Try;

/// <summary>The table of a trial's moves, walked from end to end and at random.</summary>
public sealed class TrialMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly Workspace Here = new()
    {
        Name = "Harbor Coffee",
        TimeZone = "Europe/Vienna",
        CreatedAt = Now,
    };

    static Trial New()
    {
        var metric = new Metric
        {
            Name = "Reorders",
            Unit = "of 100",
            Wanted = Wanted.Up,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
            CreatedAt = Now,
        };
        var trial = new Trial { TeamId = Id<Team>.New(), CreatedAt = Now };
        var today = Here.DayOf(Now);
        Assert.False(
            trial
                .Plan(
                    new()
                    {
                        Change = "Ask for the name",
                        Lever = Lever.Environment,
                        Obstacle = "Nobody knows anybody.",
                        Predicted = 5,
                        Start = today.AddDays(1),
                        Look = today.AddDays(50),
                        Undo = "Ask no more.",
                    },
                    metric,
                    Here,
                    Now
                )
                .Refused(out var no),
            no?.Because
        );
        return trial;
    }

    static Outcome<Done> Do(Trial trial, TrialAct act) =>
        act switch
        {
            TrialAct.Begin => trial.Begin(0, Here, Maya, Now),
            TrialAct.Look => trial.LookOn("none known", Here, Now.AddDays(60)),
            TrialAct.Adopt => trial.Adopt(GuardrailState.Holding, "It helps.", Maya, Now.AddDays(60)),
            TrialAct.Stop => trial.Stop("No time.", Maya, Now.AddDays(60)),
            _ => trial.TakeBack("It hurts.", Maya, Now.AddDays(60)),
        };

    [Fact]
    public void No_state_is_without_a_way_out_but_the_ends_and_each_is_reached()
    {
        Assert.Equal([TrialState.Stopped, TrialState.Undone], Enum.GetValues<TrialState>().Where(s => s.IsEnd()));
        Assert.Equal(
            Enum.GetValues<TrialState>(),
            TrialMoves.All.Select(m => m.To).Append(TrialState.Planned).Distinct().Order()
        );
        foreach (var state in Enum.GetValues<TrialState>().Where(s => !s.IsEnd()))
        {
            HashSet<TrialState> seen = [state];
            while (TrialMoves.All.Where(m => seen.Contains(m.From)).Select(m => m.To).Any(seen.Add)) { }
            Assert.Contains(seen, s => s.IsEnd());
        }
    }

    [Fact]
    public void Any_walk_goes_by_the_table_and_each_decision_keeps_who_why_and_when()
    {
        var chance = new Random(7);
        HashSet<(TrialState, TrialAct)> tried = [];
        for (var walk = 0; walk < 400; walk++)
        {
            var trial = New();
            for (var step = 0; step < 8; step++)
            {
                var (from, act) = (trial.State, (TrialAct)chance.Next(5));
                tried.Add((from, act));
                var outcome = Do(trial, act);
                var to = TrialMoves
                    .All.Where(m => m.From == from && m.Act == act)
                    .Select(m => (TrialState?)m.To)
                    .FirstOrDefault();
                Assert.Equal(to is null, outcome.Refused(out var because));
                Assert.Equal(to ?? from, trial.State);
                if (because is not null)
                    Assert.EndsWith(".", because.Because, StringComparison.Ordinal);
                else
                    Assert.True(Kept(trial, act), $"{act} keeps not who, why and when.");
            }
        }
        Assert.Equal(Enum.GetValues<TrialState>().Length * Enum.GetValues<TrialAct>().Length, tried.Count);
    }

    static bool Kept(Trial trial, TrialAct act) =>
        act switch
        {
            TrialAct.Begin => (trial.StartedBy, trial.LockedAt, trial.LockedOn) is (not null, not null, not null),
            // Who looked, and what was found, is the verdict's.
            TrialAct.Look => (trial.LookedAt, trial.WhatElseChanged) is (not null, not null),
            TrialAct.Adopt => (trial.AdoptedBy, trial.AdoptedAt, trial.Decision) is (not null, not null, "It helps."),
            TrialAct.Stop => (trial.StoppedBy, trial.StoppedAt, trial.Decision) is (not null, not null, "No time."),
            _ => (trial.UndoneBy, trial.UndoneAt, trial.Decision) is (not null, not null, "It hurts."),
        };

    [Fact]
    public async Task Nothing_is_stopped_or_taken_back_without_a_word_and_adopting_keeps_what_the_look_found()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var trial = await SampleTrials.Started(maya, metric);
        const string Say = "Say why: whoever tries the same next reads this.";
        Assert.Equal(Say, await maya.Refused<DecideOnTrial, Trial>(d => d.Stop(trial.Id, new(), default)));
        Assert.Equal(
            Say,
            await maya.Refused<DecideOnTrial, Trial>(d => d.TakeBack(trial.Id, new() { Why = "  " }, default))
        );
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        var verdict = await SampleTrials.Look(maya, trial);
        var adopted = await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
        Assert.Equal(verdict.Sentence, adopted.Decision);
    }
}

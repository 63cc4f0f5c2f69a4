using Heed.Aim;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class PlanTrialTests
{
    static Task<List<string>> Told(Cast cast) =>
        cast.World.As(
            cast,
            async s =>
                (await s.GetRequiredService<HeedDb>().Entries.Where(e => e.Kind == nameof(Trial)).ToListAsync())
                    .OrderBy(e => e.At)
                    .Select(e => $"{e.Act}: {e.Sentence}")
                    .ToList()
        );

    [Fact]
    public async Task A_plan_names_only_what_is_here_and_measured_and_stays_with_its_team()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rival = await world.Organisation("Tea House", "Noor");
        var metric = await maya.Metric();
        var retired = await maya.Metric(SampleMeasurements.Asked("Calls"));
        await maya.Do<RetireMetric, Metric>(r => r.Run(retired.Id, default));
        var foreign = await rival.Metric();
        var trial = await SampleTrials.Planned(maya, metric);

        (Action<TrialRequest> With, string Says)[] wrong =
        [
            (a => a.Metric = foreign.Id, "There is no such metric here."),
            (a => a.Metric = retired.Id, "“Calls” is retired. Choose a metric that is still measured."),
            (a => (a.GuardrailMetric, a.GuardrailAtMost) = (foreign.Id, 3), "There is no such guardrail metric here."),
            (a => a.KeyResult = Id<KeyResult>.New(), "There is no such key result here."),
        ];
        foreach (var (with, says) in wrong)
        {
            Assert.StartsWith(says, await maya.Refused<PlanTrial, Trial>(p => p.Run(Asked(with), default)));
            Assert.StartsWith(
                says,
                await maya.Refused<PlanTrial, Trial>(p => p.Rewrite(trial.Id, Asked(with), default))
            );
        }
        (Action<TrialRequest> With, string Says)[] elsewhere =
        [
            (a => a.Team = rival.Team.Id, "There is no such team here."),
            (a => a.Extends = Id<Trial>.New(), "There is no such earlier trial here."),
        ];
        foreach (var (with, says) in elsewhere)
        {
            Assert.StartsWith(says, await maya.Refused<PlanTrial, Trial>(p => p.Run(Asked(with), default)));
            Assert.StartsWith(
                "A trial stays with its team and with what it goes on from.",
                await maya.Refused<PlanTrial, Trial>(p => p.Rewrite(trial.Id, Asked(with), default))
            );
        }
        Assert.Equal(
            404,
            (await rival.RefusalOf<PlanTrial, Trial>(p => p.Rewrite(trial.Id, Asked(_ => { }), default))).Status
        );
        Assert.Equal(["plan: Maya planned “Call before arrival”."], await Told(maya));
        Assert.Equal(1, await world.As(maya, s => s.GetRequiredService<HeedDb>().Trials.CountAsync()));

        TrialRequest Asked(Action<TrialRequest> with)
        {
            var asked = SampleTrials.Asked(maya, metric);
            with(asked);
            return asked;
        }
    }

    [Fact]
    public async Task Each_step_and_decision_is_told_with_its_reason_and_moves_the_card()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var first = await SampleTrials.Planned(maya, metric);
        Assert.Equal((1, 0, 0, 0), await Columns());
        await Step<PlanTrial>(p => p.Rewrite(first.Id, SampleTrials.Asked(maya, metric), default));
        await Step<StartTrial>(s => s.Run(first.Id, default));
        Assert.Equal((0, 1, 0, 0), await Columns());
        Assert.Equal(
            "This trial is running; only a planned one can start.",
            await maya.Refused<StartTrial, Trial>(s => s.Run(first.Id, default))
        );
        Assert.Equal(
            "Look first, on 11 June 2035; then decide.",
            await maya.Refused<DecideOnTrial, Trial>(d => d.Adopt(first.Id, new(), default))
        );
        await Step<DecideOnTrial>(d => d.TakeBack(first.Id, new() { Why = " It hurt. " }, default));
        var second = await SampleTrials.Planned(maya, metric);
        Assert.Equal(
            "This trial has not started, so there is nothing to take back. Stop it instead.",
            await maya.Refused<DecideOnTrial, Trial>(d =>
                d.TakeBack(second.Id, new() { Why = "It is in the way." }, default)
            )
        );
        await Step<DecideOnTrial>(d => d.Stop(second.Id, new() { Why = " No time. " }, default));
        Assert.Equal(
            "This trial was stopped already.",
            await maya.Refused<DecideOnTrial, Trial>(d =>
                d.Stop(second.Id, new() { Why = "It is in the way." }, default)
            )
        );
        Assert.Equal(
            "This trial was stopped; there is nothing left to look at.",
            await maya.Refused<LookAtTrial, TrialVerdict>(l =>
                l.Run(second.Id, new() { WhatElseChanged = "x" }, default)
            )
        );
        Assert.Equal((0, 0, 0, 2), await Columns());
        Assert.Equal((0, 0, 0, 0), await Columns(Id<Heed.People.Team>.New()));
        Assert.Equal(
            [
                "plan: Maya planned “Call before arrival”.",
                "plan: Maya changed the plan of “Call before arrival”.",
                "start: Maya started “Call before arrival” for 12 March 2035 and locked the prediction +7 by 11 June 2035.",
                "undo: Maya took back “Call before arrival”: It hurt.",
                "plan: Maya planned “Call before arrival”.",
                "stop: Maya stopped “Call before arrival”: No time.",
            ],
            await Told(maya)
        );

        var found = await world.As(
            maya,
            s => s.GetServices<ISearchSource>().OfType<TrySearch>().Single().Search(" KNOWS when ", 5, default)
        );
        Assert.Equal(["stopped", "undone"], found.Select(f => f.Detail!).Order());

        async Task Step<TCase>(Func<TCase, Task<Outcome<Trial>>> act)
            where TCase : notnull
        {
            world.Clock.Move(TimeSpan.FromMinutes(1));
            await maya.Do(act);
            world.Clock.Move(TimeSpan.FromMinutes(1));
        }

        Task<(int, int, int, int)> Columns(Id<Heed.People.Team>? team = null) =>
            world.As(
                maya,
                async s =>
                {
                    var board = await s.GetRequiredService<ReadBoard>().Run(team, default);
                    return (board.Planned.Count, board.Running.Count, board.Looked.Count, board.Learned.Count);
                }
            );
    }
}

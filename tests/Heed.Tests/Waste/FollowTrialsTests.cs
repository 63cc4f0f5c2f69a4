using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Listen;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>A practice that is being removed goes the way of its trial.</summary>
public sealed class FollowTrialsTests
{
    static Task<Practice> Now(Cast cast, Practice practice) =>
        cast.World.As(cast, async s => (await s.GetRequiredService<ReadPractices>().Of(practice.Id, default))!);

    static Task<IReadOnlyList<PracticeMoveView>> Moves(Cast cast, Practice practice) =>
        cast.World.As(cast, s => s.GetRequiredService<ReadPractices>().Moves(practice.Id, default));

    static Task<Trial> Planned(Cast cast, Metric metric, double atLeast = 50)
    {
        var asked = SampleTrials.Asked(cast, metric);
        (asked.Change, asked.Lever) = ("Do without the Monday report", Lever.Remove);
        (asked.GuardrailMetric, asked.GuardrailAtLeast) = (metric.Id, atLeast);
        return cast.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
    }

    static Task<Practice> Take(Cast cast, Practice practice, Trial trial) =>
        cast.Do<TakeTrial, Practice>(take => take.Run(practice.Id, new() { Trial = trial.Id }, default));

    static Task<Trial> Start(Cast cast, Trial trial) =>
        cast.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));

    static Task<Trial> Adopt(Cast cast, Trial trial) =>
        cast.Do<DecideOnTrial, Trial>(decide =>
            decide.Adopt(trial.Id, new() { Why = "Nobody asked for it." }, default)
        );

    static async Task<(Practice Practice, Trial Trial, Metric Metric)> Verifying(Cast maya, double atLeast = 50)
    {
        var metric = await maya.Measured();
        var practice = await maya.BeingRemoved(metric);
        var trial = await Planned(maya, metric, atLeast);
        await Take(maya, practice, trial);
        Assert.Equal(PracticeState.BeingRemoved, (await Now(maya, practice)).State);
        await Start(maya, trial);
        Assert.Equal(PracticeState.Verifying, (await Now(maya, practice)).State);
        return (practice, trial, metric);
    }

    [Fact]
    public async Task It_is_gone_when_its_trial_is_adopted_after_a_look_that_found_nothing_missing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (practice, trial, metric) = await Verifying(maya);
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        // A look alone does not make it go: a person adopts.
        Assert.Equal(PracticeState.Verifying, (await Now(maya, practice)).State);
        await Adopt(maya, trial);
        Assert.Equal(PracticeState.Gone, (await Now(maya, practice)).State);
        var moves = await Moves(maya, practice);
        Assert.Equal(
            [PracticeAct.Confirm, PracticeAct.Begin, PracticeAct.Remove, PracticeAct.Question],
            moves.Select(m => m.Act)
        );
        Assert.All(moves, m => Assert.Equal(maya.Member.Name, m.By));
        Assert.Contains("The guardrail held.", moves[0].Reason, StringComparison.Ordinal);
        var told = await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.Kind == nameof(Practice) && e.SubjectId == practice.Id.Value)
                    .OrderBy(e => e.Id)
                    .Select(e => e.Act)
                    .ToListAsync()
        );
        Assert.Equal(["name", "question", "remove", "plan", "begin", "confirm"], told);

        // Undone later, it is back; and a question opens it anew.
        await maya.Do<DecideOnTrial, Trial>(d =>
            d.TakeBack(trial.Id, new() { Why = "The board asks for it." }, default)
        );
        Assert.Equal(PracticeState.Restored, (await Now(maya, practice)).State);
        Assert.Equal("Its trial was undone: The board asks for it.", (await Moves(maya, practice))[0].Reason);
        await maya.Decides(practice, PracticeAct.Question);
    }

    [Fact]
    public async Task A_guardrail_that_broke_or_a_look_that_cannot_tell_leaves_it_on_trial()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var (practice, trial, metric) = await Verifying(maya, atLeast: 90);
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        Assert.Contains(
            "guardrail was breached",
            await maya.Refused<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default)),
            StringComparison.Ordinal
        );
        Assert.Equal(PracticeState.Verifying, (await Now(maya, practice)).State);
        await maya.Do<DecideOnTrial, Trial>(d => d.Stop(trial.Id, new() { Why = "It is in the way." }, default));
        Assert.Equal(PracticeState.Restored, (await Now(maya, practice)).State);
    }

    [Fact]
    public async Task A_planned_trial_that_is_stopped_leaves_room_for_another()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var practice = await maya.BeingRemoved(metric);
        var trial = await Planned(maya, metric);
        await Take(maya, practice, trial);
        await maya.Do<DecideOnTrial, Trial>(d => d.Stop(trial.Id, new() { Why = "Not now." }, default));
        Assert.Equal(PracticeState.BeingRemoved, (await Now(maya, practice)).State);
        Assert.Equal(
            "This trial was stopped. Plan a new one.",
            await maya.Refused<TakeTrial, Practice>(t => t.Run(practice.Id, new() { Trial = trial.Id }, default))
        );
        var another = await Planned(maya, metric);
        await Take(maya, practice, another);
        // One saved hour is counted once.
        var second = await maya.BeingRemoved(metric, "The Friday report");
        Assert.Equal(
            "This trial removes another practice already, and one saved hour is counted once.",
            await maya.Refused<TakeTrial, Practice>(t => t.Run(second.Id, new() { Trial = another.Id }, default))
        );
        var unguarded = await SampleTrials.Planned(maya, metric);
        Assert.Equal(
            "This trial does not guard what must not get worse without the practice. Change its plan.",
            await maya.Refused<TakeTrial, Practice>(t => t.Run(second.Id, new() { Trial = unguarded.Id }, default))
        );
    }

    /// <summary>The watch says it by itself, nobody's name stands there, and it can be asked about again.</summary>
    [Fact]
    public async Task What_crept_back_is_relapsed_by_the_watch_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (practice, trial, metric) = await Verifying(maya);
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        await Adopt(maya, trial);
        await Follow(WatchState.Relapsed);
        var moves = await Moves(maya, practice);
        Assert.Equal((PracticeAct.Relapse, null), (moves[0].Act, moves[0].By));
        var page = (await (await maya.Browser()).Page($"/waste/practices/{practice.Id}")).Body!.Says();
        Assert.Contains("Improved, then crept back", page, StringComparison.Ordinal);
        await Follow(WatchState.Recovered);
        Assert.Equal(PracticeState.Gone, (await Now(maya, practice)).State);
        await Follow(WatchState.Relapsed);
        await maya.Decides(practice, PracticeAct.Question);
        // Asked about anew, the old trial has no say.
        await Follow(WatchState.Recovered);
        Assert.Equal(PracticeState.Questioned, (await Now(maya, practice)).State);

        async Task Follow(WatchState watch)
        {
            await using var scope = world.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Heed.People.Visit>().Enter(maya.Workspace, null);
            var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
            var now = await db.Trials.AsNoTracking().SingleAsync(t => t.Id == trial.Id);
            await scope.ServiceProvider.GetRequiredService<FollowTrials>().Apply(now, null, watch, default);
            await db.SaveChangesAsync();
        }
    }
}

using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class RedesignAfterTwiceTests
{
    /// <summary>One that was looked at and could not tell: one week was measured, and nothing was large enough to show in it.</summary>
    static async Task<Trial> CouldNotTell(
        Cast maya,
        Metric metric,
        DateOnly start,
        string change,
        Action<TrialRequest>? with = null
    )
    {
        var asked = Asked(maya, metric, start);
        asked.Change = change;
        with?.Invoke(asked);
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        maya.World.Clock.MoveTo(new DateTimeOffset(start.AddDays(29), new(9, 0), TimeSpan.Zero));
        (await maya.Record(metric, ($"{start.AddDays(7):O}", 62.0))).Given();
        Assert.Equal(VerdictWord.CannotTell, (await SampleTrials.Look(maya, trial)).Word);
        return trial;
    }

    static TrialRequest Asked(Cast maya, Metric metric, DateOnly start)
    {
        var asked = SampleTrials.Asked(maya, metric);
        (asked.Predicted, asked.Start, asked.Look) = (0.2, start, start.AddDays(28));
        return asked;
    }

    static async Task<(Cast Maya, Metric Metric, TrialRequest Third)> Twice(World world)
    {
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        await CouldNotTell(maya, metric, new(2035, 3, 12), "Call before arrival");
        // Said in other words and in another order; not named as going on from the first.
        await CouldNotTell(
            maya,
            metric,
            new(2035, 4, 16),
            "Call at the door",
            a => a.Obstacle = "When we come, nobody knows!"
        );
        return (maya, metric, Asked(maya, metric, new(2035, 6, 4)));
    }

    [Fact]
    public async Task A_third_on_the_same_obstacle_is_refused_though_it_names_none_and_both_are_named_with_what_would_help()
    {
        await using var world = await World.Start();
        var (maya, metric, third) = await Twice(world);
        var refusal = await maya.RefusalOf<PlanTrial, Trial>(p => p.Run(third, default));
        Assert.Equal(409, refusal.Status);
        Assert.StartsWith(
            "Twice nobody could tell on this obstacle: “Call before arrival”",
            refusal.Because,
            StringComparison.Ordinal
        );
        foreach (var part in (string[])["“Call at the door”", "cannot tell", "Pull another lever"])
            Assert.Contains(part, refusal.Because, StringComparison.Ordinal);

        // A plan that was something else cannot become it.
        var other = Asked(maya, metric, new(2035, 6, 4));
        other.Obstacle = "The cups are too far from the machine.";
        var planned = await maya.Do<PlanTrial, Trial>(p => p.Run(other, default));
        Assert.StartsWith(
            "Twice nobody could tell",
            await maya.Refused<PlanTrial, Trial>(p => p.Rewrite(planned.Id, third, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_lever_a_change_that_can_be_seen_two_arms_or_another_team_is_taken()
    {
        await using var world = await World.Start();
        var (maya, metric, _) = await Twice(world);
        Action<TrialRequest>[] differs =
        [
            a => a.Lever = Lever.Training,
            a => (a.Predicted, a.Look) = (12, new(2035, 8, 27)),
            a => (a.ArmShare, a.ArmHorizon) = (50, 10_000),
            a => a.Obstacle = "The cups are too far from the machine.",
        ];
        foreach (var with in differs)
        {
            var asked = Asked(maya, metric, new(2035, 6, 4));
            with(asked);
            await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        }
    }

    [Fact]
    public async Task The_same_move_under_another_obstacle_is_known_by_who_does_what()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        static void Moved(TrialRequest a) =>
            (a.Actor, a.Behaviour) = ("the early shift", "guests open the door when the bell rings");
        await CouldNotTell(maya, metric, new(2035, 3, 12), "One", Moved);
        await CouldNotTell(
            maya,
            metric,
            new(2035, 4, 16),
            "Two",
            a =>
            {
                Moved(a);
                a.Obstacle = "Nobody is there when we ring";
            }
        );
        var third = Asked(maya, metric, new(2035, 6, 4));
        Moved(third);
        third.Obstacle = "Nobody opens when we ring";
        Assert.StartsWith(
            "Twice nobody could tell",
            await maya.Refused<PlanTrial, Trial>(p => p.Run(third, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Once_is_not_twice()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        await CouldNotTell(maya, metric, new(2035, 3, 12), "Call before arrival");
        await maya.Do<PlanTrial, Trial>(p => p.Run(Asked(maya, metric, new(2035, 6, 4)), default));
    }
}

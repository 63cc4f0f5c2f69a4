using Heed.Metrics;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class TryAtHomeTests
{
    [Fact]
    public async Task Home_asks_for_the_look_and_tells_the_verdict_for_two_weeks()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var trial = await SampleTrials.Started(maya, metric);
        Task<List<HomeSentence>> Said(Cast who) =>
            world.As(
                who,
                async here =>
                {
                    List<HomeSentence> all = [];
                    foreach (var speaker in here.GetServices<IHomeSource>())
                        all.AddRange(await speaker.Sentences(default));
                    return all.Where(s => s.Href == $"/try/{trial.Id}").ToList();
                }
            );
        Assert.Empty(await Said(maya));
        world.Clock.Move(TimeSpan.FromDays(98));
        Assert.Equal(HomeColumn.NeedsMe, Assert.Single(await Said(maya)).Column);
        var boss = await world.Colleague(maya, "Ines", Role.Admin);
        Assert.Equal(HomeColumn.Stuck, Assert.Single(await Said(boss)).Column);
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        var told = await Said(maya);
        Assert.Equal([HomeColumn.NeedsMe, HomeColumn.Moved], told.Select(s => s.Column));
        Assert.Equal(Status.Held, told[1].Status);
        Assert.StartsWith("Decide what becomes of", told[0].Say, StringComparison.Ordinal);
        Assert.Equal(HomeColumn.Moved, Assert.Single(await Said(boss)).Column);
        world.Clock.Move(TimeSpan.FromDays(15));
        // The news is old; what is not decided still waits for its team.
        Assert.Equal(HomeColumn.NeedsMe, Assert.Single(await Said(maya)).Column);
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
        Assert.Empty(await Said(maya));
    }

    [Fact]
    public async Task Home_says_when_a_running_trial_breaks_its_guardrail()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (metric, wait) = (await maya.Measured(), await maya.Metric(SampleMeasurements.Asked("Kept waiting")));
        await maya.Record(wait, ("2035-03-05", 9));
        var asked = SampleTrials.Asked(maya, metric);
        (asked.GuardrailMetric, asked.GuardrailAtMost) = (wait.Id, 6.5);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        Task<IReadOnlyList<HomeSentence>> Said() =>
            world.As(maya, here => here.GetServices<IHomeSource>().OfType<TryAtHome>().Single().Sentences(default));
        world.Clock.Move(TimeSpan.FromDays(9));
        // What was before the start is not its doing.
        Assert.Empty(await Said());
        await maya.Record(wait, ("2035-03-12", 7));
        var said = Assert.Single(await Said());
        Assert.Equal((HomeColumn.NeedsMe, Status.OffCourse), (said.Column, said.Status));
        Assert.Equal(
            "Call before arrival broke its guardrail: Kept waiting is 7 of 100, at most 6.5 was promised.",
            said.Say
        );
    }
}

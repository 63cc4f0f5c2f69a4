using Heed.Aim;
using Heed.People;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class GuardrailsAtHomeTests
{
    static Task<IReadOnlyList<HomeSentence>> Said(Cast who) =>
        who.World.As(
            who,
            here => here.GetServices<IHomeSource>().OfType<GuardrailsAtHome>().Single().Sentences(default)
        );

    [Fact]
    public async Task A_broken_guardrail_needs_its_team_and_is_stuck_for_the_others()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, metric) = (await maya.Objective(), await maya.Measured());
        var wait = await maya.Metric(SampleMeasurements.Asked("Kept waiting"));
        var asked = Aims.Asked(metric);
        (asked.GuardrailMetric, asked.GuardrailAtMost) = (wait.Id, 6.5);
        var keyResult = await maya.Do<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, asked, default));
        await maya.Do<TurnObjective, Objective>(turn => turn.Agree(objective.Id, default));
        await maya.Do<TurnObjective, Objective>(turn => turn.GoLive(objective.Id, Aims.Alone(), default));
        await maya.Record(wait, ("2035-02-19", 8), ("2035-02-26", 6));
        Assert.Empty(await Said(maya));

        await maya.Record(wait, ("2035-03-05", 7.2));

        var said = Assert.Single(await Said(maya));
        Assert.Equal("Kept waiting broke its guardrail: 7.2 of 100, at most 6.5 was promised.", said.Say);
        Assert.Equal(
            (HomeColumn.NeedsMe, Status.OffCourse, $"/aim/key-results/{keyResult.Id}"),
            (said.Column, said.Status, said.Href)
        );
        var guest = await world.Colleague(maya, "Sam", Role.Viewer);
        Assert.Equal(HomeColumn.Stuck, Assert.Single(await Said(guest)).Column);
        // A correction counts as the newest word on its day.
        await maya.Record(wait, ("2035-03-05", 6.4));
        Assert.Empty(await Said(maya));
    }
}

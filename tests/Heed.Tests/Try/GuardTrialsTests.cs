using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Listen;
using Heed.Tests.Metrics;
using Heed.Tests.Waste;
using Heed.Try;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class GuardTrialsTests
{
    static async Task<(Trial Trial, Metric Guarded)> Guarded(Cast maya)
    {
        var (metric, wait) = (await maya.Measured(), await maya.Metric(SampleMeasurements.Asked("Kept waiting")));
        var asked = SampleTrials.Asked(maya, metric);
        (asked.GuardrailMetric, asked.GuardrailAtMost) = (wait.Id, 6.5);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        return (trial, wait);
    }

    static async Task<Trial> Checked(Cast maya, Trial trial)
    {
        await maya.World.As(maya, s => Done(s.GetRequiredService<GuardTrials>().Check(trial.Id, default)));
        return await maya.World.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Trials.AsNoTracking().SingleAsync(t => t.Id == trial.Id)
        );
        static async Task<bool> Done(Task act)
        {
            await act;
            return true;
        }
    }

    static Task<List<string>> Told(Cast cast, Trial trial) =>
        cast.World.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.SubjectId == trial.Id.Value && e.Act == "stop")
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );

    static Task<List<HomeSentence>> AtHome(Cast who, Trial trial) =>
        who.World.As(
            who,
            async here =>
            {
                List<HomeSentence> all = [];
                foreach (var speaker in here.GetServices<IHomeSource>())
                    all.AddRange(await speaker.Sentences(default));
                return all.Where(s => s.Href == $"/try/{trial.Id}").ToList();
            }
        );

    [Fact]
    public async Task A_breach_stops_it_once_and_home_tells_the_team_and_everybody_else()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var boss = await world.Colleague(maya, "Ines", Role.Admin);
        var (trial, wait) = await Guarded(maya);
        await maya.Record(wait, ("2035-03-05", 9));
        world.Clock.Move(TimeSpan.FromDays(21));
        // What was before the start is not its doing; at the limit is within it.
        await maya.Record(wait, ("2035-03-12", 6.5));
        Assert.Equal(TrialState.Running, (await Checked(maya, trial)).State);

        await maya.Record(wait, ("2035-03-19", 7));
        var stopped = await Checked(maya, trial);
        Assert.Equal(TrialState.Stopped, stopped.State);
        Assert.Equal(
            (new DateOnly(2035, 3, 19), 7.0, null),
            (stopped.BreachedOn, stopped.BreachValue, stopped.StoppedBy)
        );
        const string Decision =
            "Stopped by its guardrail: Kept waiting was 7 of 100, at most 6.5 was promised, on 19 March 2035.";
        Assert.Equal(Decision, stopped.Decision);
        await Checked(maya, trial);
        Assert.Equal([$"Heed stopped “Call before arrival”. {Decision}"], await Told(maya, trial));

        var mine = Assert.Single(await AtHome(maya, trial));
        Assert.Equal(
            (HomeColumn.NeedsMe, Status.OffCourse, "To take it back: Stop calling."),
            (mine.Column, mine.Status, mine.Detail)
        );
        Assert.Equal(
            "Call before arrival was stopped by its guardrail: Kept waiting was 7 of 100, at most 6.5 was promised, on 19 March 2035.",
            mine.Say
        );
        Assert.Equal(HomeColumn.Stuck, Assert.Single(await AtHome(boss, trial)).Column);
        world.Clock.Move(TimeSpan.FromDays(15));
        Assert.Empty(await AtHome(maya, trial));
    }

    [Fact]
    public async Task The_worker_finds_it_and_the_page_and_the_api_say_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (trial, wait) = await Guarded(maya);
        world.Clock.Move(TimeSpan.FromDays(14));
        await maya.Record(wait, ("2035-03-12", 7));
        for (var tries = 0; tries < 100; tries++)
        {
            world.Clock.Move(TimeSpan.FromMinutes(11));
            await Task.Delay(100);
            var now = await world.As(
                maya,
                s => s.GetRequiredService<HeedDb>().Trials.AsNoTracking().SingleAsync(t => t.Id == trial.Id)
            );
            if (now.State == TrialState.Stopped)
                break;
        }
        var browser = await maya.Browser();
        Assert.Contains(
            "Stopped by its guardrail: Kept waiting was 7 of 100",
            (await browser.Page($"/try/{trial.Id}")).Body!.TextContent,
            StringComparison.Ordinal
        );
        var api = maya.Api();
        var told = await api.GetStringAsync($"/api/v1/trials/{trial.Id}");
        Assert.Contains("\"breachedOn\":\"2035-03-12\",\"breachValue\":7", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_that_was_being_removed_is_put_back_as_by_a_stop_by_hand()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var practice = await maya.BeingRemoved(metric);
        var asked = SampleTrials.Asked(maya, metric);
        (asked.Change, asked.Lever) = ("Do without the Monday report", Heed.Analytics.Evidence.Lever.Remove);
        (asked.GuardrailMetric, asked.GuardrailAtLeast) = (metric.Id, 90);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<TakeTrial, Practice>(take => take.Run(practice.Id, new() { Trial = trial.Id }, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        world.Clock.Move(TimeSpan.FromDays(14));
        await SampleTrials.Weeks(maya, metric, 1, 70);
        Assert.Equal(TrialState.Stopped, (await Checked(maya, trial)).State);
        Assert.Equal(
            PracticeState.Restored,
            await world.As(
                maya,
                s =>
                    s.GetRequiredService<HeedDb>()
                        .Practices.Where(p => p.Id == practice.Id)
                        .Select(p => p.State)
                        .SingleAsync()
            )
        );
    }
}

using System.Net;
using System.Net.Http.Json;
using Heed.Analytics.Evidence;
using Heed.Kit;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Tests.Waste;
using Heed.Try;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class StoryboardTests
{
    static Task<List<HomeSentence>> AtHome(World world, Cast who) =>
        world.As(
            who,
            async here =>
            {
                List<HomeSentence> all = [];
                foreach (var speaker in here.GetServices<IHomeSource>())
                    all.AddRange(await speaker.Sentences(default));
                return all.Where(s =>
                        s.Href.StartsWith("/try/storyboards/", StringComparison.Ordinal)
                        || s.Href.StartsWith("/try/experiments/", StringComparison.Ordinal)
                    )
                    .ToList();
            }
        );

    [Fact]
    public async Task One_obstacle_is_worked_on_at_a_time_for_a_target_condition()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, target, first) = await maya.AtWork();
        var second = await maya.Named("The milk runs out at nine.");
        Assert.Contains(
            "one is worked on at a time",
            await maya.Refused<MoveObstacle, Obstacle>(m =>
                m.Run(second.Id, ObstacleAct.Work, SampleBoards.Why(target.Id), default)
            ),
            StringComparison.Ordinal
        );
        await maya.Moved(first, ObstacleAct.Park);
        Assert.Equal(ObstacleState.Working, (await maya.Moved(second, ObstacleAct.Work, target.Id)).State);
    }

    [Fact]
    public async Task The_day_of_a_target_condition_never_moves_and_the_next_one_waits_for_a_reflection()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (board, target, obstacle) = await maya.AtWork();
        var api = maya.Api();
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch })
        {
            using var asked = new HttpRequestMessage(method, $"/api/v1/target-conditions/{target.Id}")
            {
                Content = JsonContent.Create(new { achieveBy = target.AchieveBy.AddDays(7) }),
            };
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await api.SendAsync(asked)).StatusCode);
        }
        // Nor by another one on top of it, nor by a field of a page.
        Assert.Contains(
            "has not ended",
            await maya.Refused<SetTarget, TargetCondition>(s =>
                s.Run(board.Id, SampleBoards.Target(maya, 40), default)
            ),
            StringComparison.Ordinal
        );
        var browser = await maya.Browser();
        using var again = await browser.PostForm(
            $"/try/storyboards/{board.Id}/target",
            "target",
            new()
            {
                ["Asked.Outcome"] = target.Outcome,
                ["Asked.Pattern"] = target.Pattern,
                ["Asked.AchieveBy"] = Format.Iso(target.AchieveBy.AddDays(7))!,
            }
        );
        Assert.Contains("has not ended", (await again.Html()).Body!.Says(), StringComparison.Ordinal);
        var kept = (await api.GetFromJsonAsync<Dictionary<string, object>>($"/api/v1/target-conditions/{target.Id}"))!;
        Assert.Equal(Format.Iso(target.AchieveBy), $"{kept["achieveBy"]}");

        world.Clock.Move(TimeSpan.FromDays(29));
        Assert.Contains(
            "it never moves",
            await maya.Refused<ReflectOnTarget, TargetCondition>(r =>
                r.Run(target.Id, TargetAct.Expire, new() { Reflection = " " }, default)
            )
                + await maya.Refused<PlanExperiment, ExperimentRecord>(p =>
                    p.Run(board.Id, SampleBoards.Step(maya), default)
                )
                + Assert.Single(await AtHome(world, maya)).Detail,
            StringComparison.Ordinal
        );
        await maya.Do<ReflectOnTarget, TargetCondition>(r =>
            r.Run(target.Id, TargetAct.Expire, new() { Reflection = "Too far in one go." }, default)
        );
        Assert.Empty(await AtHome(world, maya));
        // What was worked on waits with the others again.
        Assert.Equal(
            ObstacleState.Parked,
            (await world.As(maya, s => s.GetRequiredService<ReadObstacles>().Of(obstacle.Id, default)))!.State
        );
        var next = await maya.Do<SetTarget, TargetCondition>(s => s.Run(board.Id, SampleBoards.Target(maya), default));
        Assert.Equal(2, next.Number);
    }

    [Fact]
    public async Task The_first_lock_begins_the_pursuit_and_Home_asks_when_it_is_time_to_go_and_see()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (board, target, _) = await maya.AtWork();
        var record = await maya.Planned(board);
        var early = await maya.Refused<RunExperiment, ExperimentRecord>(r =>
            r.See(record.Id, SampleBoards.Result(maya), default)
        );
        Assert.StartsWith("Lock what you expect first", early, StringComparison.Ordinal);
        await maya.Locked(record);
        var now = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().TargetConditions.SingleAsync(t => t.Id == target.Id)
        );
        Assert.Equal(TargetState.Pursued, now.State);
        Assert.Empty(await AtHome(world, maya));
        world.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal($"/try/experiments/{record.Id}", Assert.Single(await AtHome(world, maya)).Href);
        var other = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Empty(await AtHome(world, other));
        await maya.Seen(record);
        Assert.Empty(await AtHome(world, maya));
    }

    [Fact]
    public async Task An_obstacle_is_dissolved_by_a_measured_experiment_or_a_verdict_and_by_nothing_else()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (board, _, obstacle) = await maya.AtWork();
        var record = await maya.Locked(await maya.Planned(board));
        Assert.Contains(
            "Nothing was measured",
            await maya.Refused<MoveObstacle, Obstacle>(m =>
                m.Run(obstacle.Id, ObstacleAct.Dissolve, SampleBoards.Why(proof: $"{record.Id}"), default)
            ),
            StringComparison.Ordinal
        );
        var metric = await maya.Measured();
        var asked = SampleTrials.Asked(maya, metric);
        (asked.Obstacle, asked.ObstacleId) = (null, obstacle.Id);
        var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(asked, default));
        Assert.Equal((obstacle.What, obstacle.Id), (trial.Obstacle, trial.ObstacleId));
        Assert.Contains(
            "no verdict that tells anything",
            await maya.Refused<MoveObstacle, Obstacle>(m =>
                m.Run(obstacle.Id, ObstacleAct.Dissolve, SampleBoards.Why(proof: $"{trial.Id}"), default)
            ),
            StringComparison.Ordinal
        );
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        await maya.Seen(record);
        var dissolved = await maya.Moved(obstacle, ObstacleAct.Dissolve, proof: $"{record.Id}");
        Assert.Equal((ObstacleState.Dissolved, record.Id), (dissolved.State, dissolved.DissolvedByExperiment));
        await maya.Moved(dissolved, ObstacleAct.Reopen);
        world.Clock.MoveTo(new DateTimeOffset(2035, 6, 12, 9, 0, 0, TimeSpan.Zero));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        Assert.Equal(VerdictWord.Improved, (await SampleTrials.Look(maya, trial)).Word);
        await maya.Moved(obstacle, ObstacleAct.Dissolve, proof: $"{trial.Id}");
        var browser = await maya.Browser();
        Assert.Contains(
            "of one that ended, a trial's verdict dissolved one",
            (await browser.Page("/try/obstacles?show=ended")).Body!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Trials_on_one_obstacle_are_told_as_one_though_it_was_called_otherwise_in_between()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (metric, obstacle) = (await maya.Measured(), await maya.Named());
        foreach (
            var (start, called) in new[]
            {
                (new DateOnly(2035, 3, 12), "Nobody can reach a lid."),
                (new DateOnly(2035, 4, 16), "Queues stand where cups should go."),
            }
        )
        {
            var words = SampleBoards.Obstacle(maya, called);
            await maya.Do<WriteObstacle, Obstacle>(w => w.Rewrite(obstacle.Id, words, default));
            var trial = await maya.Do<PlanTrial, Trial>(p => p.Run(On(start), default));
            Assert.Equal(called, trial.Obstacle);
            await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
            world.Clock.MoveTo(new DateTimeOffset(start.AddDays(29), new(9, 0), TimeSpan.Zero));
            (await maya.Record(metric, ($"{start.AddDays(7):O}", 62.0))).Given();
            Assert.Equal(VerdictWord.CannotTell, (await SampleTrials.Look(maya, trial)).Word);
        }
        Assert.StartsWith(
            "Twice nobody could tell on this obstacle",
            await maya.Refused<PlanTrial, Trial>(p => p.Run(On(new(2035, 6, 4)), default)),
            StringComparison.Ordinal
        );

        TrialRequest On(DateOnly start)
        {
            var asked = SampleTrials.Asked(maya, metric);
            (asked.Predicted, asked.Start, asked.Look) = (0.2, start, start.AddDays(28));
            (asked.Obstacle, asked.ObstacleId) = (null, obstacle.Id);
            return asked;
        }
    }

    [Fact]
    public async Task What_became_waste_is_nominated_with_a_name_and_known_by_its_obstacle()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var obstacle = await maya.Named("Every receipt is printed twice.");
        var asked = new NominationRequest { What = obstacle.What, Obstacle = obstacle.Id };
        Assert.Contains(
            "Say on the obstacle first",
            await maya.Refused<Nominate, NominationThanks>(n => n.Run(asked, false, default)),
            StringComparison.Ordinal
        );
        await maya.Moved(obstacle, ObstacleAct.LeaveToWaste);
        var browser = await maya.Browser();
        var link = (await browser.Page($"/try/obstacles/{obstacle.Id}")).QuerySelector("a[href^='/waste?obstacle=']")!;
        var form = await browser.Page(link.GetAttribute("href")!);
        Assert.Equal(obstacle.What, form.QuerySelector("[name='Asked.What']")!.TextContent);
        Assert.Null(form.QuerySelector("[name='Anonymous']"));
        Assert.Contains(
            "that would say who you are",
            await maya.Refused<Nominate, NominationThanks>(n => n.Run(asked, true, default)),
            StringComparison.Ordinal
        );
        var thanks = await maya.Do<Nominate, NominationThanks>(n => n.Run(asked, false, default));
        var page = await browser.Page($"/waste/nominations/{thanks.Nomination}");
        Assert.NotNull(page.QuerySelector($"a[href='/try/obstacles/{obstacle.Id}']"));
    }

    [Fact]
    public async Task Copied_words_are_said_and_not_refused()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (board, _, _) = await maya.AtWork();
        await maya.Planned(board);
        await maya.Planned(board);
        var browser = await maya.Browser();
        Assert.Contains(
            "Worded almost as experiment 1.",
            (await browser.Page($"/try/storyboards/{board.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_step_becomes_a_trial_and_shows_its_verdict()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var record = await maya.Planned();
        var browser = await maya.Browser();
        var plan = (await browser.Page($"/try/experiments/{record.Id}")).QuerySelector("a[href^='/try/new?']")!;
        var form = await browser.Page($"{plan.GetAttribute("href")}&metric={metric.Id}");
        Assert.Equal(record.Step, form.QuerySelector("[name='Asked.Change']")!.GetAttribute("value"));
        Assert.Equal(
            record.ObstacleId.ToString(),
            form.QuerySelector("[name='Asked.ObstacleId'] option[selected]")!.GetAttribute("value")
        );
        var trial = await SampleTrials.Started(maya, metric);
        await maya.Do<RunExperiment, ExperimentRecord>(r => r.Become(record.Id, new() { Trial = trial.Id }, default));
        Assert.Contains(
            "None yet: the look is on 11 June 2035.",
            (await browser.Page($"/try/experiments/{record.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        Assert.Contains(
            "its trial: Improved",
            (await (await maya.Browser()).Page($"/try/storyboards/{record.StoryboardId}")).Body!.Says(),
            StringComparison.Ordinal
        );
    }
}

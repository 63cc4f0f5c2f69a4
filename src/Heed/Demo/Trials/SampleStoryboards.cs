using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Demo;

/// <summary>The Counter's storyboard: an obstacle that is worked on, two experiments that are seen and one that is expected.</summary>
sealed partial class SampleYear
{
    Id<Storyboard> _board;
    Id<ExperimentRecord> _experiment;

    async Task Practise(int week, CancellationToken stop)
    {
        switch (week)
        {
            case Stories.Weeks - 4:
                await OpenBoard(stop);
                await Expect(
                    "Lids and sleeves beside the machine for one morning",
                    "Whether reaching for lids is what takes the time",
                    "20 seconds less a cup, of 50 cups",
                    Monday(week + 1),
                    stop
                );
                break;
            case Stories.Weeks - 3:
                await See(
                    ExperimentResult.Measured,
                    "11 seconds less a cup, of 48 cups",
                    "Lids are half of it. The other half is turning round for the milk.",
                    stop
                );
                await Expect(
                    "Milk on the side of the hand that pours",
                    "Whether turning round is the other half",
                    "8 seconds less a cup, of 50 cups",
                    Monday(week + 1),
                    stop
                );
                break;
            case Stories.Weeks - 2:
                await See(
                    ExperimentResult.NotMeasured,
                    null,
                    "Two were ill and nobody counted. We still do not know.",
                    stop
                );
                break;
            case Stories.Weeks - 1:
                await Expect(
                    "Milk on the side of the hand that pours, once more",
                    "Whether turning round is the other half; last time nobody counted",
                    "8 seconds less a cup, of 50 cups",
                    today.AddDays(2),
                    stop
                );
                break;
        }
    }

    async Task OpenBoard(CancellationToken stop)
    {
        _board = (
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<WriteStoryboard>()
                            .Run(
                                new()
                                {
                                    Team = _cast.Counter,
                                    Challenge = "Nobody waits longer for a cup than it takes to read the board",
                                    Current =
                                        "Between seven and ten one pours and one takes orders. Whoever pours crosses the room for each lid.",
                                    Metric = _metrics["waiting"],
                                    WindowFrom = Monday(Stories.Weeks - 8),
                                    WindowTo = Monday(Stories.Weeks - 4).AddDays(-1),
                                },
                                stop
                            )
                    )
            )
        ).Id;
        var target = await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<SetTarget>()
                        .Run(
                            _board,
                            new()
                            {
                                Outcome = "A cup is on the counter within five minutes of its order, seven to ten",
                                Metric = _metrics["waiting"],
                                AtMost = 5,
                                Pattern = "Whoever pours stands still: everything within an arm's reach.",
                                AchieveBy = today.AddDays(10),
                            },
                            stop
                        )
                )
        );
        await Obstruct("Lids and sleeves are across the room.", "the bar, while pouring", target.Id, stop);
        await Obstruct("The till asks for the size twice.", "the till", null, stop);
    }

    async Task Obstruct(string what, string where, Id<TargetCondition>? blocks, CancellationToken stop)
    {
        var obstacle = await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteObstacle>()
                        .Run(
                            new()
                            {
                                Team = _cast.Counter,
                                What = what,
                                Where = where,
                                Frequency = ObstacleFrequency.Daily,
                                SeenOn = Monday(Stories.Weeks - 4),
                            },
                            stop
                        )
                )
        );
        if (blocks is { } target)
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<MoveObstacle>()
                            .Run(
                                obstacle.Id,
                                ObstacleAct.Work,
                                new ObstacleWorkRequest { Reason = "It is met with each cup.", For = target },
                                stop
                            )
                    )
            );
    }

    async Task Expect(string step, string unknown, string expected, DateOnly goAndSee, CancellationToken stop)
    {
        _experiment = (
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<PlanExperiment>()
                            .Run(
                                _board,
                                new()
                                {
                                    Step = step,
                                    Unknown = unknown,
                                    Metric = _metrics["waiting"],
                                    Expected = expected,
                                    GoAndSee = goAndSee,
                                },
                                stop
                            )
                    )
            )
        ).Id;
        await As(_cast.Maya, s => Done(s.GetRequiredService<RunExperiment>().Lock(_experiment, stop)));
    }

    Task See(ExperimentResult result, string? happened, string learned, CancellationToken stop) =>
        As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<RunExperiment>()
                        .See(
                            _experiment,
                            new()
                            {
                                Result = result,
                                Happened = happened,
                                Learned = learned,
                                On = clock.GetUtcNow().DayIn(_cast.Workspace.Zone),
                            },
                            stop
                        )
                )
        );
}

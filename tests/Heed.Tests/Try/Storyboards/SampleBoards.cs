using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Try;

namespace Heed.Tests.Try;

/// <summary>A storyboard step by step, as most tests of it want it.</summary>
static class SampleBoards
{
    public static StoryboardRequest Board(Cast cast, Metric? metric = null) =>
        new()
        {
            Team = cast.Team.Id,
            Challenge = "Nobody waits at the counter",
            Current = "Six minutes from order to cup, one at the bar.",
            Metric = metric?.Id,
        };

    public static ObstacleRequest Obstacle(Cast cast, string what = "The lids are across the room.") =>
        new()
        {
            Team = cast.Team.Id,
            What = what,
            Where = "the counter",
            Frequency = ObstacleFrequency.Daily,
            SeenOn = cast.Workspace.Today(cast.World.Clock),
        };

    public static TargetRequest Target(Cast cast, int days = 28) =>
        new()
        {
            Outcome = "Four minutes from order to cup",
            Pattern = "Two at the bar from eight to ten.",
            AchieveBy = cast.Workspace.Today(cast.World.Clock).AddDays(days),
        };

    public static ExperimentRequest Step(Cast cast, string step = "Put the lids beside the cups") =>
        new()
        {
            Step = step,
            Unknown = $"Whether “{step}” saves any of the six minutes",
            Expected = "Forty seconds from cup to lid in place of seventy",
            GoAndSee = cast.Workspace.Today(cast.World.Clock).AddDays(2),
        };

    public static ResultRequest Result(Cast cast) =>
        new()
        {
            Result = ExperimentResult.Measured,
            Happened = "Fifty seconds, twelve cups",
            Learned = "Half of it is reaching.",
            On = cast.Workspace.Today(cast.World.Clock),
        };

    public static Task<Obstacle> Named(this Cast cast, string what = "The lids are across the room.") =>
        cast.Do<WriteObstacle, Obstacle>(w => w.Run(Obstacle(cast, what), default));

    public static Task<Obstacle> Moved(
        this Cast cast,
        Obstacle obstacle,
        ObstacleAct act,
        Id<TargetCondition>? target = null,
        string? proof = null
    ) => cast.Do<MoveObstacle, Obstacle>(m => m.Run(obstacle.Id, act, Why(target, proof), default));

    public static ObstacleMoveRequest Why(Id<TargetCondition>? target = null, string? proof = null)
    {
        const string Reason = "It is met most often.";
        return target is not null ? new ObstacleWorkRequest { Reason = Reason, For = target }
            : proof is not null ? new DissolutionRequest { Reason = Reason, Proof = proof }
            : new ObstacleMoveRequest { Reason = Reason };
    }

    public static Task<Storyboard> Opened(this Cast cast, Metric? metric = null) =>
        cast.Do<WriteStoryboard, Storyboard>(w => w.Run(Board(cast, metric), default));

    /// <summary>A board with its target condition set and an obstacle that is worked on.</summary>
    public static async Task<(Storyboard Board, TargetCondition Target, Obstacle Obstacle)> AtWork(this Cast cast)
    {
        var board = await cast.Opened();
        var target = await cast.Do<SetTarget, TargetCondition>(s => s.Run(board.Id, Target(cast), default));
        var obstacle = await cast.Named();
        return (board, target, await cast.Moved(obstacle, ObstacleAct.Work, target.Id));
    }

    public static async Task<ExperimentRecord> Planned(this Cast cast)
    {
        var (board, _, _) = await cast.AtWork();
        return await cast.Planned(board);
    }

    public static Task<ExperimentRecord> Planned(
        this Cast cast,
        Storyboard board,
        string step = "Put the lids beside the cups"
    ) => cast.Do<PlanExperiment, ExperimentRecord>(p => p.Run(board.Id, Step(cast, step), default));

    public static Task<ExperimentRecord> Locked(this Cast cast, ExperimentRecord record) =>
        cast.Do<RunExperiment, ExperimentRecord>(r => r.Lock(record.Id, default));

    public static Task<ExperimentRecord> Seen(this Cast cast, ExperimentRecord record) =>
        cast.Do<RunExperiment, ExperimentRecord>(r => r.See(record.Id, Result(cast), default));
}

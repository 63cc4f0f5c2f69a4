using Heed.Customers;
using Heed.Storage;
using Heed.Tests.Metrics;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>A storyboard and what stands on it, for routes to name, made by the use cases themselves.</summary>
static class SampleBoardRows
{
    static async Task<T> Done<T>(Task<Outcome<T>> act)
        where T : notnull => (await act).Given();

    public static async Task<string> Obstacle(IServiceProvider services, Cast who) =>
        (await Named(services, who)).Id.ToString();

    public static async Task<string> Storyboard(IServiceProvider services, Cast who) =>
        (await Working(services, who)).Board.ToString();

    public static async Task<string> Target(IServiceProvider services, Cast who) =>
        (await Working(services, who)).Target.ToString();

    public static async Task<string> Experiment(IServiceProvider services, Cast who)
    {
        var (board, _) = await Working(services, who);
        return (
            await Done(services.GetRequiredService<PlanExperiment>().Run(board, SampleBoards.Step(who), default))
        ).Id.ToString();
    }

    public static async Task<string> JourneyStep(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var group = new CustomerGroup
        {
            Name = $"Sample group {Id<CustomerGroup>.Random()}",
            Kind = CustomerKind.External,
            CreatedAt = who.World.Clock.GetUtcNow(),
        };
        var step = new JourneyStep { CustomerGroupId = group.Id, Name = "waits" };
        db.Add(group);
        db.Add(step);
        await db.SaveChangesAsync();
        return step.Id.ToString();
    }

    static Task<Obstacle> Named(IServiceProvider services, Cast who) =>
        Done(services.GetRequiredService<WriteObstacle>().Run(SampleBoards.Obstacle(who), default));

    /// <summary>With a target condition and an obstacle that is worked on.</summary>
    static async Task<(Id<Storyboard> Board, Id<TargetCondition> Target)> Working(IServiceProvider services, Cast who)
    {
        var board = await Done(services.GetRequiredService<WriteStoryboard>().Run(SampleBoards.Board(who), default));
        var target = await Done(
            services.GetRequiredService<SetTarget>().Run(board.Id, SampleBoards.Target(who), default)
        );
        var obstacle = await Named(services, who);
        await Done(
            services
                .GetRequiredService<MoveObstacle>()
                .Run(obstacle.Id, ObstacleAct.Work, SampleBoards.Why(target.Id), default)
        );
        return (board.Id, target.Id);
    }
}

using System.Collections.Concurrent;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

/// <summary>A kind of work of the tests: it writes down each run, and does what the test says.</summary>
sealed class Errands
{
    public const string Kind = "errand";

    public ConcurrentQueue<string> Runs { get; } = new();

    public Func<JobLease, CancellationToken, Task<JobEnd>> Act { get; set; } =
        static (_, _) => Task.FromResult(JobEnd.Done);

    public JobKind AsKind(string name = Kind) =>
        new(
            name,
            "Run an errand",
            async (s, lease, stop) =>
            {
                Runs.Enqueue($"{lease.Job.Payload} at {s.GetRequiredService<Workspace>().Name}");
                return await Act(lease, stop);
            }
        );

    /// <summary>A world that knows this work; the test says when somebody works.</summary>
    public Task<World> World(bool working = false, params JobKind[] others) =>
        Tests.World.Start(services =>
        {
            if (!working)
                Listen.Worlds.Idle(services);
            foreach (var kind in others.Append(AsKind()))
                services.AddSingleton(kind);
        });

    public static Task<Id<Job>> Owe(World world, Cast cast, string payload, string kind = Kind) =>
        world.As(
            cast,
            async s =>
            {
                var id = s.GetRequiredService<JobQueue>().Add(kind, cast.Team.Id, payload);
                await s.GetRequiredService<HeedDb>().SaveChangesAsync();
                return id;
            }
        );

    /// <summary>One for another thing each time, so that none waits for another.</summary>
    public static Task<Id<Job>> OweApart(World world, Cast cast, string payload) =>
        world.As(
            cast,
            async s =>
            {
                var id = s.GetRequiredService<JobQueue>().Add(Kind, Id<Team>.Random(), payload);
                await s.GetRequiredService<HeedDb>().SaveChangesAsync();
                return id;
            }
        );

    public static Task<Job> Read(World world, Cast cast, Id<Job> id) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().SingleAsync(j => j.Id == id));

    public static Task<Job?> Find(World world, Cast cast, Id<Job> id) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id));

    /// <summary>The half minute after which what a dead process held is free again, without waiting for it.</summary>
    public static Task LeasesRunOut(World world, Cast cast) =>
        world.As(
            cast,
            s =>
            {
                var past = s.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(-1);
                return s.GetRequiredService<HeedDb>()
                    .Jobs.Where(j => j.LeaseUntil != null && j.DoneAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, past));
            }
        );

    /// <summary>A worker of its own, as another process has one.</summary>
    public static JobWorker Worker(World world) => ActivatorUtilities.CreateInstance<JobWorker>(world.Services);

    public static async Task Until(Func<Task<bool>> holds, int seconds = 60)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            if (await holds())
                return;
            await Task.Delay(50);
        }
        Assert.Fail($"It did not come to be within {seconds} seconds.");
    }
}

using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heed.Tests.Storage;

public sealed class JobWorkerTests
{
    readonly Errands _errands = new();

    [Fact]
    public async Task Work_begins_when_the_act_that_owes_it_is_committed_and_not_before()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        var worker = Errands.Worker(world);
        await world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                await using var act = await db.Database.BeginTransactionAsync();
                s.GetRequiredService<JobQueue>().Add(Errands.Kind, cast.Team.Id, "milk");
                await db.SaveChangesAsync();
                Assert.False(await s.GetRequiredService<JobWakeUp>().Wait(TimeSpan.Zero, default));
                await act.CommitAsync();
                Assert.True(await s.GetRequiredService<JobWakeUp>().Wait(TimeSpan.Zero, default));
                return true;
            }
        );
        await worker.Go(default);
        Assert.Equal(["milk at Harbor Coffee"], _errands.Runs);
    }

    [Fact]
    public async Task Work_of_an_act_that_came_to_nothing_is_never_run()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        await world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                await using var act = await db.Database.BeginTransactionAsync();
                s.GetRequiredService<JobQueue>().Add(Errands.Kind, cast.Team.Id, "milk");
                await db.SaveChangesAsync();
                await act.RollbackAsync();
                return true;
            }
        );
        await Errands.Worker(world).Go(default);
        Assert.Empty(_errands.Runs);
    }

    [Fact]
    public async Task The_worker_of_a_server_goes_over_all_workspaces_by_itself()
    {
        await using var world = await _errands.World(working: true);
        var (harbor, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var first = await Errands.Owe(world, harbor, "milk");
        var second = await Errands.Owe(world, rival, "beans");
        await Errands.Until(async () =>
            (await Errands.Read(world, harbor, first)).DoneAt is not null
            && (await Errands.Read(world, rival, second)).DoneAt is not null
        );
        Assert.Equal(["beans at Rival Coffee", "milk at Harbor Coffee"], _errands.Runs.Order());
        Assert.Equal("", (await Errands.Read(world, harbor, first)).Payload);
    }

    [Fact]
    public async Task Of_several_workers_each_job_is_run_by_one()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 12; i++)
            await Errands.OweApart(world, cast, $"{i}");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Errands.Worker(world).Go(default)));
        await Errands.Worker(world).Go(default);
        Assert.Equal(12, _errands.Runs.Count);
        Assert.Equal(12, _errands.Runs.Distinct().Count());
    }

    [Fact]
    public async Task What_a_dead_process_had_begun_is_taken_over_when_its_lease_has_run_out()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        var id = await Errands.Owe(world, cast, "milk");
        var dead = (await world.Services.GetRequiredService<RunJob>().Take(id, default))!;
        var worker = Errands.Worker(world);
        await worker.Go(default);
        Assert.Empty(_errands.Runs);
        Assert.Equal(JobState.Running, (await Errands.Read(world, cast, id)).State(world.Clock.GetUtcNow()));

        world.Clock.Move(JobLease.Length + TimeSpan.FromSeconds(1));
        await worker.Go(default);
        var job = await Errands.Read(world, cast, id);
        Assert.Equal((JobState.Done, 2), (job.State(world.Clock.GetUtcNow()), job.Tries));
        Assert.Single(_errands.Runs);
        // Were it not dead after all, it would find that the work is no longer its own.
        Assert.False(await world.As(cast, s => dead.Renew(s.GetRequiredService<HeedDb>(), default)));
    }

    [Fact]
    public async Task Who_is_told_to_end_gives_the_lease_back_and_that_was_no_try()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        var begun = new TaskCompletionSource();
        _errands.Act = async (_, stop) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return JobEnd.Done;
        };
        var id = await Errands.Owe(world, cast, "milk");
        using var worker = Errands.Worker(world);
        await worker.StartAsync(default);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await worker.StopAsync(default);
        var job = await Errands.Read(world, cast, id);
        Assert.Equal((JobState.Waiting, 0), (job.State(world.Clock.GetUtcNow()), job.Tries));
        Assert.Null(job.LeaseOwner);
    }

    [Fact]
    public async Task One_kind_that_hangs_does_not_hold_up_another()
    {
        var others = new Errands();
        await using var world = await _errands.World(working: false, others.AsKind("other"));
        var cast = await world.Organisation("Harbor Coffee");
        var hang = new TaskCompletionSource<JobEnd>();
        _errands.Act = (_, _) => hang.Task;
        await Errands.OweApart(world, cast, "hangs");
        await Errands.OweApart(world, cast, "waits for the one that hangs");
        var free = await Errands.Owe(world, cast, "goes", "other");
        using var worker = Errands.Worker(world);
        await worker.StartAsync(default);
        // Both kinds begin in one round, and either may be the first.
        await Errands.Until(async () =>
            !_errands.Runs.IsEmpty && (await Errands.Read(world, cast, free)).DoneAt is not null
        );
        Assert.Single(_errands.Runs);
        hang.SetResult(JobEnd.Done);
        await Errands.Until(() => Task.FromResult(_errands.Runs.Count == 2));
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task Two_works_of_one_kind_on_one_thing_are_not_done_at_the_same_time()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        var first = await Errands.Owe(world, cast, "first");
        var second = await Errands.Owe(world, cast, "second");
        var run = world.Services.GetRequiredService<RunJob>();
        var lease = await run.Take(first, default);
        Assert.Null(await run.Take(second, default));
        await run.Run(lease!, default);
        Assert.NotNull(await run.Take(second, default));
    }

    [Fact]
    public async Task What_lies_on_another_server_is_left_to_it_and_holds_up_nothing_here()
    {
        var here = new HashSet<Guid>();
        var files = new Errands();
        await using var world = await _errands.World(
            working: false,
            files.AsKind("file") with
            {
                IsHere = (_, subject) => here.Contains(subject),
            }
        );
        var cast = await world.Organisation("Harbor Coffee");
        var elsewhere = await Errands.Owe(world, cast, "elsewhere", "file");
        var mine = await world.As(
            cast,
            async s =>
            {
                var id = s.GetRequiredService<JobQueue>().Add("file", cast.Member.Id, "mine");
                await s.GetRequiredService<HeedDb>().SaveChangesAsync();
                return id;
            }
        );
        here.Add(cast.Member.Id.Value);
        await Errands.Worker(world).Go(default);
        Assert.Equal(["mine at Harbor Coffee"], files.Runs);
        Assert.Equal(
            (JobState.Waiting, JobState.Done),
            (
                (await Errands.Read(world, cast, elsewhere)).State(world.Clock.GetUtcNow()),
                (await Errands.Read(world, cast, mine)).State(world.Clock.GetUtcNow())
            )
        );
    }

    [Fact]
    public async Task What_is_done_is_kept_for_thirty_days_and_what_failed_until_somebody_looks()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        var old = await Errands.OweApart(world, cast, "old");
        await Errands.Worker(world).Go(default);
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Never("Shut."));
        var failed = await Errands.OweApart(world, cast, "failed");
        await Errands.Worker(world).Go(default);
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Done);
        world.Clock.Move(TimeSpan.FromDays(1));
        var recent = await Errands.OweApart(world, cast, "recent");
        await Errands.Worker(world).Go(default);
        world.Clock.Move(TimeSpan.FromDays(29) + TimeSpan.FromSeconds(1));
        using var worker = Errands.Worker(world);
        await worker.StartAsync(default);
        world.Services.GetRequiredService<JobWakeUp>().Ring();
        await Errands.Until(async () => await Kept() < 3);
        await worker.StopAsync(default);
        Assert.Equal(2, await Kept());
        Assert.Null(await Errands.Find(world, cast, old));
        Assert.NotNull(await Errands.Find(world, cast, failed));
        Assert.NotNull(await Errands.Find(world, cast, recent));

        Task<int> Kept() => world.As(cast, s => s.GetRequiredService<HeedDb>().Jobs.CountAsync());
    }

    /// <summary>Breaks the first round and tells when the worker comes again.</summary>
    sealed class BrokenOnce(IServiceScopeFactory whole, Exception problem) : IServiceScopeFactory
    {
        int _asked;

        public TaskCompletionSource CameAgain { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IServiceScope CreateScope()
        {
            if (Interlocked.Increment(ref _asked) == 1)
                throw problem;
            CameAgain.TrySetResult();
            return whole.CreateScope();
        }
    }

    public static TheoryData<Exception> Problems =>
        [new ObjectDisposedException("file"), new OperationCanceledException("a query"), new IOException("disk")];

    [Theory]
    [MemberData(nameof(Problems), DisableDiscoveryEnumeration = true)]
    public async Task A_round_that_breaks_does_not_end_the_worker(Exception problem)
    {
        await using var world = await _errands.World();
        var scopes = new BrokenOnce(world.Services.GetRequiredService<IServiceScopeFactory>(), problem);
        using var worker = new JobWorker(
            scopes,
            world.Services.GetRequiredService<JobKinds>(),
            world.Services.GetRequiredService<RunJob>(),
            world.Services.GetRequiredService<JobWakeUp>(),
            world.Clock,
            NullLogger<JobWorker>.Instance
        );
        await worker.StartAsync(default);
        world.Services.GetRequiredService<JobWakeUp>().Ring();
        await scopes.CameAgain.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(worker.ExecuteTask!.IsCompleted);
        await worker.StopAsync(default);
        Assert.True(worker.ExecuteTask.IsCompletedSuccessfully);
    }
}

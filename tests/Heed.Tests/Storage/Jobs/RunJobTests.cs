using Heed.People;
using Heed.Storage;
using Heed.Tests.People;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

/// <summary>How one run of a job ends, and what is written down of it.</summary>
public sealed class RunJobTests(RunJobTests.OfErrands one) : IClassFixture<RunJobTests.OfErrands>
{
    /// <summary>A world that knows errands, whose organisations are many.</summary>
    public sealed class OfErrands : IAsyncLifetime
    {
        int _made;

        internal Errands Errands { get; } = new();
        internal World World { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            World = await Errands.World(
                working: false,
                new JobKind("told", "Tell a shop", static (_, _, _) => Task.FromResult(JobEnd.Done))
                {
                    Address = shop => $"/shops/{shop:N}",
                }
            );

        public ValueTask DisposeAsync() => World.DisposeAsync();

        internal Task<Cast> Organisation(string name)
        {
            Errands.Runs.Clear();
            Errands.Act = static (_, _) => Task.FromResult(JobEnd.Done);
            return World.Organisation($"{name} {++_made}");
        }
    }

    readonly Errands _errands = one.Errands;

    async Task<Job> Ended(World world, Cast cast, Func<JobLease, JobEnd> end)
    {
        _errands.Act = (lease, _) => Task.FromResult(end(lease));
        var id = await Errands.OweApart(world, cast, "milk");
        var run = world.Services.GetRequiredService<RunJob>();
        await run.Run((await run.Take(id, default))!, default);
        return await Errands.Read(world, cast, id);
    }

    [Fact]
    public async Task Each_end_leaves_the_job_as_it_says()
    {
        var world = one.World;
        var cast = await one.Organisation("Harbor Coffee");
        var now = world.Clock.GetUtcNow();

        var done = await Ended(world, cast, _ => JobEnd.Done);
        Assert.Equal((JobState.Done, now, "", 1), (done.State(now), done.DoneAt, done.Payload, done.Tries));

        var later = await Ended(world, cast, _ => JobEnd.Later);
        Assert.Equal((JobState.Waiting, now, "milk", 0), (later.State(now), later.Due, later.Payload, later.Tries));

        var again = await Ended(world, cast, _ => JobEnd.Again("The shop is shut."));
        Assert.Equal(
            (JobState.Waiting, now + Job.RestAfter(1), "The shop is shut.", 1),
            (again.State(now), again.Due, again.LastError, again.Tries)
        );

        var repeat = await Ended(world, cast, _ => JobEnd.Repeat(TimeSpan.FromDays(1)));
        Assert.Equal(
            (JobState.Waiting, now.AddDays(1), "milk", 0),
            (repeat.State(now), repeat.Due, repeat.Payload, repeat.Tries)
        );

        var never = await Ended(world, cast, _ => JobEnd.Never("There is no such shop."));
        Assert.Equal(
            (JobState.Failed, now, "There is no such shop.", "milk"),
            (never.State(now), never.FailedAt, never.LastError, never.Payload)
        );
        Assert.All(
            [done, later, again, repeat, never],
            job => Assert.Equal((null, null), ((object?)job.LeaseOwner, job.LeaseUntil))
        );
    }

    [Fact]
    public async Task Why_it_failed_is_told_in_words_and_no_longer_than_its_column()
    {
        var world = one.World;
        var cast = await one.Organisation("Harbor Coffee");
        Assert.Equal(
            "No space left.",
            (await Ended(world, cast, _ => throw new IOException("No space left."))).LastError
        );
        Assert.Equal(
            "Access to /data is denied.",
            (
                await Ended(world, cast, _ => throw new UnauthorizedAccessException("Access to /data is denied."))
            ).LastError
        );
        Assert.StartsWith(
            "The database did not answer: ",
            (await Ended(world, cast, _ => throw new SqliteException("busy", 5))).LastError
        );
        Assert.Equal(
            "Something broke in Heed (FormatException); the log of the server says what.",
            (await Ended(world, cast, _ => throw new FormatException("of a letter to Noa"))).LastError
        );
        var cut = await Ended(world, cast, _ => JobEnd.Never(new string('x', 998) + "🥐 and so on"));
        Assert.Equal(new string('x', 998) + "…", cut.LastError);
        var whole = await Ended(world, cast, _ => JobEnd.Never(new string('x', 1000)));
        Assert.Equal(1000, whole.LastError!.Length);
    }

    [Fact]
    public async Task Whoever_lost_the_lease_writes_nothing_down()
    {
        var world = one.World;
        var cast = await one.Organisation("Harbor Coffee");
        var id = await Errands.OweApart(world, cast, "milk");
        var run = world.Services.GetRequiredService<RunJob>();
        var slow = (await run.Take(id, default))!;
        Assert.Null(await run.Take(id, default));
        Assert.True(await world.As(cast, s => slow.Renew(s.GetRequiredService<HeedDb>(), default)));
        world.Clock.Move(JobLease.Length + TimeSpan.FromSeconds(1));
        var quick = (await run.Take(id, default))!;
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Never("too late"));
        await run.Run(slow, default);
        var job = await Errands.Read(world, cast, id);
        Assert.Equal((JobState.Running, null), (job.State(world.Clock.GetUtcNow()), job.LastError));

        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Done);
        await run.Run(quick, default);
        Assert.Equal(JobState.Done, (await Errands.Read(world, cast, id)).State(world.Clock.GetUtcNow()));
        Assert.False(await world.As(cast, s => quick.Renew(s.GetRequiredService<HeedDb>(), default)));
    }

    /// <summary>The one who takes the first has not committed when the second is asked for, on another connection.</summary>
    [Fact]
    public async Task Two_jobs_of_one_thing_are_never_taken_at_once()
    {
        var world = one.World;
        var cast = await one.Organisation("Harbor Coffee");
        var run = world.Services.GetRequiredService<RunJob>();
        var milk = await Errands.Owe(world, cast, "milk");
        var beans = await Errands.Owe(world, cast, "beans");
        var now = world.Clock.GetUtcNow();
        await world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                await using var theirs = await WorkspaceLock.Begin(db, cast.Workspace.Id, default);
                await db.Free(now)
                    .Where(j => j.Id == milk)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(j => j.LeaseOwner, Guid.Empty)
                            .SetProperty(j => j.LeaseUntil, now + JobLease.Length)
                    );
                var ours = Task.Run(() => run.Take(beans, default));
                await Task.WhenAny(ours, Task.Delay(500));
                await theirs.CommitAsync();
                Assert.Null(await ours);
                return true;
            }
        );
        await Errands.LeasesRunOut(world, cast);
        Assert.NotNull(await run.Take(beans, default));
    }

    [Fact]
    public async Task Who_waits_for_the_work_of_a_thing_runs_it_here_unless_another_does()
    {
        var world = one.World;
        var cast = await one.Organisation("Harbor Coffee");
        var run = world.Services.GetRequiredService<RunJob>();
        Assert.True(await Now());
        Assert.Empty(_errands.Runs);
        var id = await Errands.Owe(world, cast, "milk");
        Assert.True(await IsOpen());
        var theirs = (await run.Take(id, default))!;
        Assert.False(await Now());
        await run.Run(theirs, default);
        Assert.True(await Now());
        Assert.False(await IsOpen());
        Assert.Single(_errands.Runs);

        await Errands.Owe(world, cast, "beans");
        Assert.True(await Now());
        Assert.Equal([$"milk at {cast.Workspace.Name}", $"beans at {cast.Workspace.Name}"], _errands.Runs);
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Later);
        await Errands.Owe(world, cast, "later");
        Assert.False(await Now());

        Task<bool> Now() => world.As(cast, s => run.Now(s, Errands.Kind, cast.Team.Id, default));

        Task<bool> IsOpen() =>
            world.As(cast, s => s.GetRequiredService<JobQueue>().IsOpen(Errands.Kind, cast.Team.Id, default));
    }

    [Fact]
    public async Task Only_an_administrator_of_its_workspace_has_only_failed_work_tried_again()
    {
        var world = one.World;
        var (harbor, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var tom = await world.Colleague(harbor, "Tom", Role.Contributor);
        var failed = await Ended(world, harbor, _ => JobEnd.Never("There is no such shop."));
        var done = await Ended(world, harbor, _ => JobEnd.Done);
        var waiting = await Ended(world, harbor, _ => JobEnd.Again("The shop is shut."));
        world.Clock.Move(TimeSpan.FromMinutes(2));

        Assert.Equal(ReadJobs.NotYours.Because, await Retry(tom, failed));
        Assert.Equal(ReadJobs.NotYours.Because, await tom.Says((ReadJobs read) => read.Run(5, default)));
        Assert.Equal("There is no such work here. It may have been removed.", await Retry(rival, failed));
        Assert.Equal("This work is done already.", await Retry(harbor, done));
        Assert.Equal("This work has not failed: it is tried again by itself.", await Retry(harbor, waiting));
        Assert.Equal("", await Retry(harbor, failed));
        var now = world.Clock.GetUtcNow();
        failed = await Errands.Read(world, harbor, failed.Id);
        Assert.Equal(
            (JobState.Waiting, now, 0, "There is no such shop."),
            (failed.State(now), failed.Due, failed.Tries, failed.LastError)
        );
        Assert.Equal(["Maya had failed work tried again: Run an errand."], await harbor.Lines());

        static Task<string> Retry(Cast by, Job job) => by.Says((RetryJob retry) => retry.Run(job.Id, default));
    }

    [Fact]
    public async Task What_failed_is_listed_first_then_what_waits_then_what_is_done_and_each_by_its_name()
    {
        var world = one.World;
        var cast = await one.Organisation("Harbor Coffee");
        await Ended(world, cast, _ => JobEnd.Done);
        await Errands.Owe(world, cast, "", "of-tomorrow");
        await Ended(world, cast, _ => JobEnd.Never("There is no such shop."));
        await Errands.Owe(world, cast, "", "told");
        var read = await world.As(cast, s => s.GetRequiredService<ReadJobs>().Run(10, default));
        Assert.False(read.Refused(out _, out var jobs));
        Assert.Equal([JobState.Failed, JobState.Waiting, JobState.Waiting, JobState.Done], jobs.Select(j => j.State));
        Assert.Equal(
            ("Run an errand", null, "There is no such shop."),
            (jobs[0].Title, jobs[0].About, jobs[0].LastError)
        );
        Assert.Equal(
            ["Tell a shop", "of-tomorrow"],
            jobs.Where(j => j.State == JobState.Waiting)
                .Select(j => j.Title)
                .Order(StringComparer.OrdinalIgnoreCase)
                .Reverse()
        );
        Assert.Equal($"/shops/{cast.Team.Id}", jobs.Single(j => j.Kind == "told").About);
        read = await world.As(cast, s => s.GetRequiredService<ReadJobs>().Run(1, default));
        Assert.False(read.Refused(out _, out jobs));
        Assert.Equal(3, jobs.Count);
    }
}

using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

public sealed class JobQueueTests
{
    readonly Errands _errands = new();

    static Task<bool> OweOnce(World world, Cast cast) =>
        world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                await using var act = await db.Database.BeginTransactionAsync();
                await s.GetRequiredService<JobQueue>().AddOnce(Errands.Kind, cast.Team.Id, default);
                await db.SaveChangesAsync();
                await act.CommitAsync();
                return true;
            }
        );

    [Fact]
    public async Task Work_that_waits_already_is_not_owed_twice()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 3; i++)
            await OweOnce(world, cast);
        await Errands.Worker(world).Go(default);
        Assert.Single(_errands.Runs);
    }

    [Fact]
    public async Task Work_that_has_begun_may_have_missed_the_act_so_it_is_owed_anew()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        _errands.Act = async (_, _) =>
        {
            if (_errands.Runs.Count == 1)
                await OweOnce(world, cast);
            return JobEnd.Done;
        };
        await OweOnce(world, cast);
        await Errands.Worker(world).Go(default);
        Assert.Equal(2, _errands.Runs.Count);
    }

    [Fact]
    public async Task Without_a_transaction_nothing_can_be_owed_once()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.As(
                cast,
                async s =>
                {
                    await s.GetRequiredService<JobQueue>().AddOnce(Errands.Kind, cast.Team.Id, default);
                    return true;
                }
            )
        );
    }

    [Fact]
    public async Task What_rests_after_a_failure_goes_at_once_when_it_is_owed_again()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        _errands.Act = (_, _) => Task.FromResult(_errands.Runs.Count == 1 ? JobEnd.Again("Shut.") : JobEnd.Done);
        await OweOnce(world, cast);
        var worker = Errands.Worker(world);
        await worker.Go(default);
        await worker.Go(default);
        Assert.Single(_errands.Runs);
        await OweOnce(world, cast);
        await worker.Go(default);
        Assert.Equal(2, _errands.Runs.Count);
        Assert.Equal(1, await world.As(cast, s => s.GetRequiredService<HeedDb>().Jobs.CountAsync()));
    }

    [Fact]
    public async Task What_was_given_up_is_owed_anew_and_what_is_due_is_not_put_off()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Never("There is no such shop."));
        await OweOnce(world, cast);
        await Errands.Worker(world).Go(default);
        await OweOnce(world, cast);
        var due = world.Clock.GetUtcNow();
        world.Clock.Move(TimeSpan.FromMinutes(1));
        await OweOnce(world, cast);
        var jobs = await world.As(cast, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().ToListAsync());
        Assert.Equal(
            [(JobState.Waiting, due), (JobState.Failed, due)],
            jobs.Select(j => (j.State(due), j.Due)).OrderBy(j => j.Item1)
        );
    }
}

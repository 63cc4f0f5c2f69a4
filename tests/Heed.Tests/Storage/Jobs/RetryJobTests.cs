using System.Net;
using Heed.People;
using Heed.Storage;

namespace Heed.Tests.Storage;

/// <summary>What fails is seen, with the reason, by those who can do something about it.</summary>
public sealed class RetryJobTests
{
    readonly Errands _errands = new();

    async Task<Job> FailedFiveTimes(World world, Cast cast, Id<Job> id)
    {
        var worker = Errands.Worker(world);
        for (var tries = 1; tries <= Job.MostTries; tries++)
        {
            await worker.Go(default);
            Assert.Equal(tries, (await Errands.Read(world, cast, id)).Tries);
            // Not before its rest is over.
            await worker.Go(default);
            Assert.Equal(tries, _errands.Runs.Count);
            world.Clock.Move(Job.RestAfter(tries));
        }
        return await Errands.Read(world, cast, id);
    }

    [Fact]
    public async Task What_fails_five_times_waits_for_a_person_and_goes_when_it_is_tried_again()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Again("The shop is shut."));
        var job = await FailedFiveTimes(world, cast, await Errands.Owe(world, cast, "milk"));
        Assert.Equal((JobState.Failed, "The shop is shut."), (job.State(world.Clock.GetUtcNow()), job.LastError));
        await Errands.Worker(world).Go(default);
        Assert.Equal(Job.MostTries, _errands.Runs.Count);

        var browser = await cast.Browser();
        var page = await browser.Page("/jobs");
        Assert.Contains("The shop is shut.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Failed, waits for you", page.Body.TextContent, StringComparison.Ordinal);
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Done);
        var answer = await browser.PostForm("/jobs", $"retry-{job.Id}", []);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Errands.Worker(world).Go(default);
        Assert.Equal(JobState.Done, (await Errands.Read(world, cast, job.Id)).State(world.Clock.GetUtcNow()));
        Assert.Contains(
            "Maya had failed work tried again: Run an errand.",
            await browser.GetStringAsync("/journal"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_broke_is_told_in_words_and_never_with_its_innards()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        _errands.Act = static (_, _) => throw new InvalidOperationException("secret of the innards");
        var id = await Errands.Owe(world, cast, "milk");
        await Errands.Worker(world).Go(default);
        var job = await Errands.Read(world, cast, id);
        Assert.Equal(JobState.Waiting, job.State(world.Clock.GetUtcNow()));
        Assert.Contains("Something broke in Heed", job.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", job.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_get_better_is_not_tried_again()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        _errands.Act = static (_, _) => Task.FromResult(JobEnd.Never("There is no such shop."));
        var id = await Errands.Owe(world, cast, "milk");
        await Errands.Worker(world).Go(default);
        var job = await Errands.Read(world, cast, id);
        Assert.Equal((JobState.Failed, 1), (job.State(world.Clock.GetUtcNow()), job.Tries));
    }

    [Fact]
    public async Task A_kind_that_this_version_does_not_know_fails_with_a_sentence_and_is_kept()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        var id = await Errands.Owe(world, cast, "kept", "of-tomorrow");
        await Errands.Worker(world).Go(default);
        var job = await Errands.Read(world, cast, id);
        Assert.Equal((JobState.Failed, "kept"), (job.State(world.Clock.GetUtcNow()), job.Payload));
        Assert.Contains("knows no work of the kind “of-tomorrow”", job.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ends_its_process_every_time_is_given_up_too()
    {
        await using var world = await _errands.World();
        var cast = await world.Organisation("Harbor Coffee");
        var id = await Errands.Owe(world, cast, "milk");
        var run = (RunJob)world.Services.GetService(typeof(RunJob))!;
        for (var tries = 0; tries < Job.MostTries; tries++)
        {
            Assert.NotNull(await run.Take(id, default));
            world.Clock.Move(JobLease.Length + TimeSpan.FromSeconds(1));
        }
        await Errands.Worker(world).Go(default);
        var job = await Errands.Read(world, cast, id);
        Assert.Equal(JobState.Failed, job.State(world.Clock.GetUtcNow()));
        Assert.Contains("ended in the middle", job.LastError, StringComparison.Ordinal);
        Assert.Empty(_errands.Runs);
    }

    [Fact]
    public async Task Only_administrators_see_the_work_and_only_that_of_their_own_workspace()
    {
        await using var world = await _errands.World();
        var (harbor, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        await Errands.Owe(world, harbor, "milk");
        var cleo = await world.Colleague(harbor, "Cleo", Role.Contributor);
        Assert.Contains(
            "Only an administrator",
            (await (await cleo.Browser()).Page("/jobs")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nothing is owed",
            (await (await rival.Browser()).Page("/jobs")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Run an errand",
            (await (await harbor.Browser()).Page("/jobs")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }
}

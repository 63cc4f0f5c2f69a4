using System.Net;
using System.Net.Http.Json;
using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage.Disks;

/// <summary>A full disk costs nobody what was answered as saved, is said in words, and is over as soon as there is room.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task On_a_real_full_disk_nothing_that_was_answered_as_saved_is_lost()
    {
        Assert.SkipWhen(TestDatabase.Postgres is not null, "PostgreSQL keeps its rows on a disk of its own.");
        await using var disk = await SmallDisk.Mount(6);
        await using var world = await World.On(await TestDatabase.New(disk.Folder));
        var cast = await world.Organisation("Harbor Coffee");
        var writes = new AcknowledgedWrites(world, cast);
        await writes.Prepare();
        await using (disk.NowAndThen())
            await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => writes.Write(60, seed)));
        await writes.Write(12, 99);
        TestContext.Current.TestOutputHelper?.WriteLine(writes.InWords);
        Assert.Empty(await writes.Lost());
        Assert.True(writes.Answered(HttpStatusCode.InsufficientStorage) > 5, writes.InWords);
        Assert.True(writes.Saved > 20, writes.InWords);
        Assert.Equal(0, writes.Answered(HttpStatusCode.InternalServerError));
    }

    [Fact]
    public async Task A_process_killed_on_a_full_disk_has_kept_what_it_answered_as_saved()
    {
        Assert.SkipWhen(TestDatabase.Postgres is not null, "PostgreSQL keeps its rows on a disk of its own.");
        await using var disk = await SmallDisk.Mount(128);
        await using var world = await World.On(await TestDatabase.New(disk.Folder));
        var cast = await world.Organisation("Harbor Coffee");
        var writes = new AcknowledgedWrites(world, cast);
        await writes.Prepare();
        await using var heed = await world.Process();
        await using (disk.NowAndThen())
        {
            var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(seed => writes.Write(200, seed, heed.Address)));
            await Errands.Until(() => Task.FromResult(writes.Saved > 40));
            await heed.Kill();
            await writing;
        }
        await using var next = await world.Process();
        TestContext.Current.TestOutputHelper?.WriteLine(writes.InWords);
        Assert.Empty(await writes.Lost());
        Assert.True(writes.Answered(HttpStatusCode.InsufficientStorage) > 0, writes.InWords);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whether_the_statement_or_the_commit_finds_no_room_nothing_that_was_answered_as_saved_is_lost(
        bool atCommit
    )
    {
        var disk = new FullDisk();
        await using var world = await World.Start(disk.Listen);
        var cast = await world.Organisation("Harbor Coffee");
        var writes = new AcknowledgedWrites(world, cast);
        await writes.Prepare();
        for (var round = 0; round < 3; round++)
        {
            await disk.Fill(world, atCommit);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(client => writes.Write(12, 100 * round + client)));
            await disk.Empty(world);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(client => writes.Write(8, 100 * round + 50 + client)));
        }
        TestContext.Current.TestOutputHelper?.WriteLine(writes.InWords);
        Assert.Empty(await writes.Lost());
        Assert.True(writes.Saved >= 3 * 3 * 6, writes.InWords);
    }
}

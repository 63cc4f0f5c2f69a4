using System.Net;
using Heed.Tests.Listen;

namespace Heed.Tests.Storage.Disks;

/// <summary>Whoever only reads goes on reading where nothing can be written.</summary>
public sealed class ReadingWithoutRoomTests
{
    static readonly string[] Read =
    [
        "/",
        "/aim",
        "/metrics",
        "/listen",
        "/try",
        "/customers",
        "/teams",
        "/me",
        "/settings",
    ];

    static async Task<List<string>> Look(Cast cast, HttpClient browser)
    {
        List<string> wrong = [];
        foreach (var path in Read)
        {
            using var answer = await browser.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.OK)
                wrong.Add($"{path}: {(int)answer.StatusCode} {(await answer.Html()).QuerySelector("h1")?.TextContent}");
        }
        using var program = await cast.Api().GetAsync("/api/v1/teams");
        if (program.StatusCode != HttpStatusCode.OK)
            wrong.Add($"the API: {(int)program.StatusCode} {await program.Content.ReadAsStringAsync()}");
        return wrong;
    }

    [Fact]
    public async Task A_database_that_can_only_be_read_is_read()
    {
        var database = new ReadOnlyDatabase();
        await using var world = await World.Start(services =>
        {
            Worlds.Idle(services);
            database.Listen(services);
        });
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        await database.Set(world, true);
        // Long enough that it would be noted that they were here.
        world.Clock.Move(TimeSpan.FromDays(2));
        Assert.Empty(await Look(cast, browser));
        await database.Set(world, false);
    }

    [Fact]
    public async Task A_real_full_disk_is_read()
    {
        Assert.SkipWhen(TestDatabase.Postgres is not null, "PostgreSQL keeps its rows on a disk of its own.");
        await using var disk = await SmallDisk.Mount(6);
        await using var world = await World.On(await TestDatabase.New(disk.Folder));
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        Assert.Empty(await Look(cast, browser));
        disk.Fill();
        world.Clock.Move(TimeSpan.FromDays(2));
        var full = await Look(cast, browser);
        // A connection that nobody holds open any more, as after a night.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        full.AddRange(await Look(cast, browser));
        Assert.Empty(full);
        disk.Empty();
    }
}

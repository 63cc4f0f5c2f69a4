using System.Net;
using System.Net.Http.Json;
using Heed.Listen;
using Heed.Shell;
using Heed.Storage;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage.Disks;

/// <summary>What people and programs are told on a full disk, and that it is over as soon as there is room.</summary>
public sealed class FullDiskWordsTests
{
    static readonly Mapping Nps = new() { Columns = [new("nps", ColumnUse.Recommend)], On = new(2035, 2, 1) };

    static async Task<(World World, Cast Cast, FullDisk Disk)> Story()
    {
        var disk = new FullDisk();
        var world = await World.Start(services =>
        {
            Worlds.Idle(services);
            disk.Listen(services);
        });
        return (world, await world.Organisation("Harbor Coffee"), disk);
    }

    [Fact]
    public async Task A_program_is_told_that_the_disk_is_full_and_the_same_call_goes_when_there_is_room()
    {
        var (world, cast, disk) = await Story();
        await using var _ = world;
        async Task<HttpResponseMessage> Send() =>
            await cast.Api()
                .SendAsync(
                    new(HttpMethod.Post, "/api/v1/teams")
                    {
                        Content = JsonContent.Create(new { name = new string('R', 60) }),
                        Headers = { { Idempotency.Header, "one" } },
                    }
                );
        await disk.Fill(world);
        HttpResponseMessage answer = new();
        // A page or two may have room left.
        for (var i = 0; i < 200 && answer.IsSuccessStatusCode; i++)
            answer = await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = $"{i} {new string('x', 50)}" });
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(Faults.DiskFull.Because, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        await disk.Empty(world);
        Assert.Equal(HttpStatusCode.Created, (await Send()).StatusCode);
    }

    [Fact]
    public async Task A_form_says_it_and_keeps_what_was_typed()
    {
        var (world, cast, disk) = await Story();
        await using var _ = world;
        var browser = await cast.Browser();
        await disk.Fill(world);
        var typed = string.Join('\n', Enumerable.Range(0, 100).Select(i => $"step {i} {new string('x', 28)}"));
        var answer = await browser.PostForm(
            "/customers/new",
            "group",
            new() { ["Asked.Name"] = "Regulars", ["Asked.JourneySteps"] = typed }
        );
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        var page = await answer.Html();
        Assert.Contains(
            Faults.DiskFull.Because,
            page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Regulars", page.QuerySelector("[name='Asked.Name']")!.GetAttribute("value"));
        Assert.Contains(
            "step 99",
            page.QuerySelector("[name='Asked.JourneySteps']")!.TextContent,
            StringComparison.Ordinal
        );
        await disk.Empty(world);
        var saved = await browser.PostForm(
            "/customers/new",
            "group",
            new() { ["Asked.Name"] = "Regulars", ["Asked.JourneySteps"] = typed }
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    [Fact]
    public async Task An_import_waits_with_the_reason_and_goes_on_when_there_is_room()
    {
        var (world, cast, disk) = await Story();
        await using var _ = world;
        var import = await Started(world, cast);
        await disk.Fill(world, table: "Responses");
        await world.Work(cast, StoreImport.Kind, import);
        var page = (await (await cast.Browser()).Page($"/listen/imports/{import}")).Body!.TextContent;
        Assert.Contains(Faults.DiskFull.Because, page, StringComparison.Ordinal);
        Assert.Contains("It is tried again by itself", page, StringComparison.Ordinal);
        await disk.Empty(world);
        world.Clock.Move(TimeSpan.FromMinutes(2));
        await world.Work(cast, StoreImport.Kind, import);
        var done = await Read(world, cast, import);
        Assert.Equal((ImportState.Done, 20_000L), (done.State, done.Stored));
        Assert.Equal(20_000, (await world.Score(cast, "nps")).Total.Value.N);
    }

    [Fact]
    public async Task An_import_that_is_given_up_has_failed_in_words_and_its_survey_takes_other_files()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var first = await Started(world, cast);
        await world.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Imports.Where(i => i.Id == first)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.Mapping, "{"))
        );
        for (var tries = 0; tries < Job.MostTries; tries++)
        {
            Assert.Equal(ImportState.Running, (await Read(world, cast, first)).State);
            await world.Work(cast, StoreImport.Kind, first);
            world.Clock.Move(TimeSpan.FromHours(3));
        }
        var failed = await Read(world, cast, first);
        Assert.Equal(ImportState.Failed, failed.State);
        Assert.Contains("Something broke in Heed", failed.FailedBecause, StringComparison.Ordinal);
        await world.Work();
        Assert.Null(
            await world.As(cast, s => s.GetRequiredService<HeedDb>().Surveys.Select(v => v.TakingIn).SingleAsync())
        );
        var second = await Started(world, cast);
        await world.Work();
        Assert.Equal(ImportState.Done, (await Read(world, cast, second)).State);
    }

    [Fact]
    public async Task A_file_that_finds_no_room_is_refused_in_words_and_leaves_nothing_behind()
    {
        // Room for the database and its journal, which may grow to several megabytes before it is written back: what is
        // refused is the file, larger than the whole disk, because with PostgreSQL nothing else lies there.
        await using var disk = await SmallDisk.Mount(16);
        await using var world = await World.On(await TestDatabase.New(disk.Folder));
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var csv = "nps,note\n" + string.Concat(Enumerable.Repeat($"9,{new string('x', 500)}\n", 40_000));
        using var refused = await Uploads.Send(browser, await Uploads.Form(browser, csv), script: true);
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Contains("The disk is full", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var sentOn = await Uploads.Send(browser, await Uploads.Form(browser, csv));
        var page = await browser.Page(sentOn.Headers.Location!.ToString());
        Assert.Contains("The disk is full", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(disk.Folder, "imports")));
        using var taken = await Uploads.Send(browser, await Uploads.Form(browser, "nps\n9\n10\n"));
        Assert.StartsWith("/listen/imports/", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    static async Task<Id<Import>> Started(World world, Cast cast)
    {
        var csv = "row,nps\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},{i % 11}\n"));
        var import = await world.Take(cast, SampleImports.Csv(csv));
        SampleImports.Given(await world.Map(cast, import, Nps));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        return import.Id;
    }

    static Task<Import> Read(World world, Cast cast, Id<Import> id) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.AsNoTracking().SingleAsync(i => i.Id == id));
}

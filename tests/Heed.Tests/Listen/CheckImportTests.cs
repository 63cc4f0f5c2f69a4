using System.Net;
using System.Text;
using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>A large file is tried out beside the page that waits for it.</summary>
public sealed class CheckImportTests
{
    static readonly Mapping Nps = new() { Columns = [new("nps", ColumnUse.Recommend)], On = new(2035, 2, 1) };

    /// <summary>Just above what is read at once, in 120,000 rows; every tenth has no possible score.</summary>
    static Stream Large(int rows = 120_000) =>
        SampleImports.Csv(
            "nps,said\n"
                + string.Concat(
                    Enumerable.Range(0, rows).Select(i => $"{(i % 10 == 9 ? 42 : i % 10)},{i}{new string('.', 85)}\n")
                )
        );

    static async Task<Import> Mapped(World world, Cast cast, Stream file)
    {
        var import = await world.Take(cast, file);
        SampleImports.Given(
            await world.As(cast, s => s.GetRequiredService<MapImport>().Begin(import.Id, "Guests", Nps, default))
        );
        return await Read(world, cast, import.Id);
    }

    static Task<Import> Read(World world, Cast cast, Id<Import> id) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.AsNoTracking().SingleAsync(i => i.Id == id));

    static Task<bool> Check(World world, Cast cast, Id<Import> id, Action<IServiceProvider>? alter = null) =>
        world.Work(cast, CheckImport.Kind, id, alter);

    [Fact]
    public async Task A_small_file_is_tried_out_at_once()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Mapped(world, cast, Large(100));
        Assert.Equal(ImportState.Checked, import.State);
        Assert.Equal(
            (90, 10),
            (ImportReport.FromJson(import.Findings)!.New, ImportReport.FromJson(import.Findings)!.Rejected)
        );
    }

    [Fact]
    public async Task A_large_file_is_tried_out_by_the_worker_and_shows_how_far_it_is()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Mapped(world, cast, Large());
        Assert.Equal(ImportState.Checking, import.State);
        var page = await (await (await cast.Browser()).GetAsync($"/listen/imports/{import.Id}")).Html();
        Assert.Contains("Trying it out", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-running] progress"));

        await Check(world, cast, import.Id);
        import = await Read(world, cast, import.Id);
        var findings = ImportReport.FromJson(import.Findings)!;
        Assert.Equal(ImportState.Checked, import.State);
        Assert.Equal((120_000, 108_000, 12_000), (findings.Rows, findings.New, findings.Rejected));
        Assert.Equal(cast.Member.Id, import.ChangedBy);
    }

    [Fact]
    public async Task The_worker_takes_it_by_itself()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Mapped(world, cast, Large());
        for (var i = 0; i < 600 && import.State == ImportState.Checking; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            import = await Read(world, cast, import.Id);
        }
        Assert.Equal(ImportState.Checked, import.State);
    }

    [Fact]
    public async Task What_is_cancelled_while_it_is_tried_out_stays_cancelled()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Mapped(world, cast, Large());
        await Check(
            world,
            cast,
            import.Id,
            s =>
                s.GetRequiredService<CheckImport>().OnProgress = (_, _) =>
                    SampleImports.Given(
                        world
                            .As(cast, other => other.GetRequiredService<StopImport>().Cancel(import.Id, default))
                            .GetAwaiter()
                            .GetResult()
                    )
        );
        Assert.Equal(ImportState.Cancelled, (await Read(world, cast, import.Id)).State);
        Assert.False(world.Services.GetRequiredService<ImportFiles>().Has(import.Id));
    }

    [Fact]
    public async Task Two_workers_do_not_try_out_the_same_file()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Mapped(world, cast, Large());
        var reads = 0;
        await Check(
            world,
            cast,
            import.Id,
            s =>
                s.GetRequiredService<CheckImport>().OnProgress = (_, _) =>
                {
                    reads++;
                    Assert.False(Check(world, cast, import.Id).GetAwaiter().GetResult());
                }
        );
        Assert.Equal(1, reads);
        Assert.Equal(ImportState.Checked, (await Read(world, cast, import.Id)).State);
    }

    [Fact]
    public async Task A_refusal_of_the_worker_is_read_on_the_page_and_the_mapping_is_kept()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Mapped(world, cast, Large());
        await File.WriteAllTextAsync(
            world.Services.GetRequiredService<ImportFiles>().PathOf(import.Id),
            "nps,said\n",
            Encoding.UTF8,
            TestContext.Current.CancellationToken
        );
        await Check(world, cast, import.Id);
        import = await Read(world, cast, import.Id);
        Assert.Equal(ImportState.Mapping, import.State);
        var page = await (await cast.Browser()).GetAsync($"/listen/imports/{import.Id}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(
            "no answers below its header",
            (await page.Html()).QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("nps", import.Mapping, StringComparison.Ordinal);
    }
}

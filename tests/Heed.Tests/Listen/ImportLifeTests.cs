using Heed.Listen;
using Heed.Metrics;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>What an import does when it is repeated, cancelled, taken back, or when its process dies.</summary>
public sealed class ImportLifeTests
{
    static readonly Mapping Nps = new()
    {
        Columns = [new("nps", ColumnUse.Recommend), new("region", ColumnUse.Attribute)],
        On = new(2035, 2, 1),
    };

    static string Rows(int from, int count) =>
        "row,nps,region\n"
        + string.Concat(
            Enumerable.Range(from, count).Select(i => $"{i},{i % 11},{(i % 2 == 0 ? "North" : "South")}\n")
        );

    static Task<long> Responses(World world, Cast cast) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Responses.LongCountAsync());

    static Task<Import> Read(World world, Cast cast, Id<Import> id) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.AsNoTracking().SingleAsync(i => i.Id == id));

    static async Task<Import> Started(World world, Cast cast, string csv)
    {
        var import = await world.Take(cast, SampleImports.Csv(csv));
        SampleImports.Given(await world.Map(cast, import, Nps));
        return SampleImports.Given(
            await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default))
        );
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_when_it_came_first()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        await world.Bring(cast, SampleImports.Csv(Rows(0, 40)), Nps);
        var again = await world.Take(cast, SampleImports.Csv(Rows(0, 40)), "the-same.csv");
        Assert.True(again.IsRemembered);
        var findings = SampleImports.Given(await world.Map(cast, again, Nps));
        Assert.Equal((0, 40, 0), (findings.New, findings.Known, findings.Rejected));
        Assert.Contains("This very file was imported", findings.Notes[^1], StringComparison.Ordinal);
        Assert.Equal(40, await Responses(world, cast));
    }

    [Fact]
    public async Task Rows_that_came_in_another_file_are_known_whatever_their_delimiter_and_quotes()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        await world.Bring(cast, SampleImports.Csv(Rows(0, 40)), Nps);
        var other = Rows(20, 40).Replace(",North", ",\"North\"", StringComparison.Ordinal).Replace(',', ';');
        var import = await world.Bring(cast, SampleImports.Csv(other), Nps);
        Assert.Equal((20, 20), (import.Stored, import.Known));
        Assert.Equal(60, (await world.Score(cast, "nps")).Total.Value.N);
    }

    [Fact]
    public async Task Two_people_with_the_same_answers_in_one_file_are_two()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var csv = "nps,region\n" + string.Concat(Enumerable.Repeat("9,North\n3,South\n", 8));
        Assert.Equal(16, (await world.Bring(cast, SampleImports.Csv(csv), Nps)).Stored);
        Assert.Equal(
            16,
            SampleImports.Given(await world.Map(cast, await world.Take(cast, SampleImports.Csv(csv)), Nps)).Known
        );
    }

    [Fact]
    public async Task A_question_on_another_scale_is_refused_rather_than_mixed()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        await world.Bring(cast, SampleImports.Csv(Rows(0, 40)), Nps);
        var import = await world.Take(cast, SampleImports.Csv(Rows(100, 10)));
        var refused = await world.Map(cast, import, new() { Columns = [new("nps", ColumnUse.Mean, Scale: "0-10")] });
        Assert.True(refused.Refused(out var refusal));
        Assert.Contains("cannot be counted together", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_import_leaves_no_answer_and_its_metric_says_so()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(cast, SampleImports.Csv(Rows(0, 40)), Nps);
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StopImport>().Undo(import.Id, default)));
        Assert.Equal(ImportState.Undone, (await world.Settle(cast, import.Id)).State);
        Assert.Equal(0, await Responses(world, cast));
        Assert.False((await world.Score(cast, "nps")).Total.IsGiven);
        var measured = await world.As(
            cast,
            async s =>
            {
                var metric = await s.GetRequiredService<HeedDb>().Metrics.SingleAsync();
                return (await s.GetRequiredService<ReadSeries>().Of(metric.Id, default))!;
            }
        );
        Assert.Empty(measured.Points);
        Assert.Null(measured.Newest);
        var point = Assert.Single(measured.All);
        Assert.Equal((0.0, "The answers behind this value were taken back."), (point.Count, point.Note));
        // And the rows may come again.
        Assert.Equal(40, (await world.Bring(cast, SampleImports.Csv(Rows(0, 40)), Nps)).Stored);
    }

    [Fact]
    public async Task After_thirty_days_an_import_stays()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(cast, SampleImports.Csv(Rows(0, 40)), Nps);
        world.Clock.Move(TimeSpan.FromDays(31));
        var late = await world.As(cast, s => s.GetRequiredService<StopImport>().Undo(import.Id, default));
        Assert.True(late.Refused(out var refusal));
        Assert.Contains("for 30 days", refusal.Because, StringComparison.Ordinal);
        Assert.Equal(40, await Responses(world, cast));
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing_behind()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Started(world, cast, Rows(0, StoreImport.RowsInChunk + 10));
        await world.Work(
            cast,
            StoreImport.Kind,
            import.Id,
            s =>
                // Cancelled by somebody else while the first chunk is in.
                s.GetRequiredService<StoreImport>().OnProgress = (_, _) =>
                    SampleImports.Given(
                        world
                            .As(cast, o => o.GetRequiredService<StopImport>().Cancel(import.Id, default))
                            .GetAwaiter()
                            .GetResult()
                    )
        );
        Assert.Equal(StoreImport.RowsInChunk, await Responses(world, cast));
        await world.Work();
        Assert.Equal(ImportState.Cancelled, (await Read(world, cast, import.Id)).State);
        Assert.Equal(0, await Responses(world, cast));
        Assert.False(world.Services.GetRequiredService<ImportFiles>().Has(import.Id));
    }

    [Fact]
    public async Task A_process_that_dies_in_the_middle_is_followed_by_another_that_begins_again()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Started(world, cast, Rows(0, StoreImport.RowsInChunk + 10));
        var job = await world.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Jobs.Where(j => j.Kind == StoreImport.Kind)
                    .Select(j => j.Id)
                    .SingleAsync()
        );
        var lease = (await world.Services.GetRequiredService<RunJob>().Take(job, default))!;
        await Assert.ThrowsAsync<DiedException>(() =>
            world.As(
                cast,
                s =>
                {
                    var store = s.GetRequiredService<StoreImport>();
                    store.OnProgress = (_, _) => throw new DiedException();
                    return store.Run(lease, default);
                }
            )
        );
        // Half of it is in the store and nobody sees it.
        Assert.Equal(StoreImport.RowsInChunk, await Responses(world, cast));
        Assert.Equal(ImportState.Running, (await Read(world, cast, import.Id)).State);

        await world.Work();
        Assert.Equal(ImportState.Running, (await Read(world, cast, import.Id)).State);
        world.Clock.Move(TimeSpan.FromMinutes(5));
        await world.Work();
        Assert.Equal(ImportState.Done, (await Read(world, cast, import.Id)).State);
        Assert.Equal(StoreImport.RowsInChunk + 10, await Responses(world, cast));
        Assert.Equal(StoreImport.RowsInChunk + 10, (await world.Score(cast, "nps")).Total.Value.N);
    }

    sealed class DiedException : Exception;

    [Fact]
    public async Task What_was_stored_here_is_asked_without_reading_it_back_and_the_store_says_the_same()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await Started(
            world,
            cast,
            Rows(0, 6_500).Replace("\n17,6,", "\n17,66,", StringComparison.Ordinal)
        );
        Assert.True(await world.Work(cast, StoreImport.Kind, import.Id));
        Assert.Equal(
            (6_499, 1),
            ((await Read(world, cast, import.Id)).Stored, (await Read(world, cast, import.Id)).Rejected)
        );
        var columns = world.Services.GetRequiredService<LoadedSurveys>();
        columns.Drop();
        var stored = await world.Score(cast, "nps", "region");

        // Once more, and this time nothing is left in the store to read.
        var other = await world.Take(
            cast,
            SampleImports.Csv(Rows(0, 6_500).Replace("\n17,6,", "\n17,66,", StringComparison.Ordinal))
        );
        SampleImports.Given(await world.Map(cast, other, Nps, "Visitors"));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(other.Id, default)));
        Assert.True(await world.Work(cast, StoreImport.Kind, other.Id));
        await world.As(cast, s => s.GetRequiredService<HeedDb>().Responses.ExecuteDeleteAsync());
        var kept = await world.Score(cast, "nps", "region", survey: "Visitors");
        Assert.Equal(Figures(stored), Figures(kept));
        Assert.Equal(6_499, kept.Total.Value.N);
    }

    static IEnumerable<(string, long, double)> Figures(ScoreTable table) =>
        table
            .Rows.Select(r => (r.Group, r.Score.Value.N, r.Score.Value.Value))
            .Append(("", table.Total.Value.N, table.Total.Value.Value));

    [Fact]
    public async Task Of_two_imports_into_one_survey_the_second_waits_for_the_first()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var first = await Started(world, cast, Rows(0, 20));
        var second = await Started(world, cast, Rows(10, 20));
        await world.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Surveys.ExecuteUpdateAsync(set => set.SetProperty(x => x.TakingIn, first.Id))
        );
        Assert.False(await world.Work(cast, StoreImport.Kind, second.Id));
        Assert.True(await world.Work(cast, StoreImport.Kind, first.Id));
        Assert.True(await world.Work(cast, StoreImport.Kind, second.Id));
        Assert.Equal(
            (10, 10),
            ((await Read(world, cast, second.Id)).Stored, (await Read(world, cast, second.Id)).Known)
        );
    }
}

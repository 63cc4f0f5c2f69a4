using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>A real process that stores a file is killed in the middle, and another one begins again.</summary>
public sealed class KilledImportTests
{
    const int Rows = 3 * StoreImport.RowsInChunk;

    [Fact]
    public async Task A_process_killed_while_it_stores_a_file_is_followed_by_one_that_stores_each_row_once()
    {
        await using var world = await Worlds.BesideProcesses();
        var maya = await world.Organisation("Harbor Coffee");
        await using var first = await world.Process();
        var csv = "row,nps\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{i},{i % 11}\n"));
        var import = await world.Take(maya, SampleImports.Csv(csv));
        var mapping = new Mapping { Columns = [new("nps", ColumnUse.Recommend)], On = new(2025, 2, 1) };
        SampleImports.Given(await world.Map(maya, import, mapping));
        SampleImports.Given(await world.As(maya, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));

        Task<long> Stored() => world.As(maya, s => s.GetRequiredService<HeedDb>().Responses.LongCountAsync());
        await Errands.Until(async () => await Stored() > 0);
        await first.Kill();
        var left = await Stored();
        Assert.InRange(left, StoreImport.RowsInChunk, Rows - 1);
        await Errands.LeasesRunOut(world, maya);

        await using var second = await world.Process();
        await Errands.Until(
            async () => !await world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.AnyAsync(j => j.DoneAt == null)),
            180
        );
        Assert.Equal(Rows, await Stored());
        Assert.Equal(Rows, (await world.Score(maya, "nps")).Total.Value.N);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{TestDatabase.Name}: killed with {left:#,0} of {Rows:#,0} rows in the store, seen by nobody; afterwards {await Stored():#,0}."
        );
    }

    [Fact]
    public async Task Work_that_was_done_and_not_noted_is_ended_though_its_file_is_gone()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var import = await world.Take(maya, SampleImports.Csv("row,nps\n1,9\n2,10\n"));
        var mapping = new Mapping { Columns = [new("nps", ColumnUse.Recommend)], On = new(2025, 2, 1) };
        SampleImports.Given(await world.Map(maya, import, mapping));
        SampleImports.Given(await world.As(maya, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Work();
        // As when the process dies after the last row and before the note.
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Jobs.Where(j => j.Kind == StoreImport.Kind)
                    .ExecuteUpdateAsync(set => set.SetProperty(j => j.DoneAt, (DateTimeOffset?)null))
        );
        Assert.False(world.Services.GetRequiredService<ImportFiles>().Has(import.Id));
        await world.Work();
        Assert.False(await world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.AnyAsync(j => j.DoneAt == null)));
        Assert.Equal(2, await world.As(maya, s => s.GetRequiredService<HeedDb>().Responses.LongCountAsync()));
    }
}

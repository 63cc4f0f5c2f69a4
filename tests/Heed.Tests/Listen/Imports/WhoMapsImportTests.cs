using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Listen.MapImportTests;

namespace Heed.Tests.Listen;

/// <summary>Who may say how a file is read, and that saying it anew begins anew.</summary>
public sealed class WhoMapsImportTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    [Fact]
    public async Task Other_header_rows_make_other_columns_and_the_guess_begins_anew()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(
            cast,
            SampleImports.Csv("Q1,Q2\nHow likely are you to recommend us?,Why?\n9,fine\n3,slow\n10,good\n")
        );
        foreach (var rows in new[] { -1, 4 })
            Assert.Equal(
                "A file has no header row, or one, two or three.",
                Refused(await Reread(world, cast, import.Id, rows)).Because
            );
        var two = SampleImports.Given(await Reread(world, cast, import.Id, 2));
        var shape = FileShape.FromJson(two.Shape);
        Assert.Equal((2, "How likely are you to recommend us?"), (shape.HeaderRows, shape.Columns[0].Text));
        Assert.Equal(ColumnUse.Recommend, Mapping.FromJson(two.Mapping).Columns.Single(c => c.Column == "Q1").Use);
        Assert.Equal(ImportState.Mapping, two.State);
        var none = SampleImports.Given(await Reread(world, cast, import.Id, 0));
        Assert.Equal("Column 1", FileShape.FromJson(none.Shape).Columns[0].Name);
    }

    [Fact]
    public async Task Only_administrators_import_and_only_what_is_theirs()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv(Answers));
        var tom = await world.Colleague(cast, "Tom", Role.Contributor);
        var ada = await world.Organisation("Airport", "Ada");
        foreach (var (who, status) in new[] { (tom, 403), (ada, 404) })
        {
            Assert.Equal(status, Refused(await world.Map(who, import, Plain)).Status);
            Assert.Equal(status, Refused(await Start(world, who, import)).Status);
            Assert.Equal(status, Refused(await Reread(world, who, import.Id, 1)).Status);
            Assert.Equal(status, Refused(await Cancel(world, who, import.Id)).Status);
            Assert.Equal(status, Refused(await Undo(world, who, import.Id)).Status);
        }
        var taken = await world.As(
            tom,
            s => s.GetRequiredService<TakeFile>().Run(SampleImports.Csv(Answers), "answers.csv", default)
        );
        Assert.StartsWith("Imports are for administrators", Refused(taken).Because, StringComparison.Ordinal);
        Assert.Single(await world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.ToListAsync()));

        SampleImports.Given(await Cancel(world, cast, import.Id));
        Assert.False(world.Services.GetRequiredService<ImportFiles>().Has(import.Id));
        Assert.StartsWith("This import is cancelled already.", Refused(await world.Map(cast, import, Plain)).Because);
    }
}

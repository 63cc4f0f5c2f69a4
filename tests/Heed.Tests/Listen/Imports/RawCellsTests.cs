using Heed.Listen;
using Heed.People;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>What stands in the rows of a file names people: who may see it, before and after it is taken in.</summary>
public sealed class RawCellsTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    const string Csv =
        "nps,name,said\n9,Berta Brandt,the lamp was dark\n8,Carl Coy,it was loud\nnever-seen,Dora Dee,a cold cup\n"
        + "7,Emil Ems,fine\n9,Fay Fox,fine\n10,Gus Gray,fine\n";

    static readonly Mapping Nps = new()
    {
        Columns = [new("nps", ColumnUse.Recommend), new("said", ColumnUse.Remark)],
        On = new(2035, 2, 1),
    };

    static readonly string[] Raw = ["Berta", "Dora", "lamp", "cold cup", "never-seen"];

    static async Task<string> Page(Cast who, string path)
    {
        using var browser = await who.Browser();
        return (await browser.Page(path)).Body!.InnerHtml;
    }

    static void ShowsNone(string page) =>
        Assert.All(Raw, cell => Assert.DoesNotContain(cell, page, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task Cells_of_a_file_are_shown_to_administrators_alone_in_every_state_of_its_import()
    {
        var (world, cast) = await one.Story();
        var others = new[]
        {
            await world.Colleague(cast, "Vera", Role.Viewer),
            await world.Colleague(cast, "Cleo", Role.Contributor),
        };
        var import = await world.Take(cast, SampleImports.Csv(Csv));
        var path = $"/listen/imports/{import.Id}";
        async Task NobodyElse(string words)
        {
            foreach (var other in others)
            {
                var page = await Page(other, path);
                ShowsNone(page);
                Assert.Contains("shown to administrators alone", page, StringComparison.Ordinal);
                Assert.Contains(words, page, StringComparison.Ordinal);
            }
        }

        Assert.Contains("cold cup", await Page(cast, path), StringComparison.Ordinal);
        await NobodyElse("not taken in yet");
        SampleImports.Given(await world.Map(cast, import, Nps));
        Assert.Contains("never-seen", await Page(cast, path), StringComparison.Ordinal);
        await NobodyElse("not taken in yet");
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await NobodyElse("not taken in yet");
        await world.Work();
        var receipt = await Page(cast, path);
        Assert.Contains("never-seen", receipt, StringComparison.Ordinal);
        Assert.Contains("rejected.csv", receipt, StringComparison.Ordinal);
        await NobodyElse("stored");
        foreach (var other in others)
            Assert.DoesNotContain("rejected.csv", await Page(other, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_brought_a_file_and_is_no_administrator_any_more_sees_its_rows_no_more()
    {
        var (world, cast) = await one.Story();
        var ines = await world.Colleague(cast, "Ines", Role.Admin);
        var import = await world.Take(ines, SampleImports.Csv(Csv));
        Assert.Contains("cold cup", await Page(ines, $"/listen/imports/{import.Id}"), StringComparison.Ordinal);
        SampleImports.Given(
            await world.As(
                cast,
                s => s.GetRequiredService<ChangeRole>().Run(ines.Member.Id, new() { Role = Role.Contributor }, default)
            )
        );
        ShowsNone(await Page(ines, $"/listen/imports/{import.Id}"));
    }
}

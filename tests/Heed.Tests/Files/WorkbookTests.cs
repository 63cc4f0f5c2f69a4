using System.IO.Compression;
using Heed.Listen;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Files;

/// <summary>Workbooks and archives: read cell for cell, chosen sheet by sheet, and never unpacked without measure.</summary>
public sealed class WorkbookTests
{
    static readonly object?[][] Answers =
    [
        ["When", "Shop", "nps", "On time", "Remark"],
        [new DateTime(2026, 3, 2), "York", 9, "%0.45", "Fine, \"really\"\nfine"],
        [new DateTime(2026, 3, 3), null, 10, "%0.5", "=cmd"],
        [new DateTime(2026, 3, 4), "Hull", 3, "#DIV/0!", null],
    ];

    static string Csv(string path, string? sheet = null)
    {
        using var to = new MemoryStream();
        Assert.False(Workbook.Unpack(path, to, sheet).Refused(out var refusal, out _), refusal?.Because);
        return System.Text.Encoding.UTF8.GetString(to.ToArray());
    }

    static string Because(string path, string? sheet = null)
    {
        Assert.True(Workbook.Unpack(path, Stream.Null, sheet).Refused(out var refusal, out _));
        return refusal.Because;
    }

    [Fact]
    public void Cells_are_what_the_sheet_shows()
    {
        using var book = new Book();
        var lines = Csv(book.Sheet("Answers", Answers, merged: "B2:B3").Save());
        Assert.StartsWith(
            "When,Shop,nps,On time,Remark\n2026-03-02,York,9,45%,\"Fine, \"\"really\"\"\nfine\"\n2026-03-03,York,10,50%,=cmd\n2026-03-04,Hull,3,",
            lines,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_first_sheet_with_a_table_is_read_and_any_other_by_its_name()
    {
        using var book = new Book();
        var path = book.Sheet(
                "Cover",
                [
                    ["Results of spring"],
                ]
            )
            .Sheet("Data", Answers)
            .Sheet(
                "Old",
                [
                    ["a"],
                    [1],
                ]
            )
            .Save();
        Assert.StartsWith("When,", Csv(path), StringComparison.Ordinal);
        Assert.Equal("a\n1\n", Csv(path, "old"));
        Assert.Equal("The workbook has no sheet “New”. It has “Cover”, “Data” and “Old”.", Because(path, "New"));
    }

    [Fact]
    public void A_workbook_without_a_table_is_its_first_sheet_once()
    {
        using var book = new Book();
        var path = book.Sheet(
                "Cover",
                [
                    ["Results of spring"],
                ]
            )
            .Sheet(
                "Data",
                [
                    ["nps", "said"],
                ]
            )
            .Save();
        Assert.Equal("Results of spring\n", Csv(path));
        using var to = new MemoryStream();
        Assert.False(Workbook.Unpack(path, to, null).Refused(out _, out var sheets));
        Assert.Equal(("Cover", 2), (sheets.Chosen, sheets.Names.Count));
    }

    /// <summary>Written by a spreadsheet program as Excel 97 to 2003 did (BIFF8), from figures of our own.</summary>
    static string Old => Path.Combine(Repository.Root, "tests/Heed.Tests/Files/answers.xls");

    [Fact]
    public void Cells_of_an_old_workbook_are_what_its_sheet_shows()
    {
        Assert.Equal(
            """
            When,Filiale,nps,On time,Again,Remark
            2026-03-02,Köln,9,45%,TRUE,"Fine, ""really"" fine"
            2026-03-03,Łódź,10,50%,FALSE,
            2026-03-04,Hull,3,,TRUE,Waited 20 minutes
            2026-03-05,,8,97.5%,,–

            """,
            Csv(Old),
            ignoreLineEndingDifferences: true
        );
        Assert.Equal("Results of spring\n", Csv(Old, "Cover"));
        Assert.Equal("The workbook has no sheet “New”. It has “Cover” and “Answers”.", Because(Old, "New"));
    }

    [Fact]
    public async Task The_score_of_an_old_workbook_is_that_of_its_answers()
    {
        // Two of four are 9 or 10 and one is 3: (2 - 1) / 4.
        var json = await Typed.Json("analyze", "survey", Old, "--score", "nps", "--kind", "recommend");
        Assert.Equal((4, 25.0), (json.GetProperty("n").GetInt32(), json.GetProperty("value").GetDouble()));
    }

    [Fact]
    public async Task Every_verb_reads_it()
    {
        using var book = new Book();
        var path = book.Sheet(
                "Cover",
                [
                    ["x"],
                ]
            )
            .Sheet("Data", Answers)
            .Save();
        var json = await Typed.Json("analyze", "survey", path, "--score", "nps", "--kind", "recommend");
        Assert.Equal(3, json.GetProperty("n").GetInt32());
        Assert.Contains(
            json.GetProperty("notes").EnumerateArray(),
            note => note.GetString() == "The sheet “Data” of 2 was read: Cover and Data."
        );
        Assert.Contains(
            "has no sheet “Nowhere”",
            await Typed.Refused(
                "analyze",
                "survey",
                path,
                "--sheet",
                "Nowhere",
                "--score",
                "nps",
                "--kind",
                "recommend"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_import_takes_it_and_another_sheet_of_it()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        using var book = new Book();
        object?[][] more =
        [
            ["nps"],
            .. Enumerable.Range(0, 7).Select(i => (object?[])[i]),
        ];
        var path = book.Sheet("Data", Answers).Sheet("More", more).Save();
        Import import;
        await using (var file = File.OpenRead(path))
            import = await world.Take(cast, file, "answers.xlsx");
        var shape = FileShape.FromJson(import.Shape);
        Assert.Equal(["Data", "More"], shape.Sheets);
        Assert.Equal(("Data", 5), (shape.Sheet, shape.Columns.Count));
        import = SampleImports.Given(
            await world.As(
                cast,
                s => s.GetRequiredService<MapImport>().Reread(import.Id, new() { Sheet = "More" }, default)
            )
        );
        Assert.Equal("More", FileShape.FromJson(import.Shape).Sheet);
        var mapping = new Mapping { Columns = [new("nps", ColumnUse.Recommend)], On = new(2035, 2, 1) };
        SampleImports.Given(await world.Map(cast, import, mapping));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        Assert.Equal(7, (await world.Settle(cast, import.Id)).Stored);
        Assert.Empty(
            Directory.EnumerateFiles(
                Path.Combine(world.Services.GetRequiredService<Heed.Storage.Settings>().Data, "imports"),
                $"{import.Id}*"
            )
        );
    }

    [Fact]
    public void An_archive_with_one_file_is_that_file()
    {
        using var folder = new Csv("x");
        var path = Path.Combine(Path.GetDirectoryName(folder.Path)!, "answers.zip");
        try
        {
            using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
            {
                using (var writer = new StreamWriter(zip.CreateEntry("folder/answers.csv").Open()))
                    writer.Write("nps\n9\n");
                zip.CreateEntry("__MACOSX/._answers.csv");
            }
            Assert.Equal("nps\n9\n", Csv(path));
            using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
                zip.CreateEntry("second.csv");
            Assert.Equal(
                "The archive holds 2 files: “answers.csv” and “second.csv”. Unpack it and choose one of them.",
                Because(path)
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_would_be_unpacked_without_measure_is_refused_before_it_is_unpacked()
    {
        using var book = new Book();
        var path = book.Sheet("Data", Answers).Save();
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        using (var bomb = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
                bomb.Write(zeros);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("so it was not unpacked", Because(path), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and then nothing that an archive has")]
    [InlineData("PK\u0003\u0004")]
    public void A_broken_workbook_is_refused_in_words(string text)
    {
        using var csv = new Csv(text);
        Assert.Contains("cannot be opened", Because(csv.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_old_workbook_is_refused_in_words()
    {
        using var csv = new Csv("");
        File.WriteAllBytes(csv.Path, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[3000]]);
        Assert.Contains("cannot be opened", Because(csv.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_workbook_is_refused_in_words()
    {
        using var book = new Book();
        var path = book.Sheet("Data", Answers).Save();
        var bytes = File.ReadAllBytes(path);
        foreach (var length in new[] { 100, bytes.Length / 2, bytes.Length - 30 })
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Contains("cannot be opened", Because(path), StringComparison.Ordinal);
        }
    }
}

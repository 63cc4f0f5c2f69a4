using System.IO.Compression;
using Heed.Files;
using Heed.Listen;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Listen;

namespace Heed.Tests.Files;

/// <summary>Sheets as people keep them: two tables in one, a header that changes, formulas that fail, merged cells, a bomb.</summary>
public sealed class SecondTableTests
{
    const string Header = "when,shop,nps";

    static IEnumerable<string> Answers(int rows = 30) =>
        Enumerable.Range(0, rows).Select(i => $"2026-03-{1 + i % 28:00},York,{i % 11}");

    static string Text(params IEnumerable<string>[] parts) => string.Join('\n', parts.SelectMany(p => p)) + "\n";

    static async Task<string> Refused(string text)
    {
        using var file = new Csv(text);
        return await Typed.Refused("analyze", "survey", file.Path, "--score", "nps", "--kind", "recommend");
    }

    public static TheoryData<string[], string, int> Tables =>
        new()
        {
            { ["when,nps,shop", "2026-04-01,9,Hull"], "“when”, “nps” and “shop”", 32 },
            { ["date,shop,nps,said", "2026-04-01,Hull,9,fine"], "“date”, “shop”, “nps” and “said”", 32 },
            { ["", "shop,budget", "York,1000"], "“shop” and “budget”", 33 },
            { [",,", "Budget of the shops,,", "shop,budget,", "York,1000,"], "“shop” and “budget”", 34 },
            { ["", "Month,,Cost", "2026-03,,1000"], "“Month” and “Cost”", 33 },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_header_of_another_table_below_is_named_with_its_row(string[] below, string named, int row)
    {
        var said = await Refused(Text([Header], Answers(), below));
        Assert.Contains($"Row {row} of ", said, StringComparison.Ordinal);
        Assert.Contains($"is the header of another table: it names {named}.", said, StringComparison.Ordinal);
        Assert.Contains("put each into a file of its own", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_filters_leave_out_is_still_the_header_of_another_table()
    {
        using var file = new Csv(Text([Header], Answers(), ["when,nps,shop", "2026-04-01,9,Hull"]));
        Assert.Contains(
            "is the header of another table",
            await Typed.Refused([
                "analyze",
                "survey",
                file.Path,
                "--score",
                "nps",
                "--kind",
                "recommend",
                "--where",
                "shop=York",
            ]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("when,shop,nps")]
    [InlineData("2026-04-01,nps,n/a")]
    [InlineData("n/a,shop,not asked")]
    [InlineData("")]
    public async Task What_only_looks_a_little_like_one_stops_nothing(string row)
    {
        using var file = new Csv(Text([Header], Answers(), [row], Answers()));
        var json = await Typed.Json("analyze", "survey", file.Path, "--score", "nps", "--kind", "recommend");
        Assert.Equal(60, json.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task An_import_of_two_tables_in_one_is_refused_before_anything_is_stored()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Take(
            cast,
            SampleImports.Csv(Text([Header], Answers(), ["when,nps,shop", "2026-04-01,9,Hull"]))
        );
        var mapping = new Mapping
        {
            Columns = [new("nps", ColumnUse.Recommend), new("shop", ColumnUse.Attribute)],
            On = new(2035, 2, 1),
        };
        Assert.True((await world.Map(cast, import, mapping)).Refused(out var refusal, out _));
        Assert.Contains("Row 32 of ", refusal.Because, StringComparison.Ordinal);
        Assert.Contains("is the header of another table", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_side_by_side_are_said_with_the_columns_of_each()
    {
        using var file = new Csv(
            Text(
                [$"{Header},,shop,budget"],
                Answers().Select((row, i) => $"{row},,{(i < 5 ? $"Shop {i},{i}000" : ",")}")
            )
        );
        Assert.False(RecogniseFile.Run(file.Path).Refused(out _, out var shape));
        Assert.Contains(
            shape.Notes,
            note =>
                note.StartsWith(
                    "Column 4 has neither a name nor an answer: two tables may stand side by side",
                    StringComparison.Ordinal
                ) && note.Contains("“when” to “nps” and “shop (2)” to “budget”", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_column_that_has_a_name_or_an_answer_parts_no_tables()
    {
        foreach (var (head, cell) in new[] { ("said", ""), ("", "fine") })
        {
            using var file = new Csv(Text([$"{Header},{head},budget"], Answers().Select(row => $"{row},{cell},1")));
            Assert.False(RecogniseFile.Run(file.Path).Refused(out _, out var shape));
            Assert.DoesNotContain(shape.Notes, note => note.Contains("side by side", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_formula_that_shows_an_error_is_called_that_and_no_answer_in_words()
    {
        using var file = new Csv(
            Text(
                ["when,nps,calls"],
                Enumerable
                    .Range(0, 20)
                    .Select(i => $"2026-03-{1 + i:00},{(i == 7 ? "#DIV/0!" : i % 11)},{(i == 7 ? "#REF!" : i)}")
            )
        );
        var path = file.Path;
        var survey = await Typed.Refused("analyze", "survey", path, "--score", "nps", "--kind", "recommend");
        Assert.Contains(
            "The first is in row 9. “#DIV/0!” is the error of a formula and nobody's answer: mend the formula",
            survey,
            StringComparison.Ordinal
        );
        var without = await Typed.Json(
            "analyze",
            "survey",
            path,
            "--score",
            "nps",
            "--kind",
            "recommend",
            "--missing",
            "#DIV/0!"
        );
        Assert.Equal(19, without.GetProperty("n").GetInt32());
        Assert.Contains(
            "“#REF!” is the error of a formula and no value.",
            await Typed.Refused("analyze", "series", path, "--date", "when", "--value", "calls"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Cells_of_a_workbook_that_show_an_error_are_blank_counted_and_said_for_the_sheet_that_is_read()
    {
        using var book = new Book();
        object?[][] Rows(string error) =>
            [
                ["when", "nps"],
                .. Enumerable
                    .Range(0, 20)
                    .Select(i => (object?[])[new DateTime(2026, 3, 1 + i), i is 7 or 9 ? error : i % 11]),
            ];
        var path = book.Sheet("Answers", Rows("#DIV/0!")).Sheet("Whole", Rows("%0.09")).Save();
        string[] asked = ["analyze", "survey", path, "--score", "nps", "--kind", "recommend"];
        var json = await Typed.Json(asked);
        Assert.Equal((18, 2), (json.GetProperty("n").GetInt32(), json.GetProperty("missing").GetInt32()));
        const string Said =
            "2 cells show the error of a formula instead of a value, the first is B9 with “#DIV/0!”: read as blank.";
        Assert.Contains(
            json.GetProperty("notes").EnumerateArray(),
            note => note.GetString()!.StartsWith(Said, StringComparison.Ordinal)
        );
        using var to = new MemoryStream();
        Assert.False(Workbook.Unpack(path, to, "Whole").Refused(out _, out var whole));
        Assert.Empty(whole.Notes);
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        await using var file = File.OpenRead(path);
        var import = await world.Take(cast, file, "answers.xlsx");
        Assert.Contains(
            FileShape.FromJson(import.Shape).Notes,
            note => note.StartsWith(Said, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Cells_merged_over_several_rows_are_the_label_of_each_and_that_is_said()
    {
        using var book = new Book();
        object?[][] rows =
        [
            ["shop", "nps"],
            .. Enumerable.Range(0, 40).Select(i => (object?[])[i == 0 ? "York" : null, i % 11]),
        ];
        var path = book.Sheet("Answers", rows, merged: "A2:A41").Save();
        var json = await Typed.Json("analyze", "survey", path, "--score", "nps", "--kind", "recommend", "--by", "shop");
        var york = Assert.Single(json.GetProperty("by").EnumerateArray());
        Assert.Equal(("York", 40), (york.GetProperty("group").GetString(), york.GetProperty("n").GetInt32()));
        Assert.Contains(
            json.GetProperty("notes").EnumerateArray(),
            note => note.GetString()!.StartsWith("Cells that are merged over several rows", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_archive_that_says_it_holds_ten_gigabytes_is_refused_and_nothing_of_it_is_unpacked()
    {
        using var folder = new Csv("x");
        var path = Path.ChangeExtension(folder.Path, ".zip");
        try
        {
            using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
                for (var i = 0; i < 3; i++)
                    using (var writer = new StreamWriter(zip.CreateEntry($"answers-{i}.csv").Open()))
                        writer.Write("nps\n9\n");
            // What the directory says of their size unpacked: 24 bytes behind the mark of an entry (APPNOTE.TXT 4.3.12).
            var bytes = File.ReadAllBytes(path);
            for (var at = 0; bytes.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next; at += next + 46)
                BitConverter.TryWriteBytes(bytes.AsSpan(at + next + 24), 3_600_000_000u);
            File.WriteAllBytes(path, bytes);
            using (var said = ZipFile.OpenRead(path))
                Assert.Equal(10_800_000_000, said.Entries.Sum(e => e.Length));
            using var to = new MemoryStream();
            Assert.True(Workbook.Unpack(path, to, null).Refused(out var refusal, out _));
            Assert.Equal(
                "The file would be unpacked into far more than a table holds, so it was not unpacked. Open it in the spreadsheet program and save the sheet as “CSV UTF-8”.",
                refusal.Because
            );
            Assert.Equal(0, to.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

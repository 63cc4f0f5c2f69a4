using Heed.Commands;
using Heed.Listen;
using Heed.Metrics;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Listen;

namespace Heed.Tests.Files;

/// <summary>Rows that end before the last column: their last cells are blank, unless a line break tore them.</summary>
public sealed class ShortRowsTests
{
    /// <summary>Six answers, four of them without the last cells. 5, 1, 4, 2, 3, 3: the mean is 18/6 = 3.</summary>
    const string Early =
        "Nr;Filiale;Note;Bemerkung;Bon\n1;Köln;5;gut;17\n2;Bonn;1\n3;Köln;4;ok\n4;Bonn;2\n5;Köln;3;;\n6;Bonn;3";

    [Theory]
    [InlineData(';', "Nr", "Filiale", "Note", "4 rows end early")]
    [InlineData('\t', "no", "magasin", "note", "4 rows end early")]
    [InlineData('|', "id", "shop", "score", "4 rows end early")]
    public async Task Every_verb_takes_the_missing_cells_for_blank_and_says_of_how_many_rows(
        char by,
        string id,
        string shop,
        string note,
        string said
    )
    {
        using var file = new Csv(
            Early
                .Replace("Nr", id, StringComparison.Ordinal)
                .Replace("Filiale", shop, StringComparison.Ordinal)
                .Replace("Note", note, StringComparison.Ordinal)
                .Replace(';', by)
        );
        var json = await Typed.Json("analyze", "survey", file.Path, "--score", note, "--kind", "mean", "--by", shop);
        Assert.Equal((6, 3.0), (json.GetProperty("n").GetInt32(), json.GetProperty("value").GetDouble()));
        Assert.Contains(said, SeriesCases.Notes(json), StringComparison.Ordinal);
        var last = await Typed.Json("analyze", "survey", file.Path, "--score", "Bon", "--kind", "number");
        Assert.Equal((1, 5), (last.GetProperty("n").GetInt32(), last.GetProperty("missing").GetInt32()));
    }

    [Fact]
    public async Task An_import_stores_them_and_reads_them_again_as_blank()
    {
        var database = await TestDatabase.New(Directory.CreateTempSubdirectory("heed-short-").FullName);
        await using var world = await World.Start(null, [.. database]);
        var cast = await world.Organisation("Harbor Coffee");
        var mapping = new Mapping
        {
            Columns =
            [
                new("Note", ColumnUse.Mean, Scale: "1-5"),
                new("Filiale", ColumnUse.Attribute),
                new("Bemerkung", ColumnUse.Remark),
                new("Bon", ColumnUse.Attribute),
            ],
        };
        await world.Bring(cast, SampleImports.Csv(Early), mapping, "Page");
        using var file = new Csv(Early);
        var code = await ImportRun.Run(
            new(new FileInfo(file.Path), "Terminal", mapping, false, true, null, FileReading.FoundOut),
            [.. database],
            default
        );
        Assert.Equal(0, code);
        foreach (var survey in new[] { "Page", "Terminal" })
        {
            var score = (await world.Score(cast, "Note", survey: survey)).Total.Value;
            Assert.Equal((6L, 3.0), (score.N, score.Value));
        }
    }

    [Theory]
    // A remark with a line break and no quotes, in the middle, at the end, and in three pieces.
    [InlineData("id;shop;said;nps\n1;York;good;5\n2;York;it was cold\nand wet;3\n3;Hull;fine;4\n", 3, true)]
    [InlineData("id;shop;nps;said\n1;York;5;good\n2;York;3;it was cold\nand wet\n3;Hull;4;fine\n", 4, false)]
    [InlineData("id;shop;said;nps\n1;York;good;5\n2;York;cold\nwet\nand dark;3\n3;Hull;fine;4\n", 3, true)]
    // Nothing tells the rows of words apart, and two of them make one.
    [InlineData("name,mail,said,nps\nAnna,a@x,good,9\nBert,b@x,cold\nand wet,3\nCleo,c@x,fine,8\n", 3, true)]
    // The separator after the shop is missing, so the remark stands where the scores are.
    [InlineData("id,shop,nps,said\n1,York,9,good\n2,York,8,bad\n3,Leeds 7,ok\n4,Leeds,7,so\n5,York,7\n", 4, false)]
    // A stray quote took a row in.
    [InlineData("id,shop,said,nps,bill\n1,York,ok,9,1\n2,York,\"bad,8,2\n3,Hull,\"\n4,Hull,ok,7,3\n", 3, false)]
    // A line under the table.
    [InlineData("shop,nps,said\nYork,9,good\nHull,8,bad\nPrinted on Monday\n", 4, false)]
    public async Task A_row_that_something_cut_is_refused_and_named(string text, int row, bool torn)
    {
        using var file = new Csv(text);
        string[] asked = ["analyze", "survey", file.Path, "--score", "nps", "--kind", "mean", "--scale", "0-10"];
        var said = await Typed.Refused(asked);
        Assert.StartsWith($"Row {row} of answers.csv has ", said, StringComparison.Ordinal);
        Assert.Equal(torn, said.Contains("it is the rest of it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_takes_neither_piece_of_a_torn_row()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var text =
            "id;shop;said;nps\n"
            + string.Concat(Enumerable.Range(1, 300).Select(i => $"{i};York;good;{i % 5 + 1}\n"))
            + "301;York;it was cold\nand wet;3\n302;Hull\n303;Hull;fine;4\n";
        var findings = await world.DryRun(cast, text, new ColumnMapping("nps", ColumnUse.Mean, Scale: "1-5"));
        Assert.Equal((302, 2), (findings.New, findings.Rejected));
        Assert.Contains(findings.Problems, p => p.Says == "Row 302: torn in two, the next row is its rest.");
        Assert.Contains(findings.Problems, p => p.Says == "Row 303: 2 cells where the header has 4.");
        Assert.Contains("1 row ends early: its last cells count as not answered.", findings.Notes);
    }

    [Theory]
    // Two short rows of one and a half widths, as case 24 has them, are rows where their numbers say so.
    [InlineData("no,shop,nps,said,bill\n1,York,9,ok,1\n2,York,8\n3,Hull,7\n4,Hull,6\n", 4)]
    [InlineData("shop,nps,said,bill\nYork,9,ok,1\nHull,8,ok,2\nYork,8\nHull,7\n", 4)]
    // Codes of people, days first, and somebody who said nothing at all.
    [InlineData("who;nps;said\nR_1a;9;ok\nR_2b;8\nR_3c\nR_4d;7\n", 3)]
    [InlineData("day;nps;said\n5.1.2026;9;ok\n6.1.2026;8\n7.1.2026\n8.1.2026;7\n", 3)]
    public async Task Short_rows_side_by_side_are_rows_where_they_begin_as_rows_do(string text, int n)
    {
        using var file = new Csv(text);
        string[] asked = ["analyze", "survey", file.Path, "--score", "nps", "--kind", "recommend"];
        Assert.Equal(n, (await Typed.Json(asked)).GetProperty("n").GetInt32());
    }

    [Fact]
    public void A_file_of_values_says_it_too_and_refuses_what_stands_behind_the_last_column()
    {
        Assert.False(
            MeasurementFile
                .Read("Woche;Wert;Notiz\n2026-01-05;12;neu\n2026-01-12;13\n2026-01-19;14;;\n")
                .Refused(out _, out var read)
        );
        Assert.Equal([12.0, 13, 14], read!.Rows.Select(r => r.Value!.Value));
        Assert.EndsWith(
            "1 row ends early: its last cells count as not answered.",
            read.HowRead,
            StringComparison.Ordinal
        );
        Assert.True(MeasurementFile.Read("2026-01-05,12\n2026-01-12,13,5\n").Refused(out var refusal));
        Assert.Equal(
            "Row 2 has 3 cells where the first row has 2: “5” stands behind the last column. Look for a comma too many there, or a missing quote. Nothing was recorded.",
            refusal!.Because
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void Looking_at_the_row_after_loses_nothing_whatever_the_buffer(int bytes)
    {
        var text = string.Concat(
            Enumerable.Range(1, 50).Select(i => i % 3 == 0 ? $"{i}\r\n\r\n" : $"{i},\"a\"\"{i}\r\n\"\r\n")
        );
        using var reader = RecordReader.WithBuffer(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
            ',',
            bytes
        );
        List<string[]> read = [],
            after = [];
        while (reader.Read())
        {
            if (reader.Following() is { } next)
                after.Add(next);
            read.Add([.. Enumerable.Range(0, reader.Cells).Select(reader.Text)]);
        }
        Assert.Equal(50, read.Count);
        Assert.Equal(read.Skip(1), after);
        Assert.Equal(["49", "a\"49\r\n"], read[48]);
    }
}

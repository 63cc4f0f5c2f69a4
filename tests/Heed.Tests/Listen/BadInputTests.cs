using System.Text;
using Heed.Analytics.Evidence;
using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Files as they come: each fault is said with what, where and what to do, and no row is lost.</summary>
public sealed class BadInputTests
{
    static readonly ColumnMapping Nps = new("nps", ColumnUse.Recommend);

    static async Task<ImportReport> DryRun(string csv, params ColumnMapping[] columns)
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var findings = await world.DryRun(cast, csv, columns);
        Assert.Equal(findings.Rows, findings.New + findings.Known + findings.Rejected);
        return findings;
    }

    static FileShape Shape(Stream file, int? headers = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var to = File.OpenWrite(path))
                file.CopyTo(to);
            return SampleImports.Given(RecogniseFile.Run(path, new FileReading { HeaderRows = headers }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    static string Refused(string csv)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(csv));
        var refused = RecogniseFile.Run(path).Refused(out var refusal);
        File.Delete(path);
        Assert.True(refused);
        return refusal!.Because;
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16")]
    [InlineData("UTF-16 big-endian")]
    [InlineData("Windows-1252")]
    public async Task Any_usual_encoding_is_found_out_and_read(string encoding)
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var lines = string.Concat(Enumerable.Range(0, 12).Select(i => $"9,Zürich,été\n"));
        Encoding written = encoding switch
        {
            "UTF-8" => new UTF8Encoding(true),
            "UTF-16" => Encoding.Unicode,
            "UTF-16 big-endian" => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        var import = await world.Bring(
            cast,
            SampleImports.Csv($"nps,city,said\n{lines}", written),
            new() { Columns = [Nps, new("city", ColumnUse.Attribute), new("said", ColumnUse.Remark)] }
        );
        Assert.Equal(encoding, FileShape.FromJson(import.Shape).Encoding);
        Assert.Equal(12, import.Stored);
        Assert.Equal("Zürich", (await world.Score(cast, "nps", by: "city")).Rows.Single().Group);
    }

    [Fact]
    public void One_letter_far_below_that_is_not_utf8_decides_the_encoding()
    {
        var head = string.Concat(Enumerable.Repeat("9,plain\n", 300_000));
        var shape = Shape(new MemoryStream([.. Encoding.ASCII.GetBytes($"nps,said\n{head}8,caf"), 0xE9, (byte)'\n']));
        Assert.Equal(FileEncoding.Windows1252, shape.Encoding);
        Assert.Contains("read as Windows-1252", shape.Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_found_out_even_where_remarks_hold_the_others(char delimiter)
    {
        var row = $"9{delimiter}\"well, quite; good | fine\"{delimiter}North\n";
        var shape = Shape(SampleImports.Csv($"nps{delimiter}said{delimiter}region\n{row}{row}"));
        Assert.Equal((delimiter, 3), (shape.Delimiter, shape.Columns.Count));
    }

    [Fact]
    public void A_file_without_a_header_gets_numbered_columns_and_a_word_about_it()
    {
        var shape = Shape(SampleImports.Csv("9,4,2026-01-02\n7,5,2026-01-03\n"));
        Assert.Equal((0, "Column 1"), (shape.HeaderRows, shape.Columns[0].Name));
        Assert.Contains("numbered", shape.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Qualtrics_and_SurveyMonkey_headers_are_known_by_their_rows()
    {
        var qualtrics = Shape(File.OpenRead(SharedFiles.Data("survey-exports/sample_3header.csv")));
        Assert.Equal(
            (3, "Q1", "This is a multiple choice question."),
            (qualtrics.HeaderRows, qualtrics.Columns[17].Name, qualtrics.Columns[17].Text)
        );
        Assert.Equal(2, Shape(File.OpenRead(SharedFiles.Data("survey-exports/sample_legacy_2header.csv"))).HeaderRows);
        var monkey = Shape(File.OpenRead(SharedFiles.Data("survey-exports/steak-risk-survey.csv")));
        Assert.Equal(2, monkey.HeaderRows);
        Assert.DoesNotContain(monkey.Columns, c => c.Name.Contains('<', StringComparison.Ordinal));
        Assert.Equal(1, Shape(File.OpenRead(SharedFiles.Data("survey-exports/comma-survey.csv"))).HeaderRows);
    }

    [Fact]
    public void Doubled_headers_are_told_apart_and_said()
    {
        var shape = Shape(SampleImports.Csv("score,score,note\n1,2,a\n"));
        Assert.Equal(["score", "score (2)", "note"], shape.Columns.Select(c => c.Name));
        Assert.Contains("stands more than once", shape.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ragged_rows_are_rejected_with_their_row_and_the_others_go_in()
    {
        var findings = await DryRun("nps,said\n9,fine\n8,too,many\n7\n6,ok\n", Nps);
        Assert.Equal((3, 1), (findings.New, findings.Rejected));
        Assert.Contains(findings.Problems, p => p.Says == "Row 3: 3 cells where the header has 2.");
        Assert.Contains("1 row ends early: its last cells count as not answered.", findings.Notes);
    }

    [Fact]
    public async Task Two_hundred_and_fifty_columns_are_read()
    {
        var header = string.Join(',', Enumerable.Range(0, 250).Select(i => $"c{i}"));
        var row = string.Join(',', Enumerable.Range(0, 250).Select(i => i % 11));
        Assert.Equal(2, (await DryRun($"{header}\n{row}\n{row}\n", new ColumnMapping("c7", ColumnUse.Recommend))).New);
    }

    [Fact]
    public async Task A_quoted_remark_may_hold_line_breaks_quotes_and_delimiters()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var csv = "nps,said\n" + string.Concat(Enumerable.Repeat("9,\"He said \"\"wow\"\",\nthen left\"\n", 12));
        await world.Bring(cast, SampleImports.Csv(csv), new() { Columns = [Nps, new("said", ColumnUse.Remark)] });
        Assert.Equal(12, (await world.Score(cast, "nps")).Total.Value.N);
    }

    [Theory]
    [InlineData("nps,said\n9,fine\n8,\"it began well and")]
    [InlineData("nps,said,more\n9,fine,x\n8,we")]
    public async Task A_file_cut_in_the_middle_is_not_taken_unless_somebody_says_so(string csv)
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Take(cast, SampleImports.Csv(csv));
        var mapping = new Mapping { Columns = [Nps] };
        var findings = SampleImports.Given(await world.Map(cast, import, mapping));
        Assert.Contains(
            "the file ends in the middle of this row",
            findings.Stop(mapping)!.Says,
            StringComparison.Ordinal
        );
        Assert.Contains("Row 3", findings.Stop(mapping)!.Says, StringComparison.Ordinal);
        var accepted = SampleImports.Given(await world.Map(cast, import, mapping with { AcceptCut = true }));
        Assert.Null(accepted.Stop(mapping with { AcceptCut = true }));
        Assert.Equal((1, 1), (accepted.New, accepted.Rejected));
    }

    [Fact]
    public async Task A_score_outside_its_scale_is_one_sentence_for_all_its_rows_with_its_repair()
    {
        var findings = await DryRun("nps\n" + string.Concat(Enumerable.Repeat("9\n99\n", 40)), Nps);
        var problem = Assert.Single(findings.Problems);
        Assert.Equal("40 rows, the first is row 3, column “nps”: “99” is not on the scale 0-10.", problem.Says);
        Assert.Contains("add it to the missing codes", problem.Repair, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_date_above_twelve_decides_the_order_of_all()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var csv = "nps,on\n" + string.Concat(Enumerable.Repeat("9,03/04/2026\n", 6)) + "8,25/04/2026\n";
        await world.Bring(cast, SampleImports.Csv(csv), new() { Columns = [Nps, new("on", ColumnUse.Date)] });
        var months = await world.Score(cast, "nps", every: Heed.Analytics.Evidence.Cadence.Month);
        Assert.Equal(new DateOnly(2026, 4, 1), Assert.Single(months.Rows).From);
    }

    [Fact]
    public async Task Dates_that_nothing_decides_are_asked_about_and_not_guessed()
    {
        var findings = await DryRun("nps,on\n9,03/04/2026\n8,05/06/2026\n", Nps, new("on", ColumnUse.Date));
        var problem = findings.Stop(new());
        Assert.Equal(ProblemKind.EitherOrder, problem!.Kind);
        Assert.Contains("may be day first or month first", problem.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_before_1900_is_named_for_what_it_is()
    {
        var findings = await DryRun(
            "nps,dep\n9,12/31/1899 09:30:00 AM\n8,2026-01-02\n",
            Nps,
            new("dep", ColumnUse.Date)
        );
        Assert.Equal((1, 1), (findings.New, findings.Rejected));
        Assert.Contains("a time without a day", Assert.Single(findings.Problems).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weight_below_0_rejects_its_row_and_a_blank_one_does_not()
    {
        var findings = await DryRun("nps,w\n9,1.5\n8,\n7,-1\n", Nps, new("w", ColumnUse.Weight));
        Assert.Equal((2, 1), (findings.New, findings.Rejected));
        Assert.Contains(findings.Notes, note => note.StartsWith("1 answer has no weight", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_id_twice_with_other_answers_is_not_two_people()
    {
        var findings = await DryRun("id,nps\na,9\na,9\na,3\nb,8\n", Nps, new("id", ColumnUse.Identity));
        Assert.Equal((2, 1, 1), (findings.New, findings.Known, findings.Rejected));
    }

    [Fact]
    public void Empty_files_headers_alone_and_other_kinds_of_file_are_refused_in_words()
    {
        Assert.StartsWith("The file is empty.", Refused(""), StringComparison.Ordinal);
        Assert.Contains("no answers below", Refused("nps,said\n"), StringComparison.Ordinal);
        Assert.Contains("workbook", Refused("PK\u0003\u0004"), StringComparison.Ordinal);
        Assert.Contains("zero bytes", Refused("a\0b\0\0\0\0c"), StringComparison.Ordinal);
    }
}

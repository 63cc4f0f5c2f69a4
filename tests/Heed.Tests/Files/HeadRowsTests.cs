namespace Heed.Tests.Files;

/// <summary>Titles above the table, header rows, and rows amid and below the answers that are none.</summary>
public sealed class HeadRowsTests
{
    static FileShape Shape(string text, FileReading? asked = null)
    {
        using var csv = new Csv(text);
        Assert.False(
            RecogniseFile.Run(csv.Path, asked ?? FileReading.FoundOut).Refused(out var refusal, out var shape),
            refusal?.Because
        );
        return shape!;
    }

    static (List<string> Rows, List<string> Notes) Read(string text, FileReading? asked = null)
    {
        using var csv = new Csv(text);
        Assert.False(
            DataFile.Open(csv.Path, asked ?? FileReading.FoundOut).Refused(out var refusal, out var file),
            refusal?.Because
        );
        List<string> rows = [];
        using (file)
        {
            while (true)
            {
                Assert.False(file!.Next().Refused(out refusal, out var more), refusal?.Because);
                if (!more)
                    return (rows, file.Notes);
                rows.Add(string.Join('|', Enumerable.Range(0, file.Shape.Columns.Count).Select(file.Text)));
            }
        }
    }

    static string Names(FileShape shape) => string.Join(" | ", shape.Columns.Select(c => c.Name));

    [Theory]
    [InlineData(
        "Customer survey results\nExported 2026-03-02 10:11\n\nNo,Store,NPS\n1,South,10\n2,North,9\n3,South,8\n",
        2
    )]
    [InlineData("Umfrage;;\n;;\nNo;Store;NPS\n1;South;10\n2;North;9\n", 2)]
    [InlineData("sep=;\nNo;Store;NPS\n1;South;10\n2;North;9\n", 1)]
    [InlineData("SEP=,\r\nReport\r\nNo,Store,NPS\r\n1,South,10\r\n2,North,9\r\n", 2)]
    [InlineData("No,Store,NPS\n1,South,10\n2,North,9\n", 0)]
    public void Rows_above_the_header_belong_to_no_table(string text, int above)
    {
        var shape = Shape(text);
        Assert.Equal((above, 1, "No | Store | NPS"), (shape.RowsAbove, shape.HeaderRows, Names(shape)));
        Assert.Equal("1|South|10", Read(text).Rows[0]);
    }

    [Fact]
    public void One_column_has_no_titles() => Assert.Equal("remark", Names(Shape("remark\nGood\nBad\nLong wait\n")));

    [Fact]
    public void Whoever_says_how_many_rows_stand_above_is_believed()
    {
        const string Text = "Report,2026\nNo,Store\n1,South\n2,North\n";
        Assert.Equal("Report | 2026", Names(Shape(Text)));
        Assert.Equal("No | Store", Names(Shape(Text, new() { RowsAbove = 1 })));
    }

    [Theory]
    [InlineData(
        "Respondent ID,When,Which?,,Rate us\n,,Shop,Web,Response\n1,2026-01-02,Shop,,5\n2,2026-01-03,,Web,4\n3,2026-01-04,Shop,Web,3\n"
    )]
    [InlineData(
        "Respondent ID,When,Which?,,Rate us\nRespondent ID,When,Shop,Web,Rate us\n1,43290.5,Shop,,5\n2,43291.5,,Web,4\n3,43292.1,Shop,Web,3\n"
    )]
    [InlineData(
        "Respondent ID,When,Which?,Which?,Rate us\nRespondent ID,When,Shop,Web,Response\n1,2026-01-02,Shop,,5\n2,2026-01-03,,Web,4\n3,2026-01-04,Shop,Web,3\n"
    )]
    public void A_second_row_of_options_is_a_header_and_each_option_keeps_its_question(string text)
    {
        var shape = Shape(text);
        Assert.Equal(
            (2, "Respondent ID | When | Which? – Shop | Which? – Web | Rate us"),
            (shape.HeaderRows, Names(shape))
        );
        Assert.Equal(3, Read(text).Rows.Count);
    }

    [Fact]
    public void Codes_questions_and_options_are_three_header_rows()
    {
        const string Text =
            ",Q1_1,Q1_2,Q2\nSequence #,Where?,,How much?\n,Here,There,\n1,1,,7\n2,,2,8\n3,1,2,9\n4,1,2,9\n";
        var shape = Shape(Text);
        Assert.Equal((3, "Sequence # | Q1_1 | Q1_2 | Q2"), (shape.HeaderRows, Names(shape)));
        Assert.Equal("Where? – There", shape.Columns[2].Text);
        Assert.Equal("1|1||7", Read(Text).Rows[0]);
    }

    [Fact]
    public void A_first_person_who_did_not_answer_is_no_header()
    {
        Assert.Equal(1, Shape("id,nps,csat\nr1,N/A,N/A\n2,9,4\n3,8,5\n4,7,3\n").HeaderRows);
        Assert.Equal(1, Shape("id,nps,csat\n1,don't know,4\n2,9,4\n3,8,5\n4,7,3\n").HeaderRows);
    }

    [Fact]
    public void The_header_once_more_and_blank_rows_are_left_out_and_said()
    {
        var (rows, notes) = Read("No,Store\n1,South\n,\nNo,Store\n2,North\n,\n");
        Assert.Equal(["1|South", "2|North"], rows);
        Assert.Contains("The header stands again in row 4: left out.", notes);
    }

    [Theory]
    [InlineData("Total,,450", "Total")]
    [InlineData(",Average,8", "Average")]
    [InlineData("Summe:,,12", "Summe:")]
    [InlineData("Moyenne,,7.5", "Moyenne")]
    public void A_total_at_the_end_is_no_answer(string total, string first)
    {
        var text = $"No,Store,NPS\n1,South,10\n2,North,9\n{total}\n";
        var (rows, notes) = Read(text);
        Assert.Equal(2, rows.Count);
        Assert.Contains($"Row 4, “{first}”, is no answer but counts the others: left out.", notes);
        Assert.Equal(3, Read(text, new() { KeepTotals = true }).Rows.Count);
    }

    [Theory]
    [InlineData("No,Store,NPS\n1,South,10\nTotal,South,3\n2,North,9\n")]
    [InlineData("No,Store,NPS\n1,South,10\n2,Total,9\n")]
    [InlineData("Store,Remark\nSouth,good\nTotal,bad\n")]
    public void A_total_amid_the_answers_or_under_names_alone_stays(string text) =>
        Assert.Equal(text.Count(c => c == '\n') - 1, Read(text).Rows.Count);

    [Fact]
    public void Previews_and_tests_are_left_out_unless_somebody_chooses_by_that_column()
    {
        const string Text = "Status,nps\nIP Address,9\nSurvey Preview,1\nIP Address,8\nSurvey Test,2\n";
        var (rows, notes) = Read(Text);
        Assert.Equal(["IP Address|9", "IP Address|8"], rows);
        Assert.Contains(notes, n => n.StartsWith("2 rows are no answer of anybody", StringComparison.Ordinal));
        Assert.Equal(["Survey Preview|1"], Read(Text, new() { Where = [new("status", ["survey preview"])] }).Rows);
    }

    [Theory]
    [InlineData("shop=York", "1 4")]
    [InlineData("shop=york,Hull", "1 2 4")]
    [InlineData("shop=York,kind=B", "4")]
    [InlineData("SHOP= york ", "1 4")]
    public void Rows_are_chosen_by_columns_and_values(string where, string wanted)
    {
        Assert.False(RowFilter.Parse([where]).Refused(out _, out var filters));
        var rows = Read("no,shop,kind\n1,York,A\n2,Hull,A\n3,Leeds,B\n4,york ,B\n", new() { Where = filters! }).Rows;
        Assert.Equal(wanted, string.Join(' ', rows.Select(r => r[0])));
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("=York")]
    [InlineData("")]
    public void A_choice_that_names_no_column_is_refused(string where) =>
        Assert.True(RowFilter.Parse([where]).Refused(out _, out _));
}

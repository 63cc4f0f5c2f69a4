using System.Text;

namespace Heed.Tests.Files;

public sealed class RecogniseFileTests
{
    static FileShape Shape(string text, int? headers = null, Encoding? encoding = null)
    {
        using var csv = new Csv(text, encoding);
        Assert.False(
            RecogniseFile
                .Run(csv.Path, new FileReading { HeaderRows = headers })
                .Refused(out var refusal, out var shape),
            refusal?.Because
        );
        return shape!;
    }

    static string Because(string text, int? headers = null)
    {
        using var csv = new Csv(text);
        Assert.True(RecogniseFile.Run(csv.Path, new FileReading { HeaderRows = headers }).Refused(out var refusal));
        return refusal.Because;
    }

    static IEnumerable<string> Names(FileShape shape) => shape.Columns.Select(column => column.Name);

    static IEnumerable<string> Texts(FileShape shape) => shape.Columns.Select(column => column.Text);

    [Fact]
    public void Qualtrics_has_names_then_questions_then_what_it_knows_them_by()
    {
        var shape = Shape(
            "StartDate,,Q1\nStart Date,Note,How likely?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",,\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n2026-03-02,x,9\n"
        );
        Assert.Equal(3, shape.HeaderRows);
        Assert.Equal(["StartDate", "Note", "Q1"], Names(shape));
        Assert.Equal(["Start Date", "Note", "How likely?"], Texts(shape));
    }

    [Fact]
    public void SurveyMonkey_has_its_options_under_the_question()
    {
        var shape = Shape(
            "RespondentID,,What do you drink?,,,,Age\n,,Tea,Coffee,,Other (please specify),\n1,x,Tea,,,,40\n"
        );
        Assert.Equal(2, shape.HeaderRows);
        Assert.Equal(
            [
                "RespondentID",
                "Column 2",
                "What do you drink? – Tea",
                "What do you drink? – Coffee",
                "Column 5",
                "What do you drink? – Other (please specify)",
                "Age",
            ],
            Names(shape)
        );
        Assert.Equal(
            ["RespondentID", "Column 2", "Tea", "Coffee", "Column 5", "Other (please specify)", "Age"],
            Texts(shape)
        );
    }

    [Theory]
    [InlineData("V1,V2\nResponseID,How likely?\nR_1,9\n", 2)]
    [InlineData("V1,V2\nR_1,9\n", 1)]
    [InlineData("id,nps\nResponseID,How likely?\nR_1,9\n", 1)]
    [InlineData("Respondent ID,Q1\n,Response\n1,9\n", 2)]
    [InlineData("Respondent ID,Q1\n1,Response\n2,9\n", 1)]
    [InlineData("Respondent ID,Q1\n,\n2,9\n", 1)]
    [InlineData("City,Q1\n,Response\n1,9\n", 1)]
    [InlineData("id,Q1\nx,\"{\"\"ImportId\"\"}\"\n1,9\n", 1)]
    public void Header_rows_are_those_of_the_tool_that_wrote_them(string text, int headers) =>
        Assert.Equal(headers, Shape(text).HeaderRows);

    [Theory]
    [InlineData("9,8\n7,6\n", 0)]
    [InlineData("2026-03-02,x\n2026-03-03,y\n", 0)]
    [InlineData("9,a,b,c\n8,d,e,f\n", 0)]
    [InlineData("9,a,b,c,d\n8,e,f,g,h\n", 1)]
    [InlineData("9,,,,,a\n8,b,c,d,e,f\n", 0)]
    [InlineData("9,a\n,b\n8,c\n", 0)]
    [InlineData("a,9\nb\nc,8\n", 0)]
    [InlineData("2024,2025\nfine,good\n", 1)]
    [InlineData("date,nps\n2026-03-02,9\n", 1)]
    [InlineData(",\n9,8\n", 1)]
    public void A_first_row_with_values_where_values_stand_below_is_no_header(string text, int headers) =>
        Assert.Equal(headers, Shape(text).HeaderRows);

    [Fact]
    public void Without_a_header_columns_are_numbered_as_far_as_the_longest_row_and_it_is_said()
    {
        var shape = Shape("2026-03-02,9\n2026-03-03,8,fine\n2026-03-04,7,good\n");
        Assert.Equal(["Column 1", "Column 2", "Column 3"], Names(shape));
        Assert.Equal(
            [
                "The first row looks like answers, so the columns have no names and are numbered. If it is a header, set the number of header rows to 1.",
            ],
            shape.Notes
        );
    }

    [Fact]
    public void Below_one_header_row_stand_answers_and_no_questions()
    {
        var shape = Shape("nps,,remark\n9,x,fine\n");
        Assert.Equal(["nps", "Column 2", "remark"], Names(shape));
        Assert.Equal(Names(shape), Texts(shape));
    }

    [Fact]
    public void The_number_of_header_rows_may_be_said()
    {
        Assert.Equal(["2024", "2025"], Names(Shape("2024,2025\n9,8\n", headers: 1)));
        var two = Shape("a,,c\nfirst,second\n1,2,3\n", headers: 2);
        Assert.Equal(["a – first", "a – second", "c"], Names(two));
        Assert.Equal(["first", "second", "c"], Texts(two));
        Assert.Equal(["first", "b"], Names(Shape(",b\nfirst,second\n1,2\n", headers: 2)));
    }

    [Theory]
    [InlineData("\n\n", null, "The file holds no rows. Choose the file that was exported, and look into it first.")]
    [InlineData("a", null, "The file has 1 header row and no answers below. Export it again with its responses.")]
    [InlineData("V1,V2\n", null, "The file has 1 header row and no answers below. Export it again with its responses.")]
    [InlineData(
        "Respondent ID,Q1\n",
        null,
        "The file has 1 header row and no answers below. Export it again with its responses."
    )]
    [InlineData("9,8\n", null, "The file has 1 header row and no answers below. Export it again with its responses.")]
    [InlineData(
        "a,b\n1,2\n",
        2,
        "The file has 2 header rows and no answers below. Export it again with its responses."
    )]
    public void A_file_without_an_answer_is_refused(string text, int? headers, string because) =>
        Assert.Equal(because, Because(text, headers));

    [Fact]
    public void Two_thousand_columns_are_the_most()
    {
        static string Wide(int columns) =>
            $"{string.Join(',', Enumerable.Range(1, columns).Select(i => $"q{i}"))}\n{new string(',', columns - 1)}\n";
        Assert.Equal("q2000", Shape(Wide(2000)).Columns[^1].Name);
        Assert.Equal(
            "Row 1 of the file has 2,001 cells, parted by commas, and 2,000 columns are the most. Leave out columns that nobody will read.",
            Because(Wide(2001))
        );
    }

    [Theory]
    [InlineData("How <b>likely</b> are<br>you?", "How likely are you?")]
    [InlineData("\"two\r\n  lines\"", "two lines")]
    [InlineData("a < b > c", "a c")]
    [InlineData("age < 30", "age < 30")]
    public void A_name_loses_its_tags_and_breaks(string cell, string name) =>
        Assert.Equal(name, Shape($"{cell},x\ny,z\n").Columns[0].Name);

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 300)]
    [InlineData(900, 300)]
    public void A_name_has_at_most_three_hundred_letters(int letters, int kept) =>
        Assert.Equal(new string('x', kept), Shape($"{new string('x', letters)},b\ny,z\n").Columns[0].Name);

    [Theory]
    [InlineData(
        "nps,nps,x",
        "nps|nps (2)|x",
        "One column name stands more than once (“nps”). The later ones are numbered: “nps (2)”."
    )]
    [InlineData(
        "x,nps,nps,x",
        "x|nps|nps (2)|x (2)",
        "2 column names stand more than once (“nps”). The later ones are numbered: “nps (2)”."
    )]
    [InlineData(
        "nps,nps,nps",
        "nps|nps (2)|nps (3)",
        "One column name stands more than once (“nps”). The later ones are numbered: “nps (2)”."
    )]
    [InlineData(
        "nps,nps (2),nps",
        "nps|nps (2)|nps (3)",
        "One column name stands more than once (“nps”). The later ones are numbered: “nps (3)”."
    )]
    public void A_name_that_stands_twice_is_numbered_and_it_is_said(string header, string names, string note)
    {
        var shape = Shape($"{header}\na,b,c,d\n");
        Assert.Equal(names, string.Join('|', Names(shape)));
        Assert.Equal([note], shape.Notes);
    }

    [Fact]
    public void Only_a_file_that_is_not_UTF_8_is_noted()
    {
        Assert.Empty(Shape("ville,nps\nOrléans,9\n").Notes);
        Assert.Equal([FileEncoding.Note], Shape("ville,nps\nOrléans,9\n", encoding: Encoding.Latin1).Notes);
    }

    [Fact]
    public void A_column_that_settles_its_decimal_sign_is_not_outvoted_by_the_others() =>
        Assert.Equal([true, false], Shape("a;b\n0,5;0.5\n1,5;x\n").Columns.Select(column => column.DecimalComma));
}

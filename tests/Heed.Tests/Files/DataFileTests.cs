using System.Text;

namespace Heed.Tests.Files;

public sealed class DataFileTests
{
    static DataFile Opened(Csv csv)
    {
        Assert.False(DataFile.Open(csv.Path).Refused(out var refusal, out var file), refusal?.Because);
        return file!;
    }

    static string Because<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.Refused(out var refusal));
        return refusal.Because;
    }

    static bool Next(DataFile file)
    {
        Assert.False(file.Next().Refused(out var refusal, out var more), refusal?.Because);
        return more;
    }

    /// <summary>What is said of the first row that does not fit.</summary>
    static string FaultOf(string text)
    {
        using var csv = new Csv(text);
        using var file = Opened(csv);
        Refusal? refusal;
        while (!file.Next().Refused(out refusal, out var more))
            Assert.True(more, "The file was read to its end.");
        return refusal.Because;
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        using var csv = new Csv("a\n1\n");
        var folder = Path.GetDirectoryName(csv.Path)!;
        Assert.Equal($"{folder} is a folder. Name the CSV file in it.", Because(DataFile.Open(folder)));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_with_the_place_where_it_was_looked_for()
    {
        using var csv = new Csv("a\n1\n");
        var folder = Path.GetDirectoryName(csv.Path)!;
        var path = Path.Combine(folder, "exports", "..", "missing.csv");
        Assert.Equal(
            $"There is no file {path}. Look at its name and its folder: {Path.Combine(folder, "missing.csv")} was looked for.",
            Because(DataFile.Open(path))
        );
    }

    [Theory]
    [InlineData("", "{0}: The file is empty. Choose the file that was exported.")]
    [InlineData(
        "2026-03-02,9\n2026-03-03,8\n",
        "{0} has no header: its first row looks like data. Put the names of the columns into the first row, so that they can be asked for."
    )]
    public void A_file_that_cannot_be_read_by_its_columns_is_refused_by_its_path(string text, string because)
    {
        using var csv = new Csv(text);
        Assert.Equal(string.Format(because, csv.Path), Because(DataFile.Open(csv.Path)));
    }

    [Fact]
    public void Rows_are_read_from_the_first_below_the_header_to_the_last()
    {
        using var csv = new Csv("Antwort;Gewicht\n 9 ;0,464\n\nmany;2,032");
        using var file = Opened(csv);
        Assert.Equal(("answers.csv", 1L), (file.Name, file.Row));
        Assert.True(Next(file));
        Assert.Equal((2L, "9"), (file.Row, file.Text(0)));
        Assert.True(file.TryNumber(1, out var weight));
        Assert.Equal(0.464, weight);
        Assert.True(Next(file));
        Assert.Equal((4L, "many", "2,032"), (file.Row, file.Text(0), file.Text(1)));
        Assert.False(file.TryNumber(0, out _));
        Assert.False(Next(file));
        Assert.Equal((4L, file.Bytes), (file.Row, file.BytesRead));
        Assert.Equal(new FileInfo(csv.Path).Length, file.Bytes);
    }

    [Fact]
    public void A_second_pass_begins_at_the_top()
    {
        using var csv = new Csv("nps\n10\n3\n");
        using var file = Opened(csv);
        while (Next(file)) { }
        Assert.False(file.Again().Refused(out _, out var again));
        using (again)
        {
            Assert.True(Next(again!));
            Assert.Equal((2L, "10"), (again!.Row, again.Text(0)));
        }
    }

    [Fact]
    public void What_was_odd_about_the_file_is_noted_and_its_letters_are_right()
    {
        using var csv = new Csv("ville,nps\nOrléans,9\n", Encoding.Latin1);
        using var file = Opened(csv);
        Assert.Equal([FileEncoding.Note], file.Notes);
        Assert.True(Next(file));
        Assert.Equal("Orléans", file.Text(0));
    }

    [Theory]
    [InlineData("", "a blank")]
    [InlineData("9", "“9”")]
    [InlineData("two\nlines", "“two lines”")]
    [InlineData("1234567890123456789012345678901234567890", "“1234567890123456789012345678901234567890”")]
    [InlineData("12345678901234567890123456789012345678901", "“123456789012345678901234567890123456789…”")]
    public void A_cell_is_quoted_in_one_line_of_forty_signs(string text, string quoted) =>
        Assert.Equal(quoted, DataFile.Quoted(text));

    [Theory]
    [InlineData("score", 0)]
    [InlineData("Score", 3)]
    [InlineData("nps", 1)]
    [InlineData("Nps", 1)]
    [InlineData(" REGION ", 2)]
    public void A_column_is_found_by_its_name_and_in_other_capitals_where_one_fits(string name, int at)
    {
        using var csv = new Csv("score,nps,Region,Score\na,1,2,3\n");
        using var file = Opened(csv);
        Assert.False(file.Column(name).Refused(out _, out var column));
        Assert.Equal(at, column);
    }

    [Theory]
    [InlineData("nsp", "answers.csv has no column “nsp”. Did you mean “nps”? Its columns are date, nps, Score, SCORE.")]
    [InlineData(
        "score",
        "answers.csv has no column “score”. Did you mean “Score” or “SCORE”? Its columns are date, nps, Score, SCORE."
    )]
    [InlineData(
        "recommendation",
        "answers.csv has no column “recommendation”. Its columns are date, nps, Score, SCORE."
    )]
    public void A_column_that_is_not_there_is_answered_with_those_that_are(string name, string because)
    {
        using var csv = new Csv("date,nps,Score,SCORE\n2026-03-02,9,1,2\n");
        using var file = Opened(csv);
        Assert.Equal(because, Because(file.Column(name)));
    }

    [Theory]
    [InlineData(12, ',', "Its columns are q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12.")]
    [InlineData(13, ',', "It has 13 columns, read as separated by a comma.")]
    [InlineData(13, ';', "It has 13 columns, read as separated by a semicolon.")]
    [InlineData(13, '\t', "It has 13 columns, read as separated by a tab.")]
    [InlineData(13, '|', "It has 13 columns, read as separated by a bar.")]
    public void More_columns_than_a_sentence_holds_are_counted(int columns, char delimiter, string all)
    {
        var names = string.Join(delimiter, Enumerable.Range(1, columns).Select(i => $"q{i}"));
        using var csv = new Csv($"{names}\n{names.Replace("q", "x", StringComparison.Ordinal)}\n");
        using var file = Opened(csv);
        Assert.Equal($"answers.csv has no column “recommend”. {all}", Because(file.Column("recommend")));
    }

    [Theory]
    [InlineData("nps", 1)]
    [InlineData("nps, date", 1, 2)]
    [InlineData(" date ,, nps,", 2, 1)]
    [InlineData("city, country", 0)]
    public void Several_columns_are_named_with_commas_unless_the_whole_is_a_name(string named, params int[] at)
    {
        using var csv = new Csv("\"city, country\",nps,date\nx,9,2026-03-02\n");
        using var file = Opened(csv);
        Assert.False(file.Columns(named).Refused(out _, out var columns));
        Assert.Equal(at, columns);
    }

    [Fact]
    public void One_of_several_columns_that_is_not_there_is_named_alone()
    {
        using var csv = new Csv("date,nps\n2026-03-02,9\n");
        using var file = Opened(csv);
        Assert.Equal(
            "answers.csv has no column “weight”. Its columns are date, nps.",
            Because(file.Columns("date, weight, nps"))
        );
    }

    [Theory]
    [InlineData("date,remark\n1,\"open\n2,x\n", 2, "remark")]
    [InlineData("date,remark\n1,2\n\"open", 3, "date")]
    [InlineData("date,remark\n1,2\n3,4,\"open", 3, "remark")]
    public void A_quote_that_never_closes_is_named_with_its_row_and_column(string text, int row, string column) =>
        Assert.Equal(
            $"answers.csv ends within quotes: the one that opens in row {row}, column “{column}”, is never closed. The file was cut, or the quote is a stray one. Export it again.",
            FaultOf(text)
        );

    [Fact]
    public void A_file_that_was_cut_says_where_it_stops() =>
        Assert.Equal(
            "answers.csv is cut in the middle: its last row, 3, stops in column “nps”, with 2 of 3 cells. Export or copy it again.",
            FaultOf("date,nps,remark\n2026-03-02,9,x\n2026-03-03,8")
        );

    [Theory]
    [InlineData("a,b,c\n1,2,3\n1,x\n", 3, "2 cells", "Its cells end at column “b”")]
    [InlineData("a,b,c\nx\n1,2,3\n1,2,3\n", 2, "1 cell", "Its cells end at column “a”")]
    [InlineData("a,b,c\n1,2,3,4\n1,2,3\n1,2,3\n", 2, "4 cells", "There is 1 cell behind the last column, “c”")]
    [InlineData("a,b,c\n1,2,3\n1,2,3\n1,2,3,4,5", 4, "5 cells", "There are 2 cells behind the last column, “c”")]
    public void A_row_that_does_not_fit_says_what_is_missing_or_too_much(
        string text,
        int row,
        string has,
        string what
    ) =>
        Assert.Equal(
            $"Row {row} of answers.csv has {has} where the header has 3. {what}. Look for a missing or doubled comma or quote there, and mend or remove the row.",
            FaultOf(text)
        );
}

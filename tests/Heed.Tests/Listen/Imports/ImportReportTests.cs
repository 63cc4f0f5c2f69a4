using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Problems of a file as people read them: what, where the first one is, how many, and what to do.</summary>
public sealed class ImportReportTests
{
    static Problem One(ProblemKind kind, string value = "x", string column = "Q1")
    {
        var counts = new ProblemCounts();
        counts.Add(kind, column, value, 1204, "1-5");
        return counts.All(_ => "1-5").Single();
    }

    [Theory]
    [InlineData(ProblemKind.Cut, "the file ends in the middle of this row, column “Q1”. It was probably cut off.")]
    [InlineData(ProblemKind.NotOnScale, "“x” is not on the scale 1-5.")]
    [InlineData(ProblemKind.NotANumber, "“x” is not a number on the scale 1-5.")]
    [InlineData(ProblemKind.BadWeight, "“x” is not a weight from 0 up.")]
    [InlineData(ProblemKind.NotADate, "“x” is not a date that can be read.")]
    [InlineData(ProblemKind.BeforeSpreadsheets, "how spreadsheets write a time without a day.")]
    [InlineData(ProblemKind.TooLateADate, "“x” lies after 2078.")]
    [InlineData(ProblemKind.NotYet, "“x” has not come yet.")]
    [InlineData(ProblemKind.EitherOrder, "and no date of the file decides it.")]
    [InlineData(ProblemKind.DoubledId, "the id “x” stands in an earlier row too, with other answers.")]
    [InlineData(ProblemKind.KnownWithOtherAnswers, "Stored answers are not overwritten.")]
    [InlineData(ProblemKind.TooManyValues, "more than x different values.")]
    public void Each_names_its_row_its_column_and_what_stands_there(ProblemKind kind, string says)
    {
        var problem = One(kind);
        Assert.StartsWith("Row 1,204", problem.Says, StringComparison.Ordinal);
        Assert.Contains("column “Q1”", problem.Says, StringComparison.Ordinal);
        Assert.EndsWith(says, problem.Says, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Repair, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProblemKind.NotOnScale, "If “x” means blank or not applicable, add it to the missing codes of “Q1”.")]
    [InlineData(ProblemKind.NotANumber, "Say beside “Q1” which point “x” stands for.")]
    [InlineData(ProblemKind.DoubledId, "If “Q1” does not name one response each, keep it raw")]
    [InlineData(ProblemKind.KnownWithOtherAnswers, "If ids start anew in each file, keep “Q1” raw")]
    [InlineData(ProblemKind.BadLetters, "Save the file as “CSV UTF-8”")]
    [InlineData(ProblemKind.EitherOrder, "Say below which comes first.")]
    [InlineData(ProblemKind.NotYet, "Say below whether day or month comes first")]
    public void What_to_do_is_said_of_the_column_and_the_value(ProblemKind kind, string repair) =>
        Assert.StartsWith(repair, One(kind).Repair, StringComparison.Ordinal);

    [Fact]
    public void A_row_of_the_wrong_width_or_letters_has_no_column_to_name()
    {
        Assert.Equal("Row 1,204: 3 cells.", One(ProblemKind.Ragged, "3 cells", "").Says);
        Assert.Equal("Row 1,204: letters that are not UTF-8.", One(ProblemKind.BadLetters, "UTF-8", "").Says);
    }

    [Fact]
    public void A_thousand_rows_of_one_fault_are_one_sentence_and_another_value_is_another()
    {
        var counts = new ProblemCounts();
        for (var row = 2L; row < 1002; row++)
            counts.Add(ProblemKind.NotOnScale, "Q1", "99", row, "1-5");
        counts.Add(ProblemKind.NotOnScale, "Q2", "99", 7, "1-5");
        counts.Add(ProblemKind.NotOnScale, "Q1", "98", 3, "1-5");
        Assert.Equal(
            [
                "1,000 rows, the first is row 2, column “Q1”: “99” is not on the scale 1-5.",
                "Row 7, column “Q2”: “99” is not on the scale 1-5.",
                "Row 3, column “Q1”: “98” is not on the scale 1-5.",
            ],
            counts.All(_ => "1-5").Select(p => p.Says)
        );
    }

    [Fact]
    public void What_stops_the_import_comes_before_what_is_more_frequent()
    {
        var counts = new ProblemCounts();
        counts.Add(ProblemKind.NotADate, "on", "soon", 2);
        counts.Add(ProblemKind.NotADate, "on", "soon", 3);
        counts.Add(ProblemKind.EitherOrder, "on", "3/4/2035", 4);
        Assert.Equal([ProblemKind.EitherOrder, ProblemKind.NotADate], counts.All(_ => null).Select(p => p.Kind));
    }

    [Fact]
    public void Of_a_column_twelve_values_are_named_and_the_others_counted_together()
    {
        var counts = new ProblemCounts();
        for (var i = 0; i < 20; i++)
            counts.Add(ProblemKind.NotANumber, "Q1", $"word {i}", 2 + i, "1-5");
        counts.Add(ProblemKind.NotANumber, "Q1", "word 3", 99, "1-5");
        counts.Add(ProblemKind.NotANumber, "Q2", "word 99", 100, "1-5");

        var problems = counts.All(_ => "1-5");

        Assert.Equal((14, 22), (problems.Count, problems.Sum(p => p.Count)));
        var others = problems[0];
        Assert.Equal((8, 14, ""), (others.Count, others.FirstRow, others.Value));
        Assert.Contains("“other values” is not a number", others.Says, StringComparison.Ordinal);
        Assert.StartsWith("Say beside “Q1” which points these stand for", others.Repair, StringComparison.Ordinal);
        Assert.False(others.MayMeanNoAnswer);
        Assert.Equal(("word 3", 2), (problems[1].Value, problems[1].Count));
    }

    [Fact]
    public void A_long_value_is_shown_short_and_kept_whole_so_that_it_can_be_named_as_a_code()
    {
        const string said = "Does not apply to me, since I never used it at all";
        var problem = One(ProblemKind.NotANumber, said);
        Assert.Equal((said, true), (problem.Value, problem.MayMeanNoAnswer));
        Assert.Contains("“Does not apply to me, since I never use…”", problem.Says, StringComparison.Ordinal);
        Assert.Contains("“Does not apply to me, since I never use…”", problem.Repair, StringComparison.Ordinal);
        Assert.False(One(ProblemKind.NotANumber, new('x', 5000)).MayMeanNoAnswer);
        Assert.InRange(One(ProblemKind.NotANumber, new('x', 5000)).Value.Length, 1, 201);
        Assert.False(One(ProblemKind.NotADate, "soon").MayMeanNoAnswer);
    }

    [Theory]
    [InlineData(ProblemKind.EitherOrder, true, true)]
    [InlineData(ProblemKind.TooManyValues, true, true)]
    [InlineData(ProblemKind.Cut, true, false)]
    [InlineData(ProblemKind.NotOnScale, false, false)]
    [InlineData(ProblemKind.Ragged, false, false)]
    [InlineData(ProblemKind.KnownWithOtherAnswers, false, false)]
    public void What_stops_an_import_is_answered_first_and_a_cut_by_accepting_it(
        ProblemKind kind,
        bool stops,
        bool evenAccepted
    )
    {
        var report = new ImportReport(10, 8, 1, 1, [One(ProblemKind.NotADate), One(kind)], []);
        Assert.Equal(stops ? kind : (ProblemKind?)null, report.Stop(new())?.Kind);
        Assert.Equal(evenAccepted, report.Stop(new() { AcceptCut = true }) is not null);
    }

    [Fact]
    public void It_is_kept_as_text_and_read_back_and_nothing_is_no_report()
    {
        var report = new ImportReport(10, 8, 1, 1, [One(ProblemKind.NotOnScale)], ["Look at its last row."]);
        var read = ImportReport.FromJson(report.ToJson())!;
        Assert.Equal((10, 8, 1, 1), (read.Rows, read.New, read.Known, read.Rejected));
        Assert.Equal(report.Problems, read.Problems);
        Assert.Equal(report.Notes, read.Notes);
        Assert.DoesNotContain("stops", report.ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(ImportReport.FromJson(""));
    }
}

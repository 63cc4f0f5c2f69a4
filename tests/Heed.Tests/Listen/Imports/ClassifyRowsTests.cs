using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Every row of a file is new, known or rejected, and never two of them.</summary>
public sealed class ClassifyRowsTests
{
    static readonly ColumnMapping Nps = new("nps", ColumnUse.Recommend);
    static readonly ColumnMapping AsId = new("id", ColumnUse.Identity);
    static readonly ColumnMapping On = new("on", ColumnUse.Date);
    static readonly ColumnMapping Said = new("said", ColumnUse.Remark);

    static (long New, long Known, long Rejected) Counts(ImportReport report)
    {
        Assert.Equal(report.Rows, report.New + report.Known + report.Rejected);
        return (report.New, report.Known, report.Rejected);
    }

    [Fact]
    public void The_same_answers_twice_in_a_file_are_two_people_and_in_the_next_file_both_are_known()
    {
        var plan = Plans.Of(Nps, Said);
        var first = new Passes(plan);
        Assert.Equal((3, 0, 0), Counts(first.Over("9,fine\n9,fine\n9,fine\n")));
        Assert.Equal(3, first.Taken.Select(t => t.Content).Distinct().Count());

        Assert.Equal((1, 3, 0), Counts(new Passes(plan, first.AsKnown()).Over("9,fine\n9,fine\n9,fine\n9,fine\n")));
    }

    [Fact]
    public void The_same_cells_are_the_same_answers_whatever_their_quotes_and_delimiter()
    {
        var first = new Passes(Plans.Of(Nps, Said));
        first.Over("9,\"fine\"\n8,\"so; so\"\n");
        var shape = Plans.Shape("nps", "said") with { Delimiter = ';' };
        var plan = SampleImports.Given(CompiledMapping.Of(shape, new Mapping { Columns = [Nps, Said] }));
        Assert.Equal((0, 2, 0), Counts(new Passes(plan, first.AsKnown()).Over("\"9\";fine\n8;\"so; so\"\n")));
    }

    [Fact]
    public void A_cell_that_moved_to_its_neighbour_makes_other_answers()
    {
        var first = new Passes(Plans.Of(Nps, Said, new("more", ColumnUse.Remark)));
        first.Over("9,fine,\n");
        Assert.Equal(
            (1, 0, 0),
            Counts(new Passes(Plans.Of(Nps, Said, new("more", ColumnUse.Remark)), first.AsKnown()).Over("9,,fine\n"))
        );
    }

    [Fact]
    public void An_id_is_one_response_and_other_answers_of_it_are_rejected_with_its_name()
    {
        var pass = new Passes(Plans.Of(AsId, Nps));
        Assert.Equal((2, 1, 1), Counts(pass.Over("a,9\na,9\na,3\nb,8\n")));
        Assert.Equal(
            ("Row 4, column “id”: the id “a” stands in an earlier row too, with other answers.", "a,3"),
            pass.Refused.Single()
        );

        var next = new Passes(Plans.Of(AsId, Nps), pass.AsKnown());
        Assert.Equal((1, 1, 1), Counts(next.Over("a,9\nb,7\nc,7\n")));
        Assert.Equal(
            "Row 3, column “id”: the id “b” is here already with other answers. Stored answers are not overwritten.",
            next.Refused.Single().Because
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("NULL")]
    [InlineData("n/a")]
    public void Rows_without_an_id_are_told_by_their_answers(string none)
    {
        var pass = new Passes(Plans.Of(AsId, Nps));
        Assert.Equal((3, 0, 0), Counts(pass.Over($"{none},9\n{none},3\n{none},9\n")));
        Assert.All(pass.Taken, t => Assert.Null(t.External));
        Assert.Equal((0, 2, 0), Counts(new Passes(Plans.Of(AsId, Nps), pass.AsKnown()).Over($"{none},9\n{none},3\n")));
    }

    [Fact]
    public void An_id_belongs_to_its_survey_and_blanks_around_it_are_none_of_it()
    {
        UInt128? Of(string survey, string cell)
        {
            var pass = new Passes(Plans.Of(AsId, Nps), survey: survey);
            pass.Over($"{cell},9\n");
            return pass.Taken.Single().External;
        }

        var (one, other) = (Id<Survey>.New().ToString(), Id<Survey>.New().ToString());
        Assert.Equal(Of(one, "a"), Of(one, " a "));
        Assert.Equal(ResponseHash.External(one, "a"u8), Of(one, "a"));
        Assert.NotEqual(Of(one, "a"), Of(other, "a"));
        Assert.NotEqual(Of(one, "a"), Of(one, "A"));
    }

    [Theory]
    [InlineData("2035-03-05", null)]
    [InlineData("", null)]
    [InlineData("N/A", null)]
    [InlineData("null", null)]
    [InlineData("2035-03-06", "has not come yet")]
    [InlineData("1899-12-31", "before 1900")]
    [InlineData("2079-01-01", "after 2078")]
    [InlineData("2035-02-30", "is not a date that can be read")]
    [InlineData("soon", "is not a date that can be read")]
    [InlineData("03/04/2034", "may be day first or month first")]
    [InlineData("04/04/2034", null)]
    public void A_date_is_a_day_that_has_come_or_no_answer(string cell, string? fault)
    {
        var pass = new Passes(Plans.Of(Nps, On));
        pass.Over($"9,{cell}\n");
        Assert.Equal(fault is null ? 1 : 0, pass.Rows.New);
        if (fault is not null)
            Assert.Contains(fault, pass.Refused.Single().Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_another_width_are_rejected_unless_what_is_beyond_is_empty()
    {
        var pass = new Passes(Plans.Of(Nps, Said));
        Assert.Equal((2, 0, 2), Counts(pass.Over("9,fine, ,\nand so on\n7,so,so\n6,ok\n")));
        Assert.Equal(
            ["Row 3: 1 cell where the header has 2.", "Row 4: 3 cells where the header has 2."],
            pass.Refused.Select(r => r.Because)
        );
    }

    [Fact]
    public void A_row_that_ends_early_has_the_same_answers_as_one_with_blank_cells()
    {
        var first = new Passes(Plans.Of(Nps, Said));
        Assert.Contains("1 row ends early: its last cells count as not answered.", first.Over("9,fine\n8\n").Notes);
        Assert.Equal((0, 2, 0), Counts(new Passes(Plans.Of(Nps, Said), first.AsKnown()).Over("9,fine\n8,\n")));
    }

    [Fact]
    public void Letters_that_are_none_reject_their_row_before_its_cells_are_looked_at()
    {
        var pass = new Passes(Plans.Of(Nps, Said));
        Assert.Equal((1, 0, 1), Counts(pass.Over([.. "42,caf"u8, 0xE9, .. "\n9,café\n"u8])));
        Assert.Equal("Row 2: letters that are not UTF-8.", pass.Refused.Single().Because);
    }

    [Fact]
    public void A_row_is_refused_for_its_first_fault_and_all_its_scores_are_noted_to_be_repaired_in_one_go()
    {
        var pass = new Passes(Plans.Of(Nps, new("food", ColumnUse.Mean, Scale: "1-5"), On));
        var report = pass.Over("42,9,soon\n");
        Assert.Equal("Row 2, column “nps”: “42” is not on the scale 0-10.", pass.Refused.Single().Because);
        Assert.Equal(["nps", "food"], report.Problems.Select(p => p.Column));
        Assert.Equal("Row 2, column “food”: “9” is not on the scale 1-5.", report.Problems[1].Says);
    }

    [Fact]
    public void An_attribute_with_more_than_a_thousand_values_stops_the_import_and_a_thousand_do_not()
    {
        static ImportReport Of(int values) =>
            new Passes(Plans.Of(Nps, new("who", ColumnUse.Attribute))).Over(
                string.Concat(Enumerable.Range(0, values).Select(i => $"9,w{i}\n9,w{i}\n"))
            );
        Assert.Empty(Of(1000).Problems);
        var problem = Assert.Single(Of(1100).Problems);
        Assert.Equal((ProblemKind.TooManyValues, true, 1), (problem.Kind, problem.Stops, problem.Count));
        Assert.Equal("Row 2,002, column “who”: more than 1,000 different values.", problem.Says);
        Assert.Equal("“who” is a text rather than a group: keep it raw.", problem.Repair);
    }

    [Theory]
    [InlineData("9,fine\n8,ok\n", 0, 0)]
    [InlineData("9,fine\n8,ok", 0, 1)]
    [InlineData("9,fine\n8", 1, 0)]
    [InlineData("9,fine\n8,\"it be", 1, 0)]
    public void An_end_without_a_line_break_is_mentioned_and_an_end_within_a_row_is_a_cut(
        string rows,
        int cut,
        int notes
    )
    {
        var report = new Passes(Plans.Of(Nps, Said)).Over(rows);
        Assert.Equal(cut, report.Problems.Count(p => p.Kind == ProblemKind.Cut));
        Assert.Equal(notes, report.Notes.Count(n => n.Contains("does not end with a line break")));
    }

    [Fact]
    public void A_pass_may_rest_after_any_row_and_goes_on_where_it_was()
    {
        var pass = new Passes(Plans.Of(Nps, Said));
        using var reader = new RecordReader(new MemoryStream(Plans.Bytes("9,a\n42,b\n8,c\n")), ',', rowsBefore: 1);
        List<(long, long, long)> seen = [];
        pass.Rows.Expect(3);
        while (pass.Rows.Read(reader, (_, _, _) => { }, (_, _) => { }, () => true))
            seen.Add((pass.Rows.Rows, pass.Rows.New, pass.Rows.Rejected));
        Assert.Equal([(1, 1, 0), (2, 1, 1), (3, 2, 1)], seen);
    }
}

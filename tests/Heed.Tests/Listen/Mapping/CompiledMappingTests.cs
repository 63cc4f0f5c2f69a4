using Heed.Analytics.Columns;
using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>What a mapping may say, and what one cell of a scored column means by it.</summary>
public sealed class CompiledMappingTests
{
    static readonly ColumnMapping Nps = new("nps", ColumnUse.Recommend);

    static CompiledMapping.Scored Question(ColumnMapping column) => Plans.Of(column).Questions.Single();

    [Theory]
    [InlineData(ColumnUse.Weight, "weight")]
    [InlineData(ColumnUse.Date, "date")]
    [InlineData(ColumnUse.Wave, "wave")]
    [InlineData(ColumnUse.Identity, "identity")]
    public void Of_what_a_response_has_once_there_is_one_column(ColumnUse use, string word) =>
        Assert.Equal(
            $"“a” and “b” are both the {word}. Choose one and keep the other raw.",
            Plans.Refused(Nps, new("a", use), new("b", use))
        );

    [Fact]
    public void A_column_that_is_not_in_the_file_is_named_with_the_first_twelve_that_are()
    {
        static string Because(int columns)
        {
            var shape = Plans.Shape([.. Enumerable.Range(1, columns).Select(i => $"c{i}")]);
            var mapping = new Mapping { Columns = [new("csat", ColumnUse.Recommend)] };
            Assert.True(CompiledMapping.Of(shape, mapping).Refused(out var refusal));
            return refusal.Because;
        }

        Assert.Equal("There is no column “csat” in the file. It has “c1”, “c2”.", Because(2));
        Assert.EndsWith("“c11”, “c12”.", Because(12), StringComparison.Ordinal);
        Assert.EndsWith("“c11”, “c12” and more.", Because(13), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_question_there_is_nothing_to_take_in_and_a_remark_is_one()
    {
        Assert.StartsWith(
            "No column is a question yet.",
            Plans.Refused(new("region", ColumnUse.Attribute), new("on", ColumnUse.Date)),
            StringComparison.Ordinal
        );
        Assert.Equal("said", Plans.Of(new ColumnMapping("said", ColumnUse.Remark)).Remarks.Single().Question);
    }

    [Theory]
    [InlineData("a", "A")]
    [InlineData("score", "score")]
    [InlineData("said", "WAVE")]
    public void Two_things_of_one_name_could_not_be_told_apart(string one, string other)
    {
        var because = Plans.Refused(
            Nps,
            new("first", ColumnUse.Satisfaction, one, "1-5"),
            new("second", ColumnUse.Attribute, other)
        );
        Assert.StartsWith(
            $"Two things are called “{(other == "WAVE" ? "WAVE" : one)}”.",
            because,
            StringComparison.Ordinal
        );
        Assert.EndsWith("“Wave” is the name of the rounds of asking.", because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColumnUse.Satisfaction, null, "Give the scale of “x”, worst and best point: 1-5, 0-10, or 5-1")]
    [InlineData(ColumnUse.Mean, "", "Give the scale of “x”")]
    [InlineData(ColumnUse.Mean, "five", "“x”: \"five\" is not a scale.")]
    [InlineData(ColumnUse.Mean, "3-3", "“x”: A scale needs two points or more")]
    [InlineData(
        ColumnUse.Recommend,
        "1-5",
        "“x”: a recommend score is asked from 0 to 10. For 1-5 choose satisfaction"
    )]
    [InlineData(ColumnUse.Recommend, "10-0", "“x”: a recommend score is asked from 0 to 10.")]
    [InlineData(ColumnUse.Satisfaction, "1-3", "“x”: satisfaction counts the two best points")]
    public void A_scale_that_cannot_be_is_refused_with_the_column_it_is_about(
        ColumnUse use,
        string? scale,
        string because
    ) => Assert.StartsWith(because, Plans.Refused(new ColumnMapping("x", use, null, scale)), StringComparison.Ordinal);

    [Theory]
    [InlineData(ColumnUse.Recommend, null, "0-10")]
    [InlineData(ColumnUse.Recommend, " 0-10 ", "0-10")]
    [InlineData(ColumnUse.Satisfaction, "4-1", "4-1")]
    [InlineData(ColumnUse.Effort, "7-1", "7-1")]
    [InlineData(ColumnUse.Mean, "1-3", "1-3")]
    [InlineData(ColumnUse.Mean, "-2-2", "-2-2")]
    public void A_scale_says_its_worst_and_its_best_point(ColumnUse use, string? scale, string kept) =>
        Assert.Equal(kept, Question(new("x", use, null, scale)).Scale.ToString());

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10", 10)]
    [InlineData(" 7 ", 7)]
    [InlineData("7.0", 7)]
    [InlineData("+7", 7)]
    [InlineData("07", 7)]
    public void A_point_of_the_scale_is_read_however_it_is_written(string cell, int expected)
    {
        Assert.True(CompiledMapping.Point(Plans.Bytes(cell), Question(Nps), out var point, out var isNumber));
        Assert.Equal((expected, true), (point, isNumber));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u00A0")]
    [InlineData("99")]
    [InlineData("99.0")]
    [InlineData("-1")]
    [InlineData("-1.0")]
    [InlineData("keine Angabe")]
    [InlineData("N/A")]
    [InlineData("Blank")]
    public void Blanks_named_codes_and_the_words_for_no_answer_are_missing_and_no_fault(string cell)
    {
        var question = Question(Nps with { Missing = ["99", " -1 ", "keine Angabe", " "] });
        Assert.True(CompiledMapping.Point(Plans.Bytes(cell), question, out var point, out _));
        Assert.Equal(SurveyColumns.Missing, point);
    }

    [Theory]
    [InlineData("11", true)]
    [InlineData("-1", true)]
    [InlineData("7.5", true)]
    [InlineData("1e9", true)]
    [InlineData("99999999999", true)]
    [InlineData("very good", false)]
    [InlineData("7 of 12", false)]
    public void What_is_neither_a_point_nor_missing_is_a_fault_that_knows_whether_it_is_a_number(
        string cell,
        bool number
    )
    {
        Assert.False(CompiledMapping.Point(Plans.Bytes(cell), Question(Nps), out var point, out var isNumber));
        Assert.Equal((SurveyColumns.Missing, number), (point, isNumber));
    }

    [Fact]
    public void A_point_is_its_distance_from_the_lowest_whichever_end_is_best()
    {
        var bipolar = Question(new("x", ColumnUse.Mean, null, "-2-2"));
        var grades = Question(new("x", ColumnUse.Mean, null, "5-1"));
        Assert.True(CompiledMapping.Point("-2"u8, bipolar, out var lowest, out _));
        Assert.True(CompiledMapping.Point("1"u8, grades, out var best, out _));
        Assert.True(CompiledMapping.Point("5"u8, grades, out var worst, out _));
        Assert.Equal((0, 0, 4), (lowest, best, worst));
    }

    [Theory]
    [InlineData("1.25", 1.25f)]
    [InlineData("0", 0f)]
    [InlineData(" 3 ", 3f)]
    [InlineData("", 0f)]
    [InlineData("n/a", 0f)]
    [InlineData("-0.5", null)]
    [InlineData("heavy", null)]
    [InlineData("1e39", null)]
    public void A_weight_is_a_number_from_0_up_and_a_blank_one_stands_for_nobody(string cell, float? weight)
    {
        var plan = Plans.Of(Nps, new("w", ColumnUse.Weight));
        Assert.Equal(weight is not null, plan.WeightOf(Plans.Bytes(cell), out var read));
        if (weight is { } expected)
            Assert.Equal(expected, read);
    }

    [Fact]
    public void A_column_of_decimal_commas_is_read_by_its_own_numbers()
    {
        var shape = Plans.Shape("nps", "w") with
        {
            Columns = [new("nps", "nps") { DecimalComma = true }, new("w", "w") { DecimalComma = true }],
        };
        var mapping = new Mapping { Columns = [Nps with { Missing = ["9,5"] }, new("w", ColumnUse.Weight)] };
        var plan = SampleImports.Given(CompiledMapping.Of(shape, mapping));
        Assert.True(CompiledMapping.Point("7,0"u8, plan.Questions[0], out var point, out _));
        Assert.True(CompiledMapping.Point("9,50"u8, plan.Questions[0], out var missing, out _));
        Assert.True(plan.WeightOf("1,25"u8, out var weight));
        Assert.Equal((7, SurveyColumns.Missing, 1.25f), (point, missing, weight));
    }

    [Fact]
    public void Once_the_order_of_dates_is_known_all_else_stays_as_it_was()
    {
        var before = Plans.Of(
            new("on", ColumnUse.Date),
            Nps,
            new("shop", ColumnUse.Attribute, "branch"),
            new("said", ColumnUse.Remark),
            new("w", ColumnUse.Weight),
            new("round", ColumnUse.Wave),
            new("id", ColumnUse.Identity)
        );
        var after = before.InOrder(DateOrder.MonthFirst);
        Assert.Equal((DateOrder.ByEvidence, DateOrder.MonthFirst), (before.Order, after.Order));
        Assert.Equal((0, 4, 5, 6), (after.Date, after.Weight, after.Wave, after.Identity));
        Assert.Equal((1, "nps"), (after.Questions[0].Cell, after.Questions[0].Question));
        Assert.Equal(
            (2, "shop", "branch"),
            (after.Attributes[0].Cell, after.Attributes[0].Column, after.Attributes[0].Attribute)
        );
        Assert.Equal((3, "said", "said"), after.Remarks[0]);
        Assert.True(after.IsWeighted);
        Assert.False(Plans.Of(Nps).IsWeighted);
    }
}

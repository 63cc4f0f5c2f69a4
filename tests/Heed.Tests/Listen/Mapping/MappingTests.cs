using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>A mapping as it is kept: read back years later by whatever version runs then.</summary>
public sealed class MappingTests
{
    [Fact]
    public void It_is_kept_in_words_and_read_back_as_it_was()
    {
        var mapping = new Mapping
        {
            Columns =
            [
                new("Q1", ColumnUse.Recommend, "NPS", "0-10", ["11"]),
                new("when", ColumnUse.Date),
                new("who", ColumnUse.Identity),
            ],
            DateOrder = DateOrder.MonthFirst,
            Wave = "Spring",
            On = new(2035, 2, 1),
            AcceptCut = true,
        };
        var json = mapping.ToJson();
        Assert.Equal(
            """{"columns":[{"column":"Q1","use":"Recommend","name":"NPS","scale":"0-10","missing":["11"]},{"column":"when","use":"Date"},{"column":"who","use":"Identity"}],"dateOrder":"MonthFirst","wave":"Spring","on":"2035-02-01","where":[],"without":[],"acceptCut":true}""",
            json
        );
        Assert.Equal(json, Mapping.FromJson(json).ToJson());
        Assert.Empty(Mapping.FromJson("").Columns);
    }

    [Theory]
    [InlineData(ColumnUse.Kept, false, false)]
    [InlineData(ColumnUse.Recommend, true, true)]
    [InlineData(ColumnUse.Satisfaction, true, true)]
    [InlineData(ColumnUse.Effort, true, true)]
    [InlineData(ColumnUse.Mean, true, true)]
    [InlineData(ColumnUse.Remark, false, true)]
    [InlineData(ColumnUse.Attribute, false, false)]
    [InlineData(ColumnUse.Weight, false, false)]
    [InlineData(ColumnUse.Date, false, false)]
    [InlineData(ColumnUse.Wave, false, false)]
    [InlineData(ColumnUse.Identity, false, false)]
    public void Every_use_is_scored_a_question_or_neither(ColumnUse use, bool scored, bool question)
    {
        var column = new ColumnMapping("x", use);
        Assert.Equal((scored, question), (column.IsScored, column.IsQuestion));
        if (question)
            Assert.Equal(use.ToString(), column.Kind.ToString());
    }

    [Fact]
    public void A_column_fills_what_it_is_named_for_or_itself()
    {
        Assert.Equal("nps", new ColumnMapping("nps", ColumnUse.Recommend).Target);
        Assert.Equal("nps", new ColumnMapping("nps", ColumnUse.Recommend, "").Target);
        Assert.Equal("Would recommend", new ColumnMapping("nps", ColumnUse.Recommend, "Would recommend").Target);
    }

    [Fact]
    public void A_question_of_every_kind_but_a_remark_and_a_choice_has_a_score()
    {
        static Question Of(QuestionKind kind) =>
            new()
            {
                SurveyId = Id<Survey>.New(),
                Name = "x",
                Kind = kind,
                Scale = kind == QuestionKind.Remark ? "" : "5-1",
            };
        Assert.Equal(
            ["Recommend", "Satisfaction", "Effort", "Mean", "Share", "Mean"],
            Enum.GetValues<QuestionKind>().Select(Of).Where(q => q.IsScored).Select(q => q.Score.ToString())
        );
        Assert.Equal(
            [QuestionKind.Choice, QuestionKind.Choices],
            Enum.GetValues<QuestionKind>().Where(kind => Of(kind).IsChoice)
        );
        Assert.Throws<InvalidOperationException>(() => Of(QuestionKind.Choices).Score);
        Assert.Throws<InvalidOperationException>(() => Of(QuestionKind.Remark).Score);
        Assert.Equal("5-1", Of(QuestionKind.Mean).Points.ToString());
    }
}

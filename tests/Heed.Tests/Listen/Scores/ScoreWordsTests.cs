using Heed.Analytics.Scores;
using Heed.Listen;
using Heed.Tests.Ui;

namespace Heed.Tests.Listen;

/// <summary>Scores as people read them, and the addresses of their pages.</summary>
public sealed class ScoreWordsTests
{
    static Question Asked(QuestionKind kind, string scale) =>
        new()
        {
            SurveyId = default,
            Name = "x",
            Kind = kind,
            Scale = scale,
        };

    [Theory]
    [InlineData(QuestionKind.Recommend, "0-10", "recommend", "points", "40.4", "40.4 points [−37.5, 43.2]")]
    [InlineData(QuestionKind.Satisfaction, "1-5", "satisfaction, 1-5", "%", "40.4 %", "40.4 % [−37.5, 43.2]")]
    [InlineData(QuestionKind.Effort, "7-1", "effort, 7-1", "on 7-1", "40.38", "40.38 on 7-1 [−37.50, 43.21]")]
    [InlineData(QuestionKind.Mean, "1-5", "mean, 1-5", "on 1-5", "40.38", "40.38 on 1-5 [−37.50, 43.21]")]
    public void Points_and_percent_have_one_decimal_and_means_two(
        QuestionKind kind,
        string scale,
        string name,
        string unit,
        string value,
        string whole
    )
    {
        var question = Asked(kind, scale);
        Assert.Equal(
            (name, unit, value, whole),
            (
                ScoreWords.Kind(question),
                ScoreWords.Unit(question),
                ScoreWords.Value(40.38, question),
                ScoreWords.Whole(new(40.38, -37.5, 43.21, true), question)
            )
        );
    }

    [Theory]
    [InlineData(QuestionKind.Recommend, "percent of 9 and 10 minus percent of 0 to 6")]
    [InlineData(QuestionKind.Satisfaction, "percent at the two best points")]
    [InlineData(QuestionKind.Effort, "the mean answer")]
    [InlineData(QuestionKind.Mean, "the mean answer")]
    public void How_it_is_computed_is_said(QuestionKind kind, string formula) =>
        Assert.Equal(formula, ScoreWords.Formula(Asked(kind, "1-5")));

    [Fact]
    public void Of_which_months_answers_are_is_said_with_those_that_have_no_day()
    {
        DateOnly?[] months = [new(2034, 11, 1), new(2034, 12, 1), new(2035, 2, 1)];
        Assert.Equal("November 2034 to February 2035", ScoreWords.Months(months));
        Assert.Equal("November 2034", ScoreWords.Months(months[..1]));
        Assert.Equal("November 2034, and some without a day", ScoreWords.Months([months[0], null]));
        Assert.Null(ScoreWords.Months([null]));
        Assert.Null(ScoreWords.Months([]));
    }

    [Fact]
    public void The_weighted_reading_leads_where_there_is_one()
    {
        var counted = Distribution.FromCounts(Scale.OneToFive, [5, 0, 0, 0, 5]).Value;
        var lead = LeadReading.Of(Score.Of(ScoreKind.Mean, counted).Value);
        Assert.Equal((3.0, false), (lead.Value, lead.IsWeighted));
    }

    [Fact]
    public void An_address_holds_the_filter_whatever_letters_are_in_it()
    {
        var (survey, question) = (Id<Survey>.New(), Id<Question>.New());
        var page = $"/listen/surveys/{survey}/scores/{question}";
        Assert.Equal(page, ScoreLinks.Of(survey, question, Slice.All));
        Assert.Equal($"{page}?by=month", ScoreLinks.Of(survey, question, Slice.All, "month"));
        var slice = new Slice(new Dictionary<string, string> { ["Shop & bar"] = "Zürich = 1", ["Wave"] = "" });
        Assert.Equal(
            $"{page}?is.Shop%20%26%20bar=Z%C3%BCrich%20%3D%201&is.Wave=&by=Shop%20%26%20bar",
            ScoreLinks.Of(survey, question, slice, "Shop & bar")
        );
    }

    [Theory]
    [InlineData(QuestionKind.Recommend, "0-10", 0, "66", "−100", "100")]
    [InlineData(QuestionKind.Satisfaction, "1-5", 100, "127", "0", "100 %")]
    [InlineData(QuestionKind.Satisfaction, "1-5", -3, "5", "0", "100 %")]
    [InlineData(QuestionKind.Mean, "1-5", 2, "35.5", "1", "5")]
    [InlineData(QuestionKind.Effort, "7-1", 1, "5", "1", "7")]
    public async Task A_score_lies_on_its_whole_scale(
        QuestionKind kind,
        string scale,
        double value,
        string at,
        string from,
        string to
    )
    {
        var page = await Drawn.Page<ScoreMark>(
            ("Of", new LeadReading(value, value, value, false)),
            ("Question", Asked(kind, scale))
        );
        Assert.Equal(at, page.QuerySelector("circle")!.GetAttribute("cx"));
        Assert.Equal([from, to], page.QuerySelectorAll("text").Select(t => t.Says()));
    }
}

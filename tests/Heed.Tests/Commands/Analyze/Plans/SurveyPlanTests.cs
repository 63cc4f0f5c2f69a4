using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze.Plans;

public sealed class SurveyPlanTests
{
    static readonly SurveyPlanAsk Share = new(PlannedScore.Share);

    [Fact]
    public void What_was_asked_stands_among_the_usual_sizes_and_each_tells_more_than_the_last()
    {
        var plan = SurveyPlan.Of(Share with { Margin = 5, Difference = 10, Answers = 60 });
        Assert.Equal(385, plan.ForMargin);
        Assert.Equal(
            new long[] { 50, 60, 100, 200, 385, 400, 800, 1600, 3200 }
                .Append(plan.PerWave!.Value)
                .Distinct()
                .Order(),
            plan.Steps.Select(step => step.Answers)
        );
        Assert.All(
            plan.Steps.Zip(plan.Steps.Skip(1)),
            pair =>
            {
                Assert.True(pair.Second.Margin < pair.First.Margin);
                Assert.True(pair.Second.Difference < pair.First.Difference);
            }
        );
        var asked = plan.Steps.Single(step => step.Answers == 60);
        Assert.Equal((plan.MarginOfAnswers, plan.DifferenceOfAnswers), (asked.Margin, asked.Difference));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(100.0, 385L)]
    [InlineData(20.0, 1925L)]
    [InlineData(33.0, 1167L)]
    public void So_many_are_asked_that_enough_answer(double? rate, long? toAsk) =>
        Assert.Equal(toAsk, SurveyPlan.Of(Share with { ResponseRate = rate }).ToAsk(385));

    [Fact]
    public void Where_nobody_would_differ_nothing_is_planned()
    {
        var plan = SurveyPlan.Of(
            new(PlannedScore.Recommend)
            {
                Promoters = 100,
                Detractors = 0,
                Margin = 5,
            }
        );
        Assert.Empty(plan.Steps);
        Assert.StartsWith("Nothing can be planned", SurveyPlanWords.Finding(plan));
        Assert.Null(SurveyPlanJson.Of(plan).AnswersForMargin);
    }

    [Fact]
    public void Each_question_has_its_sentence_in_the_unit_of_its_score()
    {
        var plan = SurveyPlan.Of(Share with { Margin = 5, ResponseRate = 20, Percent = 80 });
        Assert.Equal(
            "To know a share to ±5 percentage points takes 246 answers; if 20 % answer, ask 1,230 people.",
            SurveyPlanWords.Finding(plan)
        );
        Assert.Equal("a share of 80 %, and a second wave nearer to 50 %", plan.Ask.Assumed);
        Assert.Equal("a share of 50 %, which needs most answers", Share.Assumed);

        plan = SurveyPlan.Of(
            new(PlannedScore.Mean)
            {
                Deviation = 1.5,
                Difference = 0.5,
                Answers = 20,
            }
        );
        Assert.StartsWith(
            $"To see a difference of 0.5 points between two waves, four times in five, takes {plan.PerWave} answers in each. 20 answers tell a mean to ±",
            SurveyPlanWords.Finding(plan)
        );
        Assert.Equal("answers that lie 1.5 from their mean (standard deviation)", plan.Ask.Assumed);
        Assert.Contains(
            "Below 30 answers these figures are too hopeful; ask for 30 at least.",
            SurveyPlanWords.Limits(plan)
        );
        Assert.DoesNotContain(
            SurveyPlanWords.Limits(SurveyPlan.Of(Share with { Answers = 30 })),
            sentence => sentence.StartsWith("Below 30", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Recommend_answers_differ_as_much_as_is_common_unless_it_is_known()
    {
        Assert.Equal(6000, new SurveyPlanAsk(PlannedScore.Recommend).Variance);
        var known = new SurveyPlanAsk(PlannedScore.Recommend) { Promoters = 45, Detractors = 20 };
        Assert.Equal(100 * 65 - 25 * 25, known.Variance);
        Assert.Equal("45 % promoters and 20 % detractors", known.Assumed);
        Assert.Equal("points", known.Unit);
    }
}

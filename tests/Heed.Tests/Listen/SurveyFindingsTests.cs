using Heed.Analytics.Scores;
using Heed.Listen;

namespace Heed.Tests.Listen;

public sealed class SurveyFindingsTests
{
    /// <summary>A question on 1 to 5 with so many answers on each point.</summary>
    static QuestionScore Asked(string name, long[] answers, QuestionKind kind = QuestionKind.Mean, string scale = "1-5")
    {
        var question = new Question
        {
            SurveyId = Id<Survey>.New(),
            Name = name,
            Kind = kind,
            Scale = scale,
        };
        var distribution = Distribution.FromCounts(question.Points, answers).Value;
        return new(question, Score.Of(question.Score, distribution), 0);
    }

    static string Said(params QuestionScore[] scores) => string.Join('\n', SurveyFindings.Of(scores, "March 2026"));

    [Fact]
    public void The_lowest_and_the_highest_are_named_where_they_can_be_told_apart() =>
        Assert.Equal(
            "Of 3 questions with a mean, “Queue” is lowest, 2.25 on 1-5 [2.11, 2.39], and “Coffee” highest, 3.75 on 1-5 [3.61, 3.89].",
            Said(
                Asked("Coffee", [0, 25, 50, 75, 50]),
                Asked("Queue", [50, 75, 50, 25, 0]),
                Asked("Price", [25, 50, 50, 50, 25])
            )
        );

    [Fact]
    public void Of_few_answers_the_farthest_two_are_named_and_not_ranked() =>
        Assert.Equal(
            "3 questions with a mean cannot be told apart: the farthest two, “Queue” and “Coffee”, may differ by chance.",
            Said(Asked("Coffee", [1, 2, 3, 4, 3]), Asked("Queue", [2, 3, 3, 3, 1]), Asked("Price", [2, 2, 3, 3, 2]))
        );

    [Fact]
    public void Where_the_lowest_has_too_few_answers_the_surest_pair_is_named() =>
        Assert.StartsWith(
            "Of 3 questions with a mean, “Price” is lower, 2.25 on 1-5 [2.11, 2.39], than “Coffee”,",
            Said(
                Asked("Coffee", [0, 25, 50, 75, 50]),
                Asked("Queue", [1, 0, 1, 0, 0]),
                Asked("Price", [50, 75, 50, 25, 0])
            ),
            StringComparison.Ordinal
        );

    /// <summary>Of twenty questions that are alike the two ends look apart by themselves; all pairs are allowed for.</summary>
    [Fact]
    public void Twenty_questions_that_are_alike_are_hardly_ever_ranked()
    {
        var random = new Random(20);
        var ranked = 0;
        for (var survey = 0; survey < 200; survey++)
        {
            var scores = Enumerable
                .Range(0, 20)
                .Select(q =>
                {
                    var answers = new long[5];
                    for (var person = 0; person < 120; person++)
                        answers[random.Next(5)]++;
                    return Asked($"Question {q}", answers);
                });
            if (!Said([.. scores]).Contains("cannot be told apart", StringComparison.Ordinal))
                ranked++;
        }

        Assert.InRange(ranked, 0, 16);
    }

    [Fact]
    public void How_much_it_is_recommended_comes_first_with_its_answers_and_months() =>
        Assert.StartsWith(
            "“Recommend” stands at 33.3 points [",
            Said(
                Asked("Recommend", [0, 0, 0, 0, 0, 0, 20, 20, 20, 0, 60], QuestionKind.Recommend, "0-10"),
                Asked("Coffee", [1, 2, 3, 4, 3])
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_questions_are_no_ranking_and_no_question_says_nothing()
    {
        Assert.EndsWith(
            "from 13 answers, March 2026.",
            Said(Asked("Coffee", [1, 2, 3, 4, 3]), Asked("Queue", [2, 3, 3, 3, 1])),
            StringComparison.Ordinal
        );
        Assert.Equal("", Said());
    }
}

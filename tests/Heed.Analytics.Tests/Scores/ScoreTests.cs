using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class ScoreTests
{
    internal static Score Recommend(long detractors, long passives, long promoters) =>
        Score
            .Of(
                ScoreKind.Recommend,
                Distribution
                    .FromCounts(Scale.ZeroToTen, [0, 0, 0, detractors, 0, 0, 0, passives, 0, 0, promoters])
                    .Value
            )
            .Value;

    internal static Distribution Counts(Scale scale, params long[] counts) =>
        Distribution.FromCounts(scale, counts).Value;

    static Score Share(long no, long yes) => Score.Of(ScoreKind.Share, Counts(Scale.Of(0, 1).Value, no, yes)).Value;

    [Fact] // Newcombe (1998), Statistics in Medicine 17, 857 and 873: 81 of 263, and 56 of 70 against 48 of 80.
    public void A_share_has_the_published_interval_and_difference()
    {
        var share = Share(182, 81);
        Assert.Equal(100 * 81 / 263.0, share.Value, 1e-9);
        Assert.Equal(25.53, share.Low, 5e-3);
        Assert.Equal(36.62, share.High, 5e-3);
        Assert.True(share.Kind.IsShare() && !share.Kind.IsMean());
        var difference = Difference.Between(Share(32, 48), Share(14, 56)).Value;
        Assert.Equal(20, difference.Value, 1e-9);
        Assert.Equal(5.24, difference.Low, 5e-3);
        Assert.Equal(33.39, difference.High, 5e-3);
    }

    [Fact]
    public void A_share_is_asked_of_two_answers() =>
        Assert.Contains(
            "A share is asked of two answers",
            Score.Of(ScoreKind.Share, Counts(Scale.Of(1, 3).Value, 1, 1, 1)).Because,
            StringComparison.Ordinal
        );

    [Theory] // Published with the NPS package for R: score, variance, standard error.
    [InlineData(1, 2, 3, 33.333, 5.0 / 9, .304)]
    [InlineData(1, 0, 1, 0, 1, .707)]
    [InlineData(0, 1, 1, 50, .25, .354)]
    [InlineData(1, 1, 1, 0, 2.0 / 3, .471)]
    [InlineData(0, 0, 7, 100, 0, 0)]
    public void A_recommend_score_has_the_published_variance(
        long detractors,
        long passives,
        long promoters,
        double value,
        double variance,
        double error
    )
    {
        var score = Recommend(detractors, passives, promoters);
        Assert.Equal(value, score.Value, 1e-3);
        Assert.Equal(error, score.StandardError / 100, 1e-3);
        Assert.Equal(variance, Math.Pow(score.StandardError / 100, 2) * score.N, 1e-9);
    }

    [Theory] // Wald and Rocks's adjusted Wald, recomputed from the formulas of the paper.
    [InlineData(1, 2, 3, -26.3, 93.0, -26.7, 71.2)]
    [InlineData(0, 0, 10, 100, 100, 47.5, 100)]
    [InlineData(2, 11, 18, 29.9, 73.3, 25.5, 68.6)]
    public void The_adjusted_interval_stays_sensible_where_the_plain_one_is_not(
        long detractors,
        long passives,
        long promoters,
        double waldLow,
        double waldHigh,
        double low,
        double high
    )
    {
        var score = Recommend(detractors, passives, promoters);
        Assert.Equal(waldLow, score.Beside!.Value.Estimate.Low, .05);
        Assert.Equal(waldHigh, score.Beside!.Value.Estimate.High, .05);
        Assert.Equal(low, score.Low, .05);
        Assert.Equal(high, score.High, .05);
    }

    [Fact] // Cross Validated 18609, with 324 answers.
    public void A_sixth_detractors_and_half_promoters_of_324_are_known_to_eight_points()
    {
        var score = Recommend(54, 108, 162);
        Assert.Equal(4.14, score.StandardError, .005);
        Assert.Equal(25.2, score.Beside!.Value.Estimate.Low, .05);
        Assert.Equal(41.4, score.Beside!.Value.Estimate.High, .05);
    }

    [Fact]
    public void The_airport_is_recommended_as_its_public_survey_of_2017_says()
    {
        var answers = AirportSurvey.Of2017().Tally("NETPRO", Scale.ZeroToTen, 11);
        var score = Score.Of(ScoreKind.Recommend, answers).Value;
        Assert.Equal(2746, score.N);
        Assert.Equal(AirportSurvey.Of2017().Count, score.N + score.Missing);
        Assert.Equal((1436d, 968d, 342d), Rounded(Score.Groups(answers, answers.N, false)));
        Assert.Equal(39.84, score.Value, .005);
        Assert.Equal(1.334, score.StandardError, .0005);
        Assert.Equal(37.22, score.Beside!.Value.Estimate.Low, .01);
        Assert.Equal(42.45, score.Beside!.Value.Estimate.High, .01);
        Assert.Equal(37.18, score.Low, .01);
        Assert.Equal(42.41, score.High, .01);
        Assert.Equal(40.40, score.Weighted!.Value.Value, .005);
        Assert.Equal(2266.5, score.Weighted!.Value.EffectiveN, .05);
        Assert.True(score.Weighted!.Value.High - score.Weighted!.Value.Low > score.High - score.Low);
    }

    [Theory]
    [InlineData("Q7ALL", 2688, 4.06436, 2206)]
    [InlineData("Q7FOOD", 2421, 3.61545, 1349)]
    public void The_airport_satisfies_as_its_public_survey_of_2017_says(string question, long n, double mean, long best)
    {
        var answers = AirportSurvey.Of2017().Tally(question, Scale.OneToFive, 0, 6);
        var satisfaction = Score.Of(ScoreKind.Satisfaction, answers).Value;
        Assert.Equal(n, satisfaction.N);
        Assert.Equal(best, answers.CountOf(4) + answers.CountOf(5));
        Assert.Equal(100.0 * best / n, satisfaction.Value, 1e-9);
        Assert.Equal(mean, satisfaction.Beside!.Value.Estimate.Value, 5e-6);
        Assert.Equal(mean, Score.Of(ScoreKind.Mean, answers).Value.Value, 5e-6);
    }

    [Fact] // Recomputed apart from the library, by integrating the density of t with nine degrees of freedom.
    public void A_mean_has_the_interval_of_the_t_test()
    {
        var score = Score.Of(ScoreKind.Mean, Counts(Scale.OneToFive, 1, 0, 2, 4, 3)).Value;
        Assert.Equal(3.8, score.Value, 1e-12);
        Assert.Equal(.3887301, score.StandardError, 1e-7);
        Assert.Equal(2.920631, score.Low, 1e-6);
        Assert.Equal(4.679369, score.High, 1e-6);
    }

    [Fact]
    public void A_unanimous_mean_is_not_certain()
    {
        var score = Score.Of(ScoreKind.Mean, Counts(Scale.OneToFive, 0, 0, 0, 0, 5)).Value;
        Assert.Equal(5, score.High);
        Assert.Equal(5 - 4 * Intervals.Wilson(0, 5).High, score.Low, 1e-12);
        Assert.True(score.Low < 4);
    }

    [Fact]
    public void Effort_shows_the_share_of_the_three_best_of_seven_points_beside_its_mean()
    {
        var effort = Score.Of(ScoreKind.Effort, Counts(Scale.OneToSeven, 1, 1, 1, 1, 2, 2, 2)).Value;
        Assert.Equal(4.6, effort.Value, 1e-12);
        Assert.Equal(60, effort.Beside!.Value.Estimate.Value, 1e-12);
    }

    [Fact]
    public void A_reversed_scale_turns_the_share_and_leaves_the_mean_in_its_own_units()
    {
        var asked = Counts(Scale.OneToFive.Reversed, 6, 2, 1, 1, 0);
        Assert.Equal(80, Score.Of(ScoreKind.Satisfaction, asked).Value.Value, 1e-12);
        Assert.Equal(1.7, Score.Of(ScoreKind.Mean, asked).Value.Value, 1e-12);
    }

    [Fact]
    public void Equal_weights_change_nothing()
    {
        var tally = new Tally(Scale.OneToFive);
        foreach (var answer in new double?[] { 1, 3, 3, 4, 5, 5, null })
            tally.Add(answer, 2.5);
        var score = Score.Of(ScoreKind.Mean, tally.Distribution().Value).Value;
        Assert.Equal(6, score.Weighted!.Value.EffectiveN, 1e-12);
        Assert.Equal(score.Value, score.Weighted.Value.Value, 1e-12);
        Assert.Equal(score.Low, score.Weighted.Value.Low, 1e-9);
        Assert.Equal(1, score.Missing);
    }

    [Fact]
    public void A_mean_that_hangs_on_one_heavy_answer_has_no_weighted_form()
    {
        var tally = new Tally(Scale.OneToFive);
        tally.Add(1, 1000);
        tally.Add(5, 1);
        tally.Add(4, 1);
        Assert.Null(Score.Of(ScoreKind.Mean, tally.Distribution().Value).Value.Weighted);
        Assert.NotNull(Score.Of(ScoreKind.Satisfaction, tally.Distribution().Value).Value.Weighted);
    }

    [Fact]
    public void A_score_that_cannot_be_says_why()
    {
        Assert.Equal("There are no answers yet.", Because(ScoreKind.Mean, Counts(Scale.OneToFive, 0, 0, 0, 0, 0)));
        Assert.Equal(
            "All 3 answers are blank or not applicable.",
            Because(ScoreKind.Mean, Distribution.FromCounts(Scale.OneToFive, [0, 0, 0, 0, 0], 3).Value)
        );
        Assert.Contains("two answers", Because(ScoreKind.Mean, Counts(Scale.OneToFive, 0, 0, 1, 0, 0)));
        Assert.Contains("this scale is 1-5", Because(ScoreKind.Recommend, Counts(Scale.OneToFive, 1, 1, 1, 1, 1)));
        var nobody = new Tally(Scale.OneToFive);
        nobody.Add(3, 0);
        nobody.Add(4, 0);
        Assert.Contains("weights of all 2 answers are zero", Because(ScoreKind.Mean, nobody.Distribution().Value));
    }

    static string? Because(ScoreKind kind, Distribution answers) => Score.Of(kind, answers).Because;

    static (double, double, double) Rounded((double A, double B, double C) groups) =>
        (Math.Round(groups.A, 6), Math.Round(groups.B, 6), Math.Round(groups.C, 6));
}

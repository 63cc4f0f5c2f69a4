using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class IntervalsTests
{
    [Theory] // Newcombe, Statistics in Medicine 17 (1998), table I.
    [InlineData(81, 263, .2553, .3662)]
    [InlineData(15, 148, .0624, .1605)]
    [InlineData(0, 20, 0, .1611)]
    [InlineData(1, 29, .0061, .1718)]
    public void A_share_has_the_interval_that_newcombe_printed(double hits, double n, double low, double high)
    {
        var share = Intervals.Wilson(hits, n);
        Assert.Equal(low, share.Low, 5e-5);
        Assert.Equal(high, share.High, 5e-5);
    }

    [Fact] // Newcombe 1998, the companion paper on differences, method 10.
    public void Two_shares_differ_as_newcombe_printed()
    {
        var difference = Difference.Newcombe(48, 80, 56, 70);
        Assert.Equal(20, difference.Value, 1e-9);
        Assert.Equal(5.24, difference.Low, .005);
        Assert.Equal(33.39, difference.High, .005);
        Assert.True(difference.CanBeTold);
    }

    [Fact]
    public void Two_recommend_waves_are_told_apart_by_both_standard_errors()
    {
        var (earlier, later) = (ScoreTests.Recommend(30, 40, 30), ScoreTests.Recommend(20, 40, 40));
        var difference = Difference.Between(earlier, later).Value;
        var error = Math.Sqrt((Math.Pow(earlier.StandardError, 2) + Math.Pow(later.StandardError, 2)) * 100 / 99);
        Assert.Equal(20, difference.Value, 1e-9);
        Assert.Equal(20 - 1.972024 * error, difference.Low, 1e-3);
        Assert.False(difference.CanBeTold);
        Assert.InRange(difference.Probability, .05, .2);
    }

    [Fact]
    public void A_wave_of_promoters_only_is_not_certain_in_a_comparison()
    {
        var difference = Difference.Between(ScoreTests.Recommend(0, 1, 4), ScoreTests.Recommend(0, 0, 5)).Value;
        Assert.False(difference.CanBeTold);
    }

    [Fact] // Recomputed apart from the library, by integrating the density of t with 14.0713 degrees of freedom.
    public void Two_means_are_compared_by_welch()
    {
        var later = Score.Of(ScoreKind.Mean, ScoreTests.Counts(Scale.OneToFive, 1, 0, 2, 4, 3)).Value;
        var earlier = Score.Of(ScoreKind.Mean, ScoreTests.Counts(Scale.OneToFive, 2, 2, 2, 1, 1)).Value;
        var difference = Difference.Between(earlier, later).Value;
        Assert.Equal(1.175, difference.Value, 1e-12);
        Assert.Equal(-.178936, difference.Low, 1e-6);
        Assert.Equal(2.528936, difference.High, 1e-6);
        Assert.Equal(.083849, difference.Probability, 1e-6);
    }

    [Fact]
    public void Waves_that_asked_differently_are_not_compared()
    {
        var five = Score.Of(ScoreKind.Mean, ScoreTests.Counts(Scale.OneToFive, 1, 1, 1, 1, 1)).Value;
        var reversed = Score.Of(ScoreKind.Mean, ScoreTests.Counts(Scale.OneToFive.Reversed, 1, 1, 1, 1, 1)).Value;
        Assert.Contains("different questions", Difference.Between(five, reversed).Because);
        Assert.Contains("cannot be compared", Difference.Between(five, ScoreTests.Recommend(1, 1, 1)).Because);
        Assert.Contains("no weights", Difference.Between(five, five, weighted: true).Because);
    }

    [Fact]
    public void Five_points_either_way_need_922_answers()
    {
        Assert.Equal(922, SampleSize.ForRecommend(5));
        Assert.Equal(385, SampleSize.ForShare(5));
        Assert.Equal(97, SampleSize.ForMean(.2, 1));
    }

    [Fact]
    public void Every_interval_of_a_recommend_score_holds_its_own_value()
    {
        for (var promoters = 0; promoters <= 6; promoters++)
        for (var passives = 0; passives <= 6; passives++)
        for (var detractors = 0; detractors <= 6; detractors++)
            if (promoters + passives + detractors > 0)
            {
                var found = Intervals.AdjustedWald(promoters, passives, detractors);
                Assert.InRange(found.Value, found.Low, found.High);
                Assert.InRange(found.Low, -100, 100);
                Assert.InRange(found.High, -100, 100);
            }
    }

    [Fact]
    public void The_interval_of_two_shares_and_its_p_never_contradict_each_other()
    {
        foreach (var (m, n) in new[] { (5, 7), (20, 20), (12, 40), (3, 3) })
            for (var a = 0; a <= m; a++)
            for (var b = 0; b <= n; b++)
            {
                var found = Difference.Newcombe(a, m, b, n);
                Assert.Equal(found.CanBeTold, found.Probability < .05);
                Assert.Equal(found.Probability, Difference.Newcombe(b, n, a, m).Probability, 1e-9);
            }
        // Known to be [-.1, 41.6] beside a pooled p of .035: p is now the level at which the interval just reaches zero.
        var close = Difference.Newcombe(0, 20, 4, 20);
        Assert.Equal(0, Difference.Newcombe(0, 20, 4, 20, 1 - close.Probability).Low, 1e-6);
        Assert.InRange(close.Probability, .0500001, .06);
    }

    [Theory]
    [InlineData(.5)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_outside_its_range_is_a_mistake_of_the_program(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.Wilson(1, 2, level));
}

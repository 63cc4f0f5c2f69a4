using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class SampleSizeTests
{
    [Theory] // 7.849 · (p₁q₁ + p₂q₂) / d², by hand.
    [InlineData(60, 50, 385)]
    [InlineData(12, 10, 3839)]
    [InlineData(82, 80, 6036)]
    public void Two_waves_of_shares_need_so_many_answers_each(double first, double second, long answers)
    {
        var variance = (first * (100 - first) + second * (100 - second)) / 2;
        Assert.Equal(answers, SampleSize.PerWave(first - second, variance));
    }

    [Theory]
    [InlineData(5, 6000)]
    [InlineData(.3, 1.44)]
    public void What_so_many_answers_show_is_what_asked_for_them(double difference, double variance)
    {
        var answers = SampleSize.PerWave(difference, variance);
        Assert.InRange(SampleSize.Difference(answers, variance), .95 * difference, difference);
        Assert.True(SampleSize.Difference(answers - 1, variance) > difference);
    }

    [Theory] // As above, the second share 5 or 10 points nearer to 50 %.
    [InlineData(10, 5, 683)]
    [InlineData(90, 5, 683)]
    [InlineData(80, 5, 1091)]
    [InlineData(50, 10, 385)]
    public void A_share_that_moves_needs_the_answers_of_both_its_variances(double percent, double points, long answers)
    {
        Assert.Equal(answers, SampleSize.PerWaveOfShares(points, percent));
        Assert.InRange(SampleSize.DifferenceOfShares(answers, percent)!.Value, .99 * points, points);
        Assert.True(SampleSize.DifferenceOfShares(answers - 1, percent) > points);
    }

    [Fact]
    public void A_move_away_from_the_middle_never_needs_more_than_was_said()
    {
        for (var percent = 2; percent < 100; percent += 3)
        for (var points = 1; points < Math.Min(percent, 100 - percent); points += 2)
            foreach (var other in new[] { percent - points, percent + points })
            {
                var variance = (percent * (100.0 - percent) + other * (100.0 - other)) / 2;
                Assert.True(SampleSize.PerWaveOfShares(points, percent) >= SampleSize.PerWave(points, variance));
            }
    }

    [Fact]
    public void A_handful_of_answers_shows_no_move_of_a_share()
    {
        Assert.Null(SampleSize.DifferenceOfShares(3, 50));
        Assert.InRange(SampleSize.DifferenceOfShares(12, 50)!.Value, 40, 50);
        Assert.Equal(60, SampleSize.MostOfShares(40));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerWaveOfShares(61, 40));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerWaveOfShares(5, 100));
    }

    [Fact]
    public void A_margin_is_the_way_back_from_its_sample_size()
    {
        Assert.InRange(SampleSize.Margin(SampleSize.ForShare(3, 60), 60 * 40), 2.99, 3);
        Assert.Equal(5, SampleSize.Margin(922, 6000), .01);
    }

    [Fact]
    public void Questions_without_sense_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerWave(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Margin(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Difference(10, 0));
    }
}

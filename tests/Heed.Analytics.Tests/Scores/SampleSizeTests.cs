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

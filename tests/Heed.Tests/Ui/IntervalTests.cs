using Heed.Ui;

namespace Heed.Tests.Ui;

public class IntervalTests
{
    [Theory]
    [InlineData(0.0416, -5.33, 5.41, "0 [−5.3, 5.4]")]
    [InlineData(9.114, 7.8, 10.44, "+9.1 [7.8, 10.4]")]
    [InlineData(-14.57, -17.46, -11.68, "−14.6 [−17.5, −11.7]")]
    [InlineData(0.449, -0.968, 1.87, "+0.4 [−1.0, 1.9]")]
    [InlineData(1234.4, 1100.2, 1400.9, "+1,234 [1,100, 1,401]")]
    [InlineData(0.01234, 0.01111, 0.01357, "+0.0123 [0.0111, 0.0136]")]
    public void The_width_of_an_interval_decides_the_digits_of_all_three(
        double value,
        double low,
        double high,
        string words
    ) => Assert.Equal(words, Interval.Change(value, low, high));

    [Fact]
    public void A_level_has_no_sign_and_an_interval_without_width_keeps_its_own_digits()
    {
        Assert.Equal("71.0 [66.5, 75.5]", Interval.Words(71, 66.5, 75.5));
        Assert.Equal("4.3 [4.3, 4.3]", Interval.Words(4.25, 4.25, 4.25));
        Assert.Equal("4 [4, 4]", Interval.Words(4, 4, 4));
    }

    [Fact]
    public void A_point_says_what_its_source_does_not_know()
    {
        const string newest = "9 November 2026, the newest of 52 points";
        Assert.Equal(
            $"n 1,418 · [67.3, 76.0] · {newest}",
            Reading.Point(72, "%", 1418, 67.25, 76, newest, "usual").Basis
        );
        Assert.Equal(
            $"n 12, interval not known · {newest}",
            Reading.Point(72, "%", 12, null, null, newest, null).Basis
        );
        Assert.Equal(
            $"by noise alone between 60 and 70 · {newest}",
            Reading.Point(72, "%", null, null, null, newest, "by noise alone between 60 and 70").Basis
        );
        Assert.Equal(
            $"n and interval not known · {newest}",
            Reading.Point(72, "%", null, null, null, newest, null).Basis
        );
    }
}

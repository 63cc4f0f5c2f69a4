using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class SurvivorsTests
{
    [Fact]
    public void Whoever_stays_this_month_can_stay_in_the_next()
    {
        // Of 1,000, of whom a tenth leaves each month, half as many leave: 50 more after one month, 92.5 after two.
        var (more, less) = (0.0, 0.0);
        var (with, without) = (1000.0, 1000.0);
        for (var month = 1; month <= 24; month++)
        {
            (with, without) = (with * 0.95, without * 0.9);
            if (month <= 12)
                more += with - without;
            else
                less += with - without;
        }
        var years = Survivors.Years(1000, 1, 0.1, 0.05, 2);
        Assert.Equal(2, years.Count);
        Assert.Equal(more, years[0].Likely, 1e-6);
        Assert.Equal(less, years[1].Likely, 1e-6);
    }

    [Fact]
    public void A_range_stays_one_and_nothing_saved_brings_nothing()
    {
        var year = Assert.Single(Survivors.Years(1000, 2, 0.1, new(0, 0.05, 0.1), 1));
        Assert.Equal(0, year.Low);
        // Nobody leaves any more: 12 months of all that the tenth took.
        var gone = Enumerable.Range(1, 12).Sum(m => 1 - Math.Pow(0.9, m));
        Assert.Equal(2000 * gone, year.High, 1e-6);
        Assert.True(year.Low < year.Likely && year.Likely < year.High);
    }

    [Theory]
    [InlineData(-1, 1, 0.1, 0.05, 1)]
    [InlineData(1, -1, 0.1, 0.05, 1)]
    [InlineData(1, 1, 1.1, 0.05, 1)]
    [InlineData(1, 1, double.NaN, 0.05, 1)]
    [InlineData(1, 1, 0.1, 0.2, 1)]
    [InlineData(1, 1, 0.1, -0.1, 1)]
    [InlineData(1, 1, 0.1, 0.05, 0)]
    public void What_cannot_be_is_a_mistake(double customers, double each, double loss, double less, int years) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Survivors.Years(customers, each, loss, less, years));
}

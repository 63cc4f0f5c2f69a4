using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public sealed class ExactRateTests
{
    static ExactRate Of(long events, double exposure)
    {
        Assert.False(ExactRate.Of(events, exposure).Refused(out _, out var rate));
        return rate!;
    }

    /// <summary>The exact limits of a Poisson count of 95 %, as Garwood (1936) tabulated them.</summary>
    [Theory]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(3, 0.619, 8.767)]
    [InlineData(10, 4.795, 18.390)]
    [InlineData(20, 12.217, 30.888)]
    public void The_limits_are_those_of_the_table(long events, double low, double high)
    {
        var rate = Of(events, 1);
        Assert.Equal(low, rate.Low, 3e-3);
        Assert.Equal(high, rate.High, 3e-3);
        Assert.Equal(events / 250.0, Of(events, 250).Rate, 12);
        Assert.Equal(rate.High / 250, Of(events, 250).High, 12);
    }

    /// <summary>Hanley and Lippman-Hand 1983: none in n is rarer than about 3 in n.</summary>
    [Fact]
    public void None_at_all_says_that_it_is_rarer_than_three_in_n()
    {
        var rate = Of(0, 400);
        Assert.Equal((0, 0), (rate.Rate, rate.Low));
        Assert.Equal(2.9957 / 400, rate.High, 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Nothing_looked_at_has_no_rate(double exposure) =>
        Assert.True(ExactRate.Of(0, exposure).Refused(out _, out _));
}

using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ExactRateRatioTests
{
    [Fact] // R: poisson.test(c(10, 36), c(14, 26))
    public void Two_rates_are_compared_as_R_compares_them()
    {
        var ratio = ExactRateRatio.Of(36, 26, 10, 14).Value;

        Assert.Equal(0.516, ratio.Ratio!.Value, 0.0005);
        Assert.Equal(0.228, ratio.Low, 0.0005);
        Assert.Equal(1.061, ratio.High!.Value, 0.0005);
        Assert.Equal(0.064, ratio.P, 0.0005);
    }

    [Fact] // R's help of poisson.test: c(11, 6 + 8 + 7) over c(800, 1083 + 1050 + 878)
    public void The_example_of_R_is_reproduced()
    {
        var ratio = ExactRateRatio.Of(21, 3011, 11, 800).Value;

        Assert.Equal(1.971488, ratio.Ratio!.Value, 1e-6);
        Assert.Equal(0.8584, ratio.Low, 0.0001);
        Assert.Equal(4.2772, ratio.High!.Value, 0.0001);
        Assert.Equal(0.07967, ratio.P, 0.00001);
    }

    [Fact]
    public void Where_one_side_has_none_the_bound_is_exact()
    {
        var none = ExactRateRatio.Of(10, 10, 0, 10).Value;
        // All ten fall before: (1/2)^10 on each side.
        Assert.Equal((0.0, 0.0), (none.Ratio, none.Low));
        Assert.Equal(2 * Math.Pow(0.5, 10), none.P, 1e-12);
        var share = 1 - Math.Pow(0.025, 1 / 10.0);
        Assert.Equal(share / (1 - share), none.High!.Value, 1e-9);

        var born = ExactRateRatio.Of(0, 10, 10, 10).Value;
        Assert.Null(born.Ratio);
        Assert.Null(born.High);
        Assert.Equal(1 / none.High.Value, born.Low, 1e-9);
    }

    [Fact]
    public void Nothing_on_either_side_says_nothing()
    {
        Assert.Contains("Nothing happened", ExactRateRatio.Of(0, 10, 0, 10).Because, StringComparison.Ordinal);
        Assert.Contains("not looked at", ExactRateRatio.Of(1, 0, 0, 10).Because, StringComparison.Ordinal);
    }
}

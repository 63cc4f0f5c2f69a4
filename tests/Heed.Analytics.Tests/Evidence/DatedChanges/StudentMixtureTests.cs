using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class StudentMixtureTests
{
    [Theory] // tables of Student's t
    [InlineData(10, 0.975, 2.228)]
    [InlineData(5, 0.995, 4.032)]
    [InlineData(3, 0.05, -2.353)]
    [InlineData(3, 0.9999, 22.204)] // beyond what is tabulated
    public void One_part_alone_has_the_quantiles_of_the_tables(int degrees, double share, double quantile)
    {
        Assert.Equal(quantile, new StudentMixture(degrees, [1], [0], [1]).Quantile(share), 0.0006);
        Assert.Equal(7 + 2 * quantile, new StudentMixture(degrees, [1], [7], [2]).Quantile(share), 0.0012);
        Assert.Equal(share, StudentTable.Of(degrees).At(quantile).Below, 0.0001);
    }

    [Fact]
    public void Its_deviation_is_that_of_its_parts_and_of_their_means()
    {
        Assert.Equal(Math.Sqrt(10 / 8.0), new StudentMixture(10, [1], [3], [1]).Deviation, 1e-12);
        // Two parts of hardly any width, four apart: a coin with the faces 1 and 5.
        var coin = new StudentMixture(10, [0.5, 0.5], [1, 5], [1e-9, 1e-9]);
        Assert.Equal((3, 2), (coin.Mean, Math.Round(coin.Deviation, 9)));
        Assert.Equal(1, coin.Quantile(0.4), 1e-4);
        Assert.Equal(5, coin.Quantile(0.6), 1e-4);
    }

    [Fact]
    public void What_is_nothing_for_certain_stands_in_the_middle()
    {
        // Half of it is exactly nothing, a quarter lies on either side.
        var half = new StudentMixture(10, [0.5], [0], [1], atZero: 0.5);

        Assert.Equal((0, 0, 0), (half.Quantile(0.25), half.Quantile(0.5), half.Quantile(0.75)));
        Assert.Equal(2.228, half.Quantile(0.9875), 0.0006);
        Assert.Equal(-2.228, half.Quantile(0.0125), 0.0006);
        Assert.Equal(1, half.ToEstimate(0.95).PValue!.Value, 1e-9);
    }

    [Fact]
    public void Its_p_value_is_the_chance_of_the_other_side_twice()
    {
        var estimate = new StudentMixture(10, [1], [2.228], [1]).ToEstimate(0.95);

        Assert.Equal(0.05, estimate.PValue!.Value, 0.0001);
        Assert.Equal((0, 4.456), (Math.Round(estimate.Low, 3), Math.Round(estimate.High, 3)));
        Assert.Equal(Math.Sqrt(10 / 8.0), estimate.StandardError, 1e-12);
    }
}

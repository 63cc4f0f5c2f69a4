using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class EstimateTests
{
    [Theory] // The quantiles of Student's table: what just touches no effect has p = 0.05.
    [InlineData(2.776445, 4)]
    [InlineData(2.228139, 10)]
    [InlineData(1.959964, double.PositiveInfinity)]
    public void A_p_value_comes_from_the_distribution_of_the_interval(double distance, double degrees)
    {
        var estimate = Estimate.Around(distance, 1, degrees);
        Assert.Equal(0.05, estimate.PValue!.Value, 1e-6);
        Assert.Equal(0, estimate.Low, 1e-5);
        Assert.Equal(estimate.PValue, Estimate.Around(-distance, 1, degrees).PValue);
    }

    [Fact]
    public void A_ratio_keeps_the_p_value_of_its_logarithm()
    {
        var logarithm = Estimate.Around(-0.3, 0.1, 20);
        Assert.Equal(logarithm.PValue, logarithm.AsRatio().PValue);
        Assert.True(logarithm.AsRatio().High < 1 && logarithm.PValue < 0.05);
        Assert.Null(new Estimate(1, 0, 2, 0.5).PValue);
    }

    [Fact]
    public void The_steps_p_value_and_its_interval_say_the_same()
    {
        var random = new Random(2);
        for (var i = 0; i < 40; i++)
        {
            double[] values = [.. Enumerable.Range(0, 30).Select(at => (at < 15 ? 0 : i / 20.0) + random.NextDouble())];
            var series = Series.Of(new(2026, 1, 5), Cadence.Week, values).Value;
            var step = InterruptedSeries.Fit(series, series[15].Date).Value.Step;
            Assert.Equal(step.Low > 0 || step.High < 0, step.PValue < 0.05);
        }
    }
}

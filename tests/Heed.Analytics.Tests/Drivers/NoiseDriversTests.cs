using Heed.Analytics.Drivers;

namespace Heed.Analytics.Tests.Drivers;

public class NoiseDriversTests
{
    [Fact]
    public void Drivers_of_pure_noise_pass_their_limit_once_in_twenty_times()
    {
        var random = new Random(11);
        double[] Column() => [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())];
        var passed = 0;
        for (var sample = 0; sample < 600; sample++)
        {
            var data = new DriverData(Column(), ["a", "b", "c"], [Column(), Column(), Column()]);
            var analysis = DriverAnalysis.Of(data, resamples: 100).Value;
            passed += analysis.RSquared > analysis.NoiseRSquared ? 1 : 0;
        }
        Assert.InRange(passed, 15, 48);
    }

    [Theory]
    [InlineData(DriverMethod.Lmg)]
    [InlineData(DriverMethod.Johnson)]
    public void A_null_driver_beside_real_ones_passes_its_own_limit_once_in_twenty_times(DriverMethod method)
    {
        var random = new Random(13);
        var (passed, low, real) = (0, 0, 0);
        for (var sample = 0; sample < 400; sample++)
        {
            double[] Column() => [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
            var (a, b, none) = (Column(), Column(), Column());
            double[] outcome = [.. Column().Select((noise, i) => a[i] + 0.5 * b[i] + noise)];
            var found = DriverAnalysis.Of(new(outcome, ["a", "b", "none"], [a, b, none]), method, resamples: 120).Value;
            passed += found.Drivers[2].IsMoreThanNoise ? 1 : 0;
            low += found.Drivers[2].Low > 0 ? 1 : 0;
            real += found.Drivers[0].IsMoreThanNoise ? 1 : 0;
        }

        Assert.Equal(400, low); // the interval of a null driver is above zero every time
        Assert.InRange(passed, 8, 31); // 5 % and two and a half Monte Carlo errors
        Assert.Equal(400, real);
    }

    [Fact]
    public void Two_drivers_whose_intervals_overlap_are_told_apart_by_their_difference()
    {
        var random = new Random(4);
        double[] Column() => [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        var a = Column();
        // The second is the first seen through a fog: their shares rise and fall together.
        double[] b = [.. Column().Select((noise, i) => a[i] + 0.3 * noise)];
        double[] outcome = [.. Column().Select((noise, i) => a[i] + noise)];
        var found = DriverAnalysis.Of(new(outcome, ["a", "b"], [a, b])).Value;

        Assert.True(found.Drivers[1].High >= found.Drivers[0].Low, "the intervals overlap");
        Assert.Equal(["a"], found.Leading.Select(driver => driver.Name));
    }

    [Fact]
    public void Weights_that_differ_much_raise_the_limit()
    {
        var random = new Random(12);
        double[] Column() => [.. Enumerable.Range(0, 80).Select(_ => random.NextDouble())];
        var data = new DriverData(Column(), ["a", "b"], [Column(), Column()]);
        var plain = DriverAnalysis.Of(data, resamples: 100).Value.NoiseRSquared;
        double[] weights = [.. Enumerable.Range(0, 80).Select(i => i % 4 == 0 ? 20.0 : 1)];
        Assert.True(DriverAnalysis.Of(data with { Weights = weights }, resamples: 100).Value.NoiseRSquared > plain);
        Assert.Equal(30, DriverAnalysis.RowsNeeded(2));
        Assert.Equal(50, DriverAnalysis.RowsNeeded(10));
    }
}

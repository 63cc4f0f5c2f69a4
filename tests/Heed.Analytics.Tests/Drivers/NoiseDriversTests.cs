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

using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

/// <summary>Quantiles with intervals that are made of the values themselves.</summary>
public class OrderedQuantileTests
{
    static double[] Ranks(int n) => [.. Enumerable.Range(1, n).Select(i => (double)i)];

    /// <summary>The table of ranks for the median: Conover 1999, A3; the others by qbinom (R).</summary>
    [Theory]
    [InlineData(6, .5, 1, 6)]
    [InlineData(10, .5, 2, 9)]
    [InlineData(20, .5, 6, 15)]
    [InlineData(50, .5, 18, 33)]
    [InlineData(100, .5, 40, 61)]
    [InlineData(100, .25, 17, 35)]
    [InlineData(100, .75, 66, 84)]
    public void The_ends_are_the_ranks_of_the_table(int n, double share, double low, double high)
    {
        var found = OrderedQuantile.Of(Ranks(n), share).Value;
        Assert.Equal((low, high), (found.Low, found.High));
        Assert.Equal(1 + share * (n - 1), found.Value, 1e-12);
    }

    [Fact]
    public void A_sample_that_is_too_small_has_an_open_end()
    {
        var found = OrderedQuantile.Of(Ranks(5), .5).Value;
        Assert.Equal((3, (double?)null, (double?)null), (found.Value, found.Low, found.High));
        Assert.Null(OrderedQuantile.Of(Ranks(10), .25).Value.Low);
        Assert.NotNull(OrderedQuantile.Of(Ranks(10), .25).Value.High);
    }

    /// <summary>In 2,000 samples of a skewed law at least 95 % hold the true quartile, the table's promise.</summary>
    [Fact]
    public void It_holds_the_true_quartile_as_often_as_it_says()
    {
        var random = new Random(7);
        var (held, samples, truth) = (0, 2000, -Math.Log(.25));
        for (var s = 0; s < samples; s++)
        {
            double[] drawn = [.. Enumerable.Range(0, 60).Select(_ => -Math.Log(1 - random.NextDouble())).Order()];
            var found = OrderedQuantile.Of(drawn, .75).Value;
            held += found.Low <= truth && truth <= found.High ? 1 : 0;
        }
        Assert.InRange(held / (double)samples, .945, .985);
    }

    [Fact]
    public void Nothing_has_no_quantile()
    {
        Assert.Contains("no numbers", OrderedQuantile.Of([], .5).Because, StringComparison.Ordinal);
        Assert.Contains("between 0 and 1", OrderedQuantile.Of([1, 2], 1).Because, StringComparison.Ordinal);
    }
}

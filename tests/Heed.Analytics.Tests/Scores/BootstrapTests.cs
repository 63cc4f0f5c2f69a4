using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class BootstrapTests
{
    [Theory]
    [InlineData(ScoreKind.Recommend)]
    [InlineData(ScoreKind.Mean)]
    public void It_agrees_with_the_formula_when_there_are_many_answers(ScoreKind kind)
    {
        var answers = ScoreTests.Counts(Scale.ZeroToTen, 5, 4, 9, 8, 20, 30, 24, 60, 80, 90, 70);
        var score = Score.Of(kind, answers).Value;
        var plain = (score.Value - 1.96 * score.StandardError, score.Value + 1.96 * score.StandardError);
        var resampled = Bootstrap.Of(score, seed: 17);
        Assert.Null(resampled.Doubt);
        Assert.Equal(plain.Item1, resampled.Low, .05 * (plain.Item2 - plain.Item1));
        Assert.Equal(plain.Item2, resampled.High, .05 * (plain.Item2 - plain.Item1));
    }

    [Fact]
    public void The_same_seed_repeats_it_and_another_does_not()
    {
        var score = ScoreTests.Recommend(31, 40, 77);
        Assert.Equal(Bootstrap.Of(score, 3, 500), Bootstrap.Of(score, 3, 500));
        Assert.NotEqual(Bootstrap.Of(score, 3, 500), Bootstrap.Of(score, 4, 500));
    }

    [Fact]
    public void An_empty_category_makes_it_doubtful() =>
        Assert.Contains("Nobody is in one of the categories", Bootstrap.Of(ScoreTests.Recommend(0, 40, 77), 1).Doubt);

    [Theory] // The mean and the variance of a binomial are n p and n p (1 - p), by either way of drawing it.
    [InlineData(100, .03)]
    [InlineData(40, .5)]
    [InlineData(100_000, .37)]
    [InlineData(1_000, .97)]
    public void Binomial_draws_have_the_mean_and_the_variance_they_should(int n, double p)
    {
        var draws = new Draws(5);
        var sample = Enumerable.Range(0, 40_000).Select(_ => (double)draws.Binomial(n, p)).ToArray();
        var mean = sample.Average();
        var variance = sample.Average(x => (x - mean) * (x - mean));
        Assert.Equal(n * p, mean, 4 * Math.Sqrt(n * p * (1 - p) / sample.Length));
        Assert.Equal(1, variance / (n * p * (1 - p)), .04);
    }

    [Theory] // Every sum's chance against the plain way: adding one answer after the other.
    [InlineData(new long[] { 31, 40, 77 }, new[] { 2, 1, 0 })]
    [InlineData(new long[] { 250, 0, 250 }, new[] { 2, 1, 0 })]
    [InlineData(new long[] { 3, 997 }, new[] { 1, 0 })]
    [InlineData(new long[] { 5, 4, 9, 8, 20, 30, 24, 60 }, new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData(new long[] { 12, 0 }, new[] { 1, 0 })]
    public void The_ends_of_many_resamples_lie_where_the_exact_distribution_says(long[] counts, int[] steps)
    {
        const int sums = 1_000_000;
        var chances = Added(counts, steps);
        var (low, high) = ResampledSum.Of(counts, steps).Ends(new Draws(9), sums, sums / 40, sums / 40);
        // As many draws as these leave the share below a place uncertain by less than 0.0008.
        Assert.InRange(.025, Below(chances, low.First) - .0008, Below(chances, low.First + 1) + .0008);
        Assert.InRange(.975, Below(chances, high.First) - .0008, Below(chances, high.First + 1) + .0008);
    }

    static double[] Added(long[] counts, int[] steps)
    {
        var n = (int)counts.Sum();
        double[] chances = [1];
        for (var answer = 0; answer < n; answer++)
        {
            var next = new double[chances.Length + steps.Max()];
            for (var sum = 0; sum < chances.Length; sum++)
            for (var i = 0; i < steps.Length; i++)
                next[sum + steps[i]] += chances[sum] * counts[i] / n;
            chances = next;
        }
        return chances;
    }

    static double Below(double[] chances, long sum) => chances.Take((int)sum).Sum();
}

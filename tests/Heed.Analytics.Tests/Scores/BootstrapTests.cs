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
}

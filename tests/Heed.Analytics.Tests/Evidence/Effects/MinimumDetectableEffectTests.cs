using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class MinimumDetectableEffectTests
{
    [Fact] // T17
    public void The_plan_says_what_could_be_seen() =>
        Assert.Equal(4.77, MinimumDetectableEffect.Of(4.7 / 1.128, before: 24, after: 8), 0.005);

    [Fact]
    public void Points_that_resemble_each_other_show_less() =>
        Assert.Equal(
            Math.Sqrt(3) * MinimumDetectableEffect.Of(2, 12, 12),
            MinimumDetectableEffect.Of(2, 12, 12, autocorrelation: 0.5),
            1e-12
        );

    [Theory]
    [InlineData(5.0)]
    [InlineData(-4.0)]
    [InlineData(3.1)]
    public void The_periods_needed_are_the_fewest_that_show_the_prediction(double predicted)
    {
        var periods = MinimumDetectableEffect.PeriodsNeeded(4.167, 24, predicted).Value;

        Assert.True(MinimumDetectableEffect.Of(4.167, 24, periods) <= Math.Abs(predicted));
        Assert.True(periods == 8 || MinimumDetectableEffect.Of(4.167, 24, periods - 1) > Math.Abs(predicted));
    }

    [Fact]
    public void An_effect_that_no_patience_shows_is_refused_in_words() =>
        Assert.Equal(
            "With 24 points before, no effect below 2.38 can be seen, however long it is watched: measure longer before, or make a bigger change.",
            MinimumDetectableEffect.PeriodsNeeded(4.167, 24, 2).Because
        );

    [Fact]
    public void A_prediction_of_nothing_is_refused() =>
        Assert.False(MinimumDetectableEffect.PeriodsNeeded(4, 24, 0).IsGiven);

    [Theory]
    [InlineData(0, 1, 1, 0, "The noise must be above zero.")]
    [InlineData(double.NaN, 1, 1, 0, "The noise must be above zero.")]
    [InlineData(double.PositiveInfinity, 1, 1, 0, "The noise must be above zero.")]
    [InlineData(1, 0, 1, 0, "before")]
    [InlineData(1, 1, 0, 0, "after")]
    [InlineData(1, 1, 1, 1, "A correlation of neighbours lies inside -1..1.")]
    [InlineData(1, 1, 1, -1, "A correlation of neighbours lies inside -1..1.")]
    public void What_cannot_be_is_a_mistake(double sigma, int before, int after, double correlation, string says) =>
        Assert.Contains(
            says,
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    MinimumDetectableEffect.Of(sigma, before, after, correlation)
                )
                .Message,
            StringComparison.Ordinal
        );
}

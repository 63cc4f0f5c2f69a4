using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class TallyTests
{
    [Fact]
    public void Values_off_the_scale_are_named_with_how_many_and_where()
    {
        var tally = new Tally(Scale.OneToFive);
        foreach (var answer in new double?[] { 1, 5, 6, null, 0, 6, 3.5 })
            tally.Add(answer);
        Assert.Equal(
            "4 of 7 answers are not on the scale 1-5: 6 (2 times), 0 (once), 3.5 (once); the first is in row 3. "
                + "Name such codes as missing, or give the right scale.",
            tally.Distribution().Because
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_stands_for_nobody_is_refused(double weight)
    {
        var tally = new Tally(Scale.OneToFive);
        tally.Add(4, 1);
        tally.Add(4, weight);
        Assert.StartsWith(
            "1 of 2 weights are below zero or not a number, the first in row 2.",
            tally.Distribution().Because
        );
    }

    [Fact]
    public void An_answer_that_is_no_number_is_off_the_scale()
    {
        var tally = new Tally(Scale.OneToFive);
        tally.Add(double.NaN);
        Assert.Contains("NaN (once)", tally.Distribution().Because);
    }

    [Fact]
    public void Published_counts_must_fit_their_scale()
    {
        Assert.Contains("has 5 points, but 4", Distribution.FromCounts(Scale.OneToFive, [1, 2, 3, 4]).Because);
        Assert.Contains("below zero", Distribution.FromCounts(Scale.OneToFive, [1, 2, 3, 4, -5]).Because);
    }

    [Theory]
    [InlineData("1-5", 1, 5, ScaleOrder.HigherIsBetter)]
    [InlineData("5-1", 1, 5, ScaleOrder.LowerIsBetter)]
    [InlineData("0-10", 0, 10, ScaleOrder.HigherIsBetter)]
    [InlineData("-3-3", -3, 3, ScaleOrder.HigherIsBetter)]
    public void A_scale_is_read_from_its_worst_to_its_best_point(string text, int low, int high, ScaleOrder better)
    {
        var scale = Scale.Parse(text).Value;
        Assert.Equal((low, high, better, text), (scale.Low, scale.High, scale.Better, scale.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("five")]
    [InlineData("3-3")]
    [InlineData("0-1000")]
    public void What_is_no_scale_is_refused(string text) => Assert.NotNull(Scale.Parse(text).Because);
}

using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public sealed class VerdictRuleTests
{
    [Theory]
    [InlineData(0.1, 3, false, VerdictWord.Improved)]
    [InlineData(0, 3, false, VerdictWord.CannotTell)]
    [InlineData(-3, -0.1, false, VerdictWord.Worsened)]
    [InlineData(-1, 1, false, VerdictWord.NoChange)]
    [InlineData(0.1, 1, true, VerdictWord.Improved)]
    public void An_interval_becomes_a_word(double low, double high, bool less, VerdictWord word)
    {
        var said = VerdictRule.Word(
            new((low + high) / 2, low, high, 1),
            EffectScale.Difference,
            Direction.Up,
            2,
            out var lessThanPredicted
        );

        Assert.Equal((word, less), (said, lessThanPredicted));
    }

    [Theory]
    [InlineData(-3, -0.1, VerdictWord.Improved)]
    [InlineData(0.1, 3, VerdictWord.Worsened)]
    [InlineData(-1, 1, VerdictWord.NoChange)]
    [InlineData(-3, 1, VerdictWord.CannotTell)]
    public void Where_down_is_wanted_the_same_interval_is_read_the_other_way(double low, double high, VerdictWord word)
    {
        var effect = new Estimate((low + high) / 2, low, high, 1);

        Assert.Equal(word, VerdictRule.Word(effect, EffectScale.Difference, Direction.Down, -2, out _));
        Assert.Equal((-high, -low), VerdictRule.Wanted(effect, EffectScale.Difference, Direction.Down));
    }

    [Theory]
    [InlineData(0.7, 0.95, VerdictWord.Improved)]
    [InlineData(1.05, 1.3, VerdictWord.Worsened)]
    [InlineData(0.9, 1.1, VerdictWord.NoChange)]
    [InlineData(0.7, 1.1, VerdictWord.CannotTell)]
    public void No_effect_of_a_ratio_is_one(double low, double high, VerdictWord word) =>
        Assert.Equal(word, VerdictRule.Word(new(1, low, high, 0.1), EffectScale.Ratio, Direction.Down, 0.8, out _));

    [Fact]
    public void Where_nothing_was_predicted_an_interval_that_holds_no_effect_tells_nothing()
    {
        var effect = new Estimate(0, -1, 1, 0.5);

        Assert.Equal(
            VerdictWord.CannotTell,
            VerdictRule.Word(effect, EffectScale.Difference, Direction.Up, null, out var less)
        );
        Assert.False(less);
    }

    [Theory]
    [InlineData(2, Direction.Up, EffectScale.Difference, null)]
    [InlineData(-2, Direction.Down, EffectScale.Difference, null)]
    [InlineData(0.9, Direction.Down, EffectScale.Ratio, null)]
    [InlineData(
        0,
        Direction.Up,
        EffectScale.Difference,
        "The prediction says that nothing changes; a change that is to do nothing cannot be judged."
    )]
    [InlineData(
        1,
        Direction.Down,
        EffectScale.Ratio,
        "The prediction says that nothing changes; a change that is to do nothing cannot be judged."
    )]
    [InlineData(-2, Direction.Up, EffectScale.Difference, "The prediction goes down, and up is wanted.")]
    [InlineData(1.2, Direction.Down, EffectScale.Ratio, "The prediction goes up, and down is wanted.")]
    [InlineData(double.NaN, Direction.Up, EffectScale.Difference, "A prediction must be a number.")]
    [InlineData(
        0,
        Direction.Down,
        EffectScale.Ratio,
        "A predicted ratio of rates must be a number above zero: 0.9 for a tenth fewer."
    )]
    public void A_prediction_goes_somewhere_and_the_wanted_way(
        double predicted,
        Direction wanted,
        EffectScale scale,
        string? fault
    ) => Assert.Equal(fault, VerdictRule.Fault(predicted, wanted, scale));

    [Fact]
    public void The_sentence_of_a_word_says_the_effect_and_what_became_of_the_promise()
    {
        Assert.Equal("Improved: +2.5.", VerdictRule.Say(VerdictWord.Improved, "+2.5", null, false));
        Assert.Equal("Worsened: −2.5.", VerdictRule.Say(VerdictWord.Worsened, "−2.5", "+4", false));
        Assert.Equal(
            "Improved and growing, less than predicted (+4), looked again (3rd): +2.5.",
            VerdictRule.Say(VerdictWord.Improved, "+2.5", "+4", true, "Improved and growing", ", looked again (3rd)")
        );
        Assert.Equal(
            "No change, looked again (2nd): +0.1, which holds no effect and excludes the predicted +4.",
            VerdictRule.Say(VerdictWord.NoChange, "+0.1", "+4", false, null, ", looked again (2nd)")
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => VerdictRule.Say(VerdictWord.CannotTell, "", null, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerdictRule.Say(VerdictWord.NotMeasured, "", null, false));
    }
}

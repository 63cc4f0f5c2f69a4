using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Numbers and effects as sentences say them.</summary>
public class WordingTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(12.345, "12.3")]
    [InlineData(12.35, "12.4")] // a half away from zero
    [InlineData(-12.35, "−12.4")]
    [InlineData(0.012345, "0.0123")]
    [InlineData(999.5, "1,000")]
    [InlineData(1234567, "1,234,567")] // whole digits are never given up
    [InlineData(1234.5, "1,235")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000009, "9 × 10^−7")]
    [InlineData(-0.0000009, "−9 × 10^−7")]
    [InlineData(1e15, "1 × 10^15")]
    [InlineData(-2.345e20, "−2.35 × 10^20")]
    [InlineData(999e12, "999,000,000,000,000")]
    [InlineData(double.NaN, "not known")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void A_number_is_said_to_three_digits(double value, string words) =>
        Assert.Equal(words, Wording.Number(value));

    [Theory]
    [InlineData(2.5, EffectScale.Difference, "+2.5")]
    [InlineData(-2.5, EffectScale.Difference, "−2.5")]
    [InlineData(0, EffectScale.Difference, "0")]
    [InlineData(0.89, EffectScale.Ratio, "11 % lower")]
    [InlineData(1.25, EffectScale.Ratio, "25 % higher")]
    [InlineData(1, EffectScale.Ratio, "no change")]
    [InlineData(1.00004, EffectScale.Ratio, "no change")]
    [InlineData(0.99996, EffectScale.Ratio, "no change")]
    [InlineData(1.0001, EffectScale.Ratio, "0.01 % higher")]
    [InlineData(0.9999, EffectScale.Ratio, "0.01 % lower")]
    public void A_size_says_which_way(double value, EffectScale scale, string words) =>
        Assert.Equal(words, Wording.Size(value, scale));

    [Theory] // the half-width decides: 1.94 has its second digit a tenth behind the point
    [InlineData(2.46, 0.52, 4.4, "", 0.95, "+2.5 (95 % interval +0.5 to +4.4)")]
    [InlineData(2.46, 0.52, 4.4, "of 100", 0.95, "+2.5 of 100 (95 % interval +0.5 to +4.4)")]
    [InlineData(-246, -440, -52, "", 0.975, "−246 (97.5 % interval −440 to −52)")]
    [InlineData(0.00123, -0.00012, 0.00258, "", 0.95, "+0.0012 (95 % interval −0.0001 to +0.0026)")]
    [InlineData(0.004, -0.9, 0.9, "", 0.95, "0.00 (95 % interval −0.90 to +0.90)")]
    [InlineData(12500, 2500, 22500, "", 1 - 0.1 / 12, "+12,500 (99.17 % interval +2,500 to +22,500)")]
    [InlineData(1e-9, -1e-9, 3e-9, "", 0.95, "0.000000 (95 % interval 0.000000 to 0.000000)")] // no more than six places
    [InlineData(2.25, 2.25, 2.25, "", 0.95, "+2.25 (95 % interval +2.25 to +2.25)")]
    [InlineData(2, 2, 2, "", 0.95, "+2 (95 % interval +2 to +2)")]
    [InlineData(2, double.NegativeInfinity, 3, "", 0.95, "+2 (95 % interval −∞ to +3)")]
    [InlineData(1e15, 1, 3e15, "", 0.95, "+1 × 10^15 (95 % interval +1 to +3 × 10^15)")]
    public void An_effect_is_said_to_the_place_that_its_interval_bears(
        double value,
        double low,
        double high,
        string unit,
        double confidence,
        string words
    ) => Assert.Equal(words, Wording.Effect(new(value, low, high, 1), EffectScale.Difference, unit, confidence));

    [Theory]
    [InlineData(0.8, 0.7, 0.9, "20 % lower (95 % interval 30 % lower to 10 % lower)")]
    [InlineData(1.05, 0.94, 1.16, "5 % higher (95 % interval 6 % lower to 16 % higher)")]
    [InlineData(1.004, 0.984, 1.024, "0.4 % higher (95 % interval 1.6 % lower to 2.4 % higher)")]
    [InlineData(1, 0.8, 1.25, "no change (95 % interval 20 % lower to 25 % higher)")]
    public void A_ratio_is_said_in_per_cent_and_has_no_unit(double value, double low, double high, string words) =>
        Assert.Equal(words, Wording.Effect(new(value, low, high, 1), EffectScale.Ratio, "calls"));

    [Fact]
    public void Another_size_of_an_effect_is_said_to_the_same_place()
    {
        var effect = new Estimate(2.46, 0.52, 4.4, 1);
        Assert.Equal("+3.3", Wording.At(3.333, effect, EffectScale.Difference));
        Assert.Equal("−3.3 of 100", Wording.At(-3.333, effect, EffectScale.Difference, "of 100"));
        Assert.Equal("13 % lower", Wording.At(0.8666, new(0.8, 0.7, 0.9, 1), EffectScale.Ratio, "calls"));
        Assert.Equal("7 % higher", Wording.At(1.0666, new(0.8, 0.7, 0.9, 1), EffectScale.Ratio));
    }

    [Fact]
    public void Sentences_are_joined_and_closed_once()
    {
        Assert.Equal("needs 8 points.", Wording.InASentence("Needs 8 points."));
        Assert.Equal("Done.", Wording.Closed("Done"));
        Assert.Equal("Done.", Wording.Closed("Done."));
        Assert.Equal("9 November 2026", Wording.Day(new(2026, 11, 9)));
    }
}

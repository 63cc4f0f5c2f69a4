using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What a band says of itself, and why there is none.</summary>
public class NoiseBandWordsTests
{
    [Theory]
    [InlineData(0, "Not measured: there is no point.")]
    [InlineData(1, "Limits need 6 points, and there is 1.")]
    [InlineData(5, "Limits need 6 points, and there are 5.")]
    [InlineData(6, "Provisional limits from 6 points; they are firm from 12 on.")]
    [InlineData(11, "Provisional limits from 11 points; they are firm from 12 on.")]
    [InlineData(12, "Limits from 12 points.")]
    public void How_firm_the_limits_are_is_said_in_words(int points, string said) =>
        Assert.Equal(said, NoiseBand.Of(Published.Weeks(Published.Wheeler[..points])).InWords);

    [Fact]
    public void Points_left_out_are_said_in_words()
    {
        string Of(params int[] alone) =>
            NoiseBand
                .Of(
                    Series
                        .Of(
                            Enumerable
                                .Range(0, 12)
                                .Concat(alone)
                                .Select(week => new Point(
                                    new DateOnly(2026, 1, 5).AddDays(7 * week),
                                    Published.Wheeler[week]
                                )),
                            Cadence.Week
                        )
                        .Value
                )
                .InWords;
        Assert.Equal("Centre and limits from 12 points (1 more stands alone between gaps and is left out).", Of(14));
        Assert.Equal(
            "Centre and limits from 12 points (2 more stand alone between gaps and are left out).",
            Of(14, 16)
        );
        Assert.Equal("Limits from 14 points.", Of(14, 15));
    }

    [Fact]
    public void Bounds_and_rebases_that_make_no_sense_are_refused_in_words()
    {
        Assert.Equal(
            "The lowest value (3) must be below the highest (2).",
            Assert.Throws<ArgumentException>(() => BandSettings.Wheeler.Within(3, 2)).Message
        );
        const string finite = "A bound must be finite; leave it null when there is none.";
        Assert.Equal(
            finite,
            Assert.Throws<ArgumentException>(() => BandSettings.Wheeler.Within(double.NaN, 2)).Message
        );
        Assert.Equal(
            finite,
            Assert.Throws<ArgumentException>(() => BandSettings.Wheeler.Within(0, double.PositiveInfinity)).Message
        );
        var series = Published.Weeks(Published.Wheeler);
        Assert.Equal(
            "The rebase of 2 March 2026 needs a reason: what changed in the world?",
            PhasedBand.Of(series, null, [new(new(2026, 3, 2), " ")]).Because
        );
        Assert.Equal(
            "The rebase of 2 March 2026 must come after the one before it.",
            PhasedBand.Of(series, null, [new(new(2026, 3, 2), "one"), new(new(2026, 3, 2), "two")]).Because
        );
    }
}

using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>The vectors of methods/okr 3.13, with the tool that published each.</summary>
public class ProgressTests
{
    static double? Share(double? baseline, double target, double? current) =>
        Progress.Of(baseline, target, current).Value.Share;

    [Theory]
    [InlineData(100, 60, 80, 0.5)] // Quantive
    [InlineData(100, 60, 70, 0.75)]
    [InlineData(100, 60, 50, 1.25)]
    [InlineData(200, 0, 100, 0.5)] // Leantime #3247: its reporter expected 100 %
    [InlineData(0, 10, -5, -0.5)]
    public void A_falling_target_counts_downwards(double baseline, double target, double current, double share) =>
        Assert.Equal(share, Share(baseline, target, current));

    [Fact]
    public void An_unknown_baseline_gives_no_progress()
    {
        Assert.Null(Share(null, 10, 5));
        Assert.Equal("The baseline is being measured.", Progress.Of(null, 10, 5).Value.Sentence);
        Assert.Null(Share(1, 10, null));
    }

    [Fact]
    public void A_target_equal_to_the_baseline_is_refused_in_words() =>
        Assert.Equal(
            "Baseline and target are both 5: nothing would change. Is this a health metric?",
            Progress.Of(5, 5, 5).Because
        );

    [Fact]
    public void A_move_inside_the_band_is_noise_whatever_its_percentage()
    {
        double[] quiet = [20, 22, 17, 21, 25, 18, 20, 23, 16, 21, 19, 24, 18, 22]; // 9.4 to 31.6 of the first 12
        var inside = Progress.Of(20, 32, 30, Look([.. quiet, 30])).Value;

        Assert.True(inside.IsWithinNoise);
        Assert.Equal("83.3 % of the way, not yet distinguishable from noise.", inside.Sentence);
        Assert.False(Progress.Of(20, 40, 34, Look([.. quiet, 34])).Value.IsWithinNoise);
        Assert.Null(Progress.Of(20, 40, 34, Look([1, 2])).Value.IsWithinNoise);
    }

    [Fact]
    public void A_lasting_shift_inside_the_limits_is_not_called_noise()
    {
        double[] shifted =
        [
            20,
            22,
            17,
            21,
            25,
            18,
            20,
            23,
            16,
            21,
            19,
            24,
            26,
            25,
            27,
            26,
            28,
            25,
            27,
            26,
            25,
            27,
            26,
            25,
        ];
        var look = Look(shifted);

        Assert.False(look.Band.Excludes(25));
        Assert.False(Progress.Of(20, 32, 25, look).Value.IsWithinNoise);
        Assert.Equal("41.7 % of the way.", Progress.Of(20, 32, 25, look).Value.Sentence);
    }

    static BandedSeries Look(double[] values)
    {
        var series = Published.Weeks(values);
        return BandedSeries
            .Of(series, [(new Window(series[0].Date, series[Math.Min(11, values.Length - 1)].Date), "the start")])
            .Value;
    }

    static ProgressAverage Average(params (double Share, double Weight)[] parts) =>
        Progress.Average(parts.Select(part => (Progress.Of(0, 1, part.Share).Value, part.Weight)));

    [Fact]
    public void Averages_are_plain_or_weighted_means()
    {
        Assert.Equal(1 / 3.0, Average((1, 1), (0, 1), (0, 1)).Share!.Value, 1e-12); // Perdoo 33 %
        Assert.Equal(0.34, Average((.30, 40), (.30, 20), (.40, 40)).Share!.Value, 1e-12); // Synergita 34 %
        Assert.Equal(0.225, Average((.27, 1), (.18, 1)).Share!.Value, 1e-12); // Gtmhub 39 % with a child; the child is shown, not added
    }

    [Fact]
    public void What_is_not_known_is_left_out_and_counted()
    {
        var average = Progress.Average(
            (Progress.Of(0, 1, 0.5).Value, 1),
            (Progress.Of(0, 1, 9).Value, 1),
            (Progress.Of(null, 1, 1).Value, 1)
        );

        Assert.Equal(new ProgressAverage(0.75, 2, 3), average);
        Assert.Null(Progress.Average().Share);
    }

    [Theory]
    [InlineData(25, GuardrailState.Holding)] // Quantive, stay below 25: 0 %; inclusive here
    [InlineData(25.1, GuardrailState.Breached)]
    public void Exactly_on_the_limit_holds(double value, GuardrailState state) =>
        Assert.Equal(state, Guardrail.AtMost(25).Of(value));

    [Fact]
    public void A_strict_limit_is_breached_exactly_on_it() =>
        Assert.Equal(GuardrailState.Breached, Guardrail.AtMost(25, strict: true).Of(25));

    [Theory]
    [InlineData(0.25, GuardrailState.Holding)] // Profit.co, at most 1: 175 % and 25 %
    [InlineData(1.75, GuardrailState.Breached)]
    public void A_guardrail_has_a_state_and_no_percentage(double value, GuardrailState state) =>
        Assert.Equal(state, Guardrail.AtMost(1).Of(value));

    [Fact] // Profit.co: between 4 and 5 over 13 weeks, 9 inside, 1 missing, 3 outside gives 9/13
    public void A_missed_period_is_unknown_and_not_a_breach()
    {
        double?[] weeks = [4, 4.5, 5, 4.2, 4.4, null, 4.6, 5.5, 3.1, 4.9, 4.8, 4.1, 6];
        var record = Guardrail.Between(4, 5).Over(weeks);

        Assert.Equal(new GuardrailRecord(GuardrailState.Breached, 9, 3, 1, 1), record);
        Assert.Equal(0.75, record.ShareHeld);
    }

    [Fact]
    public void Distance_to_a_range_is_told_by_its_width()
    {
        var range = Guardrail.Between(10, 20);

        Assert.Equal((0, 5, 2), (range.Distance(15), range.Distance(25), range.Distance(8)));
        Assert.Equal(0.5, range.RelativeDistance(25));
        Assert.Null(Guardrail.AtMost(3).RelativeDistance(9));
        Assert.Equal(GuardrailState.Unknown, range.Of(null));
        Assert.Throws<ArgumentException>(() => Guardrail.Between(2, 2));
    }

    [Fact]
    public void Progress_says_what_it_does_not_know()
    {
        Assert.Equal("Not measured yet.", Progress.Of(1, 10, null).Value.Sentence);
        Assert.Equal("Worse than start.", Progress.Of(0, 10, -5).Value.Sentence);
        Assert.Equal("0 % of the way.", Progress.Of(0, 10, 0).Value.Sentence);
        const string finite = "Baseline, target and current value must be finite numbers; leave out what is not known.";
        Assert.Equal(finite, Progress.Of(0, double.NaN, 1).Because);
        Assert.Equal(finite, Progress.Of(double.NaN, 1, 1).Because);
        Assert.Equal(finite, Progress.Of(0, 1, double.PositiveInfinity).Because);
        Assert.Equal(
            "Baseline and target lie so close, or so far apart, that no share can be computed.",
            Progress.Of(-1e308, 1e308, 1e308).Because
        );
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void A_weight_is_above_zero(double weight) =>
        Assert.StartsWith(
            "A weight must be above zero.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Average((1, weight))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_guardrail_from_below_holds_on_its_limit_unless_it_is_strict()
    {
        Assert.Equal(GuardrailState.Holding, Guardrail.AtLeast(3).Of(3));
        Assert.Equal(GuardrailState.Breached, Guardrail.AtLeast(3).Of(2.9));
        Assert.Equal(GuardrailState.Breached, Guardrail.AtLeast(3, strict: true).Of(3));
        Assert.Equal(GuardrailState.Holding, Guardrail.AtLeast(3, strict: true).Of(3.1));
        Assert.Equal(GuardrailState.Holding, Guardrail.AtMost(3, strict: true).Of(2.9));
        Assert.Equal(GuardrailState.Unknown, Guardrail.AtMost(3).Of(double.NaN));
    }

    [Fact]
    public void Limits_that_are_none_are_refused_in_words()
    {
        Assert.Equal(
            "A range needs low below high.",
            Assert.Throws<ArgumentException>(() => Guardrail.Between(3, 2)).Message
        );
        Assert.StartsWith(
            "A limit must be finite.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Guardrail.AtMost(double.NaN)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => Guardrail.Between(double.NegativeInfinity, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Guardrail.AtLeast(double.PositiveInfinity));
    }

    [Fact]
    public void The_record_keeps_the_newest_that_was_measured_and_the_worst_breach()
    {
        Assert.Equal(
            new GuardrailRecord(GuardrailState.Holding, 1, 2, 2, 7),
            Guardrail.AtMost(5).Over([null, 12, 6, 4, null])
        );
        Assert.Equal(new GuardrailRecord(GuardrailState.Holding, 2, 0, 0, null), Guardrail.AtMost(5).Over([4, 5]));
        Assert.Null(Guardrail.AtMost(5).Over([null]).ShareHeld);
    }
}

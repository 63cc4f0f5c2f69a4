using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class SignalsTests
{
    [Fact] // T1 has none
    public void Noise_alone_gives_no_signal()
    {
        var series = Published.Weeks(Published.Wheeler);
        Assert.Empty(Signals.In(series, NoiseBand.Of(series)));
    }

    [Fact] // T3: Nile, baseline 1871 to 1898
    public void The_Nile_shifts_when_history_says_so()
    {
        var series = Published.NileYears();
        var band = NoiseBand.Of(series, new Window(new(1871, 1, 1), new(1898, 12, 31)));
        var signals = Signals.In(series, band);

        Assert.Equal(1097.75, band.Centre!.Value, 0.005);
        Assert.Equal(141.185, band.AverageMovingRange!.Value, 0.0005);
        Assert.Equal(722.2, band.Lower!.Value, 0.05);
        Assert.Equal(1473.3, band.Upper!.Value, 0.05);
        Assert.DoesNotContain(signals, signal => signal.CompletedDate.Year <= 1898);
        Assert.Equal(1901, signals.First(signal => signal.Rule is SignalRule.NearALimit).CompletedDate.Year);
        Assert.Equal(1902, signals.First(signal => signal.Rule is SignalRule.Outside).FromDate.Year);
        Assert.Equal(1906, signals.First(signal => signal.Rule is SignalRule.RunOnOneSide).CompletedDate.Year);
        Assert.All(signals.Take(3), signal => Assert.Equal(Direction.Down, signal.Direction));
    }

    // A band of centre 0 and limits -6 and 6, whatever follows it.
    static IReadOnlyList<Signal> After(RuleSet rules, params double[] values)
    {
        var range = 6 / 2.66;
        double[] calm = [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? range / 2 : -range / 2)];
        var series = Published.Weeks([.. calm, .. values]);
        var band = NoiseBand.Of(series, new Window(series[0].Date, series[11].Date));
        return
        [
            .. Signals
                .In(series, band, rules)
                .Select(signal =>
                    signal with
                    {
                        From = signal.From - 11,
                        To = signal.To - 11,
                        Completed = signal.Completed - 11,
                    }
                ),
        ];
    }

    [Fact]
    public void Eight_on_a_side_fire_for_Wheeler_and_seven_do_not()
    {
        Assert.Empty(After(RuleSet.Wheeler, 1, 2, 1, 2, 1, 2, 1));
        var signal = Assert.Single(After(RuleSet.Wheeler, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1));

        Assert.Equal(
            (SignalRule.RunOnOneSide, Direction.Up, 1, 8, 10),
            (signal.Rule, signal.Direction, signal.From, signal.Completed, signal.To)
        );
    }

    [Fact]
    public void Seven_on_a_side_fire_for_Making_Data_Count_at_the_seventh()
    {
        Assert.Empty(After(RuleSet.MakingDataCount, 1, 2, 1, 2, 1, 2));
        Assert.Equal(7, Assert.Single(After(RuleSet.MakingDataCount, 1, 2, 1, 2, 1, 2, 1)).Completed);
    }

    [Fact]
    public void A_point_on_the_centre_breaks_a_run() =>
        Assert.Empty(After(RuleSet.MakingDataCount, 1, 2, 1, 2, 0, 1, 2, 1, 2, 1));

    [Fact] // voice.md 3.6: 1 2 3 3 4 5 6 is no trend, 1..7 is
    public void A_tie_breaks_a_trend()
    {
        Assert.DoesNotContain(
            After(RuleSet.MakingDataCount, -3, -2, -1, -1, 0, 1, 2),
            signal => signal.Rule is SignalRule.Trend
        );
        var trend = Assert.Single(
            After(RuleSet.MakingDataCount, -3, -2, -1, 0, 1, 2, 3),
            signal => signal.Rule is SignalRule.Trend
        );
        Assert.Equal((1, 7, Direction.Up), (trend.From, trend.To, trend.Direction));
    }

    [Fact]
    public void A_falling_trend_goes_down() =>
        Assert.Equal(
            Direction.Down,
            Assert
                .Single(
                    After(RuleSet.MakingDataCount, 3, 2, 1, 0, -1, -2, -3),
                    signal => signal.Rule is SignalRule.Trend
                )
                .Direction
        );

    [Fact] // voice.md 3.6: close to a limit 0 0 1 0 1 0 0 on the same side gives points 3 to 5
    public void Two_of_three_in_the_outer_third_are_one_signal()
    {
        var signal = Assert.Single(After(RuleSet.MakingDataCount, 1, -1, 5, -1, 5, -1, 1));
        Assert.Equal((SignalRule.OuterThird, 3, 5), (signal.Rule, signal.From, signal.To));
    }

    [Fact] // voice.md 3.6: 5.5 and -5.5 lie on opposite sides
    public void Opposite_sides_do_not_add_up() => Assert.Empty(After(RuleSet.MakingDataCount, 1, -1, 1, -1, 5.5, -5.5));

    [Fact]
    public void Three_of_four_near_the_same_limit_fire_for_Wheeler()
    {
        var signal = Assert.Single(After(RuleSet.Wheeler, -1, 4, 4, -1, 4, -1));
        Assert.Equal(
            (SignalRule.NearALimit, Direction.Up, 2, 5, 5),
            (signal.Rule, signal.Direction, signal.From, signal.To, signal.Completed)
        );
        Assert.Empty(After(RuleSet.Wheeler, -1, 4, 4, -1, -1, 4, -1));
        Assert.Empty(After(RuleSet.Wheeler, 4, 4, -4, -1));
    }

    [Fact]
    public void Nearer_the_limit_begins_halfway()
    {
        Assert.Single(After(RuleSet.Wheeler, 3.1, 3.1, 3.1, -1));
        Assert.Empty(After(RuleSet.Wheeler, 2.9, 3.1, 3.1, -1));
    }

    [Fact] // NHS package: a point outside is told by its own rule and not counted again
    public void A_point_outside_is_not_in_the_outer_third() =>
        Assert.Equal(SignalRule.Outside, Assert.Single(After(RuleSet.MakingDataCount, -1, 7, 5, -1)).Rule);

    [Fact]
    public void A_point_outside_says_where()
    {
        var signal = Assert.Single(After(RuleSet.Wheeler, -1, 7, -1));
        Assert.Equal((SignalRule.Outside, Direction.Up, 2), (signal.Rule, signal.Direction, signal.From));
        Assert.Equal("a point above the upper limit", signal.InWords);
    }

    [Fact]
    public void Without_limits_there_are_no_signals()
    {
        var series = Published.Weeks(1, 100, 1, 100, 1);
        Assert.Empty(Signals.In(series, NoiseBand.Of(series)));
    }
}

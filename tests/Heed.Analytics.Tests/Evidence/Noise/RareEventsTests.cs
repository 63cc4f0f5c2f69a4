using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class RareEventsTests
{
    static DateOnly[] Events(params int[] daysBetween)
    {
        var day = new DateOnly(2025, 1, 1);
        return [day, .. daysBetween.Select(days => day = day.AddDays(days))];
    }

    static readonly int[] Usual = [12, 30, 7, 21, 44, 15, 9, 26, 33, 18, 11, 40, 24, 8];

    [Fact]
    public void Limits_are_told_in_days_and_never_below_zero()
    {
        var rare = RareEvents.Of(Events(Usual)).Value;

        Assert.Equal(Usual, rare.DaysBetween);
        Assert.Equal(BandState.Firm, rare.State);
        Assert.InRange(rare.Centre!.Value, 15, 22);
        Assert.True(rare.Lower >= 0 && rare.Upper > Usual.Max());
        Assert.Empty(rare.Signals);
    }

    [Fact] // Nelson 1994: on the scale of days to the power of 1/3.6 the limits are those of an XmR chart
    public void The_limits_are_those_of_the_transformed_days()
    {
        var rare = RareEvents.Of(Events(Usual)).Value;
        var band = NoiseBand.Of(Published.Weeks([.. Usual.Select(days => Math.Pow(days, 1 / 3.6))]));

        Assert.Equal(Math.Pow(band.Upper!.Value, 3.6), rare.Upper!.Value, 1e-9);
        Assert.Equal(Math.Pow(band.Centre!.Value, 3.6), rare.Centre!.Value, 1e-9);
    }

    [Fact]
    public void Wild_distances_have_a_lower_limit_of_no_days()
    {
        var wild = RareEvents.Of(Events([1, 700, 0, 500, 1, 900, 0, 800])).Value;
        Assert.Equal(0, wild.Lower);
    }

    [Fact]
    public void A_long_peace_is_a_signal_upwards()
    {
        var rare = RareEvents.Of(Events([.. Usual, 900])).Value;
        var signal = Assert.Single(rare.Signals, signal => signal.Rule is SignalRule.Outside);

        Assert.Equal(Direction.Up, signal.Direction);
        Assert.Equal(new DateOnly(2025, 1, 1).AddDays(Usual.Sum() + 900), signal.FromDate);
    }

    [Fact]
    public void Events_that_crowd_are_a_signal_downwards() =>
        Assert.Contains(
            RareEvents.Of(Events([.. Usual, 0, 0, 1, 0])).Value.Signals,
            signal => signal.Direction is Direction.Down
        );

    [Fact]
    public void Few_events_have_no_limits()
    {
        Assert.Null(RareEvents.Of(Events(3, 9)).Value.Upper);
        Assert.Null(RareEvents.Of([]).Value.Centre);
        Assert.Contains(
            "in the order of their dates",
            RareEvents.Of([new(2026, 2, 1), new(2026, 1, 1)]).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Counts_mostly_zero_are_rare()
    {
        Assert.True(RareEvents.AreRare(Published.Weeks(0, 0, 1, 0, 2)));
        Assert.False(RareEvents.AreRare(Published.Weeks(0, 3, 1)));
        Assert.False(RareEvents.AreRare(Published.Weeks(0, 2, 1))); // one a period is not rare
        Assert.False(RareEvents.AreRare(Published.Weeks()));
    }
}

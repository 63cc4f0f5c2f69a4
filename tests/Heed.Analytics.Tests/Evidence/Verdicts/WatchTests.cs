using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class WatchTests
{
    static readonly double[] Improved = [5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4];

    static Watch After(params double[] since)
    {
        var series = Published.Weeks([.. Improved, .. since]);
        return Watch.Of(series, new(series[0].Date, series[11].Date), Direction.Down);
    }

    [Fact]
    public void Nothing_back_towards_the_old_level_is_held() =>
        Assert.Equal(WatchState.Held, After(Improved[..8]).State);

    [Fact]
    public void Better_still_is_held() => Assert.Equal(WatchState.Held, After(-9, -9, -9, -9, -9, -9, -9, -9).State);

    [Fact]
    public void A_run_back_is_a_relapse()
    {
        var watch = After(6, 7, 6, 7, 6, 7, 6, 7);

        Assert.Equal(WatchState.Relapsed, watch.State);
        Assert.Equal(SignalRule.RunOnOneSide, watch.Signal!.Rule);
        Assert.StartsWith(
            "Relapsed: 8 points in a row above the centre of the improved level",
            watch.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_point_outside_is_a_relapse_after_two_periods_and_not_after_one()
    {
        Assert.Equal(WatchState.Waiting, After(60).State);
        Assert.Equal(WatchState.Relapsed, After(60, 5).State);
    }

    [Fact]
    public void Too_few_periods_wait()
    {
        var watch = After(5, 6, 5);
        Assert.Equal("Watching: it can be said from 25 May 2026 on.", watch.Sentence);
    }

    [Fact]
    public void Without_a_band_or_a_point_it_cannot_be_told()
    {
        Assert.Equal(WatchState.CannotTell, After().State);
        var series = Published.Weeks(1, 2, 3, 4);
        Assert.Equal(
            WatchState.CannotTell,
            Watch.Of(series, new(series[0].Date, series[2].Date), Direction.Down).State
        );
    }
}

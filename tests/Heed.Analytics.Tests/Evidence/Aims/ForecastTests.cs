using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ForecastTests
{
    [Fact]
    public void A_straight_line_goes_straight_on()
    {
        var forecast = Forecast.Of(Published.Weeks(1, 3, 5, 7, 9), new(2026, 2, 16)).Value;

        Assert.Equal(13, forecast.Value, 1e-9);
        Assert.Equal(2.0 / 7, forecast.SlopePerDay, 1e-12);
        Assert.Equal(13, forecast.High, 1e-9);
    }

    [Fact]
    public void One_wild_week_does_not_turn_the_slope() =>
        Assert.Equal(
            2.0 / 7,
            Forecast.Of(Published.Weeks(1, 3, 90, 7, 9, 11, 13), new(2026, 3, 2)).Value.SlopePerDay,
            1e-12
        );

    [Fact]
    public void The_interval_grows_with_the_distance_and_stays_within_the_bounds()
    {
        var series = Published.Weeks(90, 93, 91, 95, 94, 97);
        var near = Forecast.Of(series, new(2026, 2, 16), 0, 100).Value;
        var far = Forecast.Of(series, new(2026, 6, 1), 0, 100).Value;

        Assert.True(far.Value - far.Low > near.Value - near.Low);
        Assert.Equal(100, far.High);
        Assert.True(far.Value <= 100);
    }

    [Fact]
    public void Only_the_recent_weeks_count() =>
        Assert.Equal(
            7,
            Forecast.Of(Published.Weeks([.. Published.Wheeler, 1, 2, 3, 4, 5, 6, 7]), new(2026, 12, 1)).Value.Points
        );

    [Fact]
    public void Sparse_points_reach_back_to_the_last_four()
    {
        var series = Series.Of(new DateOnly(2025, 1, 1), Cadence.Month, 1, 2, 3, 4, 5, 6).Value;
        Assert.Equal(4, Forecast.Of(series, new(2025, 9, 1)).Value.Points);
    }

    [Fact]
    public void Three_points_are_not_enough() =>
        Assert.Equal(
            "Not enough data: a forecast needs points on 4 days, has 3.",
            Forecast.Of(Published.Weeks(1, 2, 3), new(2026, 9, 1)).Because
        );

    [Fact]
    public void A_forecast_looks_ahead() =>
        Assert.Contains(
            "looks ahead",
            Forecast.Of(Published.Weeks(1, 2, 3, 4), new(2026, 1, 6)).Because,
            StringComparison.Ordinal
        );
}

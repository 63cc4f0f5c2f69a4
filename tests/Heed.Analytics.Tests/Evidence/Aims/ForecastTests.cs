using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Tests.Evidence;

public class ForecastTests
{
    [Fact]
    public void A_straight_line_goes_straight_on()
    {
        var forecast = Forecast.Of(Published.Weeks(1, 3, 5.01, 7, 9), new(2026, 2, 16)).Value;

        Assert.Equal(13, forecast.Value, 0.02);
        Assert.Equal(2.0 / 7, forecast.SlopePerDay, 0.001);
        Assert.InRange(forecast.High, 13.001, 13.1);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(.1, .1)]
    [InlineData(1e6 + .1, 1e5 / 3)]
    public void Points_on_one_line_promise_no_certainty(double first, double step) =>
        Assert.Equal(
            "The last 7 points lie exactly on one line, so nothing shows how far the next may lie from it.",
            Forecast
                .Of(Published.Weeks([.. Enumerable.Range(0, 8).Select(i => first + i * step)]), new(2026, 3, 30))
                .Because
        );

    [Theory] // 2,000 series a cell; two Monte Carlo errors are 1.1 %
    [InlineData(0, 24)]
    [InlineData(.3, 24)]
    [InlineData(.6, 24)]
    [InlineData(.6, 52)]
    public void The_interval_holds_the_point_four_weeks_ahead_though_the_noise_remembers(double memory, int points)
    {
        var random = new Random(20260105);
        var held = 0;
        for (var run = 0; run < 2000; run++)
        {
            var noise = Normal.Sample(random, 0, 1);
            var values = new double[points + 4];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = noise;
                noise = memory * noise + Math.Sqrt(1 - memory * memory) * Normal.Sample(random, 0, 1);
            }
            var series = Published.Weeks(values);
            var found = Forecast.Of(series.Before(series[points].Date), series[points + 3].Date).Value;
            held += found.Low <= values[points + 3] && values[points + 3] <= found.High ? 1 : 0;
        }
        Assert.True(held >= 0.93 * 2000, $"{held / 20.0} %");
    }

    [Fact] // Sen 1968, Journal of the American Statistical Association 63, section 6
    public void Sens_own_example_has_its_slope()
    {
        (int Day, double Value)[] published = [(1, 9), (2, 15), (3, 19), (4, 20), (10, 45), (12, 55), (18, 78)];
        var series = Series
            .Of(published.Select(point => new Point(new(2026, 1, point.Day), point.Value)), Cadence.Day)
            .Value;
        var forecast = Forecast.Of(series, new(2026, 1, 20)).Value;

        Assert.Equal(4, forecast.SlopePerDay, 1e-12);
        Assert.Equal(86, forecast.Value, 1e-9);
    }

    [Fact]
    public void Numbers_of_a_millionth_have_a_forecast_too() =>
        Assert.Equal(
            4e-9,
            Forecast.Of(Published.Weeks(0, 1e-9, 1e-9, 3e-9, 3e-9, 4e-9), new(2026, 2, 9)).Value.Value,
            2e-9
        );

    [Fact]
    public void The_six_weeks_reach_back_to_their_first_day() =>
        Assert.Equal(7, Forecast.Of(Published.Weeks(3, 1, 4, 1, 5, 9, 2, 6, 5, 3), new(2026, 3, 16)).Value.Points);

    [Fact]
    public void Four_points_are_enough_and_the_day_of_the_last_one_may_be_asked_for()
    {
        var forecast = Forecast.Of(Published.Weeks(1, 2, 4, 4), new(2026, 1, 26)).Value;

        Assert.Equal((new DateOnly(2026, 1, 26), 4), (forecast.On, forecast.Points));
        Assert.True(forecast.Low < forecast.Value && forecast.Value < forecast.High);
        Assert.Equal(2 * forecast.Value, forecast.Low + forecast.High, 1e-9);
    }

    [Fact]
    public void What_cannot_fall_below_its_least_is_not_forecast_below_it()
    {
        var forecast = Forecast.Of(Published.Weeks(9, 6, 5, 2, 1), new(2026, 3, 30), minimum: 0).Value;
        Assert.Equal((0, 0), (forecast.Value, forecast.Low));
        Assert.True(forecast.High is >= 0 and < 10);
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
            Forecast.Of(Published.Weeks([.. Published.Wheeler, 1, 2, 3, 4, 5, 6, 8]), new(2026, 12, 1)).Value.Points
        );

    [Fact]
    public void Sparse_points_reach_back_to_the_last_four()
    {
        var series = Series.Of(new DateOnly(2025, 1, 1), Cadence.Month, 1, 2, 3, 4, 5, 7).Value;
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
        Assert.Equal(
            "A forecast looks ahead, and 6 January 2026 is before the last point (26 January 2026).",
            Forecast.Of(Published.Weeks(1, 2, 3, 4), new(2026, 1, 6)).Because
        );
}

using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class SeriesTests
{
    static readonly DateOnly Monday = new(2026, 1, 5);

    static string? Fault(Cadence cadence, params Point[] points) => Series.Of(points, cadence).Because;

    [Fact]
    public void Dates_out_of_order_are_refused_in_words() =>
        Assert.Equal(
            "Point 2 (5 January 2026) comes before point 1 (12 January 2026): points must be in the order of their dates.",
            Fault(Cadence.Week, new(Monday.AddDays(7), 1), new(Monday, 2))
        );

    [Fact]
    public void Two_points_in_one_period_are_refused_in_words() =>
        Assert.Equal(
            "Points 1 and 2 (5 January 2026, 11 January 2026) fall in the same week: keep one, or measure more often.",
            Fault(Cadence.Week, new(Monday, 1), new(Monday.AddDays(6), 2))
        );

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_a_number_is_refused_in_words(double value) =>
        Assert.StartsWith(
            "Point 1 (5 January 2026) has no number",
            Fault(Cadence.Week, new Point(Monday, value)),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_too_large_to_compute_with_is_refused_in_words() =>
        Assert.Equal(
            "Point 1 (5 January 2026) is 1 × 10^200: too large to compute with, and no measurement.",
            Fault(Cadence.Week, new Point(Monday, 1e200))
        );

    [Fact]
    public void A_population_of_zero_is_refused_in_words() =>
        Assert.Contains(
            "a population must be above zero",
            Fault(Cadence.Week, new Point(Monday, 3, 0)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_population_for_some_points_only_is_refused() =>
        Assert.Contains(
            "give one to all points or to none",
            Fault(Cadence.Week, new(Monday, 3, 10), new(Monday.AddDays(7), 3)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_missing_period_is_a_gap()
    {
        var series = Series
            .Of([new(new(2025, 12, 1), 1), new(new(2026, 1, 31), 2), new(new(2026, 3, 1), 3)], Cadence.Month)
            .Value;
        Assert.True(series.FollowsOn(1));
        Assert.False(series.FollowsOn(2));
    }

    [Theory]
    [InlineData(Cadence.Day)]
    [InlineData(Cadence.Week)]
    [InlineData(Cadence.Month)]
    [InlineData(Cadence.Quarter)]
    [InlineData(Cadence.Year)]
    public void Every_day_lies_in_the_period_that_begins_on_or_before_it(Cadence cadence)
    {
        for (var day = new DateOnly(2023, 11, 1); day < new DateOnly(2025, 3, 1); day = day.AddDays(1))
        {
            var period = cadence.PeriodOf(day);
            Assert.True(cadence.StartOf(period) <= day && cadence.StartOf(period + 1) > day);
            Assert.Equal(period, cadence.PeriodOf(cadence.StartOf(period)));
        }
    }

    [Fact]
    public void Weeks_begin_on_Monday() =>
        Assert.Equal(DayOfWeek.Monday, Cadence.Week.StartOf(Cadence.Week.PeriodOf(new(2026, 1, 11))).DayOfWeek);

    [Fact]
    public void The_cadence_is_guessed_from_the_usual_distance()
    {
        Assert.Equal(Cadence.Week, Cadences.Guess([Monday, Monday.AddDays(7), Monday.AddDays(14), Monday.AddDays(70)]));
        Assert.Equal(
            Cadence.Month,
            Cadences.Guess(Enumerable.Range(0, 9).Select(i => new DateOnly(2026, 1, 1).AddMonths(i)))
        );
        Assert.Equal(Cadence.Year, Cadences.Guess(Published.NileYears().Points.Select(point => point.Date)));
        Assert.Equal(Cadence.Day, Cadences.Guess([Monday]));
    }

    [Fact]
    public void The_fingerprint_changes_with_the_points_and_with_nothing_else()
    {
        var series = Published.Weeks(1, 2, 0.1 + 0.2);
        Assert.Equal(series.Fingerprint(), Published.Weeks(1, 2, 0.1 + 0.2).Fingerprint());
        Assert.NotEqual(series.Fingerprint(), Published.Weeks(1, 2, 0.3).Fingerprint());
        // Written down once, so that a kept verdict can still be checked by a later version.
        Assert.Equal(
            "77404e7c9fb1053340e863c5c19df67160426d9a306a6ec4bdd1ec0eefd25a4f",
            Published.Weeks(1, 2.5).Fingerprint()
        );
    }

    [Fact]
    public void Rates_need_populations() =>
        Assert.Contains("needs a population", Published.Weeks(1, 2).AsRates().Because, StringComparison.Ordinal);

    [Fact]
    public void A_window_cannot_end_before_it_begins() =>
        Assert.Throws<ArgumentException>(() => new Window(Monday, Monday.AddDays(-1)));

    [Fact]
    public void An_answer_without_a_value_says_why()
    {
        var answer = Published.Weeks(1).AsRates();
        Assert.True(answer.Refused(out var because, out _));
        Assert.Equal(because, Assert.Throws<InvalidOperationException>(() => answer.Value).Message);
        Assert.Equal("Nothing was computed.", default(Answer<int>).Because);
    }

    [Fact]
    public void A_fault_is_said_in_a_whole_sentence()
    {
        Assert.Equal(
            "Point 1 (5 January 2026) has no number: a value must be finite. Leave a period out when it was not measured.",
            Fault(Cadence.Week, new Point(Monday, double.NaN))
        );
        Assert.Equal(
            "Point 2 (12 January 2026) is counted among -1: a population must be above zero.",
            Fault(Cadence.Week, new(Monday, 3, 2), new(Monday.AddDays(7), 3, -1))
        );
        Assert.Equal(
            "Point 2 (12 January 2026) lacks a population and point 1 does not agree: give one to all points or to none.",
            Fault(Cadence.Week, new(Monday, 3, 10), new(Monday.AddDays(7), 3))
        );
        Assert.Equal(
            "Point 2 (12 January 2026) has a population and point 1 does not agree: give one to all points or to none.",
            Fault(Cadence.Week, new(Monday, 3), new(Monday.AddDays(7), 3, 10))
        );
        Assert.Null(Fault(Cadence.Week, new Point(Monday, 1e100)));
        Assert.NotNull(Fault(Cadence.Week, new Point(Monday, 1, double.PositiveInfinity)));
    }

    [Fact]
    public void Rates_are_values_among_so_many()
    {
        var series = Series.Of([new(Monday, 3, 200), new(Monday.AddDays(7), 5, 1000)], Cadence.Week).Value;
        Assert.Equal([0.015, 0.005], series.AsRates().Value.Points.Select(point => point.Value));
        Assert.Equal([1500, 500], series.AsRates(100_000).Value.Points.Select(point => point.Value));
        Assert.Equal([200, 1000], series.AsRates().Value.Points.Select(point => point.Population));
        Assert.Equal(
            "A rate needs a population for each point (sales, calls, customers), and this series has none.",
            Published.Weeks(1, 2).AsRates().Because
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void The_base_of_a_rate_is_above_zero(double per) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Published.Weeks(1, 2).AsRates(per));

    [Fact]
    public void Parts_of_a_series_keep_its_days()
    {
        var series = Series
            .Of([new(Monday, 1), new(Monday.AddDays(7), 2), new(Monday.AddDays(21), 3)], Cadence.Week)
            .Value;
        Assert.True(series.HasGaps);
        Assert.False(series.Before(Monday.AddDays(21)).HasGaps);
        Assert.False(Published.Weeks().HasGaps);
        Assert.Equal((1, 2), (series.Before(Monday.AddDays(7)).Count, series.From(Monday.AddDays(7)).Count));
        Assert.Equal(2, series.In(new(Monday, Monday.AddDays(7))).Count);
        Assert.Equal(0, series.In(new(Monday.AddDays(8), Monday.AddDays(20))).Count);
    }
}

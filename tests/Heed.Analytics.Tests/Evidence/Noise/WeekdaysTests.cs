using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class WeekdaysTests
{
    static readonly DateOnly Monday = new(2026, 1, 5);

    static Series Days(IEnumerable<double> values) => Series.Of(Monday, Cadence.Day, [.. values]).Value;

    [Fact] // Montgomery, Design and Analysis of Experiments, vascular grafts: 4 pressures in 6 batches of resin, F = 8.11, p = 0.0019
    public void The_test_is_that_of_randomised_blocks()
    {
        double[][] pressures =
        [
            [90.3, 89.2, 98.2, 93.9, 87.4, 97.9],
            [92.5, 89.5, 90.6, 94.7, 87.0, 95.8],
            [85.5, 90.8, 89.6, 86.2, 88.0, 93.4],
            [82.5, 89.5, 85.6, 87.4, 78.9, 90.7],
        ];
        var points =
            from batch in Enumerable.Range(0, 6)
            from pressure in Enumerable.Range(0, 4)
            select new Point(Monday.AddDays(7 * batch + pressure), pressures[pressure][batch]);
        var week = Weekdays.Of(Series.Of(points, Cadence.Day).Value).Value;

        Assert.Equal(8.11, week.F, 0.005);
        Assert.Equal(0.0019, week.P, 0.00005);
        Assert.Equal(pressures[0].Average() - pressures.Average(p => p.Average()), week.Levels[0]!.Value, 1e-9);
        Assert.Null(week.Levels[6]);
    }

    [Fact]
    public void A_step_and_a_trend_are_no_pattern_of_the_week_and_stay_in()
    {
        var noise = new Random(3);
        var values = Enumerable
            .Range(0, 140)
            .Select(i => 0.1 * i + (i < 70 ? 0 : 30) + noise.NextDouble() + (i % 7 == 6 ? -20 : 0))
            .ToArray();
        var series = Days(values);
        var week = Weekdays.Of(series).Value;
        var without = week.Without(series);

        Assert.True(week.Differ);
        Assert.Equal(-17, week.Levels[6]!.Value, 0.6);
        Assert.Equal(
            30 + 7,
            without.From(Monday.AddDays(70)).Values.ToArray().Average()
                - without.Before(Monday.AddDays(70)).Values.ToArray().Average(),
            0.2
        );
    }

    [Fact]
    public void Closed_days_of_counts_are_left_out_and_others_get_their_share_as_population()
    {
        var counts = Days(
            Enumerable
                .Range(0, 70)
                .Select(i =>
                    i % 7 >= 5 ? 0.0
                    : i % 7 == 0 ? 20 + i / 7 % 2
                    : 10 + i / 7 % 2
                )
        );
        var week = Weekdays.Of(counts).Value;
        var without = week.AsPopulations(counts);

        Assert.Equal(50, without.Count);
        var rates = without.AsRates().Value.Values.ToArray();
        Assert.InRange(rates.Max() / rates.Min(), 1, 1.15);
    }

    [Theory]
    [InlineData(14, "3 weeks")]
    public void Too_few_weeks_tell_nothing(int days, string said) =>
        Assert.Contains(
            said,
            Weekdays.Of(Days(Enumerable.Range(0, days).Select(i => (double)i % 7))).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void Weeks_have_no_days() =>
        Assert.Contains(
            "daily",
            Weekdays.Of(Series.Of(Monday, Cadence.Week, [1.0, 2, 3, 4]).Value).Because,
            StringComparison.Ordinal
        );

    /// <summary>Noise of neighbours that are a little alike, as days are.</summary>
    static double[] Noise(int seed, double alike, int days = 140)
    {
        var random = new Random(seed);
        var (noise, before) = (new double[days], 0.0);
        for (var i = 0; i < days; i++)
            noise[i] = before =
                alike * before
                + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return noise;
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void Noise_alone_shows_a_pattern_in_at_most_two_of_a_hundred(double alike)
    {
        var found = Enumerable.Range(0, 1000).Count(seed => Weekdays.Of(Days(Noise(seed, alike))).Value.Differ);
        Assert.InRange(found, 0, 20);
    }

    [Fact]
    public void With_the_pattern_taken_out_signals_are_as_rare_as_they_are_without_one()
    {
        double[] pattern = [4, 5, 4, 4, 3, -9, -11];
        var (with, without, left) = (0, 0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var noise = Noise(seed, 0);
            var weekly = Days(noise.Select((value, i) => value + pattern[i % 7]));
            with += HasSignal(Weekdays.Of(weekly).Value.Without(weekly));
            without += HasSignal(Days(noise));
            left += HasSignal(weekly);
        }
        Assert.InRange(with, without - 20, without + 20);
        static int HasSignal(Series series) => Signals.In(series, NoiseBand.Of(series)).Count > 0 ? 1 : 0;
    }

    [Fact]
    public void What_tells_no_days_apart_is_refused_in_words()
    {
        Assert.Equal(
            "Days of the week can be told apart in a daily series only.",
            Weekdays.Of(Series.Of(Monday, Cadence.Week, [1.0, 2, 3, 4]).Value).Because
        );
        Assert.Equal(
            "Days of the week can be told apart from 3 weeks on, and this has 2.",
            Weekdays.Of(Days(Enumerable.Range(0, 15).Select(i => i % 7 + i / 7.0))).Because
        );
        Assert.True(Weekdays.Of(Days(Enumerable.Range(0, 21).Select(i => i % 7 + i * i % 5 / 7.0))).IsGiven);
    }

    // Saturdays give ten more and Sundays four fewer than the days of work, which all give 20; each week another half.
    static Series Shop(double more) =>
        Days(
            Enumerable
                .Range(0, 28)
                .Select(i =>
                    (i % 7) switch
                    {
                        5 => 30.0,
                        6 => 16,
                        _ => 20,
                    }
                    + more * (i * i % 3 - 1)
                )
        );

    [Fact]
    public void The_highest_and_the_lowest_day_are_named()
    {
        var week = Weekdays.Of(Shop(0.01)).Value;

        Assert.Matches(
            "^Saturday lies 9.1[0-9]? above the middle of the week, Sunday 4.8[0-9]? below it$",
            week.InWords
        );
        Assert.True(week.Differ);
        Assert.Equal(146 / 7.0, week.Centre, 0.01);
        Assert.All(week.Without(Shop(0.01)).Values.ToArray(), value => Assert.Equal(146 / 7.0, value, 0.03));
    }

    [Fact]
    public void A_week_that_repeats_to_the_digit_is_a_pattern()
    {
        var week = Weekdays.Of(Shop(0)).Value;
        Assert.Equal((true, 0), (week.Differ, week.P));
    }

    [Fact]
    public void Days_that_are_all_alike_do_not_differ()
    {
        var week = Weekdays.Of(Days(Enumerable.Repeat(5.0, 28))).Value;
        Assert.Equal((0, false), (week.F, week.Differ));
    }
}

using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ChangePointsTests
{
    [Fact] // The Nile at Aswan: 1898 is the last year of the old level (Cobb 1978; R's strucchange: breakpoint 28, 1898).
    public void The_Nile_shifted_after_1898()
    {
        var found = ChangePoints.Of(Published.NileYears()).Value;
        var shift = Assert.Single(found.Shifts);

        Assert.Equal(1899, shift.Date.Year);
        Assert.Equal(1097.75, shift.Before, 0.005);
        Assert.Equal(849.97, shift.After, 0.005);
        // Cobb's conditional interval is 1895 to 1901 or so; strucchange prints 1895 to 1902 for the last old year.
        Assert.InRange(shift.Likely.From.Year, 1894, 1899);
        Assert.InRange(shift.Likely.To.Year, 1899, 1904);
    }

    static Answer<ChangePoints> Of(params double[] values) => ChangePoints.Of(Published.Weeks(values));

    [Fact]
    public void Two_shifts_are_found_with_their_levels()
    {
        var found = Of(Simulated.Steps(1, 0, (40, 50), (30, 55), (40, 48))).Value;
        Assert.Equal(2, found.Shifts.Count);
        Assert.Equal([5, -7], found.Shifts.Select(shift => Math.Round(shift.Step)));
        Assert.StartsWith("The level shifted 2 times, the last time about ", found.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(10_000)]
    public void A_step_of_any_size_is_one_shift(double size)
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var shift = Assert.Single(Of(Simulated.Steps(seed, 0, (30, 50), (30, 50 + size))).Value.Shifts);
            Assert.InRange(shift.Step, size - 1.5, size + 1.5);
        }
    }

    [Fact]
    public void A_straight_line_is_a_drift_and_no_date()
    {
        var noise = Simulated.Noise(new Random(3), 80);
        var found = Of([.. noise.Select((value, i) => value + 0.1 * i)]).Value;
        Assert.True(found.Drifts);
        Assert.Empty(found.Shifts);
        Assert.StartsWith("It drifts rather than shifts", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dated_change_is_held_against_what_the_series_says()
    {
        var series = Published.Weeks(Simulated.Steps(5, 0, (30, 50), (30, 56)));
        var found = ChangePoints.Of(series).Value;
        Assert.StartsWith(
            "The series itself shows a shift there",
            found.Beside(series[30].Date),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The series itself shows its nearest shift elsewhere, about 3 August 2026",
            found.Beside(series[15].Date),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_wild_point_is_no_shift()
    {
        var noise = Simulated.Noise(new Random(8), 60);
        noise[30] = 9;
        Assert.Empty(Of(noise).Value.Shifts);
    }

    [Fact]
    public void Too_few_points_or_no_noise_are_refused_in_words()
    {
        Assert.Contains("needs 20 points, has 3", Of(1, 2, 3).Because, StringComparison.Ordinal);
        Assert.Contains("hardly vary", Of([.. Enumerable.Repeat(5.0, 40)]).Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(20, 0.3)]
    [InlineData(30, 0.3)]
    [InlineData(52, 0)]
    [InlineData(52, 0.3)]
    [InlineData(104, 0)]
    [InlineData(104, 0.3)]
    [InlineData(260, 0.3)]
    [InlineData(1000, 0.3)]
    public void Noise_alone_shows_a_shift_at_most_five_times_in_a_hundred(int points, double likeness)
    {
        var runs = points > 200 ? 60_000 / points : 2000;
        var (random, alarms) = (new Random(20120), 0);
        for (var run = 0; run < runs; run++)
            alarms +=
                Of(Simulated.Noise(random, points, likeness)).Value is { } found
                && (found.Shifts.Count > 0 || found.Drifts)
                    ? 1
                    : 0;
        TestContext.Current.TestOutputHelper?.WriteLine($"alarms {alarms} of {runs}");
        Assert.InRange(alarms / (double)runs, 0, Simulated.Allowed(0.05, runs));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void The_likely_dates_hold_the_true_one(double likeness)
    {
        const int runs = 500;
        var (seen, held) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            var series = Published.Weeks(Simulated.Steps(1000 + run, likeness, (40, 0), (40, 2.5)));
            if (ChangePoints.Of(series).Value.Shifts is not [var shift])
                continue;
            seen++;
            held += shift.Likely.Holds(series[40].Date) ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"seen {seen}, held {held} of {runs}");
        Assert.InRange(seen / (double)runs, 0.8, 1);
        Assert.InRange(held / (double)seen, 0.93, 1);
    }

    static double[] Alternating(int points, Func<int, double> level) =>
        [.. Enumerable.Range(0, points).Select(i => level(i) + (i * i % 3 - 1) * 0.5 + i % 2 * 0.25)];

    [Fact]
    public void The_penalty_lies_a_little_above_what_noise_reached_by_simulation()
    {
        foreach (
            var (points, reached) in (ReadOnlySpan<(int, double)>)
                [(20, 5.0), (52, 6.8), (104, 8.1), (260, 9.2), (1000, 10.9)]
        )
            Assert.InRange(ChangePoints.Penalty(points), reached, reached + 0.85);
    }

    [Theory] // For an autoregression of the first order the ratio of the two mean steps squared is 1 + φ.
    [InlineData(0.1, 0.3)] // taken for 0.3 at least
    [InlineData(0.6, 0.6)]
    [InlineData(0.995, 0.9)] // and for 0.9 at most
    public void The_likeness_of_neighbours_is_found_whatever_shifts(double likeness, double found)
    {
        var noise = Simulated.Noise(new Random(4), 4000, likeness);
        var series = Published.Weeks([.. noise.Select((value, i) => value + (i < 2000 ? 0 : 5))]);
        Assert.Equal(found, ChangePoints.Likeness(series), 0.05);
    }

    [Fact]
    public void Only_neighbours_tell_of_likeness_and_noise()
    {
        // Pairs of days with a week between them: no point has two neighbours in a row.
        var pairs = Series
            .Of(
                Enumerable
                    .Range(0, 40)
                    .Select(i => new Point(new DateOnly(2026, 1, 5).AddDays(i / 2 * 7 + i % 2), i * i % 7)),
                Cadence.Day
            )
            .Value;
        Assert.Equal(0.3, ChangePoints.Likeness(pairs));
        Assert.Null(ChangePoints.Noise(pairs, Whitened.All(pairs, 0.3)));

        // A year's gap in the middle: what lies beyond it is no neighbour's step.
        double[] values = Alternating(40, i => i < 20 ? 0 : 1000);
        Series With(int gap) =>
            Series
                .Of(
                    values.Select(
                        (value, i) => new Point(new DateOnly(2026, 1, 5).AddDays(i + (i < 20 ? 0 : gap)), value)
                    ),
                    Cadence.Day
                )
                .Value;
        var apart = With(365);
        var noise = ChangePoints.Noise(apart, Whitened.All(apart, 0.3))!.Value;
        Assert.InRange(noise, 0.2, 1.2);
        var together = With(0);
        Assert.True(ChangePoints.Noise(together, Whitened.All(together, 0.3)) > 10 * noise);
        Assert.Equal(ChangePoints.Likeness(Published.Weeks(values[..20])), ChangePoints.Likeness(apart), 0.1);
    }

    [Fact]
    public void A_jump_across_a_gap_hides_no_likeness()
    {
        var noise = Simulated.Noise(new Random(6), 600, 0.6);
        var points = noise.Select(
            (value, i) => new Point(new DateOnly(2020, 1, 1).AddDays(i + i / 20 * 30), value + i / 20 * 8)
        );
        // Thirty stretches of twenty days with a month and a jump between them.
        Assert.InRange(ChangePoints.Likeness(Series.Of(points, Cadence.Day).Value), 0.5, 0.7);
    }

    [Theory]
    [InlineData(11, false)] // ten steps between neighbours, the first of them not from a freed point
    [InlineData(12, true)]
    public void Noise_is_known_from_ten_steps_on(int points, bool known)
    {
        var series = Published.Weeks(Alternating(points, _ => 5));
        Assert.Equal(known, ChangePoints.Noise(series, Whitened.All(series, 0.3)) is not null);
    }

    [Fact]
    public void Twenty_points_are_searched()
    {
        Assert.True(Of(Alternating(20, _ => 5)).IsGiven);
        Assert.Equal("A search for changes needs 20 points, has 19.", Of(Alternating(19, _ => 5)).Because);
        Assert.Equal(
            "The points hardly vary from one to the next, so there is no noise to compare with.",
            Of([.. Enumerable.Range(0, 30).Select(i => 1e9 + 1e-6 * (i % 2))]).Because
        );
        // A step at each end is found once six points stand behind it.
        Assert.Single(Of(Alternating(30, i => i < 6 ? 0 : 4)).Value.Shifts);
        Assert.Single(Of(Alternating(30, i => i < 24 ? 0 : 4)).Value.Shifts);
    }

    [Fact]
    public void A_drift_across_a_gap_is_a_drift()
    {
        var points = Enumerable
            .Range(0, 60)
            .Select(i => (Week: i + (i < 30 ? 0 : 20), i))
            .Select(at => new Point(
                new DateOnly(2020, 1, 6).AddDays(7 * at.Week),
                0.3 * at.Week + Alternating(60, _ => 0)[at.i]
            ));
        Assert.True(ChangePoints.Of(Series.Of(points, Cadence.Week).Value).Value.Drifts);
    }
}

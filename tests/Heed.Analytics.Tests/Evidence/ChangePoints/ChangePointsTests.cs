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

    static double[] Steps(int seed, double likeness, params (int Points, double Level)[] stretches)
    {
        var noise = Simulated.Noise(new Random(seed), stretches.Sum(stretch => stretch.Points), likeness);
        double[] levels = [.. stretches.SelectMany(stretch => Enumerable.Repeat(stretch.Level, stretch.Points))];
        return [.. noise.Zip(levels, (value, level) => value + level)];
    }

    [Fact]
    public void Two_shifts_are_found_with_their_levels()
    {
        var found = Of(Steps(1, 0, (40, 50), (30, 55), (40, 48))).Value;
        Assert.Equal(2, found.Shifts.Count);
        Assert.Equal([5, -7], found.Shifts.Select(shift => Math.Round(shift.Step)));
        Assert.StartsWith("The level shifted 2 times, the last time about ", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_division_is_the_cheapest_of_all()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var series = Published.Weeks(Steps(seed, 0.2, (14, 0), (9, 2), (13, 1)));
            var search = new Segmentation(Whitened.All(series, 0.3));
            double Total(IReadOnlyList<int> starts)
            {
                int[] ends = [0, .. starts, search.Count];
                return ends.Zip(ends.Skip(1), search.Cost).Sum() + 4 * starts.Count;
            }
            var best = Enumerable
                .Range(6, 25)
                .SelectMany(one =>
                    Enumerable
                        .Range(one, 31 - one)
                        .Where(two => two == one || two - one >= 6)
                        .Select(two => Total(two == one ? [one] : [one, two]))
                )
                .Append(Total([]))
                .Min();
            var three = Enumerable
                .Range(6, 25)
                .SelectMany(a =>
                    Enumerable.Range(a + 6, 25).SelectMany(b => Enumerable.Range(b + 6, 25).Select(c => (a, b, c)))
                )
                .Where(t => t.c <= 30)
                .Select(t => Total([t.a, t.b, t.c]))
                .Append(double.PositiveInfinity)
                .Min();
            Assert.Equal(Math.Min(best, three), Total(search.Starts(4, 6)), 1e-9);
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
        var series = Published.Weeks(Steps(5, 0, (30, 50), (30, 56)));
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
            var series = Published.Weeks(Steps(1000 + run, likeness, (40, 0), (40, 2.5)));
            if (ChangePoints.Of(series).Value.Shifts is not [var shift])
                continue;
            seen++;
            held += shift.Likely.Holds(series[40].Date) ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"seen {seen}, held {held} of {runs}");
        Assert.InRange(seen / (double)runs, 0.8, 1);
        Assert.InRange(held / (double)seen, 0.93, 1);
    }
}

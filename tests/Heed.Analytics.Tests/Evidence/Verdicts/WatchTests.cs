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
    public void Nothing_back_towards_the_old_level_is_held()
    {
        var watch = After(Improved[..8]);
        Assert.Equal(WatchState.Held, watch.State);
        Assert.Null(watch.Since);
    }

    [Fact]
    public void Better_still_is_held() => Assert.Equal(WatchState.Held, After(-9, -9, -9, -9, -9, -9, -9, -9).State);

    [Fact]
    public void A_level_that_went_back_is_a_relapse_since_the_day_it_began()
    {
        var watch = After(5, 6, 4, 6, 5, 10, 11, 9, 11, 10, 10);

        Assert.Equal(WatchState.Relapsed, watch.State);
        Assert.Equal(new DateOnly(2026, 1, 5).AddDays(7 * 17), watch.Since);
        Assert.StartsWith(
            "Relapsed: back towards the old level since about 4 May 2026, to be seen since ",
            watch.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_relapse_can_recover_and_relapse_again()
    {
        double[] gone = [10, 11, 9, 11, 10, 10];
        double[] back = [5, 6, 4, 6, 5, 6, 4, 5, 6, 5, 4, 6];

        var recovered = After([.. gone, .. back]);
        Assert.Equal(WatchState.Recovered, recovered.State);
        Assert.Equal(new DateOnly(2026, 1, 5).AddDays(7 * 18), recovered.Since);
        Assert.StartsWith("Recovered: it had relapsed", recovered.Sentence, StringComparison.Ordinal);
        Assert.Equal(WatchState.Relapsed, After([.. gone, .. back, .. gone]).State);
    }

    [Fact]
    public void One_point_outside_is_no_relapse_and_three_are()
    {
        Assert.Equal(WatchState.Waiting, After(60).State);
        Assert.Equal(WatchState.Held, After(60, 5, 6, 4, 5, 6, 5, 4).State);
        Assert.Equal(WatchState.Waiting, After(60, 60).State);
        Assert.Equal(WatchState.Relapsed, After(60, 60, 60).State);
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

    [Fact]
    public void Months_and_days_have_limits_of_their_own()
    {
        const int runs = 300;
        var random = new Random(20260107);
        var relapsed = new Dictionary<Cadence, int>();
        foreach (var (cadence, points) in new[] { (Cadence.Month, 12), (Cadence.Day, 365) })
            for (var run = 0; run < runs; run++)
            {
                var series = Series
                    .Of(new DateOnly(2026, 1, 5), cadence, Simulated.Noise(random, 12 + points, 0.3))
                    .Value;
                var state = Watch.Of(series, new(series[0].Date, series[11].Date), Direction.Up).State;
                relapsed[cadence] =
                    relapsed.GetValueOrDefault(cadence)
                    + (state is WatchState.Relapsed or WatchState.Recovered ? 1 : 0);
            }
        Assert.All(relapsed.Values, count => Assert.InRange(count / (double)runs, 0, Simulated.Allowed(0.05, runs)));
    }

    static WatchState[] Year(int runs, double likeness, int improved, Func<int, double> back)
    {
        var random = new Random(20260105);
        var states = new WatchState[runs];
        for (var run = 0; run < runs; run++)
        {
            var noise = Simulated.Noise(random, improved + 52, likeness);
            var series = Published.Weeks([
                .. noise.Select((value, i) => i < improved ? value : value - back(i - improved)),
            ]);
            states[run] = Watch.Of(series, new(series[0].Date, series[improved - 1].Date), Direction.Up).State;
        }
        return states;
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(0, 12)]
    [InlineData(0, 52)]
    [InlineData(0.3, 8)]
    [InlineData(0.3, 12)]
    [InlineData(0.3, 26)]
    [InlineData(0.3, 52)]
    public void Noise_alone_ever_relapses_in_a_year_at_most_five_times_in_a_hundred(double likeness, int improved)
    {
        const int runs = 2000;
        var states = Year(runs, likeness, improved, _ => 0);
        var ever = states.Count(state => state is WatchState.Relapsed or WatchState.Recovered) / (double)runs;
        TestContext.Current.TestOutputHelper?.WriteLine($"ever relapsed {ever:P2}");
        Assert.InRange(ever, 0, Simulated.Allowed(0.05, runs));
    }

    static double SeenWithin(int weeks, double size, double likeness, int improved)
    {
        const int runs = 1000;
        var random = new Random(20260106);
        var seen = 0;
        for (var run = 0; run < runs; run++)
        {
            var noise = Simulated.Noise(random, improved + weeks, likeness);
            var series = Published.Weeks([.. noise.Select((value, i) => i < improved ? value : value - size)]);
            var state = Watch.Of(series, new(series[0].Date, series[improved - 1].Date), Direction.Up).State;
            seen += state is WatchState.Relapsed ? 1 : 0;
        }
        return seen / (double)runs;
    }

    [Theory]
    [InlineData(3, 0, 12, 10, 0.8)]
    [InlineData(3, 0.3, 12, 10, 0.8)]
    [InlineData(2, 0, 26, 16, 0.8)]
    [InlineData(2, 0.3, 26, 16, 0.8)]
    [InlineData(2, 0, 12, 26, 0.65)]
    public void A_relapse_of_the_whole_effect_is_seen_in_time(
        double size,
        double likeness,
        int improved,
        int weeks,
        double atLeast
    )
    {
        var seen = SeenWithin(weeks, size, likeness, improved);
        TestContext.Current.TestOutputHelper?.WriteLine($"seen {seen:P1}");
        Assert.InRange(seen, atLeast, 1);
    }

    [Fact]
    public void Each_state_is_said_in_words()
    {
        Assert.Equal(
            "Held: 8 points since, and no lasting move back towards the old level.",
            After(Improved[..8]).Sentence
        );
        Assert.Equal("Cannot tell: nothing was measured since the verdict.", After().Sentence);
        var series = Published.Weeks(1, 2, 3, 4);
        Assert.Equal(
            "Cannot tell: limits need 6 points, and there are 3.",
            Watch.Of(series, new(series[0].Date, series[2].Date), Direction.Down).Sentence
        );
        Assert.Equal(
            "Relapsed: back towards the old level since about 30 March 2026, to be seen since 13 April 2026.",
            After(60, 60, 60).Sentence
        );
        Assert.Equal(
            "Recovered: it had relapsed, and is at the improved level again since about 11 May 2026.",
            After([10, 11, 9, 11, 10, 10, 5, 6, 4, 6, 5, 6, 4, 5, 6, 5, 4, 6]).Sentence
        );
    }

    [Fact]
    public void Seven_periods_wait_and_eight_do_not()
    {
        Assert.Equal(WatchState.Waiting, After(Improved[..7]).State);
        Assert.Equal(WatchState.Held, After(Improved[..8]).State);
    }

    // A metric that swings to and fro once in thirty weeks, from its lowest point on.
    static double[] Swings(int points) =>
        [.. Enumerable.Range(0, points).Select(i => -4 * Math.Cos(Math.PI * i / 15) + (i * i % 5 - 2) / 4.0)];

    static Watch Of(double[] values, int improved, Direction wanted)
    {
        var series = Published.Weeks(values);
        return Watch.Of(series, new(series[0].Date, series[improved - 1].Date), wanted);
    }

    [Fact]
    public void Where_neighbours_are_shown_to_be_very_alike_fewer_swings_pass_for_a_relapse()
    {
        const int runs = 200;
        var (random, relapsed, far) = (new Random(20260108), 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var noise = Simulated.Noise(random, 104, 0.8);
            relapsed += Of(noise, 78, Direction.Up).State is WatchState.Relapsed or WatchState.Recovered ? 1 : 0;
            // The same far from zero: what is alike is alike there too.
            far += Of([.. noise.Select(value => 50 + value)], 78, Direction.Up).State
                is WatchState.Relapsed
                    or WatchState.Recovered
                ? 1
                : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{relapsed} and {far} of {runs}");
        // Taken for no more alike than 0.3, seven of twenty would.
        Assert.InRange(relapsed, 0, 32);
        Assert.Equal(relapsed, far);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1000)]
    [InlineData(0.01, -7)]
    public void Another_zero_or_unit_or_way_changes_no_state(double unit, double zero)
    {
        double[][] all =
        [
            Swings(46),
            [.. Swings(32), .. Swings(14).Select(value => 9 - value)],
            [.. Swings(32), 30, 31, 32, 30, 33, .. Swings(20)],
        ];
        foreach (var values in all)
        {
            var plain = Of(values, 32, Direction.Down);
            var moved = Of([.. values.Select(value => zero + unit * value)], 32, Direction.Down);
            var mirrored = Of([.. values.Select(value => -value)], 32, Direction.Up);
            Assert.Equal((plain.State, plain.Since), (moved.State, moved.Since));
            Assert.Equal((plain.State, plain.Since), (mirrored.State, mirrored.Since));
        }
    }

    [Fact]
    public void What_was_good_again_for_long_is_known_the_better()
    {
        double[] few = [5, 7, 4, 6, 5, 7, 6, 4];
        double[] gone = [14, 15, 13, 15, 14, 14];
        double[] good = [.. Enumerable.Range(0, 60).Select(i => Improved[i * 5 % 12])];
        double[] worse = [8, 9, 7, 8, 8, 9];

        Assert.Equal(WatchState.Relapsed, Of([.. few, .. gone, .. good, .. worse], 8, Direction.Down).State);
        Assert.Equal(WatchState.Waiting, Of([.. few, .. worse], 8, Direction.Down).State);
    }
}

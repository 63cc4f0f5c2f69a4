using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class MomentumTests
{
    static readonly DateOnly Start = new(2026, 1, 5);

    /// <summary>Swings of ten weeks each, the left pole first.</summary>
    static Swing[] Swings(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Swing(
                    i % 2 == 0 ? Pole.Left : Pole.Right,
                    new(Start.AddDays(70 * i), Start.AddDays(70 * i + 69))
                )),
        ];

    /// <summary>Weeks in which a pole does well at 60 while it leads, and falls to its low while the other does.</summary>
    static Series Upside(Pole pole, params double[] lows)
    {
        var values = new List<double>();
        for (var swing = 0; values.Count < 10 * lows.Length * 2; swing++)
        for (var week = 0; week < 10; week++)
            values.Add((swing % 2 == 0 == (pole is Pole.Left) ? 60 : lows[swing / 2] + 2) + (week % 2 == 0 ? 2 : -2));
        return Published.Weeks([.. values]);
    }

    static MomentumState State(double[] left, double[] right, int swings = 6) =>
        Momentum.Of(Swings(swings), Upside(Pole.Left, left), Upside(Pole.Right, right)).Value.State;

    [Fact]
    public void Lows_that_rise_with_each_swing_build_momentum() =>
        Assert.Equal(MomentumState.Building, State([20, 30, 45], [15, 28, 44]));

    [Fact]
    public void Lows_that_fall_with_each_swing_let_it_fade() =>
        Assert.Equal(MomentumState.Fading, State([45, 30, 20], [44, 28, 15]));

    [Fact]
    public void Lows_that_stay_where_they_were_are_rocking()
    {
        var momentum = Momentum.Of(Swings(6), Upside(Pole.Left, 30, 30, 30), Upside(Pole.Right, 30, 30, 30)).Value;
        Assert.Equal(MomentumState.Steady, momentum.State);
        Assert.True(momentum.IsRockingWithoutGain);
        Assert.Equal(6, momentum.Lows.Count);
        Assert.Equal((Pole.Right, 30), (momentum.Lows[0].Pole, momentum.Lows[0].Value));
    }

    [Fact]
    public void A_low_that_rises_after_one_that_fell_is_none() =>
        Assert.Equal(MomentumState.None, State([30, 30, 45], [30, 30, 15]));

    [Theory]
    [InlineData(2)]
    [InlineData(3)] // three swings, but only one low that has another of its pole before it
    public void Few_swings_are_too_early(int swings)
    {
        var momentum = Momentum.Of(Swings(swings), Upside(Pole.Left, 20, 30, 45), Upside(Pole.Right, 15, 28, 44)).Value;
        Assert.Equal(MomentumState.TooEarly, momentum.State);
        Assert.False(momentum.IsRockingWithoutGain);
        Assert.StartsWith("Too early", momentum.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_swing_no_longer_than_the_lag_does_not_count() =>
        Assert.Equal(
            0,
            Momentum.Of(Swings(6), Upside(Pole.Left, 20, 30, 45), Upside(Pole.Right, 15, 28, 44), lag: 10).Value.Swings
        );

    [Fact]
    public void Swings_that_cannot_be_are_refused_in_words()
    {
        var (left, right) = (Upside(Pole.Left, 20, 30), Upside(Pole.Right, 15, 28));
        Assert.Contains(
            "begins before the one before it has ended",
            Momentum.Of([Swings(2)[1], Swings(2)[0]], left, right).Because
        );
        Assert.Contains("leads twice running", Momentum.Of([Swings(3)[0], Swings(3)[2]], left, right).Because);
        Assert.Contains(
            "does not vary",
            Momentum.Of(Swings(2), left, Published.Weeks([.. Enumerable.Repeat(5.0, 20)])).Because
        );
        Assert.Contains("finite", Momentum.OfLows([new(Start, double.NaN)], 4).Because);
        Assert.Throws<ArgumentOutOfRangeException>(() => Momentum.OfLows([], 0));
    }

    [Fact]
    public void A_swing_gains_what_it_wins_less_what_the_other_pole_loses()
    {
        double[] noise = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
        Series From(double before, double during) =>
            Published.Weeks([.. noise.Select((value, i) => value + (i < 10 ? before : during))]);
        var swing = new Swing(Pole.Left, new(Start.AddDays(70), Start.AddDays(139)));

        var gain = SwingGain.Of(swing, From(40, 60), From(50, 42)).Value;
        Assert.Equal((20, -8, 12), (gain.Leading, gain.Other, gain.Gain));
        // What noise could have done is nothing, and what the other pole won is not the swing's.
        Assert.Equal(20, SwingGain.Of(swing, From(40, 60), From(50, 50.4)).Value.Gain);
        Assert.Equal(20, SwingGain.Of(swing, From(40, 60), From(50, 70)).Value.Gain);
        Assert.Contains(
            "cannot be told: limits need",
            SwingGain.Of(new(Pole.Left, new(Start.AddDays(7), Start.AddDays(20))), From(1, 2), From(1, 2)).Because
        );
        Assert.Contains(
            "was not measured during the swing",
            SwingGain.Of(new(Pole.Left, new(Start.AddDays(700), Start.AddDays(800))), From(1, 2), From(1, 2)).Because
        );
    }

    static Momentum OfLows(double sigma, params double[] lows) =>
        Momentum.OfLows([.. lows.Select((low, i) => new Point(Start.AddDays(70 * i), low))], sigma).Value;

    [Fact]
    public void A_step_is_counted_in_noise_from_the_low_before()
    {
        var lows = OfLows(2, 10, 14, 13).Lows;
        Assert.Equal([null, 2, -0.5], lows.Select(low => low.Step));
        Assert.Equal([Start, Start.AddDays(70), Start.AddDays(140)], lows.Select(low => low.On));
    }

    [Theory]
    [InlineData(MomentumState.Building, "Building: the last two lows lie higher each time.", 10, 11, 12)]
    [InlineData(MomentumState.Steady, "Steady: the last two lows lie where they lay before.", 10, 10.99, 10.01)]
    [InlineData(MomentumState.Fading, "Fading: the last two lows lie lower each time.", 12, 11, 10)]
    [InlineData(MomentumState.None, "None: the lows go to and fro.", 10, 11, 10)]
    public void One_noise_is_a_step_and_the_sentence_says_which_way(
        MomentumState state,
        string sentence,
        double first,
        double second,
        double third
    )
    {
        var momentum = OfLows(1, first, second, third);
        Assert.Equal((state, sentence, 3), (momentum.State, momentum.Sentence, momentum.Swings));
    }

    [Fact]
    public void A_low_that_is_no_number_is_refused_in_words() =>
        Assert.Equal(
            "A low must be a finite number; leave a swing out when it was not measured.",
            Momentum.OfLows([new(Start, double.NaN)], 1).Because
        );

    [Theory]
    [InlineData(MomentumState.Building, false, 10.0, 11.0, 12.0)]
    [InlineData(MomentumState.Steady, true, 10.0, 10.0, 10.0)]
    [InlineData(MomentumState.Fading, true, 12.0, 11.0, 10.0)]
    [InlineData(MomentumState.None, true, 10.0, 12.0, 10.0)]
    [InlineData(MomentumState.TooEarly, false, 10.0, 12.0)]
    public void Rocking_is_to_go_to_and_fro_without_rising(MomentumState state, bool rocking, params double[] lows)
    {
        var momentum = OfLows(1, lows);
        Assert.Equal((state, rocking), (momentum.State, momentum.IsRockingWithoutGain));
    }

    [Fact]
    public void Too_early_says_what_is_there()
    {
        const string needs =
            "Too early: momentum needs 3 swings and two lows that can be compared with one before, has ";
        Assert.Equal(needs + "2 and 1.", OfLows(1, 10, 12).Sentence);
        Assert.Equal(needs + "0 and 0.", OfLows(1).Sentence);
        var three = Momentum.Of(Swings(3), Upside(Pole.Left, 20, 30), Upside(Pole.Right, 15, 28)).Value;
        Assert.Equal(needs + "3 and 1.", three.Sentence);
    }

    [Fact]
    public void A_swing_of_ten_weeks_is_longer_than_a_lag_of_nine()
    {
        var (left, right) = (Upside(Pole.Left, 20, 30, 45), Upside(Pole.Right, 15, 28, 44));
        Assert.Equal(6, Momentum.Of(Swings(6), left, right, lag: 9).Value.Swings);
        Assert.Equal(0, Momentum.Of(Swings(6), left, right, lag: 10).Value.Swings);
        Assert.Throws<ArgumentOutOfRangeException>(() => Momentum.Of(Swings(6), left, right, lag: -1));
    }

    [Fact]
    public void A_swing_may_begin_on_the_day_after_another_and_not_on_its_last()
    {
        var (left, right) = (Upside(Pole.Left, 20, 30), Upside(Pole.Right, 15, 28));
        Swing On(Pole pole, int from, int to) => new(pole, new(Start.AddDays(from), Start.AddDays(to)));

        Assert.True(Momentum.Of([On(Pole.Left, 0, 69), On(Pole.Right, 70, 139)], left, right).IsGiven);
        Assert.Equal(
            "The swing of 15 March 2026 begins before the one before it has ended.",
            Momentum.Of([On(Pole.Left, 0, 69), On(Pole.Right, 69, 139)], left, right).Because
        );
        Assert.Equal(
            "The left pole leads twice running, from 25 May 2026 on: that is one swing.",
            Momentum.Of([Swings(3)[0], Swings(3)[2]], left, right).Because
        );
        Assert.Equal(
            "The right pole leads twice running, from 3 August 2026 on: that is one swing.",
            Momentum.Of([Swings(4)[1], Swings(4)[3]], left, right).Because
        );
    }

    [Fact]
    public void A_swing_that_was_not_measured_counts_and_has_no_low()
    {
        var (left, right) = (Upside(Pole.Left, 20, 30), Upside(Pole.Right, 15, 28));
        var momentum = Momentum.Of(Swings(6), left, right).Value;
        Assert.Equal((6, 4), (momentum.Swings, momentum.Lows.Count)); // the last two lie after the last point
        Assert.Equal([Pole.Right, Pole.Left, Pole.Right, Pole.Left], momentum.Lows.Select(low => low.Pole));
        Assert.Equal([15, 20, 28, 30], momentum.Lows.Select(low => low.Value));
        Assert.Equal([true, true, false, false], momentum.Lows.Select(low => low.Step is null));
        // Each in its own pole's noise.
        Assert.Equal(13 / NoiseBand.Of(right).Sigma!.Value, momentum.Lows[2].Step!.Value, 1e-9);
        Assert.Equal(10 / NoiseBand.Of(left).Sigma!.Value, momentum.Lows[3].Step!.Value, 1e-9);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void Noise_is_a_number_above_zero(double sigma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Momentum.OfLows([new(Start, 1)], sigma));

    [Theory]
    [InlineData(Pole.Left)]
    [InlineData(Pole.Right)]
    public void A_swing_is_the_gain_of_the_pole_that_leads(Pole leading)
    {
        double[] noise = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
        Series From(double before, double during) =>
            Published.Weeks([.. noise.Select((value, i) => value + (i < 10 ? before : during))]);
        Answer<SwingGain> Of(Swing swing, Series own, Series other) =>
            leading is Pole.Left ? SwingGain.Of(swing, own, other) : SwingGain.Of(swing, other, own);
        Swing On(int from, int to) => new(leading, new(Start.AddDays(7 * from), Start.AddDays(7 * to)));

        var lost = Of(On(10, 19), From(40, 30), From(50, 60)).Value;
        Assert.Equal((-10, 10, -10), (lost.Leading, lost.Other, lost.Gain));
        Assert.Equal(
            "What the swing did to the leading pole cannot be told: limits need 6 points, and there are 2.",
            Of(On(2, 6), From(1, 2), From(1, 2)).Because
        );
        Assert.Equal(
            "What the swing did to the other pole cannot be told: limits need 6 points, and there are 3.",
            Of(On(10, 19), From(1, 2), From(1, 2).From(Start.AddDays(49))).Because
        );
        Assert.Equal(
            "The leading pole was not measured during the swing.",
            Of(On(30, 40), From(1, 2), From(1, 2)).Because
        );
        Assert.Equal(
            "The other pole was not measured during the swing.",
            Of(On(10, 19), From(1, 2), From(1, 2).Before(Start.AddDays(70))).Because
        );
    }
}

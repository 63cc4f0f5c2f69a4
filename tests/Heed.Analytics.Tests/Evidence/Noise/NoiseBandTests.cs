using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class NoiseBandTests
{
    [Fact] // T1: Wheeler via xmrit
    public void Wheelers_example_has_its_published_limits()
    {
        var band = NoiseBand.Of(Published.Weeks(Published.Wheeler));

        Assert.Equal(20.387, band.Centre!.Value, 0.0005);
        Assert.Equal(4.700, band.AverageMovingRange!.Value, 0.0005);
        Assert.Equal(7.885, band.Lower!.Value, 0.0005);
        Assert.Equal(32.889, band.Upper!.Value, 0.0005);
        Assert.Equal(15.36, band.RangeUpper!.Value, 0.005);
        Assert.Equal(BandState.Firm, band.State);
    }

    [Fact] // T2: NIST e-Handbook 6.3.2.2; the handbook takes 3/1.128
    public void Unrounded_constants_give_the_handbooks_limits()
    {
        var series = Published.Weeks(Published.Nist);
        var band = NoiseBand.Of(series, settings: BandSettings.Unrounded);

        Assert.Equal(50.81, band.Centre!.Value, 0.00005);
        Assert.Equal(1.8778, band.AverageMovingRange!.Value, 0.00005);
        Assert.Equal(45.8159, band.Lower!.Value, 0.00005);
        Assert.Equal(55.8041, band.Upper!.Value, 0.00005);
        Assert.Equal(BandState.Provisional, band.State);

        var rounded = NoiseBand.Of(series);
        Assert.Equal(45.8151, rounded.Lower!.Value, 0.00005);
        Assert.Equal(55.8049, rounded.Upper!.Value, 0.00005);
    }

    [Fact] // voice.md 3.6: NHS vignette, spreadsheet against package
    public void Screening_leaves_outlying_moving_ranges_out()
    {
        var series = Published.Weeks(Published.Nhs);
        var all = NoiseBand.Of(series);
        var screened = NoiseBand.Of(series, settings: BandSettings.Screened);

        Assert.Equal(1.94, all.Centre!.Value, 0.005);
        Assert.Equal(6.95, all.Upper!.Value, 0.005);
        Assert.Equal(-3.06, all.Lower!.Value, 0.005);
        Assert.Equal(4.60, screened.Upper!.Value, 0.005);
        Assert.Equal(-0.72, screened.Lower!.Value, 0.005);
        Assert.Equal(2, screened.ScreenedRanges);
    }

    [Fact]
    public void A_wild_range_widens_the_limits_by_the_average_and_not_by_the_median()
    {
        double[] calm = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 10.0 : 12.0)];
        double[] wild = [.. calm];
        wild[10] = 40;
        double? Width(double[] values, BandSettings settings) =>
            NoiseBand.Of(Published.Weeks(values), settings: settings) is var band ? band.Upper - band.Lower : null;

        Assert.Equal(2 * 3.145 * 2, Width(calm, BandSettings.MedianRange)!.Value, 1e-9);
        Assert.Equal(Width(calm, BandSettings.MedianRange)!.Value, Width(wild, BandSettings.MedianRange)!.Value, 1e-9);
        Assert.True(Width(wild, BandSettings.Wheeler) > 2 * Width(calm, BandSettings.Wheeler));
        Assert.Equal(
            2 / 0.954,
            NoiseBand.Of(Published.Weeks(wild), settings: BandSettings.MedianRange).Sigma!.Value,
            1e-9
        );
    }

    [Fact]
    public void Mostly_equal_neighbours_have_no_median_range()
    {
        var band = NoiseBand.Of(
            Published.Weeks(5, 5, 5, 5, 5, 5, 5, 9, 5, 5, 5, 5, 5),
            settings: BandSettings.MedianRange
        );
        Assert.Equal((BandState.None, null), (band.State, band.Upper));
        Assert.StartsWith("More than half of the points equal the one before", band.InWords, StringComparison.Ordinal);
    }

    [Fact] // voice.md 3.6: Taylor's complaints, raw and per 100,000 sales
    public void Rates_with_unequal_denominators_lose_signals_that_were_only_volume()
    {
        var lines = File.ReadLines(SharedData.File("process-behaviour/complaints_taylor.csv")).Skip(1);
        var points = lines
            .Select(line =>
                line.Split(',')
                    .Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))
                    .ToArray()
            )
            .Select(cells => new Point(new DateOnly(2020, 1, 1).AddMonths((int)cells[0] - 1), cells[1], cells[2]));
        var raw = Series.Of(points, Cadence.Month).Value;
        var rates = raw.AsRates(per: 100_000).Value;
        var (rawBand, rateBand) = (NoiseBand.Of(raw), NoiseBand.Of(rates));

        Assert.Equal(909.5, rawBand.Centre!.Value, 0.05);
        Assert.Equal(323.5, rawBand.Lower!.Value, 0.05);
        Assert.Equal(1495.5, rawBand.Upper!.Value, 0.05);
        Assert.Equal(
            [4, 5, 7, 17, 20],
            Signals
                .In(raw, rawBand)
                .Where(signal => signal.Rule is SignalRule.Outside)
                .Select(signal => signal.From + 1)
        );
        Assert.Equal(487.99, rateBand.Centre!.Value, 0.005);
        Assert.Equal(146.84, rateBand.Lower!.Value, 0.005);
        Assert.Equal(829.14, rateBand.Upper!.Value, 0.005);
        Assert.DoesNotContain(Signals.In(rates, rateBand), signal => signal.Rule is SignalRule.Outside);
        Assert.Equal(90_000, rates[0].Population);
    }

    [Theory]
    [InlineData(5, BandState.None)]
    [InlineData(6, BandState.Provisional)]
    [InlineData(11, BandState.Provisional)]
    [InlineData(12, BandState.Firm)]
    public void The_number_of_points_says_how_firm_the_limits_are(int points, BandState state)
    {
        var band = NoiseBand.Of(Published.Weeks(Published.Wheeler[..points]));

        Assert.Equal(state, band.State);
        Assert.Equal(state is not BandState.None, band.HasLimits);
        Assert.NotNull(band.Centre);
    }

    [Fact]
    public void A_flat_series_has_no_band()
    {
        var band = NoiseBand.Of(Published.Weeks([.. Enumerable.Repeat(0.1, 20)]));

        Assert.Equal(BandState.Flat, band.State);
        Assert.Equal(0.1, band.Centre);
        Assert.Null(band.Upper);
        Assert.Equal("Every point is the same: flat, no band.", band.InWords);
    }

    [Fact]
    public void Nothing_measured_is_not_zero()
    {
        var band = NoiseBand.Of(Series.Of([], Cadence.Day).Value);

        Assert.Null(band.Centre);
        Assert.Null(band.Sigma);
        Assert.Equal(BandState.None, band.State);
    }

    [Fact]
    public void A_moving_range_is_never_taken_across_a_gap()
    {
        var first = new DateOnly(2026, 1, 5);
        var points = Enumerable
            .Range(0, 14)
            .Where(week => week != 7)
            .Select(week => new Point(first.AddDays(7 * week), week < 7 ? week % 2 : 100 + week % 2));
        var band = NoiseBand.Of(Series.Of(points, Cadence.Week).Value);

        Assert.Equal(1, band.AverageMovingRange);
        Assert.Equal(BandState.Firm, band.State);
    }

    [Fact]
    public void A_value_that_stands_alone_behind_a_gap_moves_no_centre()
    {
        // 22 weeks around 38, a gap, and 9,000 typed for 90.
        var weeks = Enumerable
            .Range(0, 22)
            .Select(i => new Point(new DateOnly(2026, 1, 5).AddDays(7 * i), 38 + i % 5 - 2))
            .ToList();
        var clean = NoiseBand.Of(Series.Of(weeks, Cadence.Week).Value);
        weeks.Add(new(new DateOnly(2026, 1, 5).AddDays(7 * 25), 9_000));
        var band = NoiseBand.Of(Series.Of(weeks, Cadence.Week).Value);

        Assert.Equal((clean.Lower, clean.Centre, clean.Upper), (band.Lower, band.Centre, band.Upper));
        Assert.True(band.Excludes(9_000));
        Assert.Equal(
            "Centre and limits from 22 points (1 more stands alone between gaps and is left out).",
            band.InWords
        );
        // With a neighbour it has a moving range, and both count.
        weeks.Add(new(new DateOnly(2026, 1, 5).AddDays(7 * 26), 38));
        Assert.Equal(0, NoiseBand.Of(Series.Of(weeks, Cadence.Week).Value).PointsAlone);
    }

    [Fact]
    public void Gaps_everywhere_leave_no_limits()
    {
        var points = Enumerable.Range(0, 12).Select(i => new Point(new DateOnly(2026, 1, 5).AddDays(14 * i), i % 3));
        var band = NoiseBand.Of(Series.Of(points, Cadence.Week).Value);

        Assert.Equal(BandState.None, band.State);
        Assert.Contains("gaps", band.InWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_gap_makes_the_limits_less_firm()
    {
        // Fourteen points in pairs of neighbouring weeks: seven moving ranges, as from eight points in a row.
        var pairs = Enumerable
            .Range(0, 14)
            .Select(i => new Point(new DateOnly(2026, 1, 5).AddDays(7 * (i + i / 2)), Published.Wheeler[i]))
            .ToArray();
        NoiseBand Of(int points) => NoiseBand.Of(Series.Of(pairs[..points], Cadence.Week).Value);

        Assert.Equal(BandState.Provisional, Of(14).State);
        Assert.Equal(BandState.None, Of(8).State);
        Assert.Equal("Limits need 6 points in neighbouring periods; gaps leave too few.", Of(8).InWords);
    }

    [Fact]
    public void Percentages_clip_to_their_bounds()
    {
        var band = NoiseBand.Of(Published.Weeks(95, 99, 94, 98, 93, 99), settings: BandSettings.Wheeler.Within(0, 100));

        Assert.Equal(100, band.Upper);
        Assert.True(band.Lower > 0);
        Assert.Throws<ArgumentException>(() => BandSettings.Wheeler.Within(1, 1));
    }

    [Fact]
    public void A_frozen_baseline_does_not_move_with_later_points()
    {
        var baseline = new Window(new(2026, 1, 5), new(2026, 3, 30));
        var short_ = NoiseBand.Of(Published.Weeks(Published.Wheeler[..13]), baseline);
        var longer = NoiseBand.Of(Published.Weeks(Published.Wheeler), baseline);

        Assert.Equal(short_.Upper, longer.Upper);
        Assert.Equal(13, longer.Points);
    }

    [Fact]
    public void A_rebased_band_compares_each_phase_with_its_own_limits()
    {
        double[] values = [.. Published.Wheeler[..15], .. Published.Wheeler[..15].Select(value => value + 100)];
        var series = Published.Weeks(values);
        var change = series[15].Date;
        var bands = PhasedBand.Of(series, null, [new(change, "New switchboard")]).Value;

        Assert.Equal(bands.Phases[0].Band.Centre!.Value + 100, bands.Phases[1].Band.Centre!.Value, 1e-9);
        Assert.Empty(Signals.In(series, bands));
        Assert.NotEmpty(Signals.In(series, NoiseBand.Of(series)));
        Assert.Same(bands.Phases[1].Band, bands.At(change));
    }

    [Fact]
    public void A_signal_in_a_later_phase_says_its_place_in_the_whole_series()
    {
        double[] values = [.. Published.Wheeler[..15], .. Published.Wheeler[..15].Select(value => value + 100), 500];
        var series = Published.Weeks(values);
        var frozen = new Window(series[15].Date, series[29].Date);
        var signal = Assert.Single(
            Signals.In(series, PhasedBand.Of(series, null, [new(series[15].Date, "New switchboard", frozen)]).Value)
        );

        Assert.Equal((30, 30, 30), (signal.From, signal.To, signal.Completed));
        Assert.Equal(series[30].Date, signal.FromDate);
    }

    [Fact]
    public void A_rebase_without_a_reason_is_refused()
    {
        var series = Published.Weeks(Published.Wheeler);

        Assert.Contains(
            "needs a reason",
            PhasedBand.Of(series, null, [new(series[9].Date, " ")]).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Points_that_are_all_alone_still_have_a_centre()
    {
        var points = Enumerable.Range(0, 12).Select(i => new Point(new DateOnly(2026, 1, 5).AddDays(14 * i), i % 3));
        var band = NoiseBand.Of(Series.Of(points, Cadence.Week).Value);

        Assert.Equal((1, 0), (band.Centre, band.PointsAlone));
        Assert.Equal((null, null), (band.AverageMovingRange, band.Sigma));
    }

    [Fact]
    public void A_bound_clips_a_limit_and_no_more()
    {
        var band = NoiseBand.Of(Published.Weeks(2, 6, 1, 5, 0, 6), settings: BandSettings.Wheeler.Within(0, null));
        var free = NoiseBand.Of(Published.Weeks(2, 6, 1, 5, 0, 6));

        Assert.Equal((0, free.Upper, free.Centre), (band.Lower, band.Upper, band.Centre));
        Assert.True(free.Lower < 0);
        Assert.False(band.Excludes(0));
        Assert.True(band.Excludes(-0.1));
    }
}

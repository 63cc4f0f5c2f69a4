using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class BandedSeriesTests
{
    static readonly DateOnly Start = new(2026, 1, 5);

    /// <summary>Twelve quiet weeks around 10, then what is given.</summary>
    static Series Quiet(params double[] after) =>
        Series
            .Of(Start, Cadence.Week, [.. Enumerable.Range(0, 12).Select(week => week % 2 == 0 ? 9.5 : 10.5), .. after])
            .Value;

    static Window Weeks(int from, int to) => new(Start.AddDays(7 * from), Start.AddDays(7 * to));

    static BandedSeries Look(Series series, params (Window, string)[] named) => BandedSeries.Of(series, named).Value;

    [Fact]
    public void Without_a_baseline_all_points_make_one_band()
    {
        var series = Quiet(10, 10);
        var look = Look(series);

        Assert.Single(look.Bands.Phases);
        Assert.Equal(NoiseBand.Of(series).Upper, look.Band.Upper);
        Assert.Null(look.Current);
        Assert.Null(look.Latest);
        Assert.Equal(0, look.Outside);
    }

    [Fact]
    public void A_baseline_at_the_beginning_is_frozen_for_the_whole_series()
    {
        var series = Quiet(20, 20, 20);
        var look = Look(series, (Weeks(0, 11), "before the change"));

        Assert.Single(look.Bands.Phases);
        Assert.Equal(10, look.Band.Centre);
        Assert.Equal(3, look.Outside);
    }

    [Fact]
    public void A_later_baseline_opens_a_phase_and_an_earlier_one_closes_it_again()
    {
        var series = Quiet(20, 21, 20, 21, 20, 21);

        var rebased = Look(series, (Weeks(0, 11), "first"), (Weeks(12, 17), "new usual"));
        Assert.Equal([10, 20.5], rebased.Bands.Phases.Select(phase => phase.Band.Centre!.Value));

        var takenBack = Look(series, (Weeks(0, 11), "first"), (Weeks(12, 17), "new usual"), (Weeks(0, 11), "no"));
        Assert.Equal(10, Assert.Single(takenBack.Bands.Phases).Band.Centre);
    }

    [Fact]
    public void A_baseline_without_a_reason_is_refused_in_words() =>
        Assert.Contains(
            "needs a reason: what changed in the world?",
            BandedSeries.Of(Quiet(20, 21), [(Weeks(12, 13), " ")]).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void Points_outside_that_follow_one_another_are_one_stretch_and_are_counted_one_by_one()
    {
        var look = Look(Quiet(20, 21, 20), (Weeks(0, 11), "first"));

        var stretch = Assert.Single(look.Stretches, s => s.Rule is SignalRule.Outside);
        Assert.Equal((12, 14), (stretch.From, stretch.To));
        Assert.Equal("3 points in a row above the upper limit", stretch.InWords);
        Assert.Equal(3, look.Outside);
        Assert.True(look.IsOn(stretch));
    }

    [Fact]
    public void A_stretch_ends_with_its_phase()
    {
        // The last point of the first phase is outside, and so is the first of the second, which has its own limits.
        var series = Quiet(20, 90, 30, 31, 30, 31, 30, 31);
        var look = Look(series, (Weeks(0, 11), "first"), (Weeks(13, 19), "other till"));
        var outside = look.Stretches.Where(s => s.Rule is SignalRule.Outside && s.From < 14).ToList();

        Assert.All(outside, s => Assert.Equal(s.From, s.To));
        Assert.Equal(look.Phase.From, look.Latest!.FromDate);
    }

    [Fact]
    public void A_point_is_drawn_by_what_is_so_now_before_what_has_passed()
    {
        var look = Look(Quiet(20, 10, 20, 10.6, 10.6), (Weeks(0, 11), "first"));
        var each = look.OfEachPoint();

        Assert.Equal(SignalRule.Outside, each[12]!.Rule);
        Assert.Null(each[0]);
        Assert.Equal(look.Stretches.Any(s => s.To == 16), each[16] is not null);
        Assert.All(each.Where(s => s is not null), s => Assert.Contains(s, look.Stretches));
    }

    [Fact]
    public void What_is_so_now_is_the_stretch_that_began_first_and_nearness_only_where_that_is_all()
    {
        var shifted = Look(
            Quiet([.. Enumerable.Range(0, 9).Select(week => week < 8 ? 11.5 : 20.0)]),
            (Weeks(0, 11), "first")
        );

        Assert.Equal(SignalRule.RunOnOneSide, shifted.Current!.Rule);
        // The last of the quiet weeks lay above the centre already.
        Assert.Equal(Start.AddDays(7 * 11), shifted.Current.FromDate);
        Assert.True(shifted.IsOn(shifted.Current));
    }
}

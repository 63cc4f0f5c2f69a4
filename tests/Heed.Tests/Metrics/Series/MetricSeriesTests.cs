using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Tests.Metrics;

public sealed class MetricSeriesTests
{
    static (int, double)[] Quiet(int weeks, double level = 10, int from = 0) =>
        [.. Enumerable.Range(from, weeks).Select(w => (w, level + (w % 2 == 0 ? -0.5 : 0.5)))];

    static MetricSeries Rebased(MetricSeries series, int from, int to) =>
        new(
            series.Metric,
            series.Points,
            [
                new Baseline
                {
                    MetricId = series.Metric.Id,
                    From = new DateOnly(2034, 1, 2).AddDays(7 * from),
                    To = new DateOnly(2034, 1, 2).AddDays(7 * to),
                    Reason = "New till",
                    SetAt = default,
                },
            ]
        );

    [Fact]
    public void Bands_and_signals_are_computed_once()
    {
        var series = SparksTests.Series(Quiet(12));

        Assert.Same(series.Movement, series.Movement);
        Assert.Same(series.Band, series.Movement.Look!.Band);
    }

    [Fact]
    public void Points_that_contradict_the_cadence_are_refused_in_words_and_not_thrown()
    {
        var twoInAWeek = SparksTests.Series((0, 1), (0, 2));

        Assert.Contains("same week", twoInAWeek.Evidence.Because, StringComparison.Ordinal);
        Assert.Null(twoInAWeek.Movement.Look);
        Assert.Contains("same week", twoInAWeek.Movement.NoBandBecause, StringComparison.Ordinal);
        Assert.Equal(2, Sparks.Of(twoInAWeek).Values.Count);
    }

    [Fact]
    public void A_series_with_points_outside_its_limits_is_never_said_to_have_stayed_inside()
    {
        var outside = SparksTests.Series([.. Quiet(12), (12, 30), .. Quiet(4, from: 13)]);

        Assert.Equal(MovementState.MovedAndBack, outside.Movement.State);
        Assert.DoesNotContain("has not moved", outside.Movement.Finding(), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_rebase_it_has_not_moved_since_then()
    {
        var rebased = Rebased(SparksTests.Series([.. Quiet(11), (11, 40), .. Quiet(10, 60, 12)]), 12, 21);

        Assert.Equal(MovementState.InsideItsBand, rebased.Movement.State);
        Assert.StartsWith(
            "It has not moved beyond its noise since 27 March 2034: ",
            rebased.Movement.Finding(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Wanted.Up, Direction.Up, 99, true)]
    [InlineData(Wanted.Up, Direction.Down, 99, false)]
    [InlineData(Wanted.Down, Direction.Down, 99, true)]
    [InlineData(Wanted.Range, Direction.Up, 60, true)]
    [InlineData(Wanted.Range, Direction.Up, 66, false)]
    [InlineData(Wanted.Range, Direction.Down, 54, false)]
    public void What_is_wanted_of_a_range_is_to_end_inside(Wanted wanted, Direction moved, double value, bool isWanted)
    {
        var asked = SampleMeasurements.Asked();
        (asked.Wanted, asked.WantedLow, asked.WantedHigh) = (wanted, 55, 65);
        var metric = Metric.Define(asked, default).Given();

        Assert.Equal(isWanted, metric.Wants(moved, value));
        Assert.Equal(wanted is Wanted.Range, metric.WantedWay is null);
    }
}

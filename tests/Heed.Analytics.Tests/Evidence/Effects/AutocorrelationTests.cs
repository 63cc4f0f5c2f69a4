using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class AutocorrelationTests
{
    [Fact] // R: acf(1:10)$acf[2]
    public void One_to_ten_resemble_their_neighbours_by_seven_tenths()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        Assert.Equal(0.7, Autocorrelation.OfNeighbours(values), 1e-12);
        Assert.Equal(0.7, Autocorrelation.OfNeighbours(values, Published.Weeks(values)), 1e-12);
    }

    [Fact]
    public void Points_across_a_gap_are_no_pair()
    {
        // By hand: of −1, 0, 1, gap, −1, 0, 1 no pair has a product; without the gap there is one of −1 among squares of 4.
        double[] values = [1, 2, 3, 1, 2, 3];
        var apart = Series
            .Of(
                values.Select(
                    (value, i) => new Point(new DateOnly(2026, 1, 5).AddDays(7 * (i < 3 ? i : i + 1)), value)
                ),
                Cadence.Week
            )
            .Value;

        Assert.Equal(0, Autocorrelation.OfNeighbours(values, apart), 1e-12);
        Assert.Equal(-0.25, Autocorrelation.OfNeighbours(values), 1e-12);
    }

    [Fact]
    public void Where_nothing_varies_or_nothing_follows_nothing_is_alike()
    {
        Assert.Equal(0, Autocorrelation.OfNeighbours([]));
        Assert.Equal(0, Autocorrelation.OfNeighbours([3]));
        Assert.Equal(0, Autocorrelation.OfNeighbours([3, 3, 3]));
        Assert.Equal(-0.5, Autocorrelation.OfNeighbours([1, 2]), 1e-12);
    }

    [Fact] // Kendall 1954: a lag-1 correlation comes out too low by (1 + 3 ρ)/n
    public void A_short_series_hides_some_of_it()
    {
        Assert.Equal(0.6, Autocorrelation.Likeness(0.5, 25), 1e-12);
        Assert.Equal(0.1, Autocorrelation.Likeness(0, 10), 1e-12);
        Assert.Equal(0, Autocorrelation.Likeness(-0.5, 10));
        Assert.Equal(0.9, Autocorrelation.Likeness(0.95, 10));
    }

    [Fact]
    public void Residuals_that_alternate_have_a_large_statistic_of_Durbin_and_Watson_and_equal_ones_none()
    {
        var weeks = Published.Weeks(1, 2, 3, 4);
        // Three steps of two, squared, over four squares of one.
        Assert.Equal(3, SegmentedFit.DurbinWatson([1, -1, 1, -1], weeks)!.Value, 1e-12);
        Assert.Equal(0, SegmentedFit.DurbinWatson([1, 1, 1, 1], weeks)!.Value, 1e-12);
        var alone = Series
            .Of([new(new(2026, 1, 5), 1), new(new(2026, 1, 19), 2), new(new(2026, 2, 2), 3)], Cadence.Week)
            .Value;
        Assert.Null(SegmentedFit.DurbinWatson([1, -1, 1], alone));
    }
}

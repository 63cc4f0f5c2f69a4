namespace Heed.Analytics.Tests;

public class AdjustedPTests
{
    // Benjamini and Hochberg 1995, section 3: fifteen endpoints of a trial of thrombolysis.
    static readonly double[] Endpoints =
    [
        .0001,
        .0004,
        .0019,
        .0095,
        .0201,
        .0278,
        .0298,
        .0344,
        .0459,
        .3240,
        .4262,
        .5719,
        .6528,
        .7590,
        1,
    ];

    [Fact]
    public void Of_fifteen_endpoints_four_are_found_and_three_are_sure_as_published()
    {
        Assert.Equal(4, AdjustedP.BenjaminiHochberg(Endpoints).Count(p => p <= .05));
        Assert.Equal(3, AdjustedP.Holm(Endpoints).Count(p => p <= .05)); // as by Bonferroni in the paper
    }

    [Fact] // R: p.adjust(c(.01, .02, .03, .04, .05), "holm") and "BH"
    public void Adjusted_values_are_those_of_r()
    {
        double[] values = [.01, .02, .03, .04, .05];

        Assert.Equal([.05, .08, .09, .09, .09], AdjustedP.Holm(values), Near);
        Assert.Equal([.05, .05, .05, .05, .05], AdjustedP.BenjaminiHochberg(values), Near);
        Assert.Equal([.002, .0015], AdjustedP.BenjaminiHochberg([.002, .00075]), Near);
    }

    [Fact]
    public void The_order_given_is_kept_and_nothing_is_adjusted_to_nothing()
    {
        Assert.Equal([.09, .02], AdjustedP.Holm([.09, .01]), Near);
        Assert.Empty(AdjustedP.Holm([]));
        Assert.Empty(AdjustedP.BenjaminiHochberg([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedP.Holm([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedP.BenjaminiHochberg([1.1]));
    }

    static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}

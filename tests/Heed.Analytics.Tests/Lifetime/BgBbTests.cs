using Heed.Analytics.Lifetime;

namespace Heed.Analytics.Tests.Lifetime;

public class BgBbTests
{
    static readonly BgBb Model = new(1.204, .750, .657, 2.783); // Fader, Hardie and Shang 2010, as printed

    [Fact]
    public void What_is_expected_of_all_is_the_mean_of_what_is_expected_of_each()
    {
        // Walk through all histories of four occasions; each may be reached in as many ways as there are orders.
        var (chances, sum) = (0.0, 0.0);
        for (var bits = 0; bits < 16; bits++)
        {
            var (yes, last) = (int.PopCount(bits), bits == 0 ? 0 : int.Log2(bits) + 1);
            var chance = Chance(new(yes, last, 4));
            chances += chance;
            sum += chance * Model.Expected(new OccasionHistory(yes, last, 4), 3);
        }
        Assert.Equal(1, chances, 1e-9);
        Assert.Equal(Model.Expected(7) - Model.Expected(4), sum, 1e-9);
    }

    // The chance of one history, from how being active at the next occasion follows from it.
    static double Chance(OccasionHistory history)
    {
        var (x, n) = (history.Yes, history.Occasions);
        double Beta(double a, double b) => MathNet.Numerics.SpecialFunctions.Beta(a, b);
        var there =
            Beta(Model.Alpha + x, Model.Beta + n - x)
            / Beta(Model.Alpha, Model.Beta)
            * Beta(Model.Gamma, Model.Delta + n + 1)
            / Beta(Model.Gamma, Model.Delta);
        return there / Model.ChanceActive(history);
    }

    [Fact]
    public void Who_gave_lately_is_more_likely_to_be_there()
    {
        Assert.True(Model.ChanceActive(new(3, 6, 6)) > Model.ChanceActive(new(3, 3, 6)));
        Assert.InRange(Model.ChanceActive(new(0, 0, 6)), 0, 1);
        Assert.Equal(0, Model.Expected(new OccasionHistory(3, 6, 6), 0));
    }

    [Fact]
    public void What_cannot_be_modelled_is_refused_in_words()
    {
        Assert.Contains("needs 50 customers or more; there are 3", BgBb.Fit([new(1, 2, 6, 3)]).Because);
        Assert.Contains("1 of 2 histories cannot be", BgBb.Fit([new(3, 2, 6, 60), new(1, 2, 6, 60)]).Because);
        Assert.Contains("Nobody bought", BgBb.Fit([new(0, 0, 6, 60)]).Because);
        Assert.Throws<ArgumentException>(() => Model.ChanceActive(new(7, 6, 6)));
    }
}

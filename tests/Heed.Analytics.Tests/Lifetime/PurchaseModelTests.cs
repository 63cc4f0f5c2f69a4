using System.Globalization;
using Heed.Analytics.Lifetime;

namespace Heed.Analytics.Tests.Lifetime;

public class PurchaseModelTests
{
    // As printed by Fader, Hardie and Lee (2005) for the 2,357 customers of CDNOW over 39 weeks.
    static readonly BgNbd Printed = new(.243, 4.414, .793, 2.426);

    [Fact]
    public void Cdnow_is_fitted_by_bg_nbd_as_published()
    {
        var model = BgNbd.Fit(Cdnow()).Value;
        Assert.Equal(.243, model.R, 5e-4);
        Assert.Equal(4.414, model.Alpha, 5e-3);
        Assert.Equal(.793, model.A, 1e-3);
        Assert.Equal(2.426, model.B, 5e-3);
        Assert.Equal(-9582.429, model.LogLikelihood, .005);
        double[] weeks = [.1429, 1, 3, 31.8571, 32, 78];
        double[] published = [.0078, .0532, .1506, 1.0405, 1.0437, 1.8576];
        for (var i = 0; i < weeks.Length; i++)
            Assert.Equal(published[i], model.Expected(weeks[i]), 5e-4);
        Assert.Equal(1.444004, model.Expected(52), 2e-4);
        Assert.Equal(25.75659, model.Expected(new(26, 30.857, 31), 52), 5e-3);
        Assert.Equal(.9688523, model.ChanceActive(new(26, 30.857, 31)), 5e-5);
    }

    [Fact] // Recomputed from the four printed digits of the parameters.
    public void The_printed_parameters_give_the_recomputed_expectations()
    {
        Assert.Equal(.0533, Printed.Expected(1), 5e-5);
        Assert.Equal(.1509, Printed.Expected(3), 5e-5);
        Assert.Equal(1.8605, Printed.Expected(78), 5e-5);
        Assert.Equal(.5737864, Printed.ChanceOfNone(39), 5e-7);
        Assert.Equal(1.226, Printed.Expected(new(2, 30.43, 38.86), 39), 5e-4);
        Assert.Equal(25.7565, Printed.Expected(new(26, 30.857, 31), 52), 5e-4);
        Assert.Equal(.96885, Printed.ChanceActive(new(26, 30.857, 31)), 5e-6);
    }

    [Fact]
    public void Where_the_formulas_are_nought_by_nought_their_limits_are_told()
    {
        var returning = new PurchaseHistory(3, 20, 30);
        foreach (var gap in new[] { 0, 1e-15, 1e-12, 1e-9, -1e-12 })
        {
            var (at, near) = (new BgNbd(.243, 4.414, 1 + gap, 2.426), new BgNbd(.243, 4.414, 1 + 1e-6, 2.426));
            Assert.Equal(near.Expected(52), at.Expected(52), 1e-5);
            Assert.Equal(near.Expected(returning, 52), at.Expected(returning, 52), 1e-5);
            var (limit, beside) = (
                new ParetoNbd(.553, 10.578, 1 + gap, 11.669),
                new ParetoNbd(.553, 10.578, 1 + 1e-6, 11.669)
            );
            Assert.Equal(beside.Expected(52), limit.Expected(52), 1e-5);
            Assert.Equal(beside.Expected(returning, 52), limit.Expected(returning, 52), 1e-5);
        }
        // The limit of Pareto/NBD by hand: r·β/α · ln(1 + t/β).
        Assert.Equal(
            .553 * 11.669 / 10.578 * Math.Log(1 + 52 / 11.669),
            new ParetoNbd(.553, 10.578, 1, 11.669).Expected(52),
            1e-12
        );
    }

    [Fact]
    public void Cdnow_is_fitted_by_pareto_nbd_as_published()
    {
        var model = ParetoNbd.Fit(Cdnow()).Value;
        Assert.Equal(.553, model.R, 1e-3);
        Assert.Equal(10.578, model.Alpha, .01);
        Assert.Equal(.606, model.S, 1e-3);
        Assert.Equal(11.669, model.Beta, .02);
        Assert.Equal(-9594.976, model.LogLikelihood, .005);
        Assert.Equal(1.473434, model.Expected(52), 2e-4);
        Assert.Equal(25.45647, model.Expected(new(26, 30.857, 31), 52), 5e-3);
        Assert.Equal(.997874, model.ChanceActive(new(26, 30.857, 31)), 5e-6);
    }

    [Fact] // Fader and Hardie (2013): p 6.25, q 3.74, v 15.44, and the first ten customers.
    public void Spending_at_cdnow_is_fitted_as_published()
    {
        var customers = Rows("purchases/cdnow_customers_summary_with_transactions.csv")
            .Select(row => new Spending((int)row[1], row[4]))
            .ToList();
        var model = GammaGamma.Fit(customers).Value;
        Assert.Equal(6.25, model.P, .01);
        Assert.Equal(3.74, model.Q, .01);
        Assert.Equal(15.44, model.V, .02);
        double[] published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
        for (var i = 0; i < published.Length; i++)
            Assert.Equal(published[i], model.Expected(customers[i]), .01);
        Assert.Equal(35.17, model.Overall, .01);
    }

    [Fact]
    public void What_cannot_be_modelled_is_refused_in_words()
    {
        PurchaseHistory[] once = [.. Enumerable.Repeat(new PurchaseHistory(0, 0, 39), 60)];
        Assert.Contains("Nobody bought a second time", BgNbd.Fit(once).Because);
        Assert.Contains("needs 50 customers or more; there are 1", ParetoNbd.Fit([new(1, 3, 39)]).Because);
        Assert.Contains("1 of 61 customers cannot be", BgNbd.Fit([.. once, new(2, 40, 39)]).Because);
        Assert.Contains("1 customers spent nothing", GammaGamma.Fit([new(1, 0), new(0, 0)]).Because);
        Assert.Contains("there are 1", GammaGamma.Fit([new(1, 5), new(0, 0)]).Because);
    }

    static List<PurchaseHistory> Cdnow() =>
        [
            .. Rows("purchases/cdnow_customers_summary.csv")
                .Select(row => new PurchaseHistory((int)row[1], row[2], row[3])),
        ];

    static IEnumerable<double[]> Rows(string file) =>
        File.ReadLines(SharedData.File(file))
            .Skip(1)
            .Select(line =>
                Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture))
            );
}

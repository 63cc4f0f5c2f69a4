using System.Globalization;
using Heed.Analytics.Drivers;

namespace Heed.Analytics.Tests.Drivers;

public class ProportionalOddsTests
{
    [Fact] // Venables and Ripley, Modern Applied Statistics with S: polr on the tenants of Copenhagen.
    public void The_tenants_of_copenhagen_are_fitted_as_published()
    {
        var fit = ProportionalOdds.Fit(Copenhagen()).Value;
        Assert.Equal(1681, fit.N);
        double[] published = [.5664, 1.2888, -.5724, -.3662, -1.0910, .3603];
        // The published fit stopped a little short of the top, so its fourth decimal is not quite settled.
        for (var c = 0; c < published.Length; c++)
            Assert.Equal(published[c], fit.Coefficients[c].Estimate.Value, 1e-4);
        Assert.Equal(-.4961, fit.Cuts[0], 1e-4);
        Assert.Equal(.6907, fit.Cuts[1], 1e-4);
        Assert.Equal(3479.149, fit.Deviance, 5e-4);
        Assert.All(
            fit.Coefficients,
            c => Assert.True(c.Estimate.Low < c.Estimate.Value && c.Estimate.Value < c.Estimate.High)
        );
    }

    [Fact] // With one yes-or-no driver and two ranks the model is the odds ratio of a two-by-two table.
    public void A_two_by_two_table_has_its_odds_ratio_and_woolfs_error()
    {
        var data = new DriverData(
            [0, 1, 0, 1],
            ["asked"],
            [
                [0, 0, 1, 1],
            ],
            [40, 10, 20, 30]
        );
        var asked = Assert.Single(ProportionalOdds.Fit(data).Value.Coefficients);
        Assert.Equal(40.0 * 30 / (10 * 20), asked.OddsRatio, 1e-6);
        Assert.Equal(Math.Sqrt(1.0 / 40 + 1.0 / 10 + 1.0 / 20 + 1.0 / 30), asked.Estimate.StandardError, 1e-6);
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_in_words()
    {
        var separated = new DriverData(
            [0, 1],
            ["asked"],
            [
                [0, 1],
            ],
            [40, 30]
        );
        Assert.Contains("separates the answers completely", ProportionalOdds.Fit(separated).Because);
        var same = new DriverData(
            [0, 1, 0, 1],
            ["a", "b"],
            [
                [0, 0, 1, 1],
                [0, 0, 1, 1],
            ],
            [40, 10, 20, 30]
        );
        Assert.Contains("follows from the others", ProportionalOdds.Fit(same).Because);
        Assert.Contains(
            "two different answers",
            ProportionalOdds
                .Fit(
                    new(
                        [3, 3],
                        ["a"],
                        [
                            [0, 1],
                        ]
                    )
                )
                .Because
        );
        Assert.Contains(
            "too few",
            ProportionalOdds
                .Fit(
                    new(
                        [1, 2],
                        ["a"],
                        [
                            [0, 1],
                        ]
                    )
                )
                .Because
        );
    }

    static DriverData Copenhagen()
    {
        var rows = File.ReadLines(SharedData.File("satisfaction/copenhagen_housing.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToList();
        string[] order = ["Low", "Medium", "High"];
        double[] Is(int column, string value) => [.. rows.Select(row => row[column] == value ? 1.0 : 0)];
        return new(
            [.. rows.Select(row => (double)Array.IndexOf(order, row[1]))],
            ["InflMedium", "InflHigh", "Apartment", "Atrium", "Terrace", "ContHigh"],
            [Is(2, "Medium"), Is(2, "High"), Is(3, "Apartment"), Is(3, "Atrium"), Is(3, "Terrace"), Is(4, "High")],
            [.. rows.Select(row => double.Parse(row[5], CultureInfo.InvariantCulture))]
        );
    }
}

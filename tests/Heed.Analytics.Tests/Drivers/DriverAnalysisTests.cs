using System.Globalization;
using Heed.Analytics.Drivers;
using Heed.Analytics.Tests.Scores;

namespace Heed.Analytics.Tests.Drivers;

public class DriverAnalysisTests
{
    static readonly string[] SwissDrivers = ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"];

    [Theory] // relaimpo (lmg) and rwa/relativeImp in R, on the data set swiss.
    [InlineData(DriverMethod.Lmg, .0570912207681, .1711730289002, .2601346786244, .1055701503735, .1127659229265)]
    [InlineData(DriverMethod.Johnson, .048416895812, .154708249806, .271964104646, .114680029948, .116965721381)]
    public void Swiss_fertility_is_shared_as_published(DriverMethod method, params double[] shares)
    {
        var analysis = DriverAnalysis.Of(Swiss(), method).Value;
        Assert.Equal(.706735001593, analysis.RSquared, 1e-9);
        Assert.Equal(47, analysis.N);
        for (var d = 0; d < 5; d++)
            Assert.Equal(shares[d], analysis.Drivers[d].Share, 1e-9);
        Assert.Equal(analysis.RSquared, analysis.Drivers.Sum(driver => driver.Share), 1e-9);
        Assert.All(analysis.Drivers, driver => Assert.True(driver.Low < driver.Share && driver.Share < driver.High));
    }

    [Theory]
    [InlineData(1e-13)]
    [InlineData(1e13)]
    public void A_driver_may_be_measured_in_any_unit(double unit)
    {
        var swiss = Swiss();
        var scaled = swiss with
        {
            Columns = [.. swiss.Columns.Select(column => column.Select(x => x * unit).ToArray())],
        };
        var (plain, other) = (DriverAnalysis.Of(swiss).Value, DriverAnalysis.Of(scaled).Value);

        foreach (var (a, b) in plain.Drivers.Zip(other.Drivers))
        {
            Assert.Equal(a.Share, b.Share, 1e-9);
            Assert.Equal(a.Low, b.Low, 1e-9);
        }
    }

    [Fact] // relaimpo with weights 1 + (row mod 3), rows counted from one.
    public void Weighted_swiss_fertility_is_shared_as_published()
    {
        var data = Swiss() with { Weights = [.. Enumerable.Range(1, 47).Select(row => 1.0 + row % 3)] };
        var analysis = DriverAnalysis.Of(data).Value;
        Assert.Equal(.694332891423, analysis.RSquared, 1e-9);
        double[] shares = [.0518208063017, .1549452302086, .2559770835712, .1019573530969, .1296324182449];
        for (var d = 0; d < 5; d++)
            Assert.Equal(shares[d], analysis.Drivers[d].Share, 1e-9);
    }

    [Fact] // Agriculture goes with fertility alone (r .353) and against it next to the others.
    public void A_driver_that_turns_its_sign_is_marked()
    {
        var analysis = DriverAnalysis.Of(Swiss()).Value;
        Assert.Equal(.353, analysis.Drivers[0].Correlation, 5e-4);
        Assert.Equal(-.313, analysis.Drivers[0].Coefficient, 5e-4);
        Assert.True(analysis.Drivers[0].IsSuppressor);
        Assert.False(analysis.Drivers[2].IsSuppressor);
        Assert.All(analysis.Drivers, driver => Assert.True(driver.VarianceInflation >= 1));
    }

    [Theory] // The README of rwa, and relaimpo.
    [InlineData(DriverMethod.Johnson, .228479725928, .222146870540, .232174439299, .096388603215)]
    [InlineData(DriverMethod.Lmg, .2470520332352, .2434995947956, .2109128995443, .0777251114079)]
    public void The_mileage_of_cars_is_shared_as_published(DriverMethod method, params double[] shares)
    {
        string[] names = ["cyl", "disp", "hp", "gear"];
        var analysis = DriverAnalysis.Of(Read("driver-reference/mtcars.csv", "mpg", names), method).Value;
        Assert.Equal(.779189638983, analysis.RSquared, 1e-9);
        for (var d = 0; d < 4; d++)
            Assert.Equal(shares[d], analysis.Drivers[d].Share, 1e-9);
    }

    [Theory] // relaimpo and rwa on the public survey of 2017, complete cases only.
    [InlineData(DriverMethod.Lmg, .10742, .09770, .09093, .12201, .10037)]
    [InlineData(DriverMethod.Johnson, .10666, .09683, .09063, .12562, .09868)]
    public void What_drives_satisfaction_with_the_airport(DriverMethod method, params double[] shares)
    {
        var file = AirportSurvey.Of2017();
        string[] names = ["Q7SIGN", "Q7WALKWAYS", "Q7SCREENS", "Q7FOOD", "Q7STORE"];
        double[] Column(string name) => [.. file.Answers(name, 0, 6).Select(answer => answer ?? double.NaN)];
        var analysis = DriverAnalysis.Of(new(Column("Q7ALL"), names, [.. names.Select(Column)]), method).Value;
        Assert.Equal(2050, analysis.N);
        Assert.Equal(file.Count - 2050, analysis.Missing);
        Assert.Equal(.51842, analysis.RSquared, 5e-6);
        for (var d = 0; d < 5; d++)
            Assert.Equal(shares[d], analysis.Drivers[d].Share, 5e-6);
    }

    [Theory] // relaimpo and rwa, 1,811 advertisers.
    [InlineData(DriverMethod.Lmg, .08710, .07039, .16143, .07872, .15223, .06276, .05032, .02570, .02808)]
    [InlineData(DriverMethod.Johnson, .09142, .07418, .14890, .07883, .15231, .06483, .05107, .02539, .02980)]
    public void What_drives_the_satisfaction_of_advertisers(DriverMethod method, params double[] shares)
    {
        string[] names = [.. Enumerable.Range(2, 9).Select(q => $"q{q}")];
        var analysis = DriverAnalysis.Of(Read("satisfaction/yellowpages_customerSat.csv", "q1", names), method).Value;
        Assert.Equal(.71673, analysis.RSquared, 5e-6);
        for (var d = 0; d < 9; d++)
            Assert.Equal(shares[d], analysis.Drivers[d].Share, 5e-6);
    }

    [Fact] // By hand: r12 .5, ry1 .6, ry2 .4 gives R² .373333, shared .286667 and .086667 by both methods.
    public void Two_drivers_by_hand()
    {
        double[] correlations = [1, .5, .6, .5, 1, .4, .6, .4, 1];
        foreach (var shares in new[] { Lmg.Shares(correlations, 3), Johnson.Shares(correlations, 3) })
        {
            Assert.Equal(.286667, shares[0], 5e-7);
            Assert.Equal(.086667, shares[1], 5e-7);
        }
    }

    [Fact]
    public void Uncorrelated_drivers_have_their_squared_correlations()
    {
        double[] correlations = [1, 0, 0, .5, 0, 1, 0, .3, 0, 0, 1, -.2, .5, .3, -.2, 1];
        foreach (var shares in new[] { Lmg.Shares(correlations, 4), Johnson.Shares(correlations, 4) })
            Assert.Equal([.25, .09, .04], shares.Select(share => Math.Round(share, 12)));
    }

    [Fact] // Plain bootstrap of 20,000 rows against resampled groups of them: the widths agree.
    public void Resampled_groups_have_the_spread_of_resampled_rows()
    {
        var random = new Random(8);
        double Noise() => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
        var rows = Enumerable.Range(0, 4000).Select(_ => (A: Noise(), B: Noise())).ToArray();
        double[] y = [.. rows.Select(row => row.A + .5 * row.B + Noise())];
        var analysis = DriverAnalysis
            .Of(
                new(
                    y,
                    ["a", "b"],
                    [
                        [.. rows.Select(row => row.A)],
                        [.. rows.Select(row => row.B)],
                    ]
                )
            )
            .Value;
        // The share of an uncorrelated driver is r², whose standard error is about 2 r (1 - r²) / √n.
        var a = analysis.Drivers[0];
        var expected = 2 * 1.96 * 2 * a.Correlation * (1 - a.Correlation * a.Correlation) / Math.Sqrt(4000);
        Assert.Equal(1, (a.High - a.Low) / expected, .15);
    }

    [Fact]
    public void What_cannot_be_analysed_is_refused_in_words()
    {
        double[] Column(int step) => [.. Enumerable.Range(0, 100).Select(i => (double)(i * step % 17))];
        Assert.Contains(
            "Choose 15 or fewer",
            DriverAnalysis
                .Of(
                    new(
                        Column(3),
                        [.. Enumerable.Range(0, 16).Select(i => $"d{i}")],
                        [.. Enumerable.Range(1, 16).Select(Column)]
                    )
                )
                .Because
        );
        Assert.Equal(
            "2 drivers need 30 respondents who answered everything; there are 3, and 1 with a gap.",
            DriverAnalysis
                .Of(
                    new(
                        [1, 2, 3, 4],
                        ["a", "b"],
                        [
                            [1, 3, 2, 2],
                            [2, 2, double.NaN, 1],
                        ]
                    )
                )
                .Because
        );
        double[] twice = [.. Column(5).Select(value => 2 * value + 1)];
        Assert.Contains(
            "follows from the other drivers",
            DriverAnalysis.Of(new(Column(3), ["a", "b"], [Column(5), twice])).Because
        );
        Assert.Equal(
            "a is the same for everybody.",
            DriverAnalysis.Of(new(Column(3), ["a"], [Enumerable.Repeat(4.0, 100).ToArray()])).Because
        );
        Assert.Contains(
            "2 weights are below zero",
            DriverAnalysis.Of(Swiss() with { Weights = [-1, double.NaN, .. new double[45]] }).Because
        );
    }

    static DriverData Swiss() => Read("driver-reference/swiss.csv", "Fertility", SwissDrivers);

    static DriverData Read(string file, string outcome, string[] names)
    {
        var lines = File.ReadLines(SharedData.File(file)).Select(line => line.Replace("\"", "").Split(',')).ToList();
        double[] Column(string name)
        {
            var at = Array.IndexOf(lines[0], name);
            return [.. lines[1..].Select(line => double.Parse(line[at], CultureInfo.InvariantCulture))];
        }
        return new(Column(outcome), names, [.. names.Select(Column)]);
    }
}

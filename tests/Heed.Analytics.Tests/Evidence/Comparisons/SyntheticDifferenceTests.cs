using System.Globalization;
using System.Runtime.CompilerServices;
using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class SyntheticDifferenceTests
{
    /// <summary>California's Proposition 99 raised the tax on cigarettes in 1989; 38 other states did nothing of the kind.</summary>
    static ComparisonPanel Smoking([CallerFilePath] string here = "")
    {
        var lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "proposition-99.csv"))
            .Where(line => !line.StartsWith('#'))
            .Skip(1);
        return ComparisonPanel
            .Of(
                lines.Select(line =>
                {
                    var cells = line.Split(',');
                    double[] packs = [.. cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
                    return new PanelUnit(
                        cells[0],
                        Series.Of(new DateOnly(1970, 1, 1), Cadence.Year, packs).Value,
                        cells[0] == "California" ? new DateOnly(1989, 1, 1) : null
                    );
                })
            )
            .Value;
    }

    [Theory] // Arkhangelsky et al. 2021, table 1: estimates and placebo standard errors.
    [InlineData(ComparisonMethod.SyntheticDifference, -15.6, 8.4)]
    // Their solver stops sooner: what they print is 19.6, and the least of the same sum of squares is at 19.51.
    [InlineData(ComparisonMethod.SyntheticControl, -19.6, 9.9)]
    [InlineData(ComparisonMethod.DifferenceInDifferences, -27.3, 17.7)]
    public void Proposition_99_has_its_published_effect(ComparisonMethod method, double effect, double error)
    {
        var found = SyntheticDifference.Of(Smoking(), method).Value;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{found.Effect.Value:0.0000} ({found.Effect.StandardError:0.00}) {found.UnitsInWords}"
        );

        Assert.Equal(effect, found.Effect.Value, 0.1);
        // The paper draws its placebos at random, 1,000 of them; here each state is taken once.
        Assert.Equal(error, found.Effect.StandardError, 0.15 * error);
        Assert.Equal((19, 12), (found.PeriodsBefore, found.PeriodsAfter));
        Assert.Equal(38, found.Placebos.Count);
        Assert.Equal(1, found.Units.Sum(unit => unit.Weight), 1e-9);
    }

    [Fact]
    public void The_weighted_states_run_beside_California_before_the_tax()
    {
        var synthetic = SyntheticDifference.Of(Smoking()).Value;
        var plain = SyntheticDifference.Of(Smoking(), ComparisonMethod.DifferenceInDifferences).Value;

        Assert.True(synthetic.MissBefore < plain.MissBefore / 2);
        Assert.Equal(1, synthetic.Periods.Sum(period => period.Weight), 1e-9);
        // The last years before foretell best, as the paper prints: 1986, 1987 and 1988 alone count.
        Assert.True(synthetic.Periods.TakeLast(3).Sum(period => period.Weight) > 0.99);
        Assert.Equal(
            synthetic.Effect.Value,
            synthetic.Counterfactual.Average(point => point.Observed - point.Expected),
            1e-9
        );
        Assert.StartsWith("Nevada ", synthetic.UnitsInWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_are_the_nearest_of_all()
    {
        var random = new Random(4);
        double[][] columns = [.. Enumerable.Range(0, 6).Select(_ => Simulated.Noise(random, 20))];
        var target = Simulated.Noise(random, 20);
        double[][] gram = [.. columns.Select(one => columns.Select(other => SimplexWeights.Dot(one, other)).ToArray())];
        double[] products = [.. columns.Select(one => SimplexWeights.Dot(one, target))];
        double Distance(double[] weights) =>
            target
                .Select((value, t) => value - columns.Select((column, i) => weights[i] * column[t]).Sum())
                .Sum(rest => rest * rest);

        var fitted = SimplexWeights.Fit(gram, products, 1e-10);
        Assert.Equal(1, fitted.Sum(), 1e-12);
        for (var trial = 0; trial < 5000; trial++)
        {
            double[] drawn = [.. columns.Select(_ => -Math.Log(random.NextDouble()))];
            double[] other = [.. drawn.Select((weight, i) => 0.9 * fitted[i] + 0.1 * weight / drawn.Sum())];
            Assert.True(Distance(fitted) <= Distance(other) + 1e-9);
        }
    }

    /// <summary>Units that share two waves in their own measure, with noise of their own; the first one changes.</summary>
    internal static PanelUnit[] Branches(
        Random random,
        int units,
        int before,
        int after,
        double effect,
        double likeness = 0
    )
    {
        var (one, two) = (Simulated.Noise(random, before + after, 0.9), Simulated.Noise(random, before + after, 0.9));
        return
        [
            .. Enumerable
                .Range(0, units)
                .Select(unit =>
                {
                    var (a, b, level) = (random.NextDouble(), random.NextDouble(), 50 + 10 * random.NextDouble());
                    var noise = Simulated.Noise(random, before + after, likeness);
                    var series = Published.Weeks([
                        .. noise.Select(
                            (value, t) =>
                                level + 4 * (a * one[t] + b * two[t]) + value + (unit == 0 && t >= before ? effect : 0)
                        ),
                    ]);
                    return new PanelUnit($"branch {unit}", series, unit == 0 ? series[before].Date : null);
                }),
        ];
    }

    internal static ComparisonPanel Panel(IEnumerable<PanelUnit> units) => ComparisonPanel.Of(units).Value;

    [Theory]
    [InlineData(ComparisonMethod.SyntheticDifference, 4)]
    [InlineData(ComparisonMethod.SyntheticDifference, 12)]
    [InlineData(ComparisonMethod.DifferenceInDifferences, 6)]
    public void What_moves_all_of_them_is_an_effect_at_most_five_times_in_a_hundred(ComparisonMethod method, int units)
    {
        const int runs = 1000;
        var (random, alarms) = (new Random(20210902), 0);
        for (var run = 0; run < runs; run++)
        {
            var effect = SyntheticDifference.Of(Panel(Branches(random, units, 26, 12, 0)), method).Value.Effect;
            alarms += effect.Low > 0 || effect.High < 0 ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"false alarms {alarms} of {runs}");
        Assert.InRange(alarms / (double)runs, 0, Simulated.Allowed(0.05, runs));
    }

    [Fact]
    public void An_effect_is_found_and_lies_in_its_interval()
    {
        var (random, held, seen) = (new Random(9), 0, 0);
        for (var run = 0; run < 200; run++)
        {
            var effect = SyntheticDifference.Of(Panel(Branches(random, 12, 40, 12, 3))).Value.Effect;
            held += effect.Low <= 3 && effect.High >= 3 ? 1 : 0;
            seen += effect.Low > 0 ? 1 : 0;
        }
        Assert.InRange(held / 200.0, 0.90, 1);
        Assert.InRange(seen / 200.0, 0.8, 1);
    }

    [Fact]
    public void Two_changed_units_are_compared_as_their_mean()
    {
        var units = Branches(new Random(11), 10, 30, 10, 3);
        units[1] = units[1] with { ChangedFrom = units[0].ChangedFrom };
        var found = SyntheticDifference.Of(Panel(units)).Value;
        Assert.Equal(8, found.Units.Count);
        Assert.Equal(200, found.Placebos.Count);
    }

    [Fact]
    public void A_lag_counts_for_neither_side()
    {
        var found = SyntheticDifference.Of(Panel(Branches(new Random(12), 6, 30, 12, 3)), lag: 3).Value;
        Assert.Equal((30, 9), (found.PeriodsBefore, found.PeriodsAfter));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_in_words()
    {
        var units = Branches(new Random(13), 6, 30, 12, 3);
        string? Because(params PanelUnit[] some) =>
            ComparisonPanel.Of(some).Refused(out var because, out var panel)
                ? because
                : SyntheticDifference.Of(panel).Because;

        Assert.Contains("needs 3 units without the change", Because(units[..3]), StringComparison.Ordinal);
        Assert.Contains("needs two units", Because(units[0]), StringComparison.Ordinal);
        Assert.Contains(
            "two units are called",
            Because(units[0], units[0])?.ToLowerInvariant(),
            StringComparison.Ordinal
        );
        Assert.Contains("No unit has the change", Because(units[1..]), StringComparison.Ordinal);
        Assert.Contains(
            "staggered roll-out",
            Because([.. units[..5], units[5] with { ChangedFrom = units[5].Series[20].Date }]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "the changed one itself",
            Because([.. units[..5], new("copy", units[0].Series)]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "8 periods before the change and 8 after",
            Because([units[0] with { ChangedFrom = units[0].Series[38].Date }, .. units[1..]]),
            StringComparison.Ordinal
        );
        var month = Series.Of(new DateOnly(2026, 1, 1), Cadence.Month, 1, 2, 3).Value;
        Assert.Contains("needs one rhythm", Because(units[0], new("monthly", month)), StringComparison.Ordinal);
    }

    [Fact] // the same two ways over: all alike is the difference of four means
    public void Where_all_count_alike_the_effect_is_the_difference_of_two_differences()
    {
        double[][] rows =
        [
            [.. Enumerable.Repeat(10.0, 8), .. Enumerable.Repeat(19.0, 8)],
            [.. Enumerable.Repeat(1.0, 8), .. Enumerable.Repeat(2.0, 8)],
            [.. Enumerable.Repeat(5.0, 8), .. Enumerable.Repeat(8.0, 8)],
            [.. Enumerable.Range(0, 16).Select(i => i % 2 + (i < 8 ? 0.0 : 2))],
        ];
        var units = rows.Select(
            (row, i) => new PanelUnit($"{i}", Published.Weeks(row), i == 0 ? new DateOnly(2026, 3, 2) : null)
        );
        var found = SyntheticDifference.Of(Panel(units), ComparisonMethod.DifferenceInDifferences).Value;

        // The changed one gained 9, the others 1, 3 and 2; of them each against the other two 1 − 2.5, 3 − 1.5 and 2 − 2.
        Assert.Equal(7, found.Effect.Value, 1e-12);
        Assert.Equal([-1.5, 1.5, 0], found.Placebos.Select(placebo => Math.Round(placebo, 9)));
        Assert.Equal(1.5, found.Effect.StandardError, 1e-9);
        // Alone half a step up and down among three, and the level set aside.
        Assert.Equal(1 / 6.0, found.MissBefore, 1e-9);
        Assert.Equal((8, 8), (found.PeriodsBefore, found.PeriodsAfter));
        Assert.Equal(
            (new DateOnly(2026, 3, 2), 19.0),
            (found.Counterfactual[0].Date, found.Counterfactual[0].Observed)
        );
        Assert.All(found.Counterfactual, point => Assert.Equal(7, point.Fitted - point.Expected, 1e-9));
    }
}

using Heed.Analytics.Evidence;
using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Errors that follow one another, held against generalised least squares in whole matrices (Aitken 1935).</summary>
public class AutoregressiveErrorsTests
{
    static readonly Series Wandering = Gapped(0.6);

    // Sixty weeks with two holes, and a step in the middle.
    static Series Gapped(double likeness) =>
        Series
            .Of(
                Simulated
                    .Noise(new Random(11), 60, likeness)
                    .Select(
                        (value, i) => (Week: i + (i < 20 ? 0 : 2) + (i < 45 ? 0 : 3), Value: 20 + value + i / 30 * 3)
                    )
                    .Select(at => new Point(new DateOnly(2024, 1, 1).AddDays(7 * at.Week), at.Value)),
                Cadence.Week
            )
            .Value;

    static (SegmentedDesign Design, LeastSquares Ordinary) Fit(Series series)
    {
        var cut = new Interruption(series, series[30].Date, new() { Seasons = Seasons.None });
        var design = new SegmentedDesign(cut, trend: true, slopeChange: true);
        return (design, LeastSquares.Fit(design.Rows, series.Values)!);
    }

    /// <summary>The coefficients, the inverse of X'V⁻¹X, the sum of squares and log|V| with a correlation to the power of the distance.</summary>
    static (Vector<double> Coefficients, Matrix<double> Inverse, double Squares, double LogVolume) Whole(
        SegmentedDesign design,
        double correlation
    )
    {
        var n = design.Used.Count;
        var noise = Matrix<double>.Build.Dense(
            n,
            n,
            (i, j) => Math.Pow(correlation, Math.Abs(design.Used.PeriodAt(i) - design.Used.PeriodAt(j)))
        );
        var x = Matrix<double>.Build.DenseOfRowArrays(design.Rows);
        var y = Vector<double>.Build.Dense(design.Used.Values.ToArray());
        var whole = noise.Inverse();
        var inverse = (x.Transpose() * whole * x).Inverse();
        var coefficients = inverse * (x.Transpose() * whole * y);
        var rest = y - x * coefficients;
        return (coefficients, inverse, rest * whole * rest, Math.Log(noise.Determinant()));
    }

    [Fact]
    public void The_most_likely_correlation_and_its_fit_are_those_of_whole_matrices()
    {
        var (design, ordinary) = Fit(Wandering);
        var (correlation, fit) = new AutoregressiveErrors(design, ordinary).MostLikely()!.Value;

        double Likelihood(double at) =>
            Whole(design, at) is var (_, _, squares, logVolume) ? -30 * Math.Log(squares) - logVolume / 2 : 0;
        Assert.InRange(correlation, 0.2, 0.8);
        Assert.All(
            Enumerable.Range(0, 19).Select(i => i / 20.0).Append(correlation - 1e-3).Append(correlation + 1e-3),
            other => Assert.True(Likelihood(correlation) > Likelihood(other))
        );
        var slow = Whole(design, correlation);
        for (var a = 0; a < 4; a++)
        {
            Assert.Equal(slow.Coefficients[a], fit.Coefficients[a], 1e-8);
            Assert.Equal(Math.Sqrt(slow.Squares / (60 - 4) * slow.Inverse[a, a]), fit.Error(a), 1e-8);
        }
    }

    [Fact]
    public void Neighbours_that_alternate_are_found_too()
    {
        var (design, ordinary) = Fit(Gapped(-0.7));
        Assert.Equal(-0.7, new AutoregressiveErrors(design, ordinary).MostLikely()!.Value.Correlation, 0.15);
    }

    [Fact]
    public void A_variance_over_all_correlations_weighs_each_by_its_likelihood()
    {
        var (design, ordinary) = Fit(Wandering);
        var averaged = new AutoregressiveErrors(design, ordinary).AveragedVariances();

        var all = Enumerable.Range(0, 20).Select(step => Whole(design, step / 20.0)).ToArray();
        // The restricted likelihood (Patterson and Thompson 1971).
        double[] logs =
        [
            .. all.Select(one =>
                -0.5 * (56 * Math.Log(one.Squares) + one.LogVolume - Math.Log(one.Inverse.Determinant()))
            ),
        ];
        double[] weights = [.. logs.Select(log => Math.Exp(log - logs.Max()))];
        for (var a = 0; a < 4; a++)
        {
            var expected = all.Select(one =>
                one.Squares / 56 * one.Inverse[a, a] + Math.Pow(one.Coefficients[a] - ordinary.Coefficients[a], 2)
            );
            Assert.Equal(
                expected.Zip(weights, (variance, weight) => variance * weight).Sum() / weights.Sum(),
                averaged[a],
                1e-8 * averaged[a] + 1e-12
            );
        }
    }
}

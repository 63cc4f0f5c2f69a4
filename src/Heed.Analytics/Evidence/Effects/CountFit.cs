using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Quasi-Poisson regression by iteratively reweighted least squares: log(expected count) = log(population) + columns,
/// with the variance allowed to be a multiple (the dispersion) of the expected count (McCullagh and Nelder 1989).
/// </summary>
sealed class CountFit
{
    CountFit(LeastSquares last, double[] expected, double[] linear, double deviance, double dispersion)
    {
        Last = last;
        Expected = expected;
        Linear = linear;
        Deviance = deviance;
        Dispersion = dispersion;
    }

    public LeastSquares Last { get; }
    public double[] Expected { get; }

    /// <summary>The logarithm of the expected rate, without the population.</summary>
    public double[] Linear { get; }

    public double Deviance { get; }

    /// <summary>Pearson's chi-square by its degrees of freedom: 1 for pure Poisson counts, more when they vary more.</summary>
    public double Dispersion { get; }

    /// <summary>Counts that vary less than Poisson's lend no certainty: their errors are Poisson's.</summary>
    double Multiple => Math.Max(1, Dispersion);

    public double Error(int column) => Math.Sqrt(Multiple * Last.Inverse[column, column]);

    /// <summary>The error had the counts varied as Poisson's do.</summary>
    public double PoissonError(int column) => Math.Sqrt(Last.Inverse[column, column]);

    /// <summary>The standard error of the logarithm of the rate that the model gives for a row.</summary>
    public double ErrorOfLine(double[] row) => Math.Sqrt(Multiple * LeastSquares.Spread(Last.Inverse, row));

    public static CountFit? Of(SegmentedDesign design)
    {
        var n = design.Rows.Length;
        var counts = design.Used.Values;
        var (expected, linear, offset) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            offset[i] = Math.Log(design.Used[i].Population ?? 1);
            expected[i] = counts[i] + 0.1; // the usual start: no logarithm of zero
            linear[i] = Math.Log(expected[i]) - offset[i];
        }
        var (working, deviance) = (new double[n], double.PositiveInfinity);
        for (var round = 0; round < 50; round++)
        {
            for (var i = 0; i < n; i++)
                working[i] = linear[i] + (counts[i] - expected[i]) / expected[i];
            if (LeastSquares.Fit(design.Rows, working, expected) is not { } fit)
                return null;
            var (now, pearson) = (0.0, 0.0);
            for (var i = 0; i < n; i++)
            {
                linear[i] = LeastSquares.Dot(design.Rows[i], fit.Coefficients);
                expected[i] = Math.Exp(linear[i] + offset[i]);
                now +=
                    2
                    * ((counts[i] > 0 ? counts[i] * Math.Log(counts[i] / expected[i]) : 0) - (counts[i] - expected[i]));
                pearson += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
            }
            if (!double.IsFinite(now))
                return null;
            if (Math.Abs(now - deviance) < 1e-10 * (Math.Abs(now) + 0.1))
                return new(fit, expected, linear, now, pearson / fit.DegreesOfFreedom);
            deviance = now;
        }
        return null;
    }

    /// <summary>Whether a larger model explains more: the F test on the drop in deviance.</summary>
    public static (double F, double PValue) Compare(CountFit smaller, CountFit larger)
    {
        var columns = larger.Last.Coefficients.Length - smaller.Last.Coefficients.Length;
        var f = (smaller.Deviance - larger.Deviance) / columns / larger.Dispersion;
        return (f, 1 - FisherSnedecor.CDF(columns, larger.Last.DegreesOfFreedom, Math.Max(f, 0)));
    }
}

namespace Heed.Analytics.Evidence;

/// <summary>Segmented linear regression with errors that may follow one another.</summary>
static class SegmentedFit
{
    const int Lag = 3;

    /// <summary>
    /// Newey and West 1987 with Bartlett weights and the usual correction n/(n − k) for small samples (R's sandwich,
    /// adjust = TRUE); lags are counted in periods, so a gap is not a neighbour.
    /// </summary>
    public static double[,] NeweyWest(LeastSquares fit, SegmentedDesign design)
    {
        var k = fit.Coefficients.Length;
        var meat = new double[k, k];
        var rows = design.Rows;
        for (var i = 0; i < rows.Length; i++)
        for (var j = i; j >= 0; j--)
        {
            var lag = design.Used.PeriodAt(i) - design.Used.PeriodAt(j);
            if (lag > Lag)
                break;
            var weight = (1 - lag / (Lag + 1.0)) * fit.Residuals[i] * fit.Residuals[j];
            for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++)
                meat[a, b] +=
                    weight * (lag == 0 ? rows[i][a] * rows[j][b] : rows[i][a] * rows[j][b] + rows[j][a] * rows[i][b]);
        }
        var correction = (double)rows.Length / fit.DegreesOfFreedom;
        return Times(Times(fit.Inverse, meat, correction), fit.Inverse, 1);
    }

    /// <summary>AR(1) by maximum likelihood: the errors' correlation, and the fit after filtering them out.</summary>
    /// <remarks>
    /// Each row is compared with the one before, φ to the power of the periods between, so gaps are exact. The likelihood
    /// is profiled over φ: a coarse grid, then golden section around its best point.
    /// </remarks>
    public static (double Correlation, LeastSquares Fit)? Autoregressive(SegmentedDesign design, bool restricted)
    {
        var (best, bestAt) = (double.NegativeInfinity, 0.0);
        for (var phi = -0.95; phi < 0.96; phi += 0.05)
            if (Likelihood(design, phi, restricted) is var here && here > best)
                (best, bestAt) = (here, phi);
        if (double.IsNegativeInfinity(best))
            return null;
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Max(bestAt - 0.05, -0.999), Math.Min(bestAt + 0.05, 0.999));
        for (var step = 0; step < 40; step++)
        {
            var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
            if (Likelihood(design, left, restricted) > Likelihood(design, right, restricted))
                high = right;
            else
                low = left;
        }
        var correlation = (low + high) / 2;
        return Filtered(design, correlation) is { } filtered ? (correlation, filtered.Fit) : null;
    }

    static double Likelihood(SegmentedDesign design, double phi, bool restricted)
    {
        if (Filtered(design, phi) is not var (fit, logVolume) || fit.SumOfSquares <= 0)
            return double.NegativeInfinity;
        var n = design.Rows.Length;
        return restricted
            ? -0.5 * (fit.DegreesOfFreedom * Math.Log(fit.SumOfSquares) + fit.LogDeterminant + logVolume)
            : -0.5 * (n * Math.Log(fit.SumOfSquares / n) + logVolume);
    }

    static (LeastSquares Fit, double LogVolume)? Filtered(SegmentedDesign design, double phi)
    {
        var (n, k) = (design.Rows.Length, design.Rows[0].Length);
        var (rows, values) = (new double[n][], new double[n]);
        var observed = design.Used.Values;
        // Row 0 is scaled like all others: variance 1 for the innovations' unconditional spread.
        var logVolume = 0.0;
        for (var i = 0; i < n; i++)
        {
            var (carried, scale) = (0.0, 1.0);
            if (i > 0)
            {
                carried = Math.Pow(phi, design.Used.PeriodAt(i) - design.Used.PeriodAt(i - 1));
                scale = Math.Sqrt(1 - carried * carried);
                logVolume += 2 * Math.Log(scale);
            }
            values[i] = (observed[i] - (i > 0 ? carried * observed[i - 1] : 0)) / scale;
            var row = rows[i] = new double[k];
            for (var a = 0; a < k; a++)
                row[a] = (design.Rows[i][a] - (i > 0 ? carried * design.Rows[i - 1][a] : 0)) / scale;
        }
        return LeastSquares.Fit(rows, values) is { } fit ? (fit, logVolume) : null;
    }

    /// <summary>Durbin and Watson 1950: about 2 without autocorrelation, lower when errors follow one another.</summary>
    public static double DurbinWatson(ReadOnlySpan<double> residuals)
    {
        var (steps, squares) = (0.0, residuals.IsEmpty ? 0 : residuals[0] * residuals[0]);
        for (var i = 1; i < residuals.Length; i++)
        {
            steps += (residuals[i] - residuals[i - 1]) * (residuals[i] - residuals[i - 1]);
            squares += residuals[i] * residuals[i];
        }
        return steps / squares;
    }

    static double[,] Times(double[,] left, double[,] right, double factor)
    {
        var k = left.GetLength(0);
        var product = new double[k, k];
        for (var a = 0; a < k; a++)
        for (var b = 0; b < k; b++)
        for (var c = 0; c < k; c++)
            product[a, b] += factor * left[a, c] * right[c, b];
        return product;
    }
}

namespace Heed.Analytics.Evidence;

/// <summary>What the residuals of a segmented regression say of its errors.</summary>
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

    /// <summary>
    /// Durbin and Watson 1950: about 2 without autocorrelation, lower when errors follow one another. Only points in neighbouring
    /// periods are compared; for each pair that a gap takes away, the mean of the others stands in.
    /// </summary>
    public static double? DurbinWatson(ReadOnlySpan<double> residuals, Series used)
    {
        var (steps, squares, pairs) = (0.0, 0.0, 0);
        for (var i = 0; i < residuals.Length; i++)
        {
            squares += residuals[i] * residuals[i];
            if (!used.FollowsOn(i))
                continue;
            steps += (residuals[i] - residuals[i - 1]) * (residuals[i] - residuals[i - 1]);
            pairs++;
        }
        return pairs == 0 ? null : steps / pairs * (residuals.Length - 1) / squares;
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

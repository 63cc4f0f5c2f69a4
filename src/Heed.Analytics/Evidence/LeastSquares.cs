namespace Heed.Analytics.Evidence;

/// <summary>Weighted least squares for a handful of columns: the common ground of every regression here.</summary>
sealed class LeastSquares
{
    LeastSquares(
        double[] coefficients,
        double[,] inverse,
        double logDeterminant,
        double[] residuals,
        double sumOfSquares
    )
    {
        LogDeterminant = logDeterminant;
        Coefficients = coefficients;
        Inverse = inverse;
        Residuals = residuals;
        SumOfSquares = sumOfSquares;
    }

    public double[] Coefficients { get; }

    /// <summary>(X'WX)⁻¹.</summary>
    public double[,] Inverse { get; }

    /// <summary>The logarithm of the determinant of X'WX.</summary>
    public double LogDeterminant { get; }

    public double[] Residuals { get; }

    /// <summary>The weighted sum of squared residuals.</summary>
    public double SumOfSquares { get; }

    public int DegreesOfFreedom => Residuals.Length - Coefficients.Length;

    public double Variance => SumOfSquares / DegreesOfFreedom;

    public double Error(int column) => Math.Sqrt(Variance * Inverse[column, column]);

    /// <summary>Fits; null when the columns cannot be told apart or there are not more rows than columns.</summary>
    public static LeastSquares? Fit(
        double[][] rows,
        ReadOnlySpan<double> wanted,
        ReadOnlySpan<double> weights = default
    )
    {
        var (n, k) = (rows.Length, rows.Length == 0 ? 0 : rows[0].Length);
        if (n <= k)
            return null;
        var (cross, right) = (new double[k, k], new double[k]);
        for (var i = 0; i < n; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            for (var a = 0; a < k; a++)
            {
                var scaled = weight * rows[i][a];
                right[a] += scaled * wanted[i];
                for (var b = 0; b <= a; b++)
                    cross[a, b] += scaled * rows[i][b];
            }
        }
        if (SymmetricInverse(cross) is not var (inverse, logDeterminant))
            return null;
        var coefficients = Times(inverse, right);
        var (residuals, sum) = (new double[n], 0.0);
        for (var i = 0; i < n; i++)
        {
            residuals[i] = wanted[i] - Dot(rows[i], coefficients);
            sum += (weights.IsEmpty ? 1 : weights[i]) * residuals[i] * residuals[i];
        }
        return new(coefficients, inverse, logDeterminant, residuals, sum);
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    /// <summary>c'Vc: the variance of a combination of coefficients whose covariance is V.</summary>
    public static double Quadratic(double[,] matrix, ReadOnlySpan<double> vector) => Dot(vector, Times(matrix, vector));

    static double[] Times(double[,] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[vector.Length];
        for (var a = 0; a < vector.Length; a++)
        for (var b = 0; b < vector.Length; b++)
            product[a] += matrix[a, b] * vector[b];
        return product;
    }

    /// <summary>Inverse of a positive definite matrix, given by its lower half, by Cholesky on unit diagonals.</summary>
    static (double[,] Inverse, double LogDeterminant)? SymmetricInverse(double[,] matrix)
    {
        var k = matrix.GetLength(0);
        // Scaling to unit diagonals keeps time indices and sine waves of very different size comparable.
        var scale = new double[k];
        for (var a = 0; a < k; a++)
        {
            if (!(matrix[a, a] > 0) || !double.IsFinite(matrix[a, a]))
                return null;
            scale[a] = 1 / Math.Sqrt(matrix[a, a]);
        }
        var (root, logDeterminant) = (new double[k, k], 0.0);
        for (var a = 0; a < k; a++)
        for (var b = 0; b <= a; b++)
        {
            var sum = matrix[a, b] * scale[a] * scale[b];
            for (var c = 0; c < b; c++)
                sum -= root[a, c] * root[b, c];
            if (a != b)
                root[a, b] = sum / root[b, b];
            else if (sum < 1e-10)
                return null;
            else
                root[a, a] = Math.Sqrt(sum);
        }
        var inverse = new double[k, k];
        var column = new double[k];
        for (var unit = 0; unit < k; unit++)
        {
            for (var a = 0; a < k; a++)
            {
                column[a] = a == unit ? 1 : 0;
                for (var c = 0; c < a; c++)
                    column[a] -= root[a, c] * column[c];
                column[a] /= root[a, a];
            }
            for (var a = k - 1; a >= 0; a--)
            {
                for (var c = a + 1; c < k; c++)
                    column[a] -= root[c, a] * column[c];
                column[a] /= root[a, a];
                inverse[a, unit] = column[a] * scale[a] * scale[unit];
            }
        }
        return (inverse, logDeterminant);
    }
}

namespace Heed.Analytics.Evidence;

/// <summary>Weighted least squares for a handful of columns: the common ground of every regression here.</summary>
sealed class LeastSquares
{
    LeastSquares(double[] coefficients, double[,] inverse, double[] residuals, double sumOfSquares)
    {
        Coefficients = coefficients;
        Inverse = inverse;
        Residuals = residuals;
        SumOfSquares = sumOfSquares;
    }

    public double[] Coefficients { get; }

    /// <summary>(X'WX)⁻¹.</summary>
    public double[,] Inverse { get; }

    public double[] Residuals { get; }

    /// <summary>The weighted sum of squared residuals.</summary>
    public double SumOfSquares { get; }

    public int DegreesOfFreedom => Residuals.Length - Coefficients.Length;

    public double Variance => SumOfSquares / DegreesOfFreedom;

    public double Error(int column) => Math.Sqrt(Variance * Inverse[column, column]);

    /// <summary>The standard error of what the model gives for a row: of the line, not of a point beside it.</summary>
    public double ErrorOfLine(double[] row) => Math.Sqrt(Variance * Spread(Inverse, row));

    /// <summary>row' V row.</summary>
    public static double Spread(double[,] variances, double[] row)
    {
        var sum = 0.0;
        for (var a = 0; a < row.Length; a++)
        for (var b = 0; b < row.Length; b++)
            sum += row[a] * variances[a, b] * row[b];
        // Rounding may leave a hair below nothing.
        return Math.Max(0, sum);
    }

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
        if (SymmetricInverse(cross, k) is not var (inverse, _))
            return null;
        var coefficients = Times(inverse, right);
        var residuals = new double[n];
        _ = Measure(rows, wanted, weights, coefficients, residuals, right);
        // One step of refinement, so that a large level under a small noise loses no digits.
        var step = Times(inverse, right);
        for (var a = 0; a < k; a++)
            coefficients[a] += step[a];
        var sum = Measure(rows, wanted, weights, coefficients, residuals, right);
        return new(coefficients, inverse, residuals, sum);
    }

    /// <summary>Residuals, their products with the columns, and the weighted sum of their squares.</summary>
    static double Measure(
        double[][] rows,
        ReadOnlySpan<double> wanted,
        ReadOnlySpan<double> weights,
        double[] coefficients,
        double[] residuals,
        double[] products
    )
    {
        Array.Clear(products);
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            residuals[i] = wanted[i] - Dot(rows[i], coefficients);
            var scaled = (weights.IsEmpty ? 1 : weights[i]) * residuals[i];
            sum += scaled * residuals[i];
            for (var a = 0; a < products.Length; a++)
                products[a] += scaled * rows[i][a];
        }
        return sum;
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    public static double[] Times(double[,] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[vector.Length];
        for (var a = 0; a < vector.Length; a++)
        for (var b = 0; b < vector.Length; b++)
            product[a] += matrix[a, b] * vector[b];
        return product;
    }

    /// <summary>Inverse of the first k rows and columns of a positive definite matrix, given by its lower half, by Cholesky.</summary>
    internal static (double[,] Inverse, double LogDeterminant)? SymmetricInverse(double[,] matrix, int k)
    {
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
            {
                root[a, a] = Math.Sqrt(sum);
                logDeterminant += 2 * Math.Log(root[a, a] / scale[a]);
            }
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

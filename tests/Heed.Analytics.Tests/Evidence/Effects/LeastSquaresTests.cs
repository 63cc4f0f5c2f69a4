using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class LeastSquaresTests
{
    // Anscombe 1973, The American Statistician 27: the first of his four.
    static readonly double[] X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    static readonly double[] Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

    static readonly double[][] Rows = [.. X.Select(x => (double[])[1, x])];

    [Fact]
    public void Anscombes_first_line_is_as_published()
    {
        var fit = LeastSquares.Fit(Rows, Y)!;

        Assert.Equal(3.0, fit.Coefficients[0], 0.005);
        Assert.Equal(0.5, fit.Coefficients[1], 0.0005);
        Assert.Equal(0.118, fit.Error(1), 0.0005);
        Assert.Equal(13.75, fit.SumOfSquares, 0.015);
        Assert.Equal(9, fit.DegreesOfFreedom);
        // R: predict(lm(y ~ x), data.frame(x = 0), se.fit = TRUE) is the error of the intercept.
        Assert.Equal(1.1247, fit.Error(0), 0.00005);
        Assert.Equal(fit.Error(0), fit.ErrorOfLine([1, 0]), 1e-12);
        Assert.Equal(Math.Sqrt(fit.Variance / 11), fit.ErrorOfLine([1, 9]), 1e-9);
    }

    [Fact]
    public void What_weighs_twice_counts_as_if_it_stood_there_twice()
    {
        double[] weights = [.. X.Select((_, i) => i < 4 ? 2.0 : 1)];
        var weighted = LeastSquares.Fit(Rows, Y, weights)!;
        var repeated = LeastSquares.Fit([.. Rows, .. Rows[..4]], [.. Y, .. Y[..4]])!;

        Assert.Equal(repeated.Coefficients[1], weighted.Coefficients[1], 1e-12);
        Assert.Equal(repeated.SumOfSquares, weighted.SumOfSquares, 1e-9);
        Assert.Equal(repeated.Inverse[0, 1], weighted.Inverse[0, 1], 1e-12);
    }

    [Fact]
    public void Columns_that_cannot_be_told_apart_and_too_few_rows_have_no_fit()
    {
        Assert.Null(LeastSquares.Fit([.. X.Select(x => (double[])[x, 2 * x])], Y));
        Assert.Null(LeastSquares.Fit([.. X.Select(x => (double[])[x, 0])], Y));
        Assert.Null(LeastSquares.Fit(Rows[..2], Y.AsSpan(0, 2)));
        Assert.NotNull(LeastSquares.Fit(Rows[..3], Y.AsSpan(0, 3)));
        Assert.Null(LeastSquares.Fit([], []));
    }

    [Fact]
    public void An_inverse_times_its_matrix_leaves_everything_as_it_was()
    {
        double[,] matrix =
        {
            { 4, 2, 0.6 },
            { 2, 5000, 3 },
            { 0.6, 3, 0.9 },
        };
        var (inverse, logDeterminant) = LeastSquares.SymmetricInverse(matrix, 3)!.Value;
        for (var column = 0; column < 3; column++)
        {
            double[] unit = [column == 0 ? 1 : 0, column == 1 ? 1 : 0, column == 2 ? 1 : 0];
            var back = LeastSquares.Times(matrix, LeastSquares.Times(inverse, unit));
            Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(unit[i], back[i], 1e-12));
        }
        // By Sarrus: 18000 + 3.6 + 3.6 − 1800 − 36 − 3.6.
        Assert.Equal(Math.Log(16_167.6), logDeterminant, 1e-9);
    }

    [Fact]
    public void A_large_level_and_late_years_lose_no_digits_of_a_slope()
    {
        // In quarters, so that a level of ten thousand million is added exactly.
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i * i * 7 % 23 / 4.0)];
        double[][] years = [.. Enumerable.Range(0, 40).Select(i => (double[])[1, 2000 + i])];
        double[][] centred = [.. Enumerable.Range(0, 40).Select(i => (double[])[1, i - 19.5])];
        var plain = LeastSquares.Fit(centred, values)!;
        var far = LeastSquares.Fit(years, Array.ConvertAll(values, value => 1e10 + value))!;

        Assert.Equal(plain.Coefficients[1], far.Coefficients[1], 1e-6);
        Assert.Equal(plain.SumOfSquares, far.SumOfSquares, 1e-4);
        for (var i = 0; i < 40; i++)
            Assert.Equal(plain.Residuals[i], far.Residuals[i], 1e-4);
    }
}

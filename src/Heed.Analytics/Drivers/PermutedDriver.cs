using Heed.Analytics.Scores;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Drivers;

/// <summary>
/// The share that a driver reaches when its answers are dealt out anew at random: a share is a square and never below zero, so
/// its own interval cannot hold "no effect".
/// </summary>
/// <remarks>
/// The correlations of a permuted column with the others are nearly normal with mean zero and covariance R/(n - 1), R the
/// correlations among the others (Hoeffding, <i>A combinatorial central limit theorem</i>, 1951), so no row is permuted and the
/// size of the data does not matter; n is Kish's effective one. Comparing with a rank among few draws keeps its promise, and
/// only loses a little sight (Dwass 1957).
/// </remarks>
static class PermutedDriver
{
    const int FewestDraws = 39;

    /// <summary>What the driver's share exceeds once in twenty permutations (level .95).</summary>
    public static double[] Shares(
        double[] correlations,
        int size,
        double effectiveN,
        DriverMethod method,
        ulong seed,
        int resamples,
        double level
    )
    {
        var draws = Math.Max(FewestDraws, resamples / (size - 1));
        var limits = new double[size - 1];
        for (var driver = 0; driver < limits.Length; driver++)
            limits[driver] = Limit(correlations, size, driver, effectiveN, method, seed, draws, level);
        return limits;
    }

    static double Limit(
        double[] correlations,
        int size,
        int driver,
        double effectiveN,
        DriverMethod method,
        ulong seed,
        int draws,
        double level
    )
    {
        int[] others = [.. Enumerable.Range(0, size).Where(column => column != driver)];
        var among = Matrix<double>.Build.Dense(
            size - 1,
            size - 1,
            (a, b) => correlations[others[a] * size + others[b]]
        );
        // Drivers that say nearly the same leave rounding below zero; a hair on the diagonal keeps the root real.
        var root = (among + 1e-9 * Matrix<double>.Build.DenseIdentity(size - 1)).Cholesky().Factor;
        var found = new double[draws];
        Parallel.For(
            0,
            draws,
            i =>
            {
                var random = new Draws(seed + 7919 * (ulong)(driver + 1) + (ulong)i * 104_729);
                found[i] = DriverAnalysis.Shares(
                    Deal(correlations, size, driver, others, root, effectiveN, random),
                    size,
                    method
                )[driver];
            }
        );
        Array.Sort(found);
        return found[Math.Min(draws - 1, (int)Math.Ceiling(level * (draws + 1)) - 1)];
    }

    static double[] Deal(
        double[] correlations,
        int size,
        int driver,
        int[] others,
        Matrix<double> root,
        double effectiveN,
        Draws random
    )
    {
        var chance = Vector<double>.Build.Dense(size - 1, _ => Normal.InvCDF(0, 1, random.Unit()));
        var dealt = root * chance / Math.Sqrt(Math.Max(1, effectiveN - 1));
        // Together the others cannot explain more than all of the column.
        var explained = chance * chance / Math.Max(1, effectiveN - 1);
        if (explained >= 0.99)
            dealt *= Math.Sqrt(0.99 / explained);
        double[] matrix = [.. correlations];
        for (var i = 0; i < others.Length; i++)
            matrix[driver * size + others[i]] = matrix[others[i] * size + driver] = dealt[i];
        return matrix;
    }
}

using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// How far a point ahead may lie from a line through recent points whose noise remembers: neighbouring points tell less than
/// so many independent ones, and the line is surer of itself than it may be.
/// </summary>
/// <remarks>
/// Noise of AR(1), correlation φ^distance. For each φ the variance of the prediction error is σ²(1 + w'Vw − 2w'v), w the
/// weights by which the line predicts and v the correlations of the points with the point ahead (Goldberger, Journal of the
/// American Statistical Association 57, 1962); σ² is the squared residuals over tr(MV), with Satterthwaite's degrees of
/// freedom tr(MV)²/tr(MVMV). How likely each φ is comes from all points (restricted likelihood, flat prior), because six
/// cannot tell it; the interval is that of the mixture.
/// </remarks>
static class ForecastError
{
    static readonly double[] Memories = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];

    /// <summary>Half the width of the 95 % prediction interval, in the unit of the values.</summary>
    /// <param name="past">All points, for how much the noise remembers.</param>
    /// <param name="recent">The periods of the recent points.</param>
    /// <param name="residuals">Their distances from the line.</param>
    /// <param name="ahead">The period to predict.</param>
    public static double Reach(Series past, double[] recent, double[] residuals, double ahead)
    {
        var likely = Likely(past);
        var parts = Memories.Select(memory => Part(memory, recent, residuals, ahead)).ToArray();
        var (near, far) = (0.0, parts.Max(part => part.Error * StudentT.InvCDF(0, 1, part.Freedom, 0.9999)));
        for (var i = 0; i < 60; i++)
        {
            var middle = (near + far) / 2;
            var beyond = parts
                .Zip(likely, (part, weight) => weight * StudentT.CDF(0, 1, part.Freedom, -middle / part.Error))
                .Sum();
            (near, far) = beyond > 0.025 ? (middle, far) : (near, middle);
        }
        return far;
    }

    static (double Error, double Freedom) Part(double memory, double[] at, double[] residuals, double ahead)
    {
        var n = at.Length;
        var (mean, squares) = (at.Average(), residuals.Sum(residual => residual * residual));
        var spread = at.Sum(x => (x - mean) * (x - mean));
        double Hat(double x, int i) => 1.0 / n + (x - mean) * (at[i] - mean) / spread;
        double Alike(double a, double b) => Math.Pow(memory, Math.Abs(a - b));
        // M V, row by row: what the line leaves of noise that remembers.
        var left = new double[n, n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            left[i, j] = Alike(at[i], at[j]);
            for (var k = 0; k < n; k++)
                left[i, j] -= Hat(at[i], k) * Alike(at[k], at[j]);
        }
        var (trace, traceOfSquare, carried) = (0.0, 0.0, 1.0);
        for (var i = 0; i < n; i++)
        {
            trace += left[i, i];
            carried -= 2 * Hat(ahead, i) * Alike(at[i], ahead);
            for (var j = 0; j < n; j++)
            {
                traceOfSquare += left[i, j] * left[j, i];
                carried += Hat(ahead, i) * Hat(ahead, j) * Alike(at[i], at[j]);
            }
        }
        return (Math.Sqrt(squares / trace * carried), trace * trace / traceOfSquare);
    }

    // The restricted likelihood of each memory, from all points around one line: whitened by what each point takes from the
    // one before it, however far back that is, so a long series costs as many steps as it has points.
    static double[] Likely(Series past)
    {
        var n = past.Count;
        var logs = Array.ConvertAll(Memories, memory => LogLikelihood(past, memory));
        var highest = logs.Max();
        double[] weights = [.. logs.Select(log => Math.Exp(log - highest))];
        var sum = weights.Sum();
        return n < 3 ? weights : [.. weights.Select(weight => weight / sum)];
    }

    static double LogLikelihood(Series past, double memory)
    {
        var (n, first) = (past.Count, past.PeriodAt(0));
        double middle = (past.PeriodAt(n - 1) - first) / 2.0;
        var (logV, one, cross, time, y, yOne, yTime) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var kept = i == 0 ? 0 : Math.Pow(memory, past.PeriodAt(i) - past.PeriodAt(i - 1));
            var variance = 1 - kept * kept;
            double At(int j) => past.PeriodAt(j) - first - middle;
            var (a, b, c) = (
                1 - kept,
                At(i) - (i == 0 ? 0 : kept * At(i - 1)),
                past[i].Value - (i == 0 ? 0 : kept * past[i - 1].Value)
            );
            logV += Math.Log(variance);
            (one, cross, time) = (one + a * a / variance, cross + a * b / variance, time + b * b / variance);
            (y, yOne, yTime) = (y + c * c / variance, yOne + c * a / variance, yTime + c * b / variance);
        }
        var determinant = one * time - cross * cross;
        var left = y - (time * yOne * yOne - 2 * cross * yOne * yTime + one * yTime * yTime) / determinant;
        return -0.5 * (logV + Math.Log(determinant) + (n - 2) * Math.Log(Math.Max(left, 1e-12 * y)));
    }
}

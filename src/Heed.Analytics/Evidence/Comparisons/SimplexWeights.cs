using System.Numerics;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Weights of zero or more that add up to one and make a mixture of columns come nearest to a target: w'Gw − 2c'w, least.
/// Pairwise Frank-Wolfe (Lacoste-Julien and Jaggi 2015): weight moves from the worst column in use to the best one, as far as
/// it helps. A step costs one pass over the columns, and the way to the least is linear.
/// </summary>
static class SimplexWeights
{
    const int MostSteps = 20_000;

    /// <param name="gram">G, symmetric, row by row.</param>
    /// <param name="products">c.</param>
    /// <param name="tolerance">How far the slopes of two columns may still lie apart.</param>
    public static double[] Fit(double[][] gram, double[] products, double tolerance)
    {
        var n = products.Length;
        var weights = new double[n];
        var start = 0;
        for (var i = 1; i < n; i++)
            if (gram[i][i] - 2 * products[i] < gram[start][start] - 2 * products[start])
                start = i;
        weights[start] = 1;
        var slopes = new double[n];
        for (var i = 0; i < n; i++)
            slopes[i] = gram[start][i] - products[i];
        for (var step = 0; step < MostSteps; step++)
        {
            var (best, worst) = (0, -1);
            for (var i = 0; i < n; i++)
            {
                if (slopes[i] < slopes[best])
                    best = i;
                if (weights[i] > 0 && (worst < 0 || slopes[i] > slopes[worst]))
                    worst = i;
            }
            var gap = slopes[worst] - slopes[best];
            if (gap <= tolerance)
                break;
            var (towards, away) = (gram[best], gram[worst]);
            var bend = towards[best] + away[worst] - 2 * towards[worst];
            var moved = bend > 0 ? Math.Min(gap / bend, weights[worst]) : weights[worst];
            // What is taken whole leaves exactly nothing.
            weights[worst] = moved == weights[worst] ? 0 : weights[worst] - moved;
            weights[best] += moved;
            for (var i = 0; i < n; i++)
                slopes[i] += moved * (towards[i] - away[i]);
        }
        return weights;
    }

    internal static double Dot(double[] left, double[] right)
    {
        var (sums, i) = (Vector<double>.Zero, 0);
        for (; i <= left.Length - Vector<double>.Count; i += Vector<double>.Count)
            sums += new Vector<double>(left, i) * new Vector<double>(right, i);
        var sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}

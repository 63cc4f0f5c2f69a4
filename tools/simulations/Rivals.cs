namespace Heed.Simulations;

/// <summary>What others would say of the same series, in short: the shares of them that are called improved are beside Heed's.</summary>
static class Rivals
{
    const double Reach = 1.959963984540054;

    /// <summary>
    /// Trend and step with AR(1) errors by maximum likelihood and normal quantiles, as interrupted series are done with
    /// ARIMA(1,0,0): φ by a grid, each row less φ times the one before.
    /// </summary>
    public static bool Gls(double[] values, int before)
    {
        var (best, improved) = (double.NegativeInfinity, false);
        for (var phi = -.95; phi < .96; phi += .05)
        {
            var (cross, right, squares) = (new double[3, 3], new double[3], 0.0);
            double[] was = [0, 0, 0];
            for (var i = 0; i < values.Length; i++)
            {
                double[] row = [1, i, i < before ? 0 : 1];
                var scale = i == 0 ? Math.Sqrt(1 - phi * phi) : 1;
                var value = i == 0 ? values[0] * scale : values[i] - phi * values[i - 1];
                var now = row.Select((x, a) => i == 0 ? x * scale : x - phi * was[a]).ToArray();
                for (var a = 0; a < 3; a++)
                {
                    right[a] += now[a] * value;
                    for (var b = 0; b < 3; b++)
                        cross[a, b] += now[a] * now[b];
                }
                squares += value * value;
                was = row;
            }
            var (solved, variance) = Solve(cross, right);
            var left = squares - solved.Zip(right, (x, y) => x * y).Sum();
            var likelihood = -.5 * (values.Length * Math.Log(left) - Math.Log(1 - phi * phi));
            if (likelihood <= best)
                continue;
            (best, improved) = (likelihood, solved[2] > Reach * Math.Sqrt(left / values.Length * variance));
        }
        return improved;
    }

    /// <summary>
    /// A local level fitted before the change and carried on unmoved, as CausalImpact does without a control: the share of the
    /// variance that walks by a grid, each by its likelihood.
    /// </summary>
    public static bool LocalLevel(double[] values, int before)
    {
        var after = values.Length - before;
        var mean = values[before..].Average();
        List<(double Log, double Effect, double Variance)> all = [];
        foreach (var walk in (double[])[0, .001, .003, .01, .03, .1, .2, .4, .7])
        {
            var (level, uncertain, log, squares) = (values[0], 1 - walk, 0.0, 0.0);
            for (var i = 1; i < before; i++)
            {
                uncertain += walk;
                var width = uncertain + 1 - walk;
                var off = values[i] - level;
                (log, squares) = (log - .5 * Math.Log(width), squares + off * off / width);
                level += uncertain / width * off;
                uncertain *= (1 - walk) / width;
            }
            var variance = squares / (before - 1);
            var walked =
                Enumerable.Range(0, after).Sum(i => (i + 1) * (2.0 * (after - i) - 1)) / ((double)after * after);
            all.Add(
                (
                    log - .5 * (before - 1) * Math.Log(squares),
                    mean - level,
                    variance * (uncertain + walk * walked + (1 - walk) / after)
                )
            );
        }
        var best = all.Max(one => one.Log);
        var total = all.Sum(one => Math.Exp(one.Log - best));
        var below = all.Sum(one =>
            Math.Exp(one.Log - best)
            / total
            * MathNet.Numerics.Distributions.Normal.CDF(one.Effect, Math.Sqrt(one.Variance), 0)
        );
        return below < .025;
    }

    /// <summary>The solution of three equations, and the last entry of the inverse.</summary>
    static (double[] Solution, double Last) Solve(double[,] matrix, double[] right)
    {
        var m = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(matrix).Inverse();
        return ([.. m.Multiply(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(right))], m[2, 2]);
    }
}

using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Heed.Analytics.Drivers;

/// <summary>The log likelihood of a proportional-odds model with its slope and bend. Parameters: the cuts, then β.</summary>
sealed class OrdinalLikelihood
{
    readonly double[][] _columns;
    readonly double[] _weights;
    readonly double[] _ranks;
    readonly int[] _rank;

    public OrdinalLikelihood(double[][] columns, double[] weights, double[] ranks)
    {
        (_columns, _weights, _ranks) = (columns[..^1], weights, ranks);
        _rank = Array.ConvertAll(columns[^1], answer => Array.BinarySearch(ranks, answer));
        N = weights.Sum();
        Scale = 1 + 1 / _columns.Min(column => Math.Max(1e-9, column.Max() - column.Min()));
    }

    public int Cuts => _ranks.Length - 1;
    public double N { get; }

    /// <summary>How large a coefficient may reasonably be, from the range of the narrowest driver.</summary>
    public double Scale { get; }

    /// <summary>The cuts of the observed shares, and no effect of any driver.</summary>
    public Vector<double> Start()
    {
        var start = Vector<double>.Build.Dense(Cuts + _columns.Length);
        var below = 0.0;
        for (var cut = 0; cut < Cuts; cut++)
        {
            below += _weights.Where((_, row) => _rank[row] == cut).Sum();
            start[cut] = Math.Log(below / (N - below));
        }
        return start;
    }

    /// <summary>The log likelihood; its slope; and its bend, the negative matrix of second derivatives.</summary>
    public double At(Vector<double> at, out Vector<double> slope, out Matrix<double> bend)
    {
        var size = at.Count;
        var (gradient, hessian) = (new double[size], new double[size, size]);
        var (upper, lower) = (new double[size], new double[size]);
        var sum = 0.0;
        for (var row = 0; row < _rank.Length; row++)
        {
            if (_weights[row] == 0)
                continue;
            var effect = 0.0;
            for (var d = 0; d < _columns.Length; d++)
                effect += _columns[d][row] * at[Cuts + d];
            var above = End(at, _rank[row], effect, row, upper);
            var under = End(at, _rank[row] - 1, effect, row, lower);
            var chance = above.Chance - under.Chance;
            if (!(chance > 0))
            {
                (slope, bend) = (Vector<double>.Build.Dense(size), Matrix<double>.Build.Dense(size, size));
                return double.NegativeInfinity;
            }
            sum += _weights[row] * Math.Log(chance);
            Add(gradient, hessian, upper, lower, above, under, chance, _weights[row]);
        }
        slope = Vector<double>.Build.Dense(gradient);
        bend = Matrix<double>.Build.DenseOfArray(hessian);
        return sum;
    }

    readonly record struct Edge(double Chance, double Density, double Change);

    // P(answer ≤ rank) with its first and second derivative, and the direction in which its argument moves.
    Edge End(Vector<double> at, int rank, double effect, int row, double[] direction)
    {
        Array.Clear(direction);
        if (rank < 0)
            return new(0, 0, 0);
        if (rank == Cuts)
            return new(1, 0, 0);
        direction[rank] = 1;
        for (var d = 0; d < _columns.Length; d++)
            direction[Cuts + d] = -_columns[d][row];
        var chance = 1 / (1 + Math.Exp(effect - at[rank]));
        var density = chance * (1 - chance);
        return new(chance, density, density * (1 - 2 * chance));
    }

    static void Add(
        double[] gradient,
        double[,] hessian,
        double[] upper,
        double[] lower,
        Edge above,
        Edge under,
        double chance,
        double weight
    )
    {
        var (a, b) = (above.Density / chance, under.Density / chance);
        var (aa, bb, ab) = (a * a - above.Change / chance, b * b + under.Change / chance, a * b);
        for (var i = 0; i < gradient.Length; i++)
        {
            var (u, l) = (upper[i], lower[i]);
            gradient[i] += weight * (a * u - b * l);
            for (var j = 0; j < gradient.Length; j++)
                hessian[i, j] += weight * (aa * u * upper[j] + bb * l * lower[j] - ab * (u * lower[j] + l * upper[j]));
        }
    }
}

/// <summary>Asks whether a matrix has a Cholesky factor instead of catching that it has none.</summary>
static class Factoring
{
    public static bool TryCholesky(this Matrix<double> matrix, out Cholesky<double> cholesky)
    {
        try
        {
            cholesky = matrix.Cholesky();
            return true;
        }
        catch (ArgumentException)
        {
            // The library has no question to ask first.
            cholesky = null!;
            return false;
        }
    }
}

using Heed.Analytics.Scores;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Lifetime;

/// <summary>Where the parameters of a fit may lie: around the best ones, as far as the likelihood's bend allows.</summary>
/// <remarks>
/// Large-sample theory: the logarithms of the parameters are about normal, with the inverse of the observed information
/// (minus the second derivatives of the log likelihood, by central differences) as covariance.
/// </remarks>
sealed class ParameterCloud
{
    const double Step = 1e-3;
    readonly Vector<double> _centre;
    readonly Matrix<double> _spread;

    ParameterCloud(Vector<double> centre, Matrix<double> spread) => (_centre, _spread) = (centre, spread);

    /// <summary>The cloud around the top of a log likelihood; null where it is flat in some direction.</summary>
    public static ParameterCloud? Around(Func<double[], double> logLikelihood, double[] top)
    {
        var centre = Vector<double>.Build.DenseOfEnumerable(top.Select(value => Math.Log(value)));
        double At(params ReadOnlySpan<(int Parameter, double By)> moves)
        {
            var logs = centre.ToArray();
            foreach (var (parameter, by) in moves)
                logs[parameter] += by;
            return logLikelihood([.. logs.Select(log => Math.Exp(log))]);
        }
        var information = Matrix<double>.Build.Dense(
            top.Length,
            top.Length,
            (a, b) =>
                -(
                    At((a, Step), (b, Step))
                    - At((a, Step), (b, -Step))
                    - At((a, -Step), (b, Step))
                    + At((a, -Step), (b, -Step))
                ) / (4 * Step * Step)
        );
        var curved = information.Evd(Symmetricity.Symmetric);
        if (curved.EigenValues.Any(value => !(value.Real > 1e-6)))
            return null;
        var roots = curved.EigenValues.Map(value => 1 / Math.Sqrt(value.Real));
        return new(centre, curved.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(roots));
    }

    public double[] Draw(Draws draws)
    {
        var standard = Vector<double>.Build.Dense(_centre.Count, _ => Normal.InvCDF(0, 1, draws.Unit()));
        return [.. (_centre + _spread * standard).Select(log => Math.Exp(log))];
    }

    /// <summary>What is said where there is no cloud to draw from.</summary>
    public static NoAnswer Open { get; } =
        new("The range cannot be told: the parameters were given, or the data leave them open in some direction.");

    /// <summary>A value with the range that a quantity of drawn parameters has.</summary>
    public static Estimate Range(double value, Func<Draws, double> drawn, ulong seed, int count, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 100);
        Intervals.Z(level);
        var draws = new Draws(seed);
        var found = new double[count];
        for (var i = 0; i < count; i++)
            found[i] = drawn(draws);
        Array.Sort(found);
        var mean = found.Average();
        var error = Math.Sqrt(found.Average(one => (one - mean) * (one - mean)));
        var tail = (1 - level) / 2;
        return new(value, Bootstrap.Percentile(found, tail), Bootstrap.Percentile(found, 1 - tail), error);
    }
}

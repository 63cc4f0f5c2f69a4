using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using static MathNet.Numerics.SpecialFunctions;

namespace Heed.Analytics.Lifetime;

/// <summary>Finds the parameters above zero with the largest log likelihood, and Gauss's hypergeometric function.</summary>
static class Likelihood
{
    const double Tolerance = 1e-9;
    const int MostSteps = 5000;
    const double Bound = 14; // parameters between e⁻¹⁴ and e¹⁴: beyond, the likelihood is flat and the data decide nothing

    /// <summary>Searches over the logarithms of the parameters, twice, the second time from where the first ended.</summary>
    /// <returns>The parameters and their log likelihood, or a sentence when there is no top.</returns>
    public static Answer<(double[] Parameters, double Height)> Highest(
        Func<double[], double> logLikelihood,
        params double[] start
    )
    {
        var objective = ObjectiveFunction.Value(logs =>
        {
            if (logs.Any(log => Math.Abs(log) > Bound))
                return 1e300;
            var height = logLikelihood([.. logs.Select(log => Math.Exp(log))]);
            return double.IsFinite(height) ? -height : 1e300;
        });
        var at = Vector<double>.Build.DenseOfEnumerable(start.Select(value => Math.Log(value)));
        try
        {
            for (var round = 0; round < 2; round++)
                at = NelderMeadSimplex.Minimum(objective, at, Tolerance, MostSteps).MinimizingPoint;
        }
        catch (MaximumIterationsException)
        {
            return new NoAnswer("The fit did not settle: these customers do not tell the parameters apart.");
        }
        if (at.Any(log => Math.Abs(log) > Bound - 1))
            return new NoAnswer(
                "The fit runs away: these customers are too much alike, or too few came back, to tell the parameters apart."
            );
        double[] found = [.. at.Select(log => Math.Exp(log))];
        return (found, logLikelihood(found));
    }

    /// <summary>₂F₁(a, b; c; z) for 0 ≤ z &lt; 1 by its series, of which all terms have one sign in these models.</summary>
    public static double Hypergeometric(double a, double b, double c, double z)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 0; n < 1_000_000; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.Abs(term) < 1e-16 * Math.Abs(sum))
                break;
            if (!double.IsFinite(sum))
                return double.NaN;
        }
        return sum;
    }

    /// <summary>
    /// ₂F₁(a, b; a + 1; z) for 0 ≤ z &lt; 1. Near 1 its series needs a million terms, so it is turned to 1 - z.
    /// </summary>
    /// <remarks>
    /// Abramowitz and Stegun 15.3.6 with c = a + 1, where ₂F₁(a, b; b; w) = (1 - w)⁻ᵃ and Γ(1 - b) Γ(b) = π / sin πb. It does
    /// not hold for a whole b; beside one the series is taken after all.
    /// </remarks>
    public static double HypergeometricNext(double a, double b, double z)
    {
        var (rest, turn) = (1 - z, Math.Sin(Math.PI * b));
        if (z < 0.9 || Math.Abs(turn) < 1e-5)
            return Hypergeometric(a, b, a + 1, z);
        var whole = Math.Exp(GammaLn(a + 1) - GammaLn(b) - GammaLn(a + 1 - b) - a * Math.Log(z)) * Math.PI / turn;
        return whole + Math.Pow(rest, 1 - b) * a / (b - 1) * Hypergeometric(1, a + 1 - b, 2 - b, rest);
    }
}

using Heed.Analytics.Scores;
using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Drivers;

/// <summary>One coefficient of a <see cref="ProportionalOdds"/> fit; "higher" is the larger number of the outcome.</summary>
/// <param name="Name">The driver.</param>
/// <param name="Estimate">The change in the log odds of a higher answer for one unit more of the driver.</param>
public sealed record OddsCoefficient(string Name, Estimate Estimate)
{
    /// <summary>By how much the odds of a higher answer are multiplied for one unit more.</summary>
    public double OddsRatio => Math.Exp(Estimate.Value);
}

/// <summary>
/// The ordinal check on drivers: takes the points of a scale as ranks and not as numbers, so it holds where the step from
/// 4 to 5 is not the step from 1 to 2.
/// </summary>
/// <remarks>
/// McCullagh, Journal of the Royal Statistical Society B 42, 1980: logit P(answer ≤ k) = cut_k - x·β, with one β for all
/// cuts. Fitted by Newton's method on the log likelihood; intervals are value ± z·SE from the observed information.
/// </remarks>
/// <param name="N">How many respondents, or the sum of their weights.</param>
/// <param name="Coefficients">One per driver.</param>
/// <param name="Cuts">Where one rank ends and the next begins, on the scale of log odds.</param>
/// <param name="Deviance">Minus twice the log likelihood.</param>
public sealed record ProportionalOdds(
    double N,
    IReadOnlyList<OddsCoefficient> Coefficients,
    IReadOnlyList<double> Cuts,
    double Deviance
)
{
    const int MostSteps = 50;
    const double Enough = 1e-10;
    const double Runaway = 25;

    /// <summary>Fits the model to complete rows; <paramref name="data"/>'s outcome holds ranks of any numbers.</summary>
    /// <param name="data">The answers; a weight counts as so many respondents.</param>
    /// <param name="level">The level of the intervals, above 0.5 and below 1.</param>
    /// <returns>
    /// The fit, or a sentence: too few answers, one rank only, drivers that follow from each other, or a driver that
    /// separates the ranks completely.
    /// </returns>
    public static Answer<ProportionalOdds> Fit(DriverData data, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.WhyNot() is { } because)
            return new NoAnswer(because);
        var (columns, weights, _) = data.Complete();
        double[] ranks =
        [
            .. columns[^1].Zip(weights).Where(row => row.Second > 0).Select(row => row.First).Distinct().Order(),
        ];
        if (ranks.Length < 2)
            return new NoAnswer("The outcome needs two different answers or more.");
        if (weights.Sum() < 5 * (data.Names.Count + ranks.Length))
            return new NoAnswer($"{weights.Sum():0} answers are too few for {data.Names.Count} drivers.");
        var likelihood = new OrdinalLikelihood(columns, weights, ranks);
        return Climb(likelihood).Refused(out because, out var at)
            ? new NoAnswer(because)
            : Result(data, likelihood, at, level);
    }

    static Answer<Vector<double>> Climb(OrdinalLikelihood likelihood)
    {
        var at = likelihood.Start();
        var height = likelihood.At(at, out var slope, out var bend);
        for (var step = 0; step < MostSteps; step++)
        {
            if (!bend.TryCholesky(out var cholesky))
                return new NoAnswer("One driver follows from the others. Leave it out.");
            var move = cholesky.Solve(slope);
            var gain = move.DotProduct(slope);
            if (gain < Enough)
                return at;
            // Half the step until it climbs and the cuts stay in order.
            var next = at + move;
            var reached = likelihood.At(next, out var nextSlope, out var nextBend);
            for (var half = 0; half < 30 && !(reached > height - Enough); half++)
            {
                move /= 2;
                next = at + move;
                reached = likelihood.At(next, out nextSlope, out nextBend);
            }
            if (next.Any(value => Math.Abs(value) > Runaway * likelihood.Scale))
                return new NoAnswer("A driver separates the answers completely, so its effect has no upper bound.");
            (at, height, slope, bend) = (next, reached, nextSlope, nextBend);
        }
        return new NoAnswer($"The fit did not settle in {MostSteps} steps.");
    }

    static ProportionalOdds Result(DriverData data, OrdinalLikelihood likelihood, Vector<double> at, double level)
    {
        var height = likelihood.At(at, out _, out var bend);
        var covariance = bend.Inverse();
        var z = Intervals.Z(level);
        var cuts = likelihood.Cuts;
        OddsCoefficient Coefficient(string name, int driver)
        {
            var (value, error) = (at[cuts + driver], Math.Sqrt(covariance[cuts + driver, cuts + driver]));
            return new(name, new(value, value - z * error, value + z * error, error));
        }
        return new(likelihood.N, [.. data.Names.Select(Coefficient)], [.. at.Take(cuts)], -2 * height);
    }
}

using Heed.Analytics.Scores;
using static MathNet.Numerics.SpecialFunctions;

namespace Heed.Analytics.Lifetime;

/// <summary>What a customer spends in one purchase on average, seen over their repeat purchases.</summary>
/// <param name="Repeats">How many repeat purchases; at least one to be used in a fit.</param>
/// <param name="Mean">Their mean value, above zero.</param>
public readonly record struct Spending(int Repeats, double Mean);

/// <summary>
/// What a customer will spend per purchase: their own mean, drawn towards everybody's the more the fewer purchases it
/// rests on.
/// </summary>
/// <remarks>
/// Fader and Hardie, The gamma-gamma model of monetary value, 2013. It holds where how much people spend does not go with
/// how often they buy; <see cref="Fit"/> does not check that.
/// </remarks>
/// <param name="P">Shape of the values of one customer's purchases.</param>
/// <param name="Q">Shape of the customers' scales; above 1, or there is no mean.</param>
/// <param name="V">Scale of the customers' scales, in money.</param>
public sealed record GammaGamma(double P, double Q, double V)
{
    const int FewestCustomers = 50;

    /// <inheritdoc cref="BgNbd.LogLikelihood"/>
    public double LogLikelihood { get; private init; } = double.NaN;

    internal ParameterCloud? Cloud { get; private init; }

    /// <summary>What a purchase of somebody unknown is expected to be worth.</summary>
    public double Overall => P * V / (Q - 1);

    /// <summary>Fits the model to the customers with a repeat purchase.</summary>
    /// <returns>The model, or a sentence: too few customers, values of zero or less, no best fit.</returns>
    public static Answer<GammaGamma> Fit(IReadOnlyCollection<Spending> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        Spending[] repeating = [.. customers.Where(customer => customer.Repeats > 0)];
        var bad = repeating.Count(customer => !(customer.Mean > 0 && double.IsFinite(customer.Mean)));
        if (bad > 0)
            return new NoAnswer($"{bad} customers spent nothing or less per purchase. Leave refunds and gifts out.");
        if (repeating.Length < FewestCustomers)
            return new NoAnswer(
                $"A spending model needs {FewestCustomers} customers who came back; there are {repeating.Length}."
            );
        var unit = repeating.Average(customer => customer.Mean);
        double At(double[] p) => repeating.Sum(new GammaGamma(p[0], p[1], p[2]).LogChance);
        if (Likelihood.Highest(At, 4, 3, unit / 2).Refused(out var because, out var top))
            return new NoAnswer(because);
        return top.Parameters[1] <= 1
            ? new NoAnswer("Spending is so uneven that it has no mean: a few purchases outweigh all others.")
            : new GammaGamma(top.Parameters[0], top.Parameters[1], top.Parameters[2])
            {
                LogLikelihood = top.Height,
                Cloud = ParameterCloud.Around(At, top.Parameters),
            };
    }

    /// <summary>What a customer's next purchases are expected to be worth on average.</summary>
    public double Expected(Spending customer) =>
        P * (V + customer.Repeats * (customer.Repeats == 0 ? 0 : customer.Mean)) / (P * customer.Repeats + Q - 1);

    /// <inheritdoc cref="BgNbd.Range"/>
    public Answer<Estimate> Range(Func<GammaGamma, double> quantity, ulong seed = 1, int draws = 1000)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Cloud is { } cloud
            ? ParameterCloud.Range(
                quantity(this),
                random => cloud.Draw(random) is var p ? quantity(new GammaGamma(p[0], p[1], p[2])) : 0,
                seed,
                draws,
                0.95
            )
            : ParameterCloud.Open;
    }

    double LogChance(Spending customer)
    {
        var (x, mean) = (customer.Repeats, customer.Mean);
        return GammaLn(P * x + Q)
            - GammaLn(P * x)
            - GammaLn(Q)
            + Q * Math.Log(V)
            + (P * x - 1) * Math.Log(mean)
            + P * x * Math.Log(x)
            - (P * x + Q) * Math.Log(V + mean * x);
    }
}

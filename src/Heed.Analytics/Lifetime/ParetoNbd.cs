using Heed.Analytics.Scores;
using static MathNet.Numerics.SpecialFunctions;

namespace Heed.Analytics.Lifetime;

/// <summary>
/// The model that <see cref="BgNbd"/> simplifies: customers may leave at any moment and not only after a purchase, so who
/// never came back may have left too.
/// </summary>
/// <remarks>
/// Pareto/NBD: Schmittlein, Morrison and Colombo, Management Science 33, 1987; formulas as in Fader and Hardie's notes of
/// 2005. Purchase rates follow a gamma distribution (<paramref name="R"/>, <paramref name="Alpha"/>), rates of leaving
/// another (<paramref name="S"/>, <paramref name="Beta"/>).
/// </remarks>
/// <param name="R">Shape of the purchase rates.</param>
/// <param name="Alpha">Scale of the purchase rates, in units of time.</param>
/// <param name="S">Shape of the rates of leaving.</param>
/// <param name="Beta">Scale of the rates of leaving, in units of time.</param>
public sealed record ParetoNbd(double R, double Alpha, double S, double Beta)
{
    const int FewestCustomers = 50;

    /// <inheritdoc cref="BgNbd.LogLikelihood"/>
    public double LogLikelihood { get; private init; } = double.NaN;

    internal ParameterCloud? Cloud { get; private init; }

    /// <inheritdoc cref="BgNbd.Fit"/>
    public static Answer<ParetoNbd> Fit(IReadOnlyCollection<PurchaseHistory> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (PurchaseHistory.WhyNot(customers, FewestCustomers) is { } because)
            return new NoAnswer(because);
        var grouped = PurchaseHistory.Grouped(customers);
        var unit = customers.Max(customer => customer.Observed);
        double At(double[] p) =>
            grouped.Sum(group => group.Customers * new ParetoNbd(p[0], p[1], p[2], p[3]).LogChance(group.History));
        return Likelihood.Highest(At, 0.5, 0.3 * unit, 0.5, 0.3 * unit).Refused(out because, out var top)
            ? new NoAnswer(because)
            : new ParetoNbd(top.Parameters[0], top.Parameters[1], top.Parameters[2], top.Parameters[3])
            {
                LogLikelihood = top.Height,
                Cloud = ParameterCloud.Around(At, top.Parameters),
            };
    }

    /// <inheritdoc cref="BgNbd.Expected(double)"/>
    public double Expected(double time) => R * Beta / Alpha * Active(Math.Log(1 + time / Beta));

    /// <inheritdoc cref="BgNbd.Expected(PurchaseHistory, double)"/>
    public double Expected(PurchaseHistory customer, double time)
    {
        var end = Beta + customer.Observed;
        var rate = (R + customer.Repeats) * end / (Alpha + customer.Observed);
        return ChanceActive(customer) * rate * Active(Math.Log(1 + time / end));
    }

    // The published (1 - e^(-(s - 1)·l)) / (s - 1), which is 0/0 at s = 1 and loses its digits near it; its limit is l.
    double Active(double l) => S == 1 ? l : -Expm1(-(S - 1) * l) / (S - 1);

    /// <inheritdoc cref="BgNbd.ChanceActive"/>
    public double ChanceActive(PurchaseHistory customer)
    {
        var log =
            Math.Log(S / (R + S + customer.Repeats))
            + (R + customer.Repeats) * Math.Log(Alpha + customer.Observed)
            + S * Math.Log(Beta + customer.Observed)
            + LogLeft(customer);
        return 1 / (1 + Math.Exp(log));
    }

    /// <inheritdoc cref="BgNbd.Range"/>
    public Answer<Estimate> Range(Func<ParetoNbd, double> quantity, ulong seed = 1, int draws = 1000)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Cloud is { } cloud
            ? ParameterCloud.Range(
                quantity(this),
                random => cloud.Draw(random) is var p ? quantity(new ParetoNbd(p[0], p[1], p[2], p[3])) : 0,
                seed,
                draws,
                0.95
            )
            : ParameterCloud.Open;
    }

    double LogChance(PurchaseHistory customer)
    {
        var x = customer.Repeats;
        var active = -(R + x) * Math.Log(Alpha + customer.Observed) - S * Math.Log(Beta + customer.Observed);
        var left = Math.Log(S / (R + S + x)) + LogLeft(customer);
        var larger = Math.Max(active, left);
        return GammaLn(R + x)
            - GammaLn(R)
            + R * Math.Log(Alpha)
            + S * Math.Log(Beta)
            + larger
            + Math.Log(Math.Exp(active - larger) + Math.Exp(left - larger));
    }

    // Ln A₀ of the paper: having left somewhere between the last purchase and now. The smaller of α and β is taken from
    // the larger, so that the hypergeometric function is asked between 0 and 1.
    double LogLeft(PurchaseHistory customer)
    {
        var sum = R + S + customer.Repeats;
        var (larger, other) = Alpha >= Beta ? (Alpha, S + 1) : (Beta, R + customer.Repeats);
        var gap = Math.Abs(Alpha - Beta);
        double At(double time) =>
            Math.Log(Likelihood.HypergeometricNext(sum, other, gap / (larger + time))) - sum * Math.Log(larger + time);
        var (first, last) = (At(customer.LastAt), At(customer.Observed));
        // A customer who bought at the very end has had no time to leave.
        return last < first ? first + Math.Log(-Math.Exp(last - first) + 1) : double.NegativeInfinity;
    }
}

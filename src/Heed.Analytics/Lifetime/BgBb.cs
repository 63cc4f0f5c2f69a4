using static MathNet.Numerics.SpecialFunctions;

namespace Heed.Analytics.Lifetime;

/// <summary>
/// One customer's yes or no at each of several fixed occasions (a yearly appeal, a season ticket, an event).
/// </summary>
/// <param name="Yes">At how many occasions they bought or gave.</param>
/// <param name="LastAt">The number of the last such occasion, from 1; 0 where there was none.</param>
/// <param name="Occasions">How many occasions there were.</param>
/// <param name="Customers">How many customers have this history; one unless they were counted together.</param>
public readonly record struct OccasionHistory(int Yes, int LastAt, int Occasions, long Customers = 1)
{
    internal bool IsPossible =>
        Yes >= 0
        && Yes <= LastAt
        && LastAt <= Occasions
        && Occasions >= 1
        && Customers >= 1
        && (Yes == 0) == (LastAt == 0);
}

/// <summary>
/// How often customers without a contract will buy at the fixed occasions to come, and whether they are still customers: the
/// counterpart of <see cref="BgNbd"/> where buying is only possible now and then.
/// </summary>
/// <remarks>
/// BG/BB: Fader, Hardie and Shang, Customer-base analysis in a discrete-time noncontractual setting, Marketing Science 29,
/// 2010. Chances to buy follow a beta distribution (<paramref name="Alpha"/>, <paramref name="Beta"/>), chances to leave
/// before an occasion another (<paramref name="Gamma"/>, <paramref name="Delta"/>).
/// </remarks>
/// <param name="Alpha">First parameter of the chances to buy.</param>
/// <param name="Beta">Second parameter of the chances to buy.</param>
/// <param name="Gamma">First parameter of the chances to leave.</param>
/// <param name="Delta">Second parameter of the chances to leave.</param>
public sealed record BgBb(double Alpha, double Beta, double Gamma, double Delta)
{
    const int FewestCustomers = 50;

    /// <inheritdoc cref="BgNbd.LogLikelihood"/>
    public double LogLikelihood { get; private init; } = double.NaN;

    internal ParameterCloud? Cloud { get; private init; }

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <returns>The model, or a sentence: too few customers, impossible histories, nobody who bought again, no best fit.</returns>
    public static Answer<BgBb> Fit(IReadOnlyCollection<OccasionHistory> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (WhyNot(customers) is { } because)
            return new NoAnswer(because);
        OccasionHistory[] grouped =
        [
            .. customers
                .GroupBy(customer => customer with { Customers = 1 })
                .Select(group => group.Key with { Customers = group.Sum(customer => customer.Customers) }),
        ];
        double At(double[] p) =>
            grouped.Sum(group => group.Customers * new BgBb(p[0], p[1], p[2], p[3]).LogChance(group));
        return Likelihood.Highest(At, 1, 1, 1, 2).Refused(out because, out var top)
            ? new NoAnswer(because)
            : new BgBb(top.Parameters[0], top.Parameters[1], top.Parameters[2], top.Parameters[3])
            {
                LogLikelihood = top.Height,
                Cloud = ParameterCloud.Around(At, top.Parameters),
            };
    }

    static string? WhyNot(IReadOnlyCollection<OccasionHistory> customers)
    {
        var impossible = customers.Count(customer => !customer.IsPossible);
        if (impossible > 0)
            return $"{impossible} of {customers.Count} histories cannot be: occasions with a yes lie between the first and the last, and at least one customer has each.";
        var all = customers.Sum(customer => customer.Customers);
        if (all < FewestCustomers)
            return $"A purchase model needs {FewestCustomers} customers or more; there are {all}.";
        return customers.All(customer => customer.Yes == 0)
            ? "Nobody bought at any occasion, so nothing can be said about buying again."
            : null;
    }

    /// <summary>At how many of the first <paramref name="occasions"/> a new customer is expected to buy.</summary>
    public double Expected(int occasions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(occasions);
        return Alpha / (Alpha + Beta) * Staying(0, occasions);
    }

    /// <summary>At how many of the next <paramref name="occasions"/> a customer is expected to buy.</summary>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double Expected(OccasionHistory customer, int occasions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(occasions);
        var (x, n) = (customer.Yes, Checked(customer).Occasions);
        var buying = BetaLn(Alpha + x + 1, Beta + n - x) - BetaLn(Alpha, Beta);
        return Math.Exp(buying - LogChance(customer)) * Staying(n, occasions);
    }

    /// <summary>The chance, 0 to 1, that a customer is still one at the next occasion.</summary>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double ChanceActive(OccasionHistory customer)
    {
        var (x, n) = (customer.Yes, Checked(customer).Occasions);
        return Math.Exp(
            Stayed(x, n, n) + BetaLn(Gamma, Delta + n + 1) - BetaLn(Gamma, Delta + n) - LogChance(customer)
        );
    }

    // The expected number of the occasions from + 1 to from + more at which a customer is still there.
    double Staying(int from, int more)
    {
        var sum = 0.0;
        for (var occasion = from + 1; occasion <= from + more; occasion++)
            sum += Math.Exp(BetaLn(Gamma, Delta + occasion) - BetaLn(Gamma, Delta));
        return sum;
    }

    // Ln of the chance of x times yes among so many occasions, and of having been there at all of them.
    double Stayed(int x, int among, int there) =>
        BetaLn(Alpha + x, Beta + among - x) - BetaLn(Alpha, Beta) + BetaLn(Gamma, Delta + there) - BetaLn(Gamma, Delta);

    double LogChance(OccasionHistory customer)
    {
        var (x, last, n) = (customer.Yes, customer.LastAt, customer.Occasions);
        var chance = Math.Exp(Stayed(x, n, n));
        // Or left before the occasion after so many: the last yes was the end, or one no later, …
        for (var there = last; there < n; there++)
            chance += Math.Exp(
                BetaLn(Alpha + x, Beta + there - x)
                    - BetaLn(Alpha, Beta)
                    + BetaLn(Gamma + 1, Delta + there)
                    - BetaLn(Gamma, Delta)
            );
        return Math.Log(chance);
    }

    static OccasionHistory Checked(OccasionHistory customer) =>
        customer.IsPossible ? customer : throw new ArgumentException($"{customer} cannot be.", nameof(customer));
}

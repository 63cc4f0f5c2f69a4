using Heed.Analytics.Scores;
using static MathNet.Numerics.SpecialFunctions;

namespace Heed.Analytics.Lifetime;

/// <summary>
/// How often customers without a contract will buy again, and whether they are still customers. Each buys at a rate of
/// their own while active, and may leave for good after any purchase.
/// </summary>
/// <remarks>
/// BG/NBD: Fader, Hardie and Lee, "Counting your customers" the easy way, Marketing Science 24, 2005. Rates follow a gamma
/// distribution (<paramref name="R"/>, <paramref name="Alpha"/>), chances to leave a beta distribution
/// (<paramref name="A"/>, <paramref name="B"/>). Who never came back counts as active for ever: read their chance with care.
/// </remarks>
/// <param name="R">Shape of the purchase rates.</param>
/// <param name="Alpha">Scale of the purchase rates, in units of time.</param>
/// <param name="A">First parameter of the chances to leave.</param>
/// <param name="B">Second parameter of the chances to leave.</param>
public sealed record BgNbd(double R, double Alpha, double A, double B)
{
    const int FewestCustomers = 50;

    // Parameters that make more of customers alike are no parameters of purchases, and drawing would not end.
    const double MostPurchases = 1e7;

    /// <summary>The log likelihood of the fit; NaN for parameters that were given.</summary>
    public double LogLikelihood { get; private init; } = double.NaN;

    internal ParameterCloud? Cloud { get; private init; }

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <returns>The model, or a sentence: too few customers, impossible histories, nobody who returned, no best fit.</returns>
    public static Answer<BgNbd> Fit(IReadOnlyCollection<PurchaseHistory> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Top(customers, 0);
    }

    /// <summary>
    /// The same, held near customers of the usual kind where the data leave the parameters open: each logarithm is N(start, 2²)
    /// beforehand, which a few dozen returning customers outweigh wherever they say anything.
    /// </summary>
    internal static Answer<BgNbd> Steadied(IReadOnlyCollection<PurchaseHistory> customers) =>
        Top(customers, 1 / (2.0 * 2.0));

    static Answer<BgNbd> Top(IReadOnlyCollection<PurchaseHistory> customers, double hold)
    {
        if (PurchaseHistory.WhyNot(customers, FewestCustomers) is { } because)
            return new NoAnswer(because);
        var grouped = PurchaseHistory.Grouped(customers);
        // The start must fit any unit of time.
        var unit = customers.Max(customer => customer.Observed);
        double[] start = [0.5, 0.3 * unit, 1, 2];
        double At(double[] p) =>
            grouped.Sum(group => group.Customers * new BgNbd(p[0], p[1], p[2], p[3]).LogChance(group.History))
            - hold / 2 * p.Zip(start, (one, usual) => Math.Pow(Math.Log(one / usual), 2)).Sum();
        return Likelihood.Highest(At, start).Refused(out because, out var top)
            ? new NoAnswer(because)
            : new BgNbd(top.Parameters[0], top.Parameters[1], top.Parameters[2], top.Parameters[3])
            {
                LogLikelihood = top.Height,
                Cloud = ParameterCloud.Around(At, top.Parameters),
            };
    }

    /// <summary>How many repeat purchases a new customer is expected to make within <paramref name="time"/>.</summary>
    public double Expected(double time) => Purchases(R, B, time / (Alpha + time));

    /// <summary>How many purchases a customer is expected to make within <paramref name="time"/> from now on.</summary>
    public double Expected(PurchaseHistory customer, double time)
    {
        var x = customer.Repeats;
        return Purchases(R + x, B + x, time / (Alpha + customer.Observed + time)) * ChanceActive(customer);
    }

    // The paper's (a + b - 1) / (a - 1) · [1 - (1 - z)ʳ ₂F₁(r, b; a + b - 1; z)], which is 0/0 at a = 1. Its series taken
    // term by term against that of (1 - z)⁻ʳ, of which each difference is divisible by a - 1:
    // Σ NB(n) · D(n) over the negative binomial chances NB(n) of n purchases while nobody leaves, D(1) = 1 and
    // D(n + 1) = D(n) + b(b + 1)…(b + n - 1) / ((a + b)…(a + b + n - 1)): the purchases of them that are made. No term cancels.
    double Purchases(double r, double b, double z)
    {
        if (z <= 0)
            return 0;
        var (log, made, staying, sum) = (r * Math.Log(1 - z), 0.0, 1.0, 0.0);
        for (var n = 0; n < 1_000_000; n++)
        {
            log += Math.Log(z * (r + n) / (n + 1));
            made += staying;
            staying *= (b + n) / (A + b + n);
            var term = Math.Exp(log) * made;
            sum += term;
            if (term < 1e-16 * sum && z * (r + n) < n)
                break;
        }
        return sum;
    }

    /// <summary>The chance, 0 to 1, that a customer is still one.</summary>
    public double ChanceActive(PurchaseHistory customer)
    {
        var x = customer.Repeats;
        if (x == 0)
            return 1;
        var silence = Math.Pow((Alpha + customer.Observed) / (Alpha + customer.LastAt), R + x);
        return 1 / (1 + A / (B + x - 1) * silence);
    }

    /// <summary>The chance, 0 to 1, that a new customer does not buy again within <paramref name="time"/>.</summary>
    public double ChanceOfNone(double time) => Math.Pow(Alpha / (Alpha + time), R);

    /// <summary>
    /// A quantity of the model with the range that it has because the parameters are known only so surely: 2.5 % to 97.5 %
    /// of what the data allow. That the future may differ from the time that was watched is not in it.
    /// </summary>
    /// <param name="quantity">What is wanted, from the parameters.</param>
    /// <param name="seed">The seed of the draws; the same one repeats the range.</param>
    /// <param name="draws">How many draws, 100 or more.</param>
    /// <returns>The quantity, or a sentence when the fit leaves the parameters open.</returns>
    public Answer<Estimate> Range(Func<BgNbd, double> quantity, ulong seed = 1, int draws = 1000)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Cloud is { } cloud
            ? ParameterCloud.Range(
                quantity(this),
                random => cloud.Draw(random) is var p ? quantity(new BgNbd(p[0], p[1], p[2], p[3])) : 0,
                seed,
                draws,
                0.95
            )
            : ParameterCloud.Open;
    }

    /// <summary>
    /// How many purchases these customers will make together, with a range of 2.5 % to 97.5 % of what may come: how surely the
    /// parameters are known, what each customer may be like, and the chance of every single purchase are in it. That the future
    /// may differ from the time that was watched is not.
    /// </summary>
    /// <param name="customers">The customers with what is known of each.</param>
    /// <param name="time">How far to look ahead.</param>
    /// <param name="seed">The seed of the draws; the same one repeats the range.</param>
    /// <param name="draws">How many draws, 100 or more.</param>
    /// <returns>The purchases, or a sentence when the fit leaves the parameters open.</returns>
    public Answer<Estimate> Coming(
        IReadOnlyCollection<PurchaseHistory> customers,
        double time,
        ulong seed = 1,
        int draws = 1000
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (!(time > 0 && double.IsFinite(time)))
            throw new ArgumentOutOfRangeException(nameof(time), time, "The time ahead must be above zero.");
        var grouped = PurchaseHistory.Grouped(customers);
        return Cloud is { } cloud
            ? ParameterCloud.Range(
                grouped.Sum(group => group.Customers * Expected(group.History, time)),
                random =>
                {
                    var p = cloud.Draw(random);
                    var model = new BgNbd(p[0], p[1], p[2], p[3]);
                    return grouped.Sum(group => model.Drawn(group.History, group.Customers, time, random));
                },
                seed,
                draws,
                0.95
            )
            : ParameterCloud.Open;
    }

    /// <summary>
    /// Purchases of customers alike, drawn: who is still one; of those a rate by Gamma(r + x, α + T) and a chance to leave by
    /// Beta(a, b + x), which the model leaves after x repeats; and then one purchase after the other.
    /// </summary>
    double Drawn(PurchaseHistory history, int customers, double time, Draws random)
    {
        var sum = 0.0;
        for (var left = random.Binomial(customers, ChanceActive(history)); left > 0; left--)
        {
            var rate = random.Gamma(R + history.Repeats) / (Alpha + history.Observed);
            var (leaves, stays) = (random.Gamma(A), random.Gamma(B + history.Repeats));
            var leaving = leaves + stays > 0 ? leaves / (leaves + stays) : 0.5;
            for (var at = -Math.Log(random.Unit()) / rate; at <= time; at -= Math.Log(random.Unit()) / rate)
            {
                if (++sum > MostPurchases)
                    return double.PositiveInfinity;
                if (random.Unit() < leaving)
                    break;
            }
        }
        return sum;
    }

    double LogChance(PurchaseHistory customer)
    {
        var x = customer.Repeats;
        var log =
            GammaLn(R + x)
            - GammaLn(R)
            + R * Math.Log(Alpha)
            + GammaLn(A + B)
            + GammaLn(B + x)
            - GammaLn(B)
            - GammaLn(A + B + x);
        var active = -(R + x) * Math.Log(Alpha + customer.Observed);
        if (x == 0)
            return log + active;
        var left = Math.Log(A) - Math.Log(B + x - 1) - (R + x) * Math.Log(Alpha + customer.LastAt);
        var larger = Math.Max(active, left);
        return log + larger + Math.Log(Math.Exp(active - larger) + Math.Exp(left - larger));
    }
}

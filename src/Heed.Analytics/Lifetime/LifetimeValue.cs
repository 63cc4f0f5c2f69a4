using Heed.Analytics.Scores;

namespace Heed.Analytics.Lifetime;

/// <summary>What a customer is expected to bring from now on, in today's money, with its range.</summary>
/// <remarks>
/// The range comes from how surely the models' parameters are known (2.5 % to 97.5 % of what they allow). It does not hold
/// that one customer will land in it: it is about the mean of many like them. Nor does it know that the future may differ
/// from the time that was watched.
/// </remarks>
public static class LifetimeValue
{
    const int Drawn = 1000;

    /// <summary>For customers with a contract, who pay at each renewal.</summary>
    /// <param name="retention">A fitted model; fit it to numbers of people and not to percentages, or the range is wrong.</param>
    /// <param name="payment">What one renewal brings after its cost.</param>
    /// <param name="discount">The discount per period, above 0.</param>
    /// <param name="renewals">How many renewals the customer has behind them.</param>
    /// <param name="seed">The seed of the draws; the same one repeats the range.</param>
    /// <returns>The value of all payments to come, or a sentence when the fit leaves the parameters open.</returns>
    public static Answer<Estimate> WithContract(
        Retention retention,
        double payment,
        double discount,
        int renewals = 0,
        ulong seed = 1
    )
    {
        ArgumentNullException.ThrowIfNull(retention);
        if (retention.Cloud is not { } cloud)
            return ParameterCloud.Open;
        double Of(Retention model) => payment * model.DiscountedPayments(renewals, discount);
        return ParameterCloud.Range(
            Of(retention),
            draws => cloud.Draw(draws) is var p ? Of(new Retention(p[0], p[1])) : 0,
            seed,
            Drawn,
            0.95
        );
    }

    /// <summary>For customers without a contract, who buy when they like.</summary>
    /// <param name="purchases">A fitted purchase model.</param>
    /// <param name="spending">A fitted spending model.</param>
    /// <param name="history">The customer's purchases, in the model's unit of time.</param>
    /// <param name="spent">What they spent.</param>
    /// <param name="periods">How many units of time to look ahead, 1 or more; a horizon keeps the sum honest.</param>
    /// <param name="margin">What stays of a purchase's value, 0 to 1.</param>
    /// <param name="discount">The discount per unit of time, 0 or more.</param>
    /// <param name="seed">The seed of the draws; the same one repeats the range.</param>
    /// <returns>The value of all purchases within the horizon, or a sentence when a fit leaves its parameters open.</returns>
    public static Answer<Estimate> WithoutContract(
        BgNbd purchases,
        GammaGamma spending,
        PurchaseHistory history,
        Spending spent,
        int periods,
        double margin = 1,
        double discount = 0,
        ulong seed = 1
    )
    {
        return OfAll(purchases, spending, [(history, spent)], periods, margin, discount, seed);
    }

    /// <summary>For all customers without a contract together; the range is that of the sum, not the sum of their ranges.</summary>
    /// <param name="purchases">A fitted purchase model.</param>
    /// <param name="spending">A fitted spending model.</param>
    /// <param name="customers">The purchases of each customer, in the model's unit of time, and what they spent.</param>
    /// <param name="periods">How many units of time to look ahead, 1 or more.</param>
    /// <param name="margin">What stays of a purchase's value, 0 to 1.</param>
    /// <param name="discount">The discount per unit of time, 0 or more.</param>
    /// <param name="seed">The seed of the draws; the same one repeats the range.</param>
    /// <param name="draws">How many draws, 100 or more.</param>
    /// <returns>The value of all purchases within the horizon, or a sentence when a fit leaves its parameters open.</returns>
    public static Answer<Estimate> OfAll(
        BgNbd purchases,
        GammaGamma spending,
        IReadOnlyCollection<(PurchaseHistory History, Spending Spent)> customers,
        int periods,
        double margin = 1,
        double discount = 0,
        ulong seed = 1,
        int draws = Drawn
    )
    {
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(spending);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(discount);
        if (purchases.Cloud is not { } rates || spending.Cloud is not { } values)
            return ParameterCloud.Open;
        // Without a discount it does not matter when a purchase is made.
        int[] steps = discount == 0 ? [periods] : [.. Enumerable.Range(1, periods)];
        double Of(BgNbd buys, GammaGamma spends)
        {
            var all = 0.0;
            foreach (var (history, spent) in customers)
            {
                var (sum, before) = (0.0, 0.0);
                foreach (var step in steps)
                {
                    var until = buys.Expected(history, step);
                    sum += (until - before) / Math.Pow(1 + discount, step);
                    before = until;
                }
                all += sum * margin * spends.Expected(spent);
            }
            return all;
        }
        double Once(Draws random)
        {
            var (r, g) = (rates.Draw(random), values.Draw(random));
            return Of(new BgNbd(r[0], r[1], r[2], r[3]), new GammaGamma(g[0], g[1], g[2]));
        }
        return ParameterCloud.Range(Of(purchases, spending), Once, seed, draws, 0.95);
    }
}

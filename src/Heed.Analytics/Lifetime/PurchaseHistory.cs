namespace Heed.Analytics.Lifetime;

/// <summary>
/// One customer's purchases, in three numbers. Time is in any unit, the same for all, counted from the first purchase.
/// </summary>
/// <param name="Repeats">How many purchases after the first one.</param>
/// <param name="LastAt">When the last of them was; 0 where there was none.</param>
/// <param name="Observed">How long the customer has been watched.</param>
public readonly record struct PurchaseHistory(int Repeats, double LastAt, double Observed)
{
    internal bool IsPossible =>
        Repeats >= 0
        && LastAt >= 0
        && LastAt <= Observed
        && double.IsFinite(Observed)
        && (Repeats == 0 ? LastAt == 0 : LastAt > 0);

    internal static string? WhyNot(IReadOnlyCollection<PurchaseHistory> customers, int fewest)
    {
        var impossible = customers.Count(customer => !customer.IsPossible);
        if (impossible > 0)
            return $"{impossible} of {customers.Count} customers cannot be: the last purchase lies between the first one and "
                + "the end of watching, and is 0 for who bought once.";
        if (customers.Count < fewest)
            return $"A purchase model needs {fewest} customers or more; there are {customers.Count}.";
        return customers.All(customer => customer.Repeats == 0)
            ? "Nobody bought a second time, so nothing can be said about returning."
            : null;
    }

    /// <summary>The same histories with how many customers have each: the likelihood is needed once for each.</summary>
    internal static (PurchaseHistory History, int Customers)[] Grouped(IEnumerable<PurchaseHistory> customers) =>
        [.. customers.CountBy(customer => customer).Select(pair => (pair.Key, pair.Value))];
}

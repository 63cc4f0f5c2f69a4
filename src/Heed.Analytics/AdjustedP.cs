namespace Heed.Analytics;

/// <summary>
/// p-values that allow for how many things were looked at: who compares many finds some that stand out by chance alone.
/// </summary>
/// <remarks>Both are those of R's <c>p.adjust</c>: an adjusted value is compared with α as if there were only one.</remarks>
public static class AdjustedP
{
    /// <summary>
    /// For claims of which none may be wrong: at level α the chance of even one false claim is at most α, whatever ties the
    /// tests to each other.
    /// </summary>
    /// <remarks>Holm, <i>A simple sequentially rejective multiple test procedure</i>, Scandinavian Journal of Statistics 6, 1979.</remarks>
    /// <param name="values">p-values, 0 to 1; none at all is allowed.</param>
    /// <returns>The adjusted values in the order given, 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not from 0 to 1.</exception>
    public static double[] Holm(IReadOnlyList<double> values)
    {
        var (order, adjusted, highest) = (Order(values), new double[values.Count], 0.0);
        for (var place = 0; place < order.Length; place++)
        {
            highest = Math.Max(highest, values[order[place]] * (order.Length - place));
            adjusted[order[place]] = Math.Min(1, highest);
        }
        return adjusted;
    }

    /// <summary>
    /// For a list of finds to look into: of those with an adjusted value up to α, at most the share α is expected to be chance.
    /// </summary>
    /// <remarks>
    /// Benjamini and Hochberg, <i>Controlling the false discovery rate</i>, Journal of the Royal Statistical Society B 57, 1995;
    /// holds for independent tests and for such as rise together (Benjamini and Yekutieli 2001).
    /// </remarks>
    /// <inheritdoc cref="Holm"/>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> values)
    {
        var (order, adjusted, lowest) = (Order(values), new double[values.Count], 1.0);
        for (var place = order.Length - 1; place >= 0; place--)
        {
            lowest = Math.Min(lowest, values[order[place]] * order.Length / (place + 1));
            adjusted[order[place]] = lowest;
        }
        return adjusted;
    }

    static int[] Order(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            if (!(value is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(values), value, "A p-value lies from 0 to 1.");
        return [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
    }
}

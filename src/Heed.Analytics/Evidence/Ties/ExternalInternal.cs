namespace Heed.Analytics.Evidence;

/// <summary>
/// Whether ties run between groups or inside them: the E-I index of Krackhardt and Stern 1988, (E − I) / (E + I), from −1 (all
/// inside) to +1 (all across), beside the value that chance alone would give for groups of these sizes. Small groups have more
/// people outside than inside, so the index is compared with that value and never with 0.
/// </summary>
/// <param name="Cross">Ties between groups.</param>
/// <param name="Inside">Ties inside a group.</param>
/// <param name="Index">(E − I) / (E + I).</param>
/// <param name="Expected">The index if every possible tie were as likely as any other.</param>
public sealed record ExternalInternal(int Cross, int Inside, double Index, double Expected)
{
    /// <summary>Ties of a smaller group would tell of its people.</summary>
    public const int SmallestGroup = 5;

    /// <summary>How far more across (above 0) or inside (below 0) the ties run than the sizes alone would have it.</summary>
    public double BeyondChance => Index - Expected;

    /// <summary>Computes the index.</summary>
    /// <param name="cross">How many ties run between groups; 0 or more.</param>
    /// <param name="inside">How many ties run inside a group; 0 or more.</param>
    /// <param name="sizes">How many people each group has.</param>
    /// <returns>The index; or a sentence when there are no ties, fewer than two groups, or a group of fewer than five.</returns>
    public static Answer<ExternalInternal> Of(int cross, int inside, IReadOnlyCollection<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentOutOfRangeException.ThrowIfNegative(cross);
        ArgumentOutOfRangeException.ThrowIfNegative(inside);
        if (sizes.Count < 2)
            return new NoAnswer("Ties across need two groups or more.");
        if (sizes.Any(size => size < SmallestGroup))
            return new NoAnswer(
                "A group has fewer than five people: its ties would tell of persons, so nothing is said."
            );
        if (cross + inside == 0)
            return new NoAnswer("There are no ties, so nothing is known of where they run.");
        var everybody = sizes.Sum(size => (double)size);
        var pairsInside = sizes.Sum(size => size * (size - 1.0) / 2);
        var pairs = everybody * (everybody - 1) / 2;
        return new ExternalInternal(
            cross,
            inside,
            (double)(cross - inside) / (cross + inside),
            (pairs - 2 * pairsInside) / pairs
        );
    }
}

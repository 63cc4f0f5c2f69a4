namespace Heed.Analytics.Evidence;

/// <summary>How much a value resembles those before it.</summary>
static class Autocorrelation
{
    /// <summary>
    /// The correlation of neighbours (lag 1) around the mean, in -1..1; 0 when nothing varies. Points on either side of a gap are no
    /// neighbours: the mean product of those that are, over the mean square.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="series">The series that says which of them follow one another; null when all do.</param>
    public static double OfNeighbours(ReadOnlySpan<double> values, Series? series = null)
    {
        if (values.Length < 2)
            return 0;
        var mean = 0.0;
        foreach (var value in values)
            mean += value / values.Length;
        var (products, squares, pairs) = (0.0, 0.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
            if (i == 0 || series is { } dated && !dated.FollowsOn(i))
                continue;
            products += (values[i] - mean) * (values[i - 1] - mean);
            pairs++;
        }
        // As many pairs as there could be leave the textbook's formula as it is.
        return squares > 0 && pairs > 0 ? Math.Clamp(products / squares * (values.Length - 1) / pairs, -1, 1) : 0;
    }

    /// <summary>
    /// How alike neighbours really are, 0..0.9, from a correlation seen around a fitted mean of so many points: there they
    /// look less alike than they are, by about (1 + 3φ)/n (Kendall 1954). Alternating points earn no credit.
    /// </summary>
    public static double Likeness(double seen, double points) =>
        Math.Clamp(seen + (1 + 3 * Math.Max(seen, 0)) / points, 0, 0.9);
}

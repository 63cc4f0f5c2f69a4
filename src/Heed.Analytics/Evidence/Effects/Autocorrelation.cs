namespace Heed.Analytics.Evidence;

/// <summary>How much a value resembles those before it.</summary>
static class Autocorrelation
{
    /// <summary>The correlation of neighbours (lag 1) around the mean, in -1..1; 0 when nothing varies.</summary>
    public static double OfNeighbours(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            return 0;
        var mean = 0.0;
        foreach (var value in values)
            mean += value / values.Length;
        var (products, squares) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
            if (i > 0)
                products += (values[i] - mean) * (values[i - 1] - mean);
        }
        return squares > 0 ? products / squares : 0;
    }

    /// <summary>
    /// How alike neighbours really are, 0..0.9, from a correlation seen around a fitted mean of so many points: there they
    /// look less alike than they are, by about (1 + 3φ)/n (Kendall 1954). Alternating points earn no credit.
    /// </summary>
    public static double Likeness(double seen, double points) =>
        Math.Clamp(seen + (1 + 3 * Math.Max(seen, 0)) / points, 0, 0.9);
}

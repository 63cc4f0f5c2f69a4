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
}

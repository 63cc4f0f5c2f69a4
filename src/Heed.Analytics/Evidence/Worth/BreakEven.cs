namespace Heed.Analytics.Evidence;

/// <summary>
/// How much an input must be for a case just to pay: the most useful number of a business case, since a reader who cannot
/// say whether five points are right can often say whether one is.
/// </summary>
public static class BreakEven
{
    const int Halvings = 200;

    /// <summary>The smallest input with which the case pays.</summary>
    /// <param name="worth">What the case is worth at an input; it never falls as the input grows.</param>
    /// <param name="most">The largest input that is thought of; 0 or more.</param>
    /// <returns>0 where it pays without the input; null where it does not pay even at the largest.</returns>
    public static double? Of(Func<double, double> worth, double most)
    {
        ArgumentNullException.ThrowIfNull(worth);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (worth(0) >= 0)
            return 0;
        if (!(worth(most) >= 0))
            return null;
        var (low, high) = (0.0, most);
        for (var i = 0; i < Halvings && high - low > double.Epsilon; i++)
        {
            var middle = low + (high - low) / 2;
            (low, high) = worth(middle) >= 0 ? (low, middle) : (middle, high);
        }
        return high;
    }
}

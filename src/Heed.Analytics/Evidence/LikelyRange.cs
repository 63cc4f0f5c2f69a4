namespace Heed.Analytics.Evidence;

/// <summary>
/// A number that is not known exactly: at least, most likely, at most. Sums and products of ranges are ranges, so that a
/// result never looks surer than what went into it.
/// </summary>
public readonly record struct LikelyRange
{
    /// <summary>A range; the most likely value lies between the others.</summary>
    /// <exception cref="ArgumentException">A number is not finite, or they are not in order.</exception>
    public LikelyRange(double low, double likely, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || !(low <= likely && likely <= high))
            throw new ArgumentException($"A range goes from low over likely to high, not {low}, {likely}, {high}.");
        (Low, Likely, High) = (low, likely, high);
    }

    /// <summary>At least.</summary>
    public double Low { get; }

    /// <summary>Most likely.</summary>
    public double Likely { get; }

    /// <summary>At most.</summary>
    public double High { get; }

    /// <summary>A number that is known: a range without width.</summary>
    public static implicit operator LikelyRange(double known) => new(known, known, known);

    /// <summary>Both together.</summary>
    public static LikelyRange operator +(LikelyRange left, LikelyRange right) =>
        new(left.Low + right.Low, left.Likely + right.Likely, left.High + right.High);

    /// <summary>One less the other: at least the lowest less the highest.</summary>
    public static LikelyRange operator -(LikelyRange left, LikelyRange right) =>
        new(left.Low - right.High, left.Likely - right.Likely, left.High - right.Low);

    /// <summary>One times the other; signs may differ.</summary>
    public static LikelyRange operator *(LikelyRange left, LikelyRange right)
    {
        ReadOnlySpan<double> ends =
        [
            left.Low * right.Low,
            left.Low * right.High,
            left.High * right.Low,
            left.High * right.High,
        ];
        var (low, high) = (ends[0], ends[0]);
        foreach (var end in ends)
            (low, high) = (Math.Min(low, end), Math.Max(high, end));
        return new(low, left.Likely * right.Likely, high);
    }
}

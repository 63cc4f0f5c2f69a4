namespace Heed.Analytics.Columns;

/// <summary>Count, mean and spread of some numbers, each with its weight.</summary>
/// <param name="Count">How many numbers.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Squares">The sum of the squares of their weights.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Distances">The weighted sum of their squared distances from it.</param>
/// <param name="Least">The least of them.</param>
/// <param name="Most">The largest of them.</param>
readonly record struct NumberMoments(
    long Count,
    double Weight,
    double Squares,
    double Mean,
    double Distances,
    double Least,
    double Most
)
{
    /// <summary>How many equal answers this is worth (Kish).</summary>
    public double N => Squares > 0 ? Weight * Weight / Squares : 0;

    public double Spread => Weight > 0 ? Distances / Weight : 0;

    public bool IsOneValue => Count > 0 && Least == Most;

    /// <summary>Both together. Chan, Golub, LeVeque, <i>The American Statistician</i> 37, 1983.</summary>
    public NumberMoments With(NumberMoments other)
    {
        if (Count == 0 || other.Count == 0)
            return Count == 0 ? other : this;
        var weight = Weight + other.Weight;
        var apart = other.Mean - Mean;
        return new(
            Count + other.Count,
            weight,
            Squares + other.Squares,
            weight > 0 ? Mean + apart * other.Weight / weight : Mean,
            Distances + other.Distances + (weight > 0 ? apart * apart * Weight * other.Weight / weight : 0),
            Math.Min(Least, other.Least),
            Math.Max(Most, other.Most)
        );
    }

    public static NumberMoments One(double value, double weight) =>
        new(1, weight, weight * weight, value, 0, value, value);

    /// <summary>Of the rows of a stretch, every answer counted once and by its weight.</summary>
    public static (NumberMoments Once, NumberMoments Weighted) Of(Block[] blocks, Stretch rows, int number)
    {
        NumberMoments once = default;
        NumberMoments weighted = default;
        var before = 0L;
        foreach (var block in blocks)
        {
            var to = (int)Math.Min(block.Capacity, rows.To - before);
            for (var row = (int)Math.Max(0, rows.From - before); row < to; row++)
            {
                var value = block.Numbers[number][row];
                if (double.IsNaN(value))
                    continue;
                once = once.With(One(value, 1));
                if (block.Weights is { } weights)
                    weighted = weighted.With(One(value, weights[row]));
            }
            before += block.Capacity;
        }
        return (once, weighted);
    }
}

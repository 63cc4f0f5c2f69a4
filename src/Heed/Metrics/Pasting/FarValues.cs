namespace Heed.Metrics;

/// <summary>
/// Values that are probably typed wrong: so far from all others that the distance is many times the width of the rest. One
/// such value makes a band that nothing leaves, so a person is asked before it is kept.
/// </summary>
static class FarValues
{
    /// <summary>Fewer others say too little about what is usual.</summary>
    const int FewestOthers = 5;
    const int Most = 3;

    /// <summary>A week of snow is three widths off; a comma that slipped is a hundred.</summary>
    const double WidthsOff = 5;

    public static IReadOnlyList<PastedValue> Of(IReadOnlyList<PastedValue> values)
    {
        if (values.Count <= FewestOthers)
            return [];
        var ordered = values.OrderBy(v => v.Value).ToList();
        var median = ordered[ordered.Count / 2].Value;
        // Several may be wrong at once and lie near each other: the most extreme ones are taken out together.
        var byDistance = ordered.OrderByDescending(v => Math.Abs(v.Value - median)).ToList();
        for (var count = Math.Min(Most, values.Count - FewestOthers); count > 0; count--)
        {
            var rest = byDistance.Skip(count).Select(v => v.Value).ToList();
            var (low, high) = (rest.Min(), rest.Max());
            var width = high > low ? high - low : Math.Abs(high);
            if (
                width > 0
                && byDistance.Take(count).All(v => Math.Max(low - v.Value, v.Value - high) > WidthsOff * width)
            )
                return [.. byDistance.Take(count).OrderBy(v => v.On)];
        }
        return [];
    }
}

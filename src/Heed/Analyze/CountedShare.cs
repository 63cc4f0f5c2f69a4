using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>An option or a band: how many of those who answered, and the percent with its interval (Wilson).</summary>
sealed record CountedShare(string Name, long Count, Estimate Percent)
{
    /// <summary>The percent with weights; null where none were asked for.</summary>
    public WeightedEstimate? Weighted { get; init; }

    public static CountedShare Of(string name, long count, long n)
    {
        var share = Intervals.Wilson(count, n);
        return new(name, count, new(100 * share.Value, 100 * share.Low, 100 * share.High, 100 * share.StandardError));
    }
}

namespace Heed.Analytics.Scores;

/// <summary>How many answers are needed before a score is known to within a margin: n = z²·variance / margin².</summary>
/// <remarks>
/// Answers, not invitations: divide by the expected response rate to know how many to ask. Weighting and clustering need
/// more, by the factor n / effective n seen in earlier waves.
/// </remarks>
public static class SampleSize
{
    /// <summary>For a recommend score.</summary>
    /// <param name="margin">The half-width wanted, in points: 5 for ±5.</param>
    /// <param name="variance">
    /// p + d - (p - d)², from 0 to 1, with p and d the shares of promoters and detractors; take it from an earlier wave.
    /// 0.6 is common, 1 is the worst that can be.
    /// </param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static long ForRecommend(double margin, double variance = 0.6, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(variance, 1);
        return For(margin, variance * 100 * 100, level);
    }

    /// <summary>For a share, such as satisfaction.</summary>
    /// <param name="margin">The half-width wanted, in percentage points.</param>
    /// <param name="percent">The share expected, in percent; 50 is the worst that can be.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static long ForShare(double margin, double percent = 50, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(percent, 100);
        return For(margin, percent * (100 - percent), level);
    }

    /// <summary>For a mean.</summary>
    /// <param name="margin">The half-width wanted, in points of the scale.</param>
    /// <param name="deviation">The standard deviation of the answers, from an earlier wave.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static long ForMean(double margin, double deviation, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        return For(margin, deviation * deviation, level);
    }

    static long For(double margin, double variance, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        var z = Intervals.Z(level);
        return (long)Math.Ceiling(z * z * variance / (margin * margin));
    }
}

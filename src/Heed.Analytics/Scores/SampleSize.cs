namespace Heed.Analytics.Scores;

/// <summary>How many answers are needed before a score is known to within a margin: n = z²·variance / margin².</summary>
/// <remarks>
/// Answers, not invitations: divide by the expected response rate to know how many to ask. Weighting and clustering need
/// more, by the factor n / effective n seen in earlier waves.
/// </remarks>
public static class SampleSize
{
    // Two-sided 5 % and power 80 %: as for a minimum detectable effect.
    const double Seen = Evidence.MinimumDetectableEffect.Factor;

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

    /// <summary>How near a score is known from so many answers: the half-width of its interval, in the score's units.</summary>
    /// <param name="answers">How many answers, 1 or more.</param>
    /// <param name="variance">The variance of one answer in the score's units squared: percent·(100 - percent) for a share.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static double Margin(long answers, double variance, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        return Intervals.Z(level) * Math.Sqrt(variance / answers);
    }

    /// <summary>
    /// The smallest difference of two waves with so many answers each that would show four times in five, at a two-sided
    /// level of 5 %.
    /// </summary>
    /// <param name="answers">How many answers a wave, 1 or more.</param>
    /// <param name="variance">The variance of one answer in the score's units squared.</param>
    public static double Difference(long answers, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        return Seen * Math.Sqrt(2 * variance / answers);
    }

    /// <summary>How many answers each of two waves needs, so that a difference would show four times in five.</summary>
    /// <remarks>n = (1.96 + 0.84)² · 2 · variance / difference² (Fleiss, Levin and Paik 2003, without the correction).</remarks>
    /// <param name="difference">The difference to be seen, in the score's units, above zero.</param>
    /// <param name="variance">The variance of one answer, the mean of both waves' where they differ.</param>
    public static long PerWave(double difference, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(difference);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        return (long)Math.Ceiling(Seen * Seen * 2 * variance / (difference * difference));
    }

    /// <summary>
    /// How many answers each of two waves needs, so that a share that moves by so much would show four times in five.
    /// </summary>
    /// <remarks>
    /// n = (1.96 + 0.84)² · (p₁q₁ + p₂q₂) / (p₁ - p₂)² (Fleiss, Levin and Paik 2003, without the correction). Both variances
    /// are taken, and the second share on the side of 50 %, which needs more answers than the same move away from it.
    /// </remarks>
    /// <param name="difference">The move to be seen, in percentage points, above zero, that leads to 100 % or 0 % at most.</param>
    /// <param name="percent">The share of the first wave, in percent, above 0 and below 100.</param>
    public static long PerWaveOfShares(double difference, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(difference);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(difference, MostOfShares(percent));
        var other = percent <= 50 ? percent + difference : percent - difference;
        return PerWave(difference, (percent * (100 - percent) + other * (100 - other)) / 2);
    }

    /// <summary>
    /// The smallest move of a share between two waves with so many answers each that would show four times in five; null
    /// where so few answers show no move at all. The way back from <see cref="PerWaveOfShares"/>.
    /// </summary>
    /// <param name="answers">How many answers a wave, 1 or more.</param>
    /// <param name="percent">The share of the first wave, in percent, above 0 and below 100.</param>
    public static double? DifferenceOfShares(long answers, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, 1);
        var most = MostOfShares(percent);
        // The positive root of (n + z²)·d² - z²·|q - p|·d - 2·z²·p·q.
        var (squared, slope) = (Seen * Seen, Math.Abs(100 - 2 * percent));
        var both = 2 * (answers + squared);
        var root = Math.Sqrt(squared * squared * slope * slope + 4 * both * squared * percent * (100 - percent));
        var difference = (squared * slope + root) / both;
        return difference <= most ? difference : null;
    }

    /// <summary>The farthest that a share can move towards 50 % and beyond, in percentage points.</summary>
    /// <param name="percent">The share, in percent, above 0 and below 100.</param>
    public static double MostOfShares(double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(percent, 100);
        return Math.Max(percent, 100 - percent);
    }

    static long For(double margin, double variance, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        var z = Intervals.Z(level);
        return (long)Math.Ceiling(z * z * variance / (margin * margin));
    }
}

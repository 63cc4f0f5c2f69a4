using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Scores;

/// <summary>The intervals under the scores, for counts that may be fractions because weights made them so.</summary>
/// <remarks>A level of 0.95 means: of many such intervals from many samples, 95 in 100 hold the truth.</remarks>
public static class Intervals
{
    /// <summary>The plain interval of a recommend score: value ± z·SE, with Var = p + d - (p - d)². In points, not clamped.</summary>
    /// <remarks>
    /// Nonsense at the edges: ten promoters of ten give [100, 100]. It is here for comparison; <see cref="AdjustedWald"/> is used.
    /// </remarks>
    /// <param name="promoters">How many answered 9 or 10.</param>
    /// <param name="passives">How many answered 7 or 8.</param>
    /// <param name="detractors">How many answered 0 to 6.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static Estimate Wald(double promoters, double passives, double detractors, double level = 0.95)
    {
        var (value, error) = Recommend(promoters, passives, detractors);
        var reach = Z(level) * error;
        return new(value, value - reach, value + reach, error);
    }

    /// <summary>
    /// The interval of a recommend score that keeps its promise for few answers and at the edges: adds three answers (3/4 of
    /// a promoter, 3/2 of a passive, 3/4 of a detractor), then takes value ± z·SE of those, clamped to ±100 and stretched to
    /// the observed value where that lies outside. The value and its standard error are the observed ones.
    /// </summary>
    /// <remarks>Rocks, <i>Interval estimation for the "net promoter score"</i>, The American Statistician 70, 2016.</remarks>
    /// <inheritdoc cref="Wald"/>
    public static Estimate AdjustedWald(double promoters, double passives, double detractors, double level = 0.95)
    {
        var (value, error) = Recommend(promoters, passives, detractors);
        var (centre, adjusted) = Recommend(promoters + 0.75, passives + 1.5, detractors + 0.75);
        var reach = Z(level) * adjusted;
        // Of one promoter the formula ends at 98.5, below the 100 that was observed: an interval holds its own value.
        return new(
            value,
            Math.Min(value, Math.Max(-100, centre - reach)),
            Math.Max(value, Math.Min(100, centre + reach)),
            error
        );
    }

    /// <summary>The interval of a share: Wilson's score interval, in shares from 0 to 1. Holds for few answers, 0 and all.</summary>
    /// <remarks>
    /// Wilson 1927: centre (x + z²/2) / (n + z²), half-width z / (n + z²) · √(x(n - x)/n + z²/4).
    /// Numbers to compare with: Newcombe, Statistics in Medicine 17, 1998.
    /// </remarks>
    /// <param name="hits">How many of the answers are counted: 0 to <paramref name="n"/>.</param>
    /// <param name="n">How many answers, above zero.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static Estimate Wilson(double hits, double n, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        if (!(hits >= 0 && hits <= n * (1 + 1e-12)))
            throw new ArgumentOutOfRangeException(nameof(hits), hits, $"Must be from 0 to {n}.");
        return WilsonOf(hits, n, Z(level));
    }

    /// <summary>The same, so many standard errors wide.</summary>
    internal static Estimate WilsonOf(double hits, double n, double z)
    {
        var share = Math.Min(1, hits / n);
        var centre = (hits + z * z / 2) / (n + z * z);
        var reach = z / (n + z * z) * Math.Sqrt(n * share * (1 - share) + z * z / 4);
        return new(share, Math.Max(0, centre - reach), Math.Min(1, centre + reach), Math.Sqrt(share * (1 - share) / n));
    }

    /// <summary>The interval of a mean by Student's t, kept within the ends of the scale.</summary>
    /// <remarks>
    /// Where everybody answered alike the formula gives an interval of no width, which no sample can promise. Then at most
    /// a share z² / (n + z²) of the people answers otherwise (Wilson's upper end for none of n), and the interval reaches
    /// as far as the mean could move if they all stood at one end of the scale. Below two effective answers nothing is
    /// known of the spread: the interval is the whole scale and the standard error is NaN.
    /// </remarks>
    /// <param name="mean">The mean.</param>
    /// <param name="spread">The mean squared distance from the mean (divided by n, not by n - 1).</param>
    /// <param name="n">How many answers, or how many effective ones.</param>
    /// <param name="low">The lowest value possible.</param>
    /// <param name="high">The highest value possible.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static Estimate Student(double mean, double spread, double n, double low, double high, double level = 0.95)
    {
        if (n < 2)
            return new(mean, low, high, double.NaN);
        var error = Math.Sqrt(spread / (n - 1));
        if (error == 0)
        {
            var others = Wilson(0, n, level).High;
            return new(mean, mean - others * (mean - low), mean + others * (high - mean), 0);
        }
        var reach = StudentT.InvCDF(0, 1, n - 1, (1 + level) / 2) * error;
        return new(mean, Math.Max(low, mean - reach), Math.Min(high, mean + reach), error);
    }

    /// <summary>How many standard errors reach to either side: 1.96 for a level of 0.95.</summary>
    internal static double Z(double level) =>
        level is > 0.5 and < 1
            ? Normal.InvCDF(0, 1, (1 + level) / 2)
            : throw new ArgumentOutOfRangeException(nameof(level), level, "Must lie between 0.5 and 1.");

    /// <summary>The recommend score and its standard error, in points.</summary>
    internal static (double Value, double Error) Recommend(double promoters, double passives, double detractors)
    {
        var n = promoters + passives + detractors;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var (p, d) = (promoters / n, detractors / n);
        return (100 * (p - d), 100 * Math.Sqrt(Math.Max(0, p + d - (p - d) * (p - d)) / n));
    }
}

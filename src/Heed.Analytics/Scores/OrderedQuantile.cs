using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Scores;

/// <summary>The value below which a share of all people lies, with an interval that assumes no shape.</summary>
/// <param name="Value">The value in the sample, by the usual definition (type 7 of Hyndman and Fan).</param>
/// <param name="Low">The lower end; null where the sample is too small to have one.</param>
/// <param name="High">The upper end; null where the sample is too small to have one.</param>
public readonly record struct OrderedQuantile(double Value, double? Low, double? High)
{
    /// <summary>A quartile, the median or any other quantile of a sample.</summary>
    /// <remarks>
    /// The ends are two of the values themselves: how many of a sample lie below the true quantile is binomial, so the ranks
    /// that leave out no more than 2.5 % on either side hold it in 95 of 100 samples or more. Conover, <i>Practical
    /// Nonparametric Statistics</i>, 1999, 3.2.
    /// </remarks>
    /// <param name="sorted">The values, lowest first.</param>
    /// <param name="share">Which: 0.5 for the median.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    /// <returns>The quantile, or a sentence where there is no value.</returns>
    public static Answer<OrderedQuantile> Of(IReadOnlyList<double> sorted, double share, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (sorted.Count == 0)
            return new NoAnswer("There are no numbers.");
        if (!(share is > 0 and < 1))
            return new NoAnswer("A quantile lies between 0 and 1: 0.25, 0.5 for the median, 0.75.");
        if (sorted.Any(value => !double.IsFinite(value)))
            return new NoAnswer("One of the numbers is none.");
        var outside = (1 - level) / 2;
        var below = new Binomial(share, sorted.Count);
        // Rank r from below stays under the quantile unless fewer than r of the sample do.
        int? low = null;
        int? high = null;
        var (from, to) = Near(sorted.Count, share);
        for (var rank = from; rank <= to; rank++)
        {
            if (rank >= 1 && below.CumulativeDistribution(rank - 1) <= outside)
                low = rank;
            if (high is null && rank <= sorted.Count && below.CumulativeDistribution(rank - 1) >= 1 - outside)
                high = rank;
        }
        var place = share * (sorted.Count - 1);
        var (floor, rest) = ((int)place, place - Math.Floor(place));
        var next = Math.Min(floor + 1, sorted.Count - 1);
        return new OrderedQuantile(
            sorted[floor] * (1 - rest) + sorted[next] * rest,
            low is { } l ? sorted[l - 1] : null,
            high is { } h ? sorted[h - 1] : null
        );
    }

    /// <summary>Ranks beyond six standard errors are sure, and not looked at.</summary>
    static (int From, int To) Near(int n, double share)
    {
        var (middle, reach) = (n * share, 6 * Math.Sqrt(n * share * (1 - share)) + 2);
        return ((int)Math.Max(1, middle - reach), (int)Math.Min(n, middle + reach));
    }
}

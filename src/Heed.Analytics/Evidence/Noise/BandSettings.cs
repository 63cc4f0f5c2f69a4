namespace Heed.Analytics.Evidence;

/// <summary>How a noise band is computed. Each difference between tools is a named setting here, shown with the chart.</summary>
public sealed record BandSettings
{
    /// <summary>The published constants, rounded: 2.66 and 3.268. The default.</summary>
    public static BandSettings Wheeler { get; } = new();

    /// <summary>Unrounded limits, 3/1.128 = 2.6596 moving ranges from the centre, as in the NIST e-Handbook.</summary>
    public static BandSettings Unrounded { get; } = new() { LimitFactor = 3 / NoiseBand.ExpectedRange };

    /// <summary>
    /// Wheeler's constants with outlying moving ranges (above 3.267 times their average) left out once, as the R package
    /// of NHS <i>Making Data Count</i> does and its spreadsheets do not.
    /// </summary>
    public static BandSettings Screened { get; } = new() { ScreenMovingRanges = true };

    /// <summary>
    /// Limits from the median moving range: 3.145 of them from the centre, and 3.865 for the ranges themselves (Wheeler). A few
    /// wild ranges do not widen these limits. Where more than half of the points equal the one before it gives none.
    /// </summary>
    public static BandSettings MedianRange { get; } =
        new()
        {
            LimitFactor = 3.145,
            RangeLimitFactor = 3.865,
            RangePerSigma = 0.954, // d4: the median range of two in units of the standard deviation
            UsesMedianRange = true,
        };

    /// <summary>How many typical moving ranges the limits stand from the centre.</summary>
    public double LimitFactor { get; private init; } = 2.66;

    /// <summary>Whether the typical moving range is their median instead of their average.</summary>
    public bool UsesMedianRange { get; private init; }

    internal double RangeLimitFactor { get; private init; } = 3.268;

    internal double RangePerSigma { get; private init; } = NoiseBand.ExpectedRange;

    /// <summary>Whether outlying moving ranges are left out once before the average is taken.</summary>
    public bool ScreenMovingRanges { get; private init; }

    /// <summary>The lowest value the metric can take (0 for a share or a count); null when there is none.</summary>
    public double? Minimum { get; private init; }

    /// <summary>The highest value the metric can take (100 for a percentage); null when there is none.</summary>
    public double? Maximum { get; private init; }

    /// <summary>The same settings for a metric that cannot leave these bounds; limits are clipped to them.</summary>
    /// <exception cref="ArgumentException">A bound is not finite, or the lowest is not below the highest.</exception>
    public BandSettings Within(double? minimum, double? maximum)
    {
        if (minimum is { } low && !double.IsFinite(low) || maximum is { } high && !double.IsFinite(high))
            throw new ArgumentException("A bound must be finite; leave it null when there is none.");
        if (minimum >= maximum)
            throw new ArgumentException($"The lowest value ({minimum}) must be below the highest ({maximum}).");
        return this with { Minimum = minimum, Maximum = maximum };
    }
}

namespace Heed.Analytics.Evidence;

/// <summary>The ways to estimate the effect of a dated change.</summary>
public enum EffectMethod
{
    /// <summary>Difference of the means before and after, for short series without a trend.</summary>
    StepOnly,

    /// <summary>Segmented linear regression (trend, step, change of slope) with Newey-West errors, lag 3.</summary>
    SegmentedNeweyWest,

    /// <summary>Segmented linear regression whose errors follow one another, AR(1), by maximum likelihood.</summary>
    SegmentedAutoregressive,

    /// <summary>Quasi-Poisson regression of counts (trend and step) with the logarithm of the population as offset.</summary>
    QuasiPoisson,

    /// <summary>Quasi-Poisson regression of counts with a step alone, for short series without a trend.</summary>
    QuasiPoissonStepOnly,

    /// <summary>A local level with a comparison series, fitted before the change and projected beyond it.</summary>
    ComparisonSeries,

    /// <summary>
    /// The rule: one model of trend, mean effect and growth, averaged over every likeness that neighbouring points may have.
    /// Counts on the scale of logarithms.
    /// </summary>
    MeanEffect,
}

/// <summary>Whether the times of the year and the days of the week are allowed to differ.</summary>
public enum Seasons
{
    /// <summary>
    /// Two pairs of sine and cosine waves over the year for 24 months or 104 weeks, one pair for 52 weeks; for days a factor of the
    /// weekdays, and the year as for as many weeks; none otherwise.
    /// </summary>
    ByRule,

    /// <summary>No season.</summary>
    None,

    /// <summary>Two pairs of sine and cosine waves over the year; for days the weekdays too.</summary>
    TwoPairs,
}

/// <summary>How the effect of a dated change is estimated. The defaults follow one rule; each may be asked for.</summary>
public sealed record InterruptionSettings
{
    /// <summary>The rule's choices for a metric that is a value.</summary>
    public static InterruptionSettings Default { get; } = new();

    /// <summary>The rule's choices for a metric that counts events; give each point its population where there is one.</summary>
    public static InterruptionSettings ForCounts { get; } = new() { Counts = true };

    /// <summary>Whether values are counts of events (0, 1, 2 …): their effect is a ratio of rates.</summary>
    public bool Counts { get; init; }

    /// <summary>The method, when another than the rule's is asked for; null takes <see cref="EffectMethod.MeanEffect"/>.</summary>
    public EffectMethod? Method { get; init; }

    /// <summary>
    /// The number of the look, from 1. A later look pays for being another chance (<see cref="AlphaSpending"/>): its interval is wider.
    /// </summary>
    public int Look { get; init; } = 1;

    internal double Confidence => AlphaSpending.Confidence(Look);

    /// <summary>The treatment of the time of year.</summary>
    public Seasons Seasons { get; init; }

    /// <summary>How many periods the effect needs to arrive; points in between count for neither side. 0 or more.</summary>
    public int Lag { get; init; }

    /// <summary>Which points to look at; null takes all.</summary>
    public Window? Window { get; init; }

    /// <summary>A series that was not affected by the change, to compare with; null for none. It decides the method.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>
    /// The standard deviation of the noise for a step alone, when it is already known from the metric's band
    /// (<see cref="NoiseBand.Sigma"/>); null estimates it from the moving ranges on both sides of the change.
    /// </summary>
    public double? Sigma { get; init; }
}

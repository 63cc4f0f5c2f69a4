namespace Heed.Analytics.Evidence;

/// <summary>What a point would have been without the change, beside what was seen.</summary>
/// <param name="Date">The date of the point, after the change.</param>
/// <param name="Observed">What was measured.</param>
/// <param name="Expected">What the points before lead one to expect had nothing been changed: the line to draw.</param>
/// <param name="Fitted">What the model says with the change.</param>
/// <param name="Low">The lower end of the 95 % interval of the line, not of single points; empty where the method knows none.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct CounterfactualPoint(
    DateOnly Date,
    double Observed,
    double Expected,
    double Fitted,
    double? Low = null,
    double? High = null
);

/// <summary>
/// The effect of a dated change, by comparing what came after with what the time before would have led to: interrupted
/// time series (Wagner et al. 2002; Lopez Bernal et al. 2017 with its published correction).
/// </summary>
/// <remarks>
/// Two bars, the mean before and the mean after, mistake a trend for an effect: the model draws the trend on beyond the
/// change and asks how far the points lie from it. It cannot know what else changed at the same time; ask for that.
/// <para>
/// One rule chooses the method. With at least 12 points a side: trend, step and change of slope with Newey-West errors of
/// lag 3, or with AR(1) errors by maximum likelihood when the residuals' neighbours correlate beyond 1.96/√n; counts take
/// quasi-Poisson with trend and step. With 8 to 11 points on a side, and no trend before (no run of 8 on one side, |t| of the
/// slope below 2): a step alone. Fewer: no answer, only the noise band.
/// </para>
/// <para>
/// Published formulas are too sure of themselves in short series whose neighbours resemble each other: on noise alone they
/// find effects two or three times too often. So no interval is narrower than what is left when the likeness of neighbours
/// is unknown, and a noise estimated from few points takes Student's t; the published error stays readable in
/// <see cref="RobustError"/>.
/// </para>
/// </remarks>
public sealed record InterruptedSeries
{
    internal InterruptedSeries() { }

    /// <summary>How it was estimated.</summary>
    public required EffectMethod Method { get; init; }

    /// <summary>Whether the effect is a difference (neutral 0) or a ratio of rates (neutral 1).</summary>
    public EffectScale Scale { get; init; }

    /// <summary>Whether the time of year was taken into account (two pairs of sine and cosine waves).</summary>
    public bool HasSeasons { get; init; }

    /// <summary>The step at the change: the effect, in the metric's unit, or a ratio of rates. With a comparison series: the mean distance to what was expected.</summary>
    public required Estimate Step { get; init; }

    /// <summary>How much the slope changed, per period; null where the model has no change of slope.</summary>
    public Estimate? SlopeChange { get; init; }

    /// <summary>The trend before the change, per period (for counts the ratio from one period to the next); null without.</summary>
    public Estimate? Trend { get; init; }

    /// <summary>
    /// The F test of a change of slope: for counts of an added one, which the model leaves out; for values of the one in the
    /// model, by the plain error. Null where there is none. The interval of <see cref="SlopeChange"/> is the careful answer.
    /// </summary>
    public (double F, double PValue)? SlopeChangeTest { get; init; }

    /// <summary>The step's standard error had the points been independent; the interval never uses a smaller one.</summary>
    public double OrdinaryError { get; init; }

    /// <summary>The step's standard error by the method named, before it is compared with the ordinary one.</summary>
    public double RobustError { get; init; }

    /// <summary>Durbin and Watson's statistic of the residuals (about 2 without autocorrelation); null where it has no meaning.</summary>
    public double? DurbinWatson { get; init; }

    /// <summary>The correlation of neighbouring residuals; for <see cref="EffectMethod.SegmentedAutoregressive"/> the fitted one.</summary>
    public double? Autocorrelation { get; init; }

    /// <summary>For counts: how many times the variance exceeds Poisson's; null otherwise.</summary>
    public double? Dispersion { get; init; }

    /// <summary>The smallest step that these points would show four times in five: 2.80 standard errors (see E4).</summary>
    public double MinimumDetectable =>
        Scale is EffectScale.Ratio
            ? Math.Exp(MinimumDetectableEffect.Factor * Step.StandardError)
            : MinimumDetectableEffect.Factor * Step.StandardError;

    /// <summary>How many points came before.</summary>
    public required int PointsBefore { get; init; }

    /// <summary>How many points came after; those within the lag do not count.</summary>
    public required int PointsAfter { get; init; }

    /// <summary>The first and the last date that were used.</summary>
    public required Window Window { get; init; }

    /// <summary>The fingerprint of the points that were used (<see cref="Series.Fingerprint"/>).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>For each point after the change, what it would have been without.</summary>
    public required IReadOnlyList<CounterfactualPoint> Counterfactual { get; init; }

    /// <summary>The method in words: "trend, step and change of slope; Newey-West errors, lag 3".</summary>
    public string MethodInWords =>
        Method switch
        {
            EffectMethod.StepOnly => "difference of the means before and after",
            EffectMethod.SegmentedNeweyWest => "trend, step and change of slope; Newey-West errors, lag 3",
            EffectMethod.SegmentedAutoregressive => "trend, step and change of slope; AR(1) errors",
            EffectMethod.QuasiPoisson => "counts: trend and step; quasi-Poisson",
            EffectMethod.QuasiPoissonStepOnly => "counts: step; quasi-Poisson",
            _ => "local level with a comparison series",
        } + (HasSeasons ? "; time of year by two pairs of waves" : "");

    /// <summary>Estimates the effect of a dated change.</summary>
    /// <param name="series">The measurements; for counts with their populations where there are some.</param>
    /// <param name="change">The day from which the change was there.</param>
    /// <param name="settings">What kind of values, the lag, or a method asked for; null for the rule's choices.</param>
    /// <returns>The effect; or a sentence that says what is needed and what is there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lag is negative, or sigma is not above zero.</exception>
    public static Answer<InterruptedSeries> Fit(Series series, DateOnly change, InterruptionSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        settings ??= InterruptionSettings.Default;
        if (settings.Sigma is { } sigma && !(double.IsFinite(sigma) && sigma > 0))
            throw new ArgumentOutOfRangeException(nameof(settings), sigma, "Sigma must be above zero.");
        var cut = new Interruption(series, change, settings);
        if (settings.Counts && cut.Used.Points.FirstOrDefault(point => point.Value < 0) is { Value: < 0 } negative)
            return new NoAnswer(
                $"A count cannot be below zero, and {Wording.Day(negative.Date)} has {Wording.Number(negative.Value)}."
            );
        if (settings.Comparison is { } comparison)
            return ComparisonFit.Of(cut, comparison);
        if (settings.Method is EffectMethod.ComparisonSeries)
            return new NoAnswer("Comparing needs a comparison series, and none was given.");
        return ChooseMethod.For(cut).Refused(out var because, out var method)
            ? new NoAnswer(because)
            : method switch
            {
                EffectMethod.StepOnly => EffectFits.StepOnly(cut.WithRecentBefore(ChooseMethod.RecentPoints)),
                EffectMethod.QuasiPoissonStepOnly => EffectFits.Counts(
                    cut.WithRecentBefore(ChooseMethod.RecentPoints),
                    method
                ),
                EffectMethod.QuasiPoisson => EffectFits.Counts(cut, method),
                EffectMethod.SegmentedNeweyWest or EffectMethod.SegmentedAutoregressive => EffectFits.Segmented(cut),
                _ => throw new ArgumentOutOfRangeException(nameof(settings), method, "There is no such method."),
            };
    }
}

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
/// One model serves every length from 8 points a side on (<see cref="EffectMethod.MeanEffect"/>): trend, the mean effect over the
/// time after, and a growth or fading of it, with noise whose likeness of neighbours is averaged over and never guessed. It takes
/// no test first, and no length changes what is asked. It looks at all of the past.
/// </para>
/// <para>
/// The methods that are published (segmented regression with Newey-West or AR(1) errors, quasi-Poisson regression) stay beside it
/// as <see cref="SecondOpinion"/>. They estimate the step at the change, so they say less of an effect that grows, and in short
/// series they are too sure of themselves.
/// </para>
/// </remarks>
public sealed record InterruptedSeries
{
    internal InterruptedSeries() { }

    /// <summary>How it was estimated.</summary>
    public required EffectMethod Method { get; init; }

    /// <summary>Whether the effect is a difference (neutral 0) or a ratio of rates (neutral 1).</summary>
    public EffectScale Scale { get; init; }

    /// <summary>Whether the time of year or the days of the week were taken into account.</summary>
    public bool HasSeasons => Waves.Columns > 0;

    internal SeasonalWaves Waves { get; init; }

    /// <summary>
    /// The effect, in the metric's unit, or a ratio of rates: the mean over the time after; for the published methods the step at
    /// the change; with a comparison series the mean distance to what was expected.
    /// </summary>
    public required Estimate Step { get; init; }

    /// <summary>How sure its intervals are to hold the truth: 0.95, and more for a later look (<see cref="InterruptionSettings.Look"/>).</summary>
    public double Confidence { get; init; } = 0.95;

    internal double Degrees { get; init; } = double.PositiveInfinity;

    /// <summary>The effect at the last point, where it may have grown or faded; null where the method knows only one effect.</summary>
    public Estimate? AtEnd { get; init; }

    /// <summary>Whether the effect grew or faded over the time after, by the interval of <see cref="SlopeChange"/>.</summary>
    public EffectCourse Course { get; init; }

    /// <summary>
    /// The breakdown trend, per period, a ratio for counts: the effect would no longer hold if the metric had been moving by so much
    /// a period anyway, beyond the trend that is drawn on (Rambachan and Roth 2023). The end of the interval nearer to no effect,
    /// over the distance between the middles of the two sides; null where the interval holds no effect.
    /// </summary>
    public double? BreakdownTrend { get; init; }

    /// <summary>
    /// How much the slope changed, per period: how fast the effect grows (for the mean effect of counts a ratio); null where the
    /// model has no change of slope.
    /// </summary>
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

    /// <summary>
    /// The smallest effect that these points would show four times in five: half the interval, and what four times in five need
    /// beyond it, by the distribution of the interval (with known noise 2.80 standard errors, see E4). A ratio for counts.
    /// </summary>
    public double MinimumDetectable
    {
        get
        {
            var half = Scale is EffectScale.Ratio ? Math.Log(Step.High / Step.Low) / 2 : (Step.High - Step.Low) / 2;
            var beyond = Estimate.Quantile(Degrees, 0.6) / Estimate.Quantile(Degrees, Confidence);
            return Scale is EffectScale.Ratio ? Math.Exp(half * (1 + beyond)) : half * (1 + beyond);
        }
    }

    /// <summary>
    /// What the published method for so many points says of the same change, worked out when it is first asked for; null below 12
    /// points a side, where its model is too rich, and where it is itself the method.
    /// </summary>
    public InterruptedSeries? SecondOpinion => Published?.Value;

    internal Lazy<InterruptedSeries?>? Published { get; init; }

    /// <summary>How many points came before.</summary>
    public required int PointsBefore { get; init; }

    /// <summary>How many points came after; those within the lag do not count.</summary>
    public required int PointsAfter { get; init; }

    /// <summary>The first and the last date that were used.</summary>
    public required Window Window { get; init; }

    /// <summary>The fingerprint of the points that were used (<see cref="Series.Fingerprint"/>).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>For each point after the change, what it would have been without.</summary>
    public IReadOnlyList<CounterfactualPoint> Counterfactual
    {
        get => Drawn?.Value ?? field;
        init;
    } = [];

    /// <summary>The line of the mean effect, drawn when it is first looked at: it takes longer than the verdict.</summary>
    internal Lazy<CounterfactualPoint[]>? Drawn { get; init; }

    /// <summary>The method in words: "trend, step and change of slope; Newey-West errors, lag 3".</summary>
    public string MethodInWords =>
        Method switch
        {
            EffectMethod.StepOnly => "difference of the means before and after",
            EffectMethod.SegmentedNeweyWest => "trend, step and change of slope; Newey-West errors, lag 3",
            EffectMethod.SegmentedAutoregressive => "trend, step and change of slope; AR(1) errors",
            EffectMethod.QuasiPoisson => "counts: trend and step; quasi-Poisson",
            EffectMethod.QuasiPoissonStepOnly => "counts: step; quasi-Poisson",
            EffectMethod.MeanEffect =>
                "mean effect over the time after, with trend and growth; averaged over how alike neighbours may be",
            _ => "local level with a comparison series",
        } + (HasSeasons || Method is EffectMethod.MeanEffect ? "; " + Waves.InWords : "");

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
        if (settings.Counts && MeanEffectFit.BelowZero(cut.Used) is { } fault)
            return new NoAnswer(fault);
        if (settings.Comparison is { } comparison)
            return ComparisonFit.Of(cut, comparison);
        if (settings.Method is EffectMethod.ComparisonSeries)
            return new NoAnswer("Comparing needs a comparison series, and none was given.");
        return ChooseMethod.For(cut).Refused(out var because, out var method)
            ? new NoAnswer(because)
            : method switch
            {
                EffectMethod.MeanEffect => MeanEffectFit.Of(cut),
                EffectMethod.StepOnly => EffectFits.StepOnly(cut),
                EffectMethod.QuasiPoisson or EffectMethod.QuasiPoissonStepOnly => EffectFits.Counts(cut, method),
                EffectMethod.SegmentedNeweyWest or EffectMethod.SegmentedAutoregressive => EffectFits.Segmented(cut),
                _ => throw new ArgumentOutOfRangeException(nameof(settings), method, "There is no such method."),
            };
    }
}

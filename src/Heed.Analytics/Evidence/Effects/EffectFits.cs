using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// The published methods: a second opinion beside the mean effect, as their papers and R print it, or asked for by name.
/// </summary>
static class EffectFits
{
    // A standard error of 10 on the scale of logarithms spans rates from nothing to all the world's.
    const double LargestLogError = 10;

    public static readonly NoAnswer Flat = new(
        "The points do not vary at all beside the change and the trend, so there is no noise to compare an effect with."
    );

    static readonly NoAnswer Inseparable = new(
        "The points cannot tell the trend, the step and the time of year apart: leave the time of year out, or measure longer."
    );

    /// <summary>The opinion of the published method for so many points; null where there is none.</summary>
    public static InterruptedSeries? Published(Interruption cut)
    {
        var answer = ChooseMethod.Second(cut) switch
        {
            null => (Answer<InterruptedSeries>?)null,
            EffectMethod.QuasiPoisson => Counts(cut, EffectMethod.QuasiPoisson),
            _ => Segmented(cut),
        };
        return answer is { IsGiven: true } given ? given.Value : null;
    }

    public static Answer<InterruptedSeries> StepOnly(Interruption cut)
    {
        var (before, after) = (Mean(cut.Before), Mean(cut.After));
        var (sigma, degrees, likeness) = cut.Settings.Sigma is { } known
            ? (known, double.PositiveInfinity, 0)
            : Noise(cut);
        if (degrees < 1)
            return new NoAnswer("Too few points are in neighbouring periods, so the noise between them is not known.");
        if (!(sigma > Rounding(cut.Used.Values)))
            return Flat;
        var plain = sigma * Math.Sqrt(1.0 / cut.Before.Count + 1.0 / cut.After.Count);
        var error = plain * Math.Sqrt(1 + likeness) / (1 - likeness);
        var confidence = cut.Settings.Confidence;
        var level = Estimate.Around(
            before,
            error * Math.Sqrt(cut.After.Count / (double)cut.Count),
            degrees,
            confidence
        );
        var step = Estimate.Around(after - before, error, degrees, confidence);
        return Result(cut, EffectMethod.StepOnly, step, degrees) with
        {
            OrdinaryError = plain,
            Autocorrelation = likeness,
            Counterfactual =
            [
                .. cut.After.Points.Select(point => new CounterfactualPoint(
                    point.Date,
                    point.Value,
                    before,
                    after,
                    level.Low,
                    level.High
                )),
            ],
        };
    }

    public static Answer<InterruptedSeries> Segmented(Interruption cut)
    {
        var design = new SegmentedDesign(cut, trend: true, slopeChange: true);
        if (LeastSquares.Fit(design.Rows, cut.Used.Values) is not { } ordinary)
            return Inseparable;
        if (!(Math.Sqrt(ordinary.Variance) > Rounding(cut.Used.Values)))
            return Flat;
        var errors = new AutoregressiveErrors(design, ordinary);
        var neighbours = Autocorrelation.OfNeighbours(ordinary.Residuals, cut.Used);
        var autoregressive =
            cut.Settings.Method is EffectMethod.SegmentedAutoregressive
            || cut.Settings.Method is not EffectMethod.SegmentedNeweyWest
                && Math.Abs(neighbours) > 1.96 / Math.Sqrt(cut.Count);
        var fit = ordinary;
        var method = EffectMethod.SegmentedNeweyWest;
        Func<int, double> error;
        Func<double[], double> lineError;
        if (autoregressive)
        {
            if (errors.MostLikely() is not var (correlation, filtered))
                return Inseparable;
            (fit, neighbours, method) = (filtered, correlation, EffectMethod.SegmentedAutoregressive);
            error = filtered.Error;
            lineError = filtered.ErrorOfLine;
        }
        else
        {
            var robust = SegmentedFit.NeweyWest(ordinary, design);
            error = column => Math.Sqrt(robust[column, column]);
            lineError = row => Math.Sqrt(LeastSquares.Spread(robust, row));
        }
        // In short series the robust error is more often too small than too large: the interval is never narrower than by
        // the plain error, nor than over all the likenesses that neighbours may have.
        var averaged = errors.AveragedVariances();
        Estimate At(int column) =>
            Estimate.Around(
                fit.Coefficients[column],
                Math.Max(error(column), Math.Max(ordinary.Error(column), Math.Sqrt(averaged[column]))),
                ordinary.DegreesOfFreedom,
                cut.Settings.Confidence
            );
        return Result(cut, method, At(design.Step), ordinary.DegreesOfFreedom) with
        {
            Trend = At(design.Trend),
            SlopeChange = At(design.SlopeChange),
            SlopeChangeTest = Plainly(ordinary, design.SlopeChange),
            OrdinaryError = ordinary.Error(design.Step),
            RobustError = error(design.Step),
            DurbinWatson = SegmentedFit.DurbinWatson(ordinary.Residuals, cut.Used),
            Autocorrelation = neighbours,
            // As with the step: never narrower than by the plain error.
            Counterfactual = Lines(
                design,
                fit.Coefficients,
                row => Math.Max(lineError(row), ordinary.ErrorOfLine(row)),
                Estimate.Quantile(ordinary.DegreesOfFreedom, cut.Settings.Confidence)
            ),
        };
    }

    /// <summary>The test of one coefficient as the textbooks print it: by the plain error, F on 1 and n − k degrees of freedom.</summary>
    static (double F, double PValue) Plainly(LeastSquares fit, int column)
    {
        var t = fit.Coefficients[column] / fit.Error(column);
        return (t * t, 2 * StudentT.CDF(0, 1, fit.DegreesOfFreedom, -Math.Abs(t)));
    }

    public static Answer<InterruptedSeries> Counts(Interruption cut, EffectMethod method)
    {
        if (cut.Before.Points.All(point => point.Value == 0) || cut.After.Points.All(point => point.Value == 0))
            return new NoAnswer(
                "A ratio of rates needs at least one event on each side of the change; a side without any is told by its own rate."
            );
        var trend = method is EffectMethod.QuasiPoisson;
        var design = new SegmentedDesign(cut, trend, slopeChange: false);
        if (CountFit.Of(design) is not { } fit)
            return Inseparable;
        if (fit.Dispersion < 1e-12)
            return Flat;
        if (fit.Error(design.Step) > LargestLogError)
            return new NoAnswer(
                "There are too few events to tell one rate from the other: count longer, or count more."
            );
        var larger = trend ? CountFit.Of(new SegmentedDesign(cut, trend, slopeChange: true)) : null;
        // Normal at every length, as R prints it. A short series deserves better, and gets it from the mean effect.
        const double degrees = double.PositiveInfinity;
        var confidence = cut.Settings.Confidence;
        Estimate At(int column) =>
            Estimate.Around(fit.Last.Coefficients[column], fit.Error(column), degrees, confidence).AsRatio();
        return Result(cut, method, At(design.Step), degrees) with
        {
            Scale = EffectScale.Ratio,
            Trend = trend ? At(design.Trend) : null,
            SlopeChangeTest = larger is null ? null : CountFit.Compare(fit, larger),
            OrdinaryError = fit.PoissonError(design.Step),
            Dispersion = fit.Dispersion,
            Counterfactual = Lines(
                design,
                fit.Last.Coefficients,
                fit.ErrorOfLine,
                Estimate.Quantile(degrees, confidence),
                counts: true
            ),
        };
    }

    public static InterruptedSeries Result(Interruption cut, EffectMethod method, Estimate step, double degrees)
    {
        var used = cut.Used;
        return new InterruptedSeries
        {
            Method = method,
            Step = step,
            RobustError = step.StandardError,
            Degrees = degrees,
            Confidence = cut.Settings.Confidence,
            Waves = method is EffectMethod.StepOnly ? default : cut.Waves,
            PointsBefore = cut.Before.Count,
            PointsAfter = cut.After.Count,
            Window = new(used[0].Date, used[^1].Date),
            Fingerprint = used.Fingerprint(),
        };
    }

    static CounterfactualPoint[] Lines(
        SegmentedDesign design,
        double[] coefficients,
        Func<double[], double> error,
        double reach,
        bool counts = false
    )
    {
        var used = design.Used;
        return
        [
            .. Enumerable
                .Range(0, used.Count)
                .Where(design.IsAfter)
                .Select(i =>
                {
                    var row = design.Unchanged(i);
                    var (without, margin) = (LeastSquares.Dot(row, coefficients), reach * error(row));
                    return new CounterfactualPoint(
                        used[i].Date,
                        used[i].Value,
                        Level(i, without),
                        Level(i, LeastSquares.Dot(design.Rows[i], coefficients)),
                        Level(i, without - margin),
                        Level(i, without + margin)
                    );
                }),
        ];

        // Counts are fitted as logarithms of rates.
        double Level(int i, double fitted) => counts ? Math.Exp(fitted) * (used[i].Population ?? 1) : fitted;
    }

    /// <summary>
    /// The noise from the moving ranges of both sides, never across the change; the degrees of freedom that so many moving
    /// ranges are worth (0.605 each: their relative variance is 0.8264/n, Cryer and Ryan 1990); and how alike neighbours are.
    /// Never less than the deviations from the two means give: one blip beside the change counts in one range and not in two.
    /// </summary>
    static (double Sigma, double Degrees, double Likeness) Noise(Interruption cut)
    {
        var (sum, count, products, squares) = (0.0, 0, 0.0, 0.0);
        foreach (var side in (ReadOnlySpan<Series>)[cut.Before, cut.After])
        {
            var mean = Mean(side);
            for (var i = 0; i < side.Count; i++)
            {
                squares += (side[i].Value - mean) * (side[i].Value - mean);
                if (!side.FollowsOn(i))
                    continue;
                sum += Math.Abs(side[i].Value - side[i - 1].Value);
                products += (side[i].Value - mean) * (side[i - 1].Value - mean);
                count++;
            }
        }
        if (count == 0)
            return (0, 0, 0);
        // Two means were fitted, each to about half the points.
        var likeness = Autocorrelation.Likeness(squares > 0 ? products / squares : 0, cut.Count / 2.0);
        var deviation = Math.Sqrt(squares / (cut.Count - 2));
        return (Math.Max(sum / count / NoiseBand.ExpectedRange, deviation), 0.605 * count, likeness);
    }

    static double Mean(Series side) => NoiseBand.Of(side).Centre!.Value;

    /// <summary>What is no noise but the last digits of numbers of this size.</summary>
    static double Rounding(ReadOnlySpan<double> values) =>
        1e-14 * Math.Sqrt(LeastSquares.Dot(values, values) / values.Length);
}

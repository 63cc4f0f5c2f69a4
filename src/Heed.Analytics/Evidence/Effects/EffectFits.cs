using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>The fits behind <see cref="InterruptedSeries.Fit"/>, one for each method.</summary>
static class EffectFits
{
    // A standard error of 10 on the scale of logarithms spans rates from nothing to all the world's.
    const double LargestLogError = 10;

    static readonly NoAnswer Flat = new(
        "The points on each side of the change do not vary at all, so there is no noise to compare a step with."
    );

    static readonly NoAnswer Inseparable = new(
        "The points cannot tell the trend, the step and the time of year apart: leave the time of year out, or measure longer."
    );

    public static Answer<InterruptedSeries> StepOnly(Interruption cut)
    {
        var (before, after) = (Mean(cut.Before), Mean(cut.After));
        var (sigma, degrees, likeness) = cut.Settings.Sigma is { } known
            ? (known, double.PositiveInfinity, 0)
            : Noise(cut);
        if (degrees < 1)
            return new NoAnswer("Too few points are in neighbouring periods, so the noise between them is not known.");
        if (sigma == 0)
            return Flat;
        var plain = sigma * Math.Sqrt(1.0 / cut.Before.Count + 1.0 / cut.After.Count);
        var error = plain * Math.Sqrt(1 + likeness) / (1 - likeness);
        var level = Estimate.Around(before, error * Math.Sqrt(cut.After.Count / (double)cut.Count), degrees);
        return Result(cut, EffectMethod.StepOnly, Estimate.Around(after - before, error, degrees)) with
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
        if (ordinary.Variance <= 1e-22 * MeanSquare(cut.Used.Values))
            return Flat;
        var errors = new AutoregressiveErrors(design, ordinary);
        var neighbours = Autocorrelation.OfNeighbours(ordinary.Residuals);
        var autoregressive =
            cut.Settings.Method is EffectMethod.SegmentedAutoregressive
            || cut.Settings.Method is null && Math.Abs(neighbours) > 1.96 / Math.Sqrt(cut.Count);
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
                ordinary.DegreesOfFreedom
            );
        return Result(cut, method, At(design.Step)) with
        {
            Trend = At(design.Trend),
            SlopeChange = At(design.SlopeChange),
            SlopeChangeTest = Plainly(ordinary, design.SlopeChange),
            OrdinaryError = ordinary.Error(design.Step),
            RobustError = error(design.Step),
            DurbinWatson = SegmentedFit.DurbinWatson(ordinary.Residuals),
            Autocorrelation = neighbours,
            // As with the step: never narrower than by the plain error.
            Counterfactual = Lines(
                design,
                fit.Coefficients,
                row => Math.Max(lineError(row), ordinary.ErrorOfLine(row)),
                ordinary.DegreesOfFreedom
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
        // R's intervals for these models are normal; a short series cannot afford that.
        var degrees = fit.Last.DegreesOfFreedom < 30 ? fit.Last.DegreesOfFreedom : double.PositiveInfinity;
        Estimate At(int column) => Estimate.Around(fit.Last.Coefficients[column], fit.Error(column), degrees).AsRatio();
        return Result(cut, method, At(design.Step)) with
        {
            Scale = EffectScale.Ratio,
            Trend = trend ? At(design.Trend) : null,
            SlopeChangeTest = larger is null ? null : CountFit.Compare(fit, larger),
            OrdinaryError = fit.Error(design.Step) / Math.Sqrt(fit.Dispersion),
            Dispersion = fit.Dispersion,
            Counterfactual = Lines(design, fit.Last.Coefficients, fit.ErrorOfLine, degrees, counts: true),
        };
    }

    static InterruptedSeries Result(Interruption cut, EffectMethod method, Estimate step)
    {
        var used = cut.Used;
        return new InterruptedSeries
        {
            Method = method,
            Step = step,
            RobustError = step.StandardError,
            HasSeasons = method is not EffectMethod.StepOnly && cut.HasSeasons,
            PointsBefore = cut.Before.Count,
            PointsAfter = cut.After.Count,
            Window = new(used[0].Date, used[^1].Date),
            Fingerprint = used.Fingerprint(),
            Counterfactual = [],
        };
    }

    static CounterfactualPoint[] Lines(
        SegmentedDesign design,
        double[] coefficients,
        Func<double[], double> error,
        double degrees,
        bool counts = false
    )
    {
        var used = design.Used;
        // One quantile for all points: finding it takes longer than a whole line.
        var reach = Estimate.Quantile(degrees);
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
        return (sum / count / NoiseBand.ExpectedRange, 0.605 * count, likeness);
    }

    static double Mean(Series side) => NoiseBand.Of(side).Centre!.Value;

    static double MeanSquare(ReadOnlySpan<double> values) => LeastSquares.Dot(values, values) / values.Length;
}

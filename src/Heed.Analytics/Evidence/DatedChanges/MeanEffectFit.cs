namespace Heed.Analytics.Evidence;

/// <summary>The fit behind a verdict: the mean effect over the time after, by <see cref="ChangePosterior"/>.</summary>
static class MeanEffectFit
{
    // The interval of the effect is smooth in time, so a long line is drawn in so many stretches.
    const int Stretches = 24;

    // With fewer, a single blip beside the change looks like a level that jumps.
    const int FewestMoves = 5;

    public static Answer<InterruptedSeries> Of(Interruption cut)
    {
        var used = cut.Used;
        var moves = Moves(used, cut.Before.Count);
        if (moves is > 0 and < FewestMoves)
            return new NoAnswer(
                $"The points hardly move: {(moves == 1 ? "one of them differs" : $"{moves} of them differ")} from the one before, and noise can be told from {FewestMoves} on."
            );
        var counts = cut.Settings.Counts;
        var values = counts ? Array.ConvertAll([.. used.Points], Logarithm) : [.. used.Values];
        var (design, whitened) = DesignCache.Of(used.Periods, cut.Before.Count, used.Cadence, cut.Waves);
        if (ChangePosterior.Of(design, whitened, values) is not { } posterior)
            return EffectFits.Flat;

        var confidence = cut.Settings.Confidence;
        var effect = posterior.Effect().ToEstimate(confidence);
        var growth = posterior.Growth().ToEstimate(confidence);
        var atEnd = posterior.Effect(design.Elapsed(used.Count - 1)).ToEstimate(confidence);
        Estimate Told(Estimate estimate) => counts ? estimate.AsRatio() : estimate;
        var breakdown = Nearest(effect) / design.Distance;
        return EffectFits.Result(cut, EffectMethod.MeanEffect, Told(effect), posterior.Degrees) with
        {
            Scale = counts ? EffectScale.Ratio : EffectScale.Difference,
            Trend = Told(posterior.Trend().ToEstimate(confidence)),
            SlopeChange = Told(growth),
            AtEnd = Told(atEnd),
            Course = CourseOf(effect, growth),
            BreakdownTrend =
                breakdown == 0 ? null
                : counts ? Math.Exp(breakdown)
                : breakdown,
            OrdinaryError = posterior.ErrorOfIndependent(),
            Autocorrelation = posterior.Likeness,
            Drawn = new(() => Lines(used, design, posterior, confidence, counts)),
            Published = new(() => EffectFits.Published(cut)),
        };
    }

    /// <summary>A rate as the model takes it: half an event more, so that none at all has a logarithm too.</summary>
    static double Logarithm(Point point) => Math.Log((point.Value + 0.5) / (point.Population ?? 1));

    /// <summary>Counts as the model takes them, for a look before the change; or a sentence where one is below zero.</summary>
    public static Answer<Series> Logarithms(Series counts) =>
        BelowZero(counts) is { } fault
            ? new NoAnswer(fault)
            : Series.Of(counts.Points.Select(point => new Point(point.Date, Logarithm(point))), counts.Cadence);

    public static string? BelowZero(Series counts) =>
        counts.Points.FirstOrDefault(point => point.Value < 0) is { Value: < 0 } negative
            ? $"A count cannot be below zero, and {Wording.Day(negative.Date)} has {Wording.Number(negative.Value)}."
            : null;

    /// <summary>How many points differ from the one before them on the same side of the change.</summary>
    static int Moves(Series used, int before)
    {
        var moves = 0;
        for (var i = 1; i < used.Count; i++)
            if (i != before && used[i].Value != used[i - 1].Value)
                moves++;
        return moves;
    }

    /// <summary>The end of the interval that is nearer to no effect; 0 where the interval holds it.</summary>
    static double Nearest(Estimate effect) =>
        effect.Low > 0 ? effect.Low
        : effect.High < 0 ? effect.High
        : 0;

    static EffectCourse CourseOf(Estimate effect, Estimate growth) =>
        growth.Low <= 0 && growth.High >= 0 ? EffectCourse.Steady
        : growth.Low > 0 == effect.Value > 0 ? EffectCourse.Growing
        : EffectCourse.Fading;

    /// <summary>
    /// What was to be expected: what the model says with the change, less the effect at that point. So the band is the interval of
    /// the effect, and in the middle of the time after it is the very interval that judged.
    /// </summary>
    static CounterfactualPoint[] Lines(
        Series used,
        ChangeDesign design,
        ChangePosterior posterior,
        double confidence,
        bool counts
    )
    {
        var fitted = posterior.Fitted();
        var (first, last) = (design.Elapsed(design.Before), design.Elapsed(design.Count - 1));
        var stretches = Math.Min(Stretches, design.After - 1);
        var knots = new Estimate[stretches + 1];
        for (var knot = 0; knot <= stretches; knot++)
            knots[knot] = posterior.Effect(first + (last - first) * knot / stretches).ToEstimate(confidence);
        var points = new CounterfactualPoint[design.After];
        for (var i = 0; i < points.Length; i++)
        {
            var at = design.Before + i;
            var place = (design.Elapsed(at) - first) / (last - first) * stretches;
            var knot = Math.Min((int)place, stretches - 1);
            double Between(Func<Estimate, double> end) =>
                end(knots[knot]) + (place - knot) * (end(knots[knot + 1]) - end(knots[knot]));
            double Level(double line) => counts ? Math.Max(0, Math.Exp(line) * (used[at].Population ?? 1) - 0.5) : line;
            points[i] = new(
                used[at].Date,
                used[at].Value,
                Level(fitted[at] - Between(effect => effect.Value)),
                Level(fitted[at]),
                Level(fitted[at] - Between(effect => effect.High)),
                Level(fitted[at] - Between(effect => effect.Low))
            );
        }
        return points;
    }
}

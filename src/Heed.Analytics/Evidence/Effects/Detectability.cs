namespace Heed.Analytics.Evidence;

/// <summary>
/// Whether a planned change could be seen at all, from what was measured before it: E4 by the model that the verdict will use, with
/// the noise and the likeness of neighbours taken from the series itself. Ask before a trial starts.
/// </summary>
/// <remarks>
/// <see cref="MinimumDetectableEffect"/> is the textbook's answer for known noise and two plain means. A verdict has to estimate the
/// noise and to allow for a trend, which costs sight. It is one model at every length, so watching longer never shows less.
/// </remarks>
/// <param name="Smallest">The smallest effect, as a mean over the time after, that would show four times in five, in the metric's unit.</param>
/// <param name="CanBeSeen">
/// Whether the prediction is at least that, with the 8 points on each side that a verdict needs; null without a prediction.
/// </param>
/// <param name="PeriodsNeeded">The fewest periods after the change that would show the prediction; null when none would, or without one.</param>
/// <param name="PointsBefore">How many points before the change it rests on: all of them.</param>
/// <param name="Sigma">The noise as a standard deviation.</param>
/// <param name="Autocorrelation">How alike neighbouring points are, 0..1; likeness makes an effect harder to see.</param>
/// <param name="Method">How the verdict will estimate the effect.</param>
/// <param name="Sentence">The finding in words.</param>
public sealed record Detectability(
    double Smallest,
    bool? CanBeSeen,
    int? PeriodsNeeded,
    int PointsBefore,
    double Sigma,
    double Autocorrelation,
    EffectMethod Method,
    string Sentence
)
{
    /// <summary>Asks what could be seen.</summary>
    /// <param name="series">The measurements; only those before the change are used.</param>
    /// <param name="change">The day from which the change is to be there.</param>
    /// <param name="periodsAfter">How many periods are to be measured after the change and its lag; at least 1.</param>
    /// <param name="predicted">The predicted effect in the metric's unit, of either sign; null when there is none yet.</param>
    /// <returns>The finding; or a sentence when the points before have no noise band to compare with.</returns>
    public static Answer<Detectability> Of(
        Series series,
        DateOnly change,
        int periodsAfter,
        double? predicted = null
    ) => Of(series, change, periodsAfter, predicted, EffectScale.Difference);

    /// <summary>
    /// Asks the same of counts, by the model that judges them: <see cref="Smallest"/> and the prediction are ratios of rates, the
    /// smallest one on the side of the prediction (of a fall without one).
    /// </summary>
    /// <param name="series">The counts, with their populations where there are some; only those before the change are used.</param>
    /// <param name="change">The day from which the change is to be there.</param>
    /// <param name="periodsAfter">How many periods are to be measured after the change and its lag; at least 1.</param>
    /// <param name="predicted">The predicted ratio of rates: 0.9 for a tenth fewer; null when there is none yet.</param>
    /// <returns>The finding; or a sentence when the points before have no noise band to compare with.</returns>
    public static Answer<Detectability> OfCounts(
        Series series,
        DateOnly change,
        int periodsAfter,
        double? predicted = null
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        if (predicted is <= 0)
            return new NoAnswer("A predicted ratio of rates must be a number above zero: 0.9 for a tenth fewer.");
        return MeanEffectFit.Logarithms(series).Refused(out var because, out var logs)
            ? new NoAnswer(because)
            : Of(logs, change, periodsAfter, predicted is { } ratio ? Math.Log(ratio) : null, EffectScale.Ratio);
    }

    static Answer<Detectability> Of(
        Series series,
        DateOnly change,
        int periodsAfter,
        double? predicted,
        EffectScale scale
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsAfter, 1);
        if (predicted is 0 or double.NaN or double.PositiveInfinity or double.NegativeInfinity)
            return new NoAnswer("A prediction must be a number other than zero: no change cannot be seen to happen.");
        var before = series.Before(change);
        var band = NoiseBand.Of(before);
        if (!band.HasLimits)
            return new NoAnswer($"What could be seen is not known. {band.InWords}");
        var plan = new PlannedEffect(before);
        if (plan.Past is not { } past)
            return new NoAnswer(
                "What could be seen is not known: the points before the change do not vary beside a trend."
            );

        var least = plan.Smallest(periodsAfter);
        double Told(double size) => scale is EffectScale.Difference ? size : Math.Exp(predicted > 0 ? size : -size);
        string Shown(double size) =>
            scale is EffectScale.Difference ? Wording.Number(size) : Wording.Size(Told(size), scale);
        var smallest = Told(least);
        var name = series.Cadence.Name(periodsAfter);
        var enough = before.Count >= ChooseMethod.Fewest && periodsAfter >= ChooseMethod.Fewest;
        var shows =
            (
                enough
                    ? ""
                    : $"A verdict needs {ChooseMethod.Fewest} points before and {ChooseMethod.Fewest} {series.Cadence.Name(ChooseMethod.Fewest)} after. "
            )
            + $"With {before.Count} points before and {periodsAfter} {name} after, an effect of {Shown(least)} shows four times in five."
            + (
                plan.SeasonFrom(periodsAfter) is var (points, shorter)
                    ? $" From {points} points on the verdict allows for the time of year too, which costs sight: just before, {Shown(shorter)} would show."
                    : ""
            );
        Detectability Say(bool? seen, int? needed, string sentence) =>
            new(smallest, seen, needed, before.Count, past.Sigma, past.Likeness, EffectMethod.MeanEffect, sentence);
        if (predicted is not { } effect)
            return Say(null, null, shows);
        var size = Wording.Size(scale is EffectScale.Ratio ? Math.Exp(effect) : effect, scale);
        var seen = enough && Math.Abs(effect) >= least;
        var needed =
            before.Count < ChooseMethod.Fewest
                ? null
                : plan.Needed(Math.Abs(effect), seen ? ChooseMethod.Fewest : periodsAfter);
        return Say(
            seen,
            needed,
            seen ? $"{shows} The predicted {size} could be seen."
                : needed is not { } fewest
                    ? $"{shows} {size} cannot be seen with these points before, however long it is watched: make a bigger change, or measure longer before."
                : $"{shows} For {size} you would need {fewest} {series.Cadence.Name(fewest)}, or a bigger change."
        );
    }
}

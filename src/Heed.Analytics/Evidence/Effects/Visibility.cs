namespace Heed.Analytics.Evidence;

/// <summary>
/// Whether a planned change could be seen at all, from what was measured before it: E4 with the noise and the likeness of
/// neighbours taken from the series itself. Ask before a trial starts.
/// </summary>
/// <param name="Smallest">The smallest step that would show four times in five, in the metric's unit.</param>
/// <param name="CanBeSeen">Whether the prediction is at least that; null without a prediction.</param>
/// <param name="PeriodsNeeded">How many periods after the change would show the prediction; null when none would, or without one.</param>
/// <param name="PointsBefore">How many points before the change it rests on: the last 24 at most, as a verdict on a short series does.</param>
/// <param name="Sigma">The noise as a standard deviation.</param>
/// <param name="Autocorrelation">How alike neighbouring points are, 0..1; likeness makes an effect harder to see.</param>
/// <param name="Sentence">The finding in words.</param>
public sealed record Visibility(
    double Smallest,
    bool? CanBeSeen,
    int? PeriodsNeeded,
    int PointsBefore,
    double Sigma,
    double Autocorrelation,
    string Sentence
)
{
    /// <summary>Asks what could be seen.</summary>
    /// <param name="series">The measurements; only those before the change are used.</param>
    /// <param name="change">The day from which the change is to be there.</param>
    /// <param name="periodsAfter">How many periods are to be measured after the change and its lag; at least 1.</param>
    /// <param name="predicted">The predicted step in the metric's unit, of either sign; null when there is none yet.</param>
    /// <returns>The finding; or a sentence when the points before have no noise band to compare with.</returns>
    public static Answer<Visibility> Of(Series series, DateOnly change, int periodsAfter, double? predicted = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsAfter, 1);
        var before = series.Before(change);
        if (before.Count > ChooseMethod.RecentPoints)
            before = before.From(before[^ChooseMethod.RecentPoints].Date);
        var band = NoiseBand.Of(before);
        if (!band.HasLimits)
            return new NoAnswer($"What could be seen is not known. {band.InWords}");

        var sigma = band.Sigma!.Value;
        var likeness = Evidence.Autocorrelation.Likeness(
            Evidence.Autocorrelation.OfNeighbours(before.Values),
            before.Count
        );
        var smallest = MinimumDetectableEffect.Of(sigma, before.Count, periodsAfter, likeness);
        var name = series.Cadence.Name(periodsAfter);
        var shows =
            $"With {before.Count} points before and {periodsAfter} {name} after, a step of {Said.Number(smallest)} shows four times in five.";
        if (predicted is not { } step)
            return new Visibility(smallest, null, null, before.Count, sigma, likeness, shows);
        if (
            MinimumDetectableEffect
                .PeriodsNeeded(sigma, before.Count, step, likeness)
                .Refused(out var because, out var needed)
        )
            return new Visibility(smallest, false, null, before.Count, sigma, likeness, $"{shows} {because}");
        var seen = periodsAfter >= needed;
        return new Visibility(
            smallest,
            seen,
            needed,
            before.Count,
            sigma,
            likeness,
            seen
                ? $"{shows} The predicted {Said.Size(step, EffectScale.Difference)} could be seen."
                : $"{shows} For {Said.Size(step, EffectScale.Difference)} you would need {needed} {series.Cadence.Name(needed)}, or a bigger change."
        );
    }
}

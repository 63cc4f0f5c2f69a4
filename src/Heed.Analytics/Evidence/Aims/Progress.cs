namespace Heed.Analytics.Evidence;

/// <summary>How far a key result has come from its baseline to its target.</summary>
/// <remarks>
/// One signed formula, p = (current − baseline)/(target − baseline), serves rising and falling targets, because both signs
/// flip. It is not clamped: 1.25 is shown as 125 %, and below 0 is "worse than start". An unknown baseline or an unknown
/// current value gives no progress; unknown is not zero.
/// </remarks>
public sealed record Progress
{
    Progress(double? share, bool? withinNoise, string sentence) =>
        (Share, IsWithinNoise, Sentence) = (share, withinNoise, sentence);

    /// <summary>The share of the way: 0 at the baseline, 1 at the target, unclamped; null when it cannot be known.</summary>
    public double? Share { get; }

    /// <summary>
    /// Whether the newest point belongs to no signal of the noise band, neither outside nor part of a run, so that the move is
    /// not yet distinguishable from noise, whatever the share; null when there is no band to ask.
    /// </summary>
    public bool? IsWithinNoise { get; }

    /// <summary>The share as it enters an average: clamped to 0..1; null when it cannot be known.</summary>
    public double? ShareForAverage => Share is { } share ? Math.Clamp(share, 0, 1) : null;

    /// <summary>The progress in words.</summary>
    public string Sentence { get; }

    /// <summary>Computes progress.</summary>
    /// <param name="baseline">Where it began, in the metric's unit; null while it is being measured.</param>
    /// <param name="target">Where it is to go; differs from the baseline.</param>
    /// <param name="current">Where it is today; null when it was not measured.</param>
    /// <param name="look">The metric with its noise band and its signals, of which this is the newest point; null when there is none.</param>
    /// <returns>The progress; or a sentence when the target equals the baseline or a number is not finite.</returns>
    public static Answer<Progress> Of(double? baseline, double target, double? current, BandedSeries? look = null)
    {
        if (
            !double.IsFinite(target)
            || baseline is { } b && !double.IsFinite(b)
            || current is { } c && !double.IsFinite(c)
        )
            return new NoAnswer(
                "Baseline, target and current value must be finite numbers; leave out what is not known."
            );
        if (baseline == target)
            return new NoAnswer(
                $"Baseline and target are both {Wording.Number(target)}: nothing would change. Is this a health metric?"
            );
        if (baseline is not { } from)
            return new Progress(null, null, "The baseline is being measured.");
        if (current is not { } now)
            return new Progress(null, null, "Not measured yet.");
        var share = (now - from) / (target - from);
        if (!double.IsFinite(share))
            return new NoAnswer("Baseline and target lie so close, or so far apart, that no share can be computed.");
        // A lasting shift is seen by a run inside the limits long before one point leaves them, so every signal is asked.
        bool? noise = look is { Band.HasLimits: true } ? look.Current is null : null;
        var way = share < 0 ? "Worse than start" : $"{Wording.Number(Math.Round(share * 100, 1))} % of the way";
        return new Progress(share, noise, noise is true ? $"{way}, not yet distinguishable from noise." : $"{way}.");
    }

    /// <summary>The mean of several, each clamped to 0..1; those that are not known are left out and counted.</summary>
    /// <param name="parts">The progress of each key result, with its weight (above zero).</param>
    public static ProgressAverage Average(params IEnumerable<(Progress Progress, double Weight)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (sum, weights, measured, all) = (0.0, 0.0, 0, 0);
        foreach (var (progress, weight) in parts)
        {
            if (!(double.IsFinite(weight) && weight > 0))
                throw new ArgumentOutOfRangeException(nameof(parts), weight, "A weight must be above zero.");
            all++;
            if (progress.ShareForAverage is not { } share)
                continue;
            (sum, weights, measured) = (sum + weight * share, weights + weight, measured + 1);
        }
        return new(measured == 0 ? null : sum / weights, measured, all);
    }
}

/// <summary>A mean progress, and how many of its parts are known.</summary>
/// <param name="Share">The mean, 0..1; null when no part is known.</param>
/// <param name="Measured">How many parts are known.</param>
/// <param name="All">How many parts there are.</param>
public readonly record struct ProgressAverage(double? Share, int Measured, int All);

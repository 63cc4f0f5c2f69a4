using System.Globalization;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Could we see it? The smallest step that a comparison of so many points before and after would show four times in five:
/// 2.80·σ·√(1/before + 1/after)·√((1+φ)/(1−φ)). 2.80 = 1.96 (two-sided 5 %) + 0.84 (power 80 %).
/// </summary>
/// <remarks>
/// Ask before a trial starts. When the predicted effect is smaller than this, the trial will probably end as
/// <see cref="VerdictWord.CannotTell"/>: watch longer, or make a bigger change.
/// </remarks>
public static class MinimumDetectableEffect
{
    // Normal quantiles .975 and .80. Rounded to 2.80 the published 4.77 and 5.84 would come out as 4.76 and 5.83.
    internal const double Factor = 1.959963984540054 + 0.8416212335729143;

    /// <summary>The smallest step that would be seen, in the metric's unit.</summary>
    /// <param name="sigma">The noise as a standard deviation, for instance <see cref="NoiseBand.Sigma"/>; above zero.</param>
    /// <param name="before">How many points there are before; at least 1.</param>
    /// <param name="after">How many points there will be after; at least 1.</param>
    /// <param name="autocorrelation">φ, the correlation of neighbouring points, inside -1..1; 0 for none.</param>
    public static double Of(double sigma, int before, int after, double autocorrelation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(before, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(after, 1);
        return Factor * Spread(sigma, autocorrelation) * Math.Sqrt(1.0 / before + 1.0 / after);
    }

    /// <summary>How many periods after the change are needed to see a predicted effect.</summary>
    /// <param name="sigma">The noise as a standard deviation; above zero.</param>
    /// <param name="before">How many points there are before; at least 1.</param>
    /// <param name="predicted">The predicted step in the metric's unit, of either sign.</param>
    /// <param name="autocorrelation">φ, the correlation of neighbouring points, inside -1..1; 0 for none.</param>
    /// <returns>
    /// The number of periods, never below the 8 that a step needs; or a sentence when no number would do, because the points
    /// before are too few for so small an effect.
    /// </returns>
    public static Answer<int> PeriodsNeeded(double sigma, int before, double predicted, double autocorrelation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(before, 1);
        var spread = Factor * Spread(sigma, autocorrelation);
        if (!double.IsFinite(predicted) || predicted == 0)
            return new NoAnswer("A prediction must be a number other than zero: no change cannot be seen to happen.");
        var share = Math.Pow(predicted / spread, 2) - 1.0 / before;
        var needed = 1 / share;
        if (!(share > 0) || needed > 100_000)
        {
            var least = spread / Math.Sqrt(before);
            return new NoAnswer(
                $"With {before} points before, no effect below {least.ToString("G3", CultureInfo.InvariantCulture)} can be seen, "
                    + "however long it is watched: measure longer before, or make a bigger change."
            );
        }
        return Math.Max(8, (int)Math.Ceiling(needed - 1e-9));
    }

    static double Spread(double sigma, double autocorrelation)
    {
        if (!(double.IsFinite(sigma) && sigma > 0))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The noise must be above zero.");
        if (!(autocorrelation > -1 && autocorrelation < 1))
            throw new ArgumentOutOfRangeException(
                nameof(autocorrelation),
                autocorrelation,
                "A correlation of neighbours lies inside -1..1."
            );
        return sigma * Math.Sqrt((1 + autocorrelation) / (1 - autocorrelation));
    }
}

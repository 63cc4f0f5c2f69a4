using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Whether a planned change could be seen at all, from what was measured before it: E4 for the method that the verdict will
/// choose, with the noise and the likeness of neighbours taken from the series itself. Ask before a trial starts.
/// </summary>
/// <remarks>
/// <see cref="MinimumDetectableEffect"/> is the textbook's answer for known noise and two plain means. A verdict has to
/// estimate the noise, and from 12 points a side on it fits a trend on each side too, which costs much of its sight: a step of
/// a given size is seen more easily after 11 periods than after 12. This tells what the verdict will really show.
/// </remarks>
/// <param name="Smallest">The smallest step that would show four times in five, in the metric's unit.</param>
/// <param name="CanBeSeen">
/// Whether the prediction is at least that, with the 8 points on each side that a verdict needs; null without a prediction.
/// </param>
/// <param name="PeriodsNeeded">The fewest periods after the change that would show the prediction; null when none would, or without one.</param>
/// <param name="PointsBefore">How many points before the change it rests on: the last 24 at most where a step alone is judged.</param>
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
    const int LongestWatch = 520;

    /// <summary>Asks what could be seen.</summary>
    /// <param name="series">The measurements; only those before the change are used.</param>
    /// <param name="change">The day from which the change is to be there.</param>
    /// <param name="periodsAfter">How many periods are to be measured after the change and its lag; at least 1.</param>
    /// <param name="predicted">The predicted step in the metric's unit, of either sign; null when there is none yet.</param>
    /// <returns>The finding; or a sentence when the points before have no noise band to compare with.</returns>
    public static Answer<Detectability> Of(Series series, DateOnly change, int periodsAfter, double? predicted = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsAfter, 1);
        if (predicted is 0 or double.NaN or double.PositiveInfinity or double.NegativeInfinity)
            return new NoAnswer("A prediction must be a number other than zero: no change cannot be seen to happen.");
        var before = series.Before(change);
        var band = NoiseBand.Of(before);
        if (!band.HasLimits)
            return new NoAnswer($"What could be seen is not known. {band.InWords}");

        var plan = Sight.Of(before, periodsAfter);
        if (!(plan.Sigma > 0))
            return new NoAnswer(
                "What could be seen is not known: the last points before the change do not vary at all."
            );
        var name = series.Cadence.Name(periodsAfter);
        var shows =
            (
                before.Count < ChooseMethod.ForAStep || periodsAfter < ChooseMethod.ForAStep
                    ? $"A verdict needs {ChooseMethod.ForAStep} points before and {ChooseMethod.ForAStep} {series.Cadence.Name(ChooseMethod.ForAStep)} after. "
                    : ""
            )
            + $"With {plan.Points} points before and {periodsAfter} {name} after, a step of {Wording.Number(plan.Smallest)} shows four times in five.";
        Detectability Say(bool? seen, int? needed, string sentence) =>
            new(plan.Smallest, seen, needed, plan.Points, plan.Sigma, plan.Likeness, plan.Method, sentence);
        if (predicted is not { } step)
            return Say(null, null, shows);
        var size = Wording.Size(step, EffectScale.Difference);
        var enough = before.Count >= ChooseMethod.ForAStep && periodsAfter >= ChooseMethod.ForAStep;
        var seen = enough && Math.Abs(step) >= plan.Smallest;
        int? needed = Enumerable
            .Range(Verdict.PeriodsToJudge, LongestWatch - Verdict.PeriodsToJudge)
            .Where(periods => before.Count >= ChooseMethod.ForAStep)
            .Where(periods => Math.Abs(step) >= Sight.Of(before, periods).Smallest)
            .Select(periods => (int?)periods)
            .FirstOrDefault();
        return Say(
            seen,
            needed,
            seen ? $"{shows} The predicted {size} could be seen."
                : needed is not { } fewest
                    ? $"{shows} {size} cannot be seen with these points before, however long it is watched: make a bigger change, or measure longer before."
                : fewest < periodsAfter
                    ? $"{shows} {size} could be seen if it is judged after {fewest} {series.Cadence.Name(fewest)}; later a trend on each side is fitted too."
                : $"{shows} For {size} you would need {fewest} {series.Cadence.Name(fewest)}, or a bigger change."
        );
    }

    /// <summary>What so many periods after would show, by the method that a verdict on them chooses.</summary>
    readonly record struct Sight(double Smallest, int Points, double Sigma, double Likeness, EffectMethod Method)
    {
        public static Sight Of(Series before, int after)
        {
            var trends = before.Count >= ChooseMethod.ForSlopes && after >= ChooseMethod.ForSlopes;
            if (!trends && before.Count > ChooseMethod.RecentPoints)
                before = before.From(before[^ChooseMethod.RecentPoints].Date);
            var sigma = NoiseBand.Of(before).Sigma ?? 0;
            var n = before.Count;
            var likeness = Evidence.Autocorrelation.Likeness(
                Evidence.Autocorrelation.OfNeighbours(trends ? Detrended(before) : before.Values),
                n
            );
            var degrees = trends ? n + after - 4 : 0.605 * Math.Max(n + after - 2, 2);
            // The noise between neighbours who are alike is smaller than the noise around the level: twice (1 - φ).
            var error =
                sigma
                * Math.Sqrt(1 + likeness)
                / (1 - likeness)
                * Math.Sqrt(
                    trends ? OfALine(n, (n + 1) / 2.0) + OfALine(after, (after - 1) / 2.0) : 1.0 / n + 1.0 / after
                );
            // The verdict's interval allows for any likeness of neighbours, which costs about so much (docs/methods/simulations.md).
            var allowance = trends ? 1 + 3.0 / (n + after) : 1;
            var reach = StudentT.InvCDF(0, 1, degrees, 0.975) + StudentT.InvCDF(0, 1, degrees, 0.80);
            return new(
                allowance * reach * error,
                n,
                sigma,
                likeness,
                trends ? EffectMethod.SegmentedNeweyWest : EffectMethod.StepOnly
            );
        }

        // The variance of a line through so many points, so far from their middle, in units of the noise's variance.
        static double OfALine(int points, double distance) =>
            1.0 / points + 12 * distance * distance / (points * ((double)points * points - 1));

        static double[] Detrended(Series series)
        {
            double[] times = [.. Enumerable.Range(0, series.Count).Select(i => (double)series.PeriodAt(i))];
            var values = series.Values.ToArray();
            var (time, level) = (times.Average(), values.Average());
            var slope =
                times.Zip(values, (t, value) => (t - time) * (value - level)).Sum()
                / times.Sum(t => (t - time) * (t - time));
            return [.. times.Zip(values, (t, value) => value - level - slope * (t - time))];
        }
    }
}

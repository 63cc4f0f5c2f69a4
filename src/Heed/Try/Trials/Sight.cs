using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>Could the predicted effect be seen at all? Asked before a trial starts, so that nobody works towards “cannot tell”.</summary>
/// <param name="CanBeSeen">Empty where the noise is not known.</param>
/// <param name="Smallest">The smallest effect that would be seen four times in five, in the metric's unit; of a count in percent.</param>
/// <param name="PeriodsNeeded">How many periods after the start would do; empty where no number would.</param>
public sealed record Sight(
    bool? CanBeSeen,
    double? Smallest,
    int PointsBefore,
    int PointsAfter,
    int? PeriodsNeeded,
    string Sentence
)
{
    /// <summary>The textbook's figure for plain individuals; empty for counts, and where the noise is not known.</summary>
    public TextbookSight? Textbook { get; init; }

    public static Sight Of(MetricSeries measured, double predicted, DateOnly start, DateOnly look, int lagDays)
    {
        var (cadence, counts) = (measured.Metric.Cadence, measured.Metric.IsCount);
        var after = Math.Max(0, cadence.PeriodsBetween(start, look) - cadence.PeriodsIn(lagDays));
        if (measured.Judged.Refused(out var because, out var series))
            return new(null, null, 0, after, null, because);
        // Before a first whole period nothing can be seen, but what would be needed can be said.
        var periods = Math.Max(1, after);
        var asked = counts
            ? Detectability.OfCounts(series, start, periods, Trial.AsJudged(predicted, inPercent: true))
            : Detectability.Of(series, start, periods, predicted);
        if (asked.Refused(out because, out var plan))
            return new(null, null, series.Before(start).Count, after, null, because);

        var (before, needed) = (plan.PointsBefore, plan.PeriodsNeeded);
        var unit = counts ? Trial.Percent : measured.Metric.Unit;
        double? smallest =
            after < 1 ? null
            : counts ? Math.Abs(Trial.AsPercent(plan.Smallest)!.Value)
            : plan.Smallest;
        var seen = after >= 1 && plan.CanBeSeen is true;
        return new(seen, smallest, before, after, needed, Say()) { Textbook = Text() };

        string Say()
        {
            var has = $"{before} {cadence.Name(before)} before and {after} after the start and its lag";
            var promised = Trial.Promise(predicted, counts);
            if (seen)
                return $"It could be seen: with {has}, an effect of {Format.Number(smallest)} {unit} shows four times in five, and you predict {promised}.";
            var shows = smallest is { } least ? $", only {Format.Number(least)} {unit} or more would show" : "";
            var more = needed is { } periods
                ? $"For {promised} you would need {periods} {cadence.Name(periods)}, or a bigger change."
                : $"{promised} cannot be seen however long it is watched: measure longer before, or make a bigger change.";
            return $"It would probably end as “cannot tell”: with {has}{shows}. {more}";
        }

        TextbookSight? Text() => counts || after < 1 ? null : TextbookSight.Of(series.Before(start), after);
    }
}

/// <summary>
/// What textbooks answer for two plain means and known noise: 2.80·σ·√(1/n0 + 1/n1), with σ from the moving ranges. It takes no
/// trend and no likeness of neighbours, so it is smaller than what the verdict needs; shown for whoever knows it.
/// </summary>
/// <param name="AverageMovingRange">How far neighbours lie apart.</param>
/// <param name="Sigma">That over 1.128.</param>
/// <param name="Smallest">The smallest effect by this formula, in the metric's unit.</param>
public sealed record TextbookSight(double AverageMovingRange, double Sigma, double Smallest)
{
    internal static TextbookSight? Of(Series before, int after) =>
        NoiseBand.Of(before) is { HasLimits: true, AverageMovingRange: { } range, Sigma: { } sigma } && sigma > 0
            ? new(range, sigma, MinimumDetectableEffect.Of(sigma, before.Count, after))
            : null;
}

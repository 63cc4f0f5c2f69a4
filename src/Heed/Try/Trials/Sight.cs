using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>Could the predicted effect be seen at all? Asked before a trial starts, so that nobody works towards “cannot tell”.</summary>
/// <param name="CanBeSeen">Empty where the noise is not known.</param>
/// <param name="Smallest">The smallest effect that would be seen four times in five, in the metric's unit.</param>
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
    public static Sight Of(MetricSeries measured, double predicted, DateOnly start, DateOnly look, int lagDays)
    {
        var cadence = measured.Metric.Cadence;
        var after = Math.Max(0, cadence.PeriodsBetween(start, look) - cadence.PeriodsIn(lagDays));
        if (measured.Evidence.Refused(out var because, out var series))
            return new(null, null, 0, after, null, because);
        // Before a first whole period nothing can be seen, but what would be needed can be said.
        if (Detectability.Of(series, start, Math.Max(1, after), predicted).Refused(out because, out var plan))
            return new(null, null, series.Before(start).Count, after, null, because);

        var (before, needed, unit) = (plan.PointsBefore, plan.PeriodsNeeded, measured.Metric.Unit);
        double? smallest = after < 1 ? null : plan.Smallest;
        var seen = after >= 1 && plan.CanBeSeen is true;
        return new(seen, smallest, before, after, needed, Say());

        string Say()
        {
            var has = $"{before} {cadence.Name(before)} before and {after} after the start and its lag";
            if (seen)
                return $"It could be seen: with {has}, an effect of {Format.Number(plan.Smallest)} {unit} shows four times in five, and you predict {Format.WithSign(predicted)}.";
            var shows = smallest is { } least ? $", only {Format.Number(least)} {unit} or more would show" : "";
            var more = needed is { } periods
                ? $"For {Format.WithSign(predicted)} you would need {periods} {cadence.Name(periods)}, or a bigger change."
                : $"{Format.WithSign(predicted)} cannot be seen however long it is watched: measure longer before, or make a bigger change.";
            return $"It would probably end as “cannot tell”: with {has}{shows}. {more}";
        }
    }
}

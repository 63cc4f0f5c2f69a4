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
    /// <summary>A step alone is judged on no more of the past than this (the engine's own rule).</summary>
    const int RecentPoints = 24;

    public static Sight Of(MetricSeries measured, double predicted, DateOnly start, DateOnly look, int lagDays)
    {
        var cadence = measured.Metric.Cadence;
        var before = Measured.Series(measured).Before(start);
        if (before.Count > RecentPoints)
            before = before.From(before[^RecentPoints].Date);
        var after = Math.Max(0, cadence.PeriodsBetween(start, look) - cadence.PeriodsIn(lagDays));
        var band = NoiseBand.Of(before);
        if (band.Sigma is not ({ } sigma and > 0) || !band.HasLimits)
            return new(
                null,
                null,
                before.Count,
                after,
                null,
                $"Whether it could be seen is not known: {InWords.Lower(band.InWords)}"
            );

        int? needed = MinimumDetectableEffect
            .PeriodsNeeded(sigma, before.Count, predicted)
            .Refused(out var because, out var periods)
            ? null
            : periods;
        var smallest = after < 1 ? (double?)null : MinimumDetectableEffect.Of(sigma, before.Count, after);
        var seen = needed is { } enough && after >= enough;
        var unit = measured.Metric.Unit;
        return new(seen, smallest, before.Count, after, needed, Say());

        string Say()
        {
            var has = $"{before.Count} {cadence.Plural(before.Count)} before and {after} after the start and its lag";
            if (seen)
                return $"It could be seen: with {has}, an effect of {InWords.Number(smallest!.Value)} {unit} shows four times in five, and you predict {InWords.Signed(predicted)}.";
            var shows = smallest is { } least ? $", only {InWords.Number(least)} {unit} or more would show" : "";
            return needed is { } need
                ? $"It would probably end as “cannot tell”: with {has}{shows}. For {InWords.Signed(predicted)} you would need {need} {cadence.Plural(need)}, or a bigger change."
                : $"It would probably end as “cannot tell”. {because}";
        }
    }
}

static class Periods
{
    public static string Plural(this Metrics.Cadence cadence, int count) => cadence.Word() + (count == 1 ? "" : "s");

    /// <summary>How many periods a lag of days takes, a begun one counted whole.</summary>
    public static int PeriodsIn(this Metrics.Cadence cadence, int days) => (int)Math.Ceiling(days / DaysOf(cadence));

    /// <summary>How many periods lie between two days, the last one complete.</summary>
    public static int PeriodsBetween(this Metrics.Cadence cadence, DateOnly from, DateOnly to) =>
        (int)Math.Floor((to.DayNumber - from.DayNumber) / DaysOf(cadence));

    static double DaysOf(Metrics.Cadence cadence) =>
        cadence switch
        {
            Metrics.Cadence.Day => 1,
            Metrics.Cadence.Week => 7,
            Metrics.Cadence.Month => 30.4375,
            Metrics.Cadence.Quarter => 91.3125,
            _ => 365.25,
        };
}

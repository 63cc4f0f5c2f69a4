using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>A stretch of points that noise alone would hardly make, with the words for it.</summary>
/// <param name="From">The first day of the stretch.</param>
/// <param name="To">Its last day so far.</param>
/// <param name="Completed">When it could first have been known.</param>
/// <param name="Usual">The centre of the band at that time.</param>
/// <param name="Value">The last value of the stretch.</param>
/// <param name="IsWanted">Whether it goes the wanted way; for a range, whether its last value lies inside.</param>
/// <param name="IsOn">Whether the newest point belongs to it.</param>
public sealed record MetricSignal(
    SignalRule Rule,
    Direction Direction,
    DateOnly From,
    DateOnly To,
    DateOnly Completed,
    int Points,
    double Usual,
    double Value,
    bool IsWanted,
    bool IsOn
)
{
    bool Up => Direction is Direction.Up;

    /// <summary>What happened, beginning with a verb: “rose above its band on 3 March 2035”.</summary>
    public string Says =>
        Rule switch
        {
            SignalRule.Outside when Points == 1 =>
                $"{(Up ? "rose above" : "fell below")} its band on {Format.Day(From)}",
            SignalRule.Outside =>
                $"{(Up ? "rose above" : "fell below")} its band on {Format.Day(From)}, {Points} points in a row",
            SignalRule.RunOnOneSide =>
                $"stayed {(Up ? "above" : "below")} its usual level for {Points} points from {Format.Day(From)}",
            SignalRule.NearALimit =>
                $"kept near its {(Up ? "upper" : "lower")} limit from {Format.Day(From)}: 3 of 4 points",
            SignalRule.Trend => $"{(Up ? "rose" : "fell")} for {Points} points in a row from {Format.Day(From)}",
            _ => $"kept far {(Up ? "above" : "below")} its usual level from {Format.Day(From)}: 2 of 3 points",
        };

    /// <summary>The stretches of a series, oldest first; points outside that follow one another are one stretch.</summary>
    internal static IReadOnlyList<MetricSignal> Of(Metric metric, Series series, PhasedBand bands)
    {
        var found = new List<MetricSignal>();
        var last = new Dictionary<Direction, (int To, int At)>();
        foreach (var signal in Signals.In(series, bands))
        {
            var stretch = new MetricSignal(
                signal.Rule,
                signal.Direction,
                signal.FromDate,
                signal.ToDate,
                signal.CompletedDate,
                signal.To - signal.From + 1,
                bands.At(signal.FromDate).Centre!.Value,
                series[signal.To].Value,
                Wants(metric, signal.Direction, series[signal.To].Value),
                signal.To == series.Count - 1
            );
            if (signal.Rule is not SignalRule.Outside)
            {
                found.Add(stretch);
                continue;
            }
            if (last.TryGetValue(signal.Direction, out var before) && before.To == signal.From - 1)
            {
                var (first, at) = (found[before.At], before.At);
                found[at] = stretch with
                {
                    From = first.From,
                    Completed = first.Completed,
                    Points = first.Points + 1,
                    Usual = first.Usual,
                };
                last[signal.Direction] = (signal.To, at);
                continue;
            }
            last[signal.Direction] = (signal.To, found.Count);
            found.Add(stretch);
        }
        return found;
    }

    internal static bool Wants(Metric metric, Direction direction, double value) =>
        metric.Wanted switch
        {
            Wanted.Up => direction is Direction.Up,
            Wanted.Down => direction is Direction.Down,
            _ => value >= metric.WantedLow && value <= metric.WantedHigh,
        };
}

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

    internal static MetricSignal Of(Metric metric, BandedSeries look, Signal stretch) =>
        new(
            stretch.Rule,
            stretch.Direction,
            stretch.FromDate,
            stretch.ToDate,
            stretch.CompletedDate,
            stretch.To - stretch.From + 1,
            look.Bands.At(stretch.FromDate).Centre!.Value,
            look.Series[stretch.To].Value,
            metric.Wants(stretch.Direction, look.Series[stretch.To].Value),
            look.IsOn(stretch)
        );
}

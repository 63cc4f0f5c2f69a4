using Heed.Analytics.Evidence;
using Heed.Ui.Charts;

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
    /// <summary>What happened, beginning with a verb: “rose above its band on 3 March 2035”.</summary>
    public string Says => SignalWords.Says(Rule, Direction is Direction.Up, Points, Format.Day(From));

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

using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>When a metric last got a point and a baseline: what was computed before either is out of date.</summary>
readonly record struct CacheKey(DateTimeOffset Recorded, DateTimeOffset Rebased);

/// <summary>A movement among all that were looked at.</summary>
/// <param name="Stands">Whether it stands when all of them are allowed for (Benjamini and Hochberg, one in twenty false).</param>
/// <param name="Among">How many metrics with a noise band were looked at.</param>
sealed record AllowedMovement(MovementSummary Move, bool Stands, int Among)
{
    /// <summary>What may be chance comes after what stands.</summary>
    public double Weight(DateOnly today) =>
        Stands ? Move.Weight(today) : Move.Weight(today) / MovementSummary.LargestSize;

    string ByChance =>
        Among * Move.Chance is var expected && expected >= 0.5
            ? $"of {Format.Count(Among)} metrics about {Format.Count((long)Math.Round(expected))} would move so by noise alone"
            : $"one of {Format.Count(Among)} metrics would move so by noise alone in one look of {Format.Count((long)Math.Round(1 / expected))}";

    public HomeSentence Say(Metric metric, DateOnly today)
    {
        var said = Move.Say(metric, today);
        if (Stands)
            return said;
        // What cannot be told from chance is never coloured good or bad.
        return said with
        {
            Status = Status.NotKnown,
            Detail = $"{said.Detail}. It may be chance: {ByChance}",
            Weight = Weight(today),
        };
    }
}

/// <summary>That a metric left its noise band with its newest point: what Home needs of it, and no more.</summary>
/// <param name="Chance">How often noise alone would do as much (p, 0 to 1), looking at this metric only.</param>
sealed record MovementSummary(
    Id<Metric> Metric,
    MetricSignal Signal,
    Cadence Cadence,
    Spark Spark,
    string Usual,
    double Size,
    double Chance
)
{
    /// <summary>No movement is that many standard deviations of its noise in size.</summary>
    public const double LargestSize = 1e6;

    /// <summary>Null when the newest point belongs to no signal.</summary>
    public static MovementSummary? Of(MetricSeries series)
    {
        var movement = series.Movement;
        if (movement is not { Current: { } signal, Band: { HasLimits: true } band })
            return null;
        return new(
            series.Metric.Id,
            signal,
            series.Metric.Cadence,
            Sparks.Of(series),
            movement.Usual!,
            // In standard deviations of the noise, so that minutes and shares can stand in one order.
            Math.Abs(signal.Value - signal.Usual) / band.Sigma!.Value,
            SignalChance.Of(movement.Look!, movement.Look!.Current!)
        );
    }

    /// <summary>Whether the signal became known in the last period: seven days, or the one before this week, month or quarter.</summary>
    bool IsRecent(DateOnly today)
    {
        var since = Cadence is Cadence.Day ? today.AddDays(-7) : Cadence.StartOf(Cadence.StartOf(today).AddDays(-1));
        return Signal.Completed >= since;
    }

    /// <summary>What went the wrong way stays news while it lasts: nobody should have to remember it.</summary>
    public bool IsNews(DateOnly today) => !Signal.IsWanted || IsRecent(today);

    /// <summary>What lasts comes after what is new, however large it is.</summary>
    public double Weight(DateOnly today) => IsRecent(today) ? Size : Size / LargestSize;

    public HomeSentence Say(Metric metric, DateOnly today) =>
        new(
            HomeColumn.Moved,
            $"{metric.Name} {Signal.Says}: {Format.Number(Signal.Usual)} → {Format.Value(Signal.Value, metric.Unit)}.",
            $"/metrics/{metric.Id}"
        )
        {
            Status = Signal.IsWanted ? Status.Held : Status.OffCourse,
            Subject = metric.Name,
            Detail = $"{(Signal.IsWanted ? "The wanted way" : "Not the wanted way")}; {Usual} is usual",
            Spark = Spark,
            Weight = Weight(today),
            About = $"/metrics/{metric.Id}",
        };
}

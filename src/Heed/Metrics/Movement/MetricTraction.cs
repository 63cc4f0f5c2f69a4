using Heed.Ui.Charts;

namespace Heed.Metrics;

/// <summary>Whether what one team tries on a metric moves it, as the pages of the metric and of its key results say it.</summary>
/// <param name="RestsOn">On which attempts, and what they cost.</param>
/// <param name="Tried">The attempts, the earliest first.</param>
public sealed record MetricTraction(
    string Team,
    Status Status,
    string Word,
    string Sentence,
    string RestsOn,
    IReadOnlyList<MetricAttempt> Tried
)
{
    /// <summary>Something else is called for.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Different moves, where it is stuck.</summary>
    public IReadOnlyList<OfferedMove> Offers { get; init; } = [];

    /// <summary>Those attempts that the drawing has room for, on the days that it shows.</summary>
    public static ChartTries? Drawn(MetricSeries series, IReadOnlyList<MetricTraction> of)
    {
        if (series.Points.Count == 0 || of.Count == 0)
            return null;
        var first = series.Points[SeriesLine.FirstDrawn(series.Points.Count)].On;
        var worst = of.FirstOrDefault(t => t.IsStuck) ?? of[0];
        return new(
            [
                .. of.SelectMany(t =>
                        t.Tried.Select(tried => new ChartTry(
                            tried.On,
                            $"{tried.Name}: {Format.Lower(tried.Word)}",
                            tried.Verdict,
                            tried.IsInRun && t == worst
                        ))
                    )
                    .Where(t => t.On >= first)
                    .OrderBy(t => t.On)
                    .TakeLast(Most),
            ],
            worst.Status
        );
    }

    const int Most = 24;
}

public sealed record MetricAttempt(
    DateOnly On,
    string Name,
    string Href,
    VerdictWord Verdict,
    string Word,
    string Detail,
    bool IsInRun
);

/// <summary>A different move, as a card shows it.</summary>
/// <param name="Rate">How often it worked here, of how many.</param>
/// <param name="Href">Where it is planned; empty for whoever may not.</param>
/// <param name="Href">The plan of a trial that comes from it; empty for whoever may not plan one.</param>
public sealed record OfferedMove(string Name, string Says, string Rate, string Source, string? Href)
{
    /// <summary>Where Heed does what the move asks for, and what the link says; empty where it is done elsewhere.</summary>
    public (string Href, string Word)? First { get; init; }
}

/// <summary>Who knows whether what is tried on a metric moves it. Modules after Metrics register theirs.</summary>
public interface ITractionSource
{
    Task<IReadOnlyList<MetricTraction>> Traction(Id<Metric> metric, CancellationToken stop);
}

/// <summary>What every room knows of it, what is stuck first.</summary>
public sealed class TractionOf(IEnumerable<ITractionSource> rooms)
{
    public async Task<IReadOnlyList<MetricTraction>> Metric(Id<Metric> metric, CancellationToken stop)
    {
        List<MetricTraction> all = [];
        foreach (var room in rooms)
            all.AddRange(await room.Traction(metric, stop));
        return [.. all.OrderByDescending(t => t.IsStuck).ThenBy(t => t.Team, StringComparer.Ordinal)];
    }
}

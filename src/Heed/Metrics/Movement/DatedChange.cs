using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Metrics;

/// <summary>Something that was changed on a day, as the chart of a metric draws it.</summary>
/// <param name="Until">The day from which it was no longer there; empty while it is.</param>
public sealed record DatedChange(
    Id<Metric> Metric,
    DateOnly From,
    DateOnly? Until,
    string Name,
    string Href,
    VerdictWord Verdict,
    string Word,
    string Detail
)
{
    /// <summary>By how much it improved the metric, signed, where it is judged so and holds.</summary>
    public double? Effect { get; init; }

    /// <summary>What would have been without it, day by day, where it was judged.</summary>
    public IReadOnlyList<ChartExpectation> Without { get; init; } = [];
}

/// <summary>Who knows of changes that should show on a metric. Modules after Metrics register theirs.</summary>
public interface IChangeSource
{
    Task<IReadOnlyList<DatedChange>> Changes(IReadOnlyCollection<Id<Metric>> metrics, CancellationToken stop);
}

using Heed.Analytics;
using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>
/// THE view of a metric: its current points, oldest first, every baseline that was ever set, in that order, and what follows
/// from them, computed once. Whoever shows or judges a metric asks here; nobody shapes points a second time.
/// </summary>
/// <param name="all">Every current row, oldest first, those that were withdrawn too.</param>
/// <param name="among">What counts those among whom its events happen; empty where the metric names none.</param>
public sealed class MetricSeries(
    Metric metric,
    IReadOnlyList<Measurement> all,
    IReadOnlyList<Baseline> baselines,
    MetricSeries? among = null
)
{
    readonly IReadOnlyList<Measurement> _points = all.Any(p => p.IsWithdrawn)
        ? [.. all.Where(p => !p.IsWithdrawn)]
        : all;
    Movement? _movement;

    public Metric Metric => metric;

    /// <summary>What was measured. A value whose answers were taken back was not: it is in no band, forecast or verdict.</summary>
    public IReadOnlyList<Measurement> Points => _points;

    /// <summary>With what was withdrawn, for a table that hides nothing.</summary>
    public IReadOnlyList<Measurement> All => all;
    public IReadOnlyList<Baseline> Baselines => baselines;

    /// <summary>The newest baseline; empty where none was named.</summary>
    public Baseline? Baseline => baselines is [.., var newest] ? newest : null;

    /// <summary>The newest point; empty where nothing was measured.</summary>
    public Measurement? Newest => _points is [.., var newest] ? newest : null;

    /// <summary>Bands, signals and the answer to “did it really move?”.</summary>
    public Movement Movement => _movement ??= Metrics.Movement.Of(this);

    /// <summary>
    /// The points as the evidence engine takes them: for verdicts, forecasts, ties; or why they cannot be taken. Where the days of
    /// the week differ, those of a middle day.
    /// </summary>
    public Answer<Series> Evidence => Movement.Evidence;

    /// <summary>Its events with those among whom they happened; why not, where that is not known. Of a metric that counts.</summary>
    public Answer<CountedSeries> Counted => CountedSeries.Of(this, among);

    /// <summary>What counts those among whom its events happen; empty where the metric names none.</summary>
    public Metric? Among => among?.Metric;

    /// <summary>What a change is judged on: the events of a metric that counts, the values of any other.</summary>
    public Answer<Series> Judged =>
        !metric.IsCount ? Evidence
        : Counted.Refused(out var because, out var counted) ? new NoAnswer(because)
        : counted.Events;

    /// <summary>The rates of a metric that is counted among another; its values where it is not.</summary>
    public Answer<Series> Rates =>
        metric.CountedAmong is null ? Evidence
        : Counted.Refused(out var because, out var counted) ? new NoAnswer(because)
        : counted.Rates;

    /// <summary>What was measured of the days before this one, as if no more were known: neither a point nor a day of the week.</summary>
    public MetricSeries Before(DateOnly day) => new(metric, [.. all.Where(p => p.On < day)], baselines, among);

    /// <summary>The newest value as it is judged: that of a middle day where the days of the week differ.</summary>
    public double? Level =>
        Evidence.Refused(out _, out var series) || series.Count == 0 ? Newest?.Value : series[^1].Value;

    /// <summary>The band that new points are compared with; empty where there is none.</summary>
    public NoiseBand? Band => Movement.Band;
}

using Heed.Analytics;
using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>
/// THE view of a metric: its current points, oldest first, every baseline that was ever set, in that order, and what follows
/// from them, computed once. Whoever shows or judges a metric asks here; nobody shapes points a second time.
/// </summary>
public sealed class MetricSeries(Metric metric, IReadOnlyList<Measurement> points, IReadOnlyList<Baseline> baselines)
{
    Movement? _movement;

    public Metric Metric => metric;
    public IReadOnlyList<Measurement> Points => points;
    public IReadOnlyList<Baseline> Baselines => baselines;

    /// <summary>The newest baseline; empty where none was named.</summary>
    public Baseline? Baseline => baselines is [.., var newest] ? newest : null;

    /// <summary>The newest point; empty where nothing was measured.</summary>
    public Measurement? Newest => points is [.., var newest] ? newest : null;

    /// <summary>Bands, signals and the answer to “did it really move?”.</summary>
    public Movement Movement => _movement ??= Metrics.Movement.Of(this);

    /// <summary>The points as the evidence engine takes them: for verdicts, forecasts, ties; or why they cannot be taken.</summary>
    public Answer<Series> Evidence => Movement.Evidence;

    /// <summary>The band that new points are compared with; empty where there is none.</summary>
    public NoiseBand? Band => Movement.Band;
}

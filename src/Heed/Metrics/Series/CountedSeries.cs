using Heed.Analytics;
using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>
/// Events as the model for counts takes them: each period with those among whom they happened. A period of which nobody knows
/// among how many is left out, and said: unknown is not zero.
/// </summary>
/// <param name="Events">The counts as they were measured, with their populations where the metric names one.</param>
/// <param name="Among">What counts those among whom they happen; empty where the metric names none.</param>
/// <param name="LeftOut">How many periods are left out for want of a population above zero.</param>
public sealed record CountedSeries(Series Events, Metric? Among, int LeftOut)
{
    static readonly double[] Bases = [1, 100, 1000, 100_000, 1_000_000];

    /// <summary>Rates read well from ten on: 213 per 100,000 people, not 0.00213 a head.</summary>
    const double Readable = 10;

    /// <summary>Per how many the rates are told.</summary>
    public double Per
    {
        get
        {
            if (Among is null || Events.Count == 0)
                return 1;
            var rate = Events.Points.Average(p => p.Value / p.Population!.Value);
            return Bases.FirstOrDefault(per => rate * per >= Readable, rate > 0 ? Bases[^1] : 1);
        }
    }

    /// <summary>“per 100,000 of “People””.</summary>
    public string PerInWords =>
        Among is null ? ""
        : Per is 1 ? $"for each of “{Among.Name}”"
        : $"per {Format.Number(Per)} of “{Among.Name}”";

    /// <summary>The rates; the counts where nobody is named among whom they happen.</summary>
    public Series Rates => Among is null ? Events : Events.AsRates(Per).Value;

    /// <summary>“3 weeks are left out: “Sales” has no value above zero for them.”; empty where none is.</summary>
    public string? LeftOutInWords =>
        LeftOut == 0 || Among is null
            ? null
            : $"{Format.Count(LeftOut, Events.Cadence.Name(1), Events.Cadence.Name(2))} {Format.Plural(LeftOut, "is", "are")} left out: “{Among.Name}” has no value above zero for {Format.Plural(LeftOut, "it", "them")}.";

    internal static Answer<CountedSeries> Of(MetricSeries counted, MetricSeries? among)
    {
        var (metric, points) = (counted.Metric, counted.Points);
        if (metric.CountedAmong is null)
            return Shaped(points.Select(p => new Point(p.On, p.Value)), metric, null, 0);
        if (among is null)
            return new NoAnswer("The metric that it is counted among is here no more. Choose another one, or nobody.");
        if (among.Metric.Cadence != metric.Cadence)
            return new NoAnswer($"“{among.Metric.Name}” is not measured as often. Choose another metric, or nobody.");
        var people = among.Points.Where(p => p.Value > 0).ToDictionary(p => p.On, p => p.Value);
        var known = points.Where(p => people.ContainsKey(p.On)).ToList();
        return known.Count == 0 && points.Count > 0
            ? new NoAnswer(
                $"“{among.Metric.Name}” has no value above zero for any day of “{metric.Name}”, so nobody knows among how many it happened."
            )
            : Shaped(
                known.Select(p => new Point(p.On, p.Value, people[p.On])),
                metric,
                among.Metric,
                points.Count - known.Count
            );
    }

    static Answer<CountedSeries> Shaped(IEnumerable<Point> points, Metric metric, Metric? among, int leftOut) =>
        Series.Of(points, metric.Cadence).Refused(out var because, out var shaped)
            ? new NoAnswer(because)
            : new CountedSeries(shaped, among, leftOut);
}

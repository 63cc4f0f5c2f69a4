namespace Heed.Metrics;

/// <summary>A metric lately, as a small line in lists and on Home: broken at gaps, with its band, its newest point as it is judged.</summary>
public static class Sparks
{
    const int Most = 26;

    public static Spark Of(MetricSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var (points, movement) = (series.Points, series.Movement);
        var first = Math.Max(0, points.Count - Most);
        double Drawn(int i) => movement.Series is { } known ? known[i].Value : points[i].Value;
        var values = new List<double?>(points.Count - first);
        for (var i = first; i < points.Count; i++)
        {
            if (i > first && movement.Series is { } known && !known.FollowsOn(i))
                values.Add(null);
            values.Add(Drawn(i));
        }
        return new(
            values,
            points.Count == 0
                ? "not measured"
                : $"{series.Metric.Name}: the last {Format.Count(points.Count - first, "point")}, from {Format.Number(Drawn(first))} to {Format.Number(Drawn(points.Count - 1))} {series.Metric.Unit}. {movement.State.Word()}{(movement.Usual is { } usual ? $"; {usual} is usual" : "")}.",
            movement.Band?.Lower,
            movement.Band?.Upper,
            movement.Current is null ? null : movement.Shape()
        );
    }
}

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
        var values = new List<double?>(points.Count - first);
        for (var i = first; i < points.Count; i++)
        {
            if (i > first && movement.Series is { } known && !known.FollowsOn(i))
                values.Add(null);
            values.Add(points[i].Value);
        }
        return new(
            values,
            points.Count == 0
                ? "not measured"
                : $"{series.Metric.Name}: the last {Format.Count(points.Count - first, "point")}, from {Format.Number(points[first].Value)} to {Format.Number(points[^1].Value)} {series.Metric.Unit}. {movement.State.Word()}{(movement.Usual is { } usual ? $"; {usual} is usual" : "")}.",
            movement.Band?.Lower,
            movement.Band?.Upper,
            movement.Current is null ? null : movement.Shape()
        );
    }
}

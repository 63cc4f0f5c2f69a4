using Heed.Ui;

namespace Heed.Try;

/// <summary>Target conditions as pages say them.</summary>
static class TargetWords
{
    public static string Word(this TargetCondition target, DateOnly today) =>
        target.WaitsForReflection(today) ? "Expired, no reflection yet" : target.State.ToString();

    public static Status Shape(this TargetCondition target, DateOnly today) =>
        target.WaitsForReflection(today)
            ? Status.OffCourse
            : target.State switch
            {
                TargetState.Pursued => Status.OnCourse,
                TargetState.Reached => Status.Held,
                _ => Status.NotKnown,
            };

    /// <summary>The way to a board.</summary>
    public static IReadOnlyList<Crumb> Crumbs(this Storyboard board) =>
        [
            new("Try", "/try"),
            new("Storyboards", "/try/storyboards"),
            new(Format.Shortened(board.Challenge), $"/try/storyboards/{board.Id}"),
        ];

    /// <summary>“4 points from 1 to 28 March 2035, between 5.2 and 6.4 minutes”: what the window holds, and no more.</summary>
    public static string Window(this Storyboard board, Metrics.MetricSeries series)
    {
        if (board is not { WindowFrom: { } from, WindowTo: { } to })
            return "No days are named that this is about.";
        var inside = series.Points.Where(p => p.On >= from && p.On <= to).Select(p => p.Value).ToList();
        return inside.Count == 0
            ? $"Not measured from {Format.Span(from, to).Replace(" to ", " up to ", StringComparison.Ordinal)}."
            : $"{Format.Count(inside.Count, "point")}, {Format.Span(from, to)}: {Format.Number(inside.Min())} to {Format.Number(inside.Max())} {series.Metric.Unit}.";
    }
}

using Heed.Ui.Charts;

namespace Heed.Tests.Ui.Charts;

/// <summary>Words inside a band chart lie neither on each other nor on marks.</summary>
public class BandWordsTests
{
    static readonly DateOnly First = new(2035, 1, 1);

    static BandPlot Plot(
        Canvas canvas,
        double[] values,
        int? rebased = null,
        int? expectedFrom = null,
        string? note = null
    )
    {
        ChartPoint[] points =
        [
            .. values.Select(
                (value, i) => new ChartPoint(First.AddDays(7 * i), value, i == values.Length - 1 ? note : null)
            ),
        ];
        ChartBand[] bands = rebased is { } week
            ? [new(First, 56, 61, 67), new(First.AddDays(7 * week), 57, 60.7, 64.5)]
            : [new(First, 56, 61, 67)];
        ChartExpectation[] expected = expectedFrom is { } from
            ? [.. points[from..].Select(point => new ChartExpectation(point.At, 60.5, 58, 63))]
            : [];
        return new(canvas, new(points, bands, [], expected, null, "of 100", "without it"));
    }

    /// <summary>A year around 61, and then the values given.</summary>
    static double[] Year(params double[] last) => [.. Enumerable.Range(0, 52).Select(i => 61.0 + i % 3), .. last];

    [Theory]
    [InlineData(71.0)]
    [InlineData(71.0, 73.6, 71.3)]
    [InlineData(73.6, 66.9, 68.5, 69.0, 72.4, 69.4, 71.3)]
    [InlineData(73.6, 72.4, 70.0, 68.0, 66.0)]
    [InlineData(66.0, 68.0, 70.0, 72.4, 73.6)]
    public void The_last_value_lies_on_no_reading_before_it(params double[] last)
    {
        foreach (var canvas in new[] { Canvas.Wide, Canvas.Middle, Canvas.Phone })
        {
            var plot = Plot(canvas, Year(last));
            var points = plot.Points;
            var y = BandWords.AtLast(plot, points);
            var half = canvas.Room(Format.Number(last[^1]), strong: true) / 2;
            Assert.InRange(y, plot.Top + canvas.Letter, plot.Bottom + canvas.Letter);
            Assert.All(
                points.Where(point => Math.Abs(point.X - points[^1].X) < half),
                point => Assert.False(point.Y > y - canvas.Letter && point.Y < y, $"{canvas}: {point.Says}")
            );
        }
    }

    [Fact]
    public void Under_a_flag_the_value_stands_below()
    {
        var plot = Plot(Canvas.Wide, Year(62), note: "the till was down");
        var points = plot.Points;
        Assert.True(BandWords.AtLast(plot, points) > points[^1].Y);
    }

    [Fact]
    public void A_new_baseline_is_named_before_its_line_where_the_expectation_stands_behind_it()
    {
        var values = Year(70, 71, 70, 72, 71);
        foreach (var canvas in new[] { Canvas.Wide, Canvas.Middle, Canvas.Phone })
        {
            var alone = Plot(canvas, values, rebased: 24);
            Assert.Equal("start", BandWords.AtRebase(alone, alone.Bands[1]).Anchor);

            var plot = Plot(canvas, values, rebased: 40, expectedFrom: 44);
            var (x, y, anchor, says) = BandWords.AtRebase(plot, plot.Bands[1]);
            var (end, expectedY) = BandWords.AtExpectation(plot)!.Value;
            var (from, to) = anchor == "end" ? (x - canvas.Room(says), x) : (x, x + canvas.Room(says));
            Assert.InRange(from, plot.Left, plot.Right);
            Assert.InRange(to, plot.Left, plot.Right);
            Assert.False(
                Math.Abs(y - expectedY) < canvas.Letter && to > end - canvas.Room("without it") && from < end,
                $"{canvas}"
            );
        }
    }
}

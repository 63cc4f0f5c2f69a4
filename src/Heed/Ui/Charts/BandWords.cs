namespace Heed.Ui.Charts;

/// <summary>Where the words inside a band chart stand, so that none lies on another or on a mark. Pure, as the plot is.</summary>
public static class BandWords
{
    const string Rebase = "new baseline";
    const double MarkRadius = 6;

    /// <summary>
    /// “new baseline” stands at the foot, behind its line; before it where the words of the expectation stand there or the plot
    /// ends, and over those words where there is no room before it.
    /// </summary>
    public static (double X, double Y, string Anchor, string Says) AtRebase(BandPlot plot, PlacedBand placed)
    {
        var (room, y) = (plot.Canvas.Room(Rebase), plot.Bottom - 6);
        var (behind, before) = (placed.X + 5, placed.X - 5 - room);
        if (behind + room <= plot.Right && !IsTaken(behind))
            return (behind, y, "start", Rebase);
        if (before > plot.Left && !IsTaken(before))
            return (placed.X - 5, y, "end", Rebase);
        var over = AtExpectation(plot) is var (_, words) ? Math.Min(y, words - plot.Canvas.Letter * 1.2) : y;
        return (Math.Min(behind, plot.Right - room), over, "start", Rebase);

        bool IsTaken(double from) =>
            AtExpectation(plot) is var (end, at)
            && Math.Abs(at - y) < plot.Canvas.Letter
            && end > from
            && end - plot.Canvas.Room(plot.Data.ExpectedLabel) < from + room;
    }

    /// <summary>Where the words of the expectation end, under its last day; null where none is drawn.</summary>
    public static (double X, double Y)? AtExpectation(BandPlot plot) =>
        plot.Data.Expected is not [_, .., var end]
            ? null
            : (plot.X.At(end.At), plot.Y.At(end.Low) + plot.Canvas.Letter * 1.1);

    /// <summary>
    /// The last value stands over its reading, or under it where there is no room; clear of its interval and its flag, and of
    /// the readings before it.
    /// </summary>
    /// <param name="points">The readings of the plot, already placed.</param>
    public static double AtLast(BandPlot plot, IReadOnlyList<PlacedPoint> points)
    {
        var point = points[^1];
        var letter = plot.Canvas.Letter;
        var half = plot.Canvas.Room(Format.Number(point.Point.Value!.Value), true) / 2 + MarkRadius;
        var near = points.SkipLast(1).Where(p => Math.Abs(p.X - point.X) < half).Select(p => p.Y).ToList();
        var (over, under) = point.Point.Interval is var (low, high)
            ? (plot.Y.At(high), plot.Y.At(low))
            : (point.Y, point.Y);
        var hasFlag = point.Point.Note is not null;
        // The baseline of the words: they reach a letter's height above it.
        var (below, belowAll) = (under + letter + 9, near.Append(under).Max() + letter + 9);
        double[] places = hasFlag ? [below, belowAll] : [over - 12, below, near.Append(over).Min() - 12, belowAll];
        return places
            .Where(y => y >= plot.Top + letter && y <= plot.Bottom + letter)
            .OrderBy(y => near.Any(mark => mark > y - letter - MarkRadius + 2 && mark < y + MarkRadius))
            .FirstOrDefault(below);
    }
}

namespace Heed.Ui.Charts;

/// <summary>A change under the axis: its span, and where its words found room.</summary>
public sealed record PlacedChange(
    ChartChange Change,
    double X,
    double Width,
    double LabelX,
    string Anchor,
    bool Below,
    string Says
);

static class ChangeLanes
{
    const double Gap = 8;

    /// <summary>One lane for each change, the earliest first. Words stand after the span, else before it, else below.</summary>
    public static IReadOnlyList<PlacedChange> Place(BandPlot plot)
    {
        var last = plot.Data.Points.Select(p => p.At).DefaultIfEmpty(plot.X.To).Max();
        return [.. plot.Data.Changes.OrderBy(c => c.From).Select(c => Place(plot, c, last))];
    }

    static PlacedChange Place(BandPlot plot, ChartChange change, DateOnly last)
    {
        var (start, until) = (plot.X.At(change.From), change.Until ?? last);
        var end = Math.Max(start + 8, plot.X.At(until < change.From ? change.From : until));
        var says = change.Says;
        var room = plot.Canvas.Room(says, strong: true);

        if (end + Gap + room <= plot.Canvas.Width)
            return new(change, start, end - start, end + Gap, "start", Below: false, says);
        if (start - Gap - room >= 0)
            return new(change, start, end - start, start - Gap, "end", Below: false, says);
        var most = (int)(plot.Canvas.Width / plot.Canvas.Room("n", strong: true)) - 1;
        var cut = says.Length > most ? says[..(most - 1)].TrimEnd() + "…" : says;
        var at = Math.Max(0, Math.Min(start, plot.Canvas.Width - plot.Canvas.Room(cut, strong: true)));
        return new(change, start, end - start, at, "start", Below: true, cut);
    }
}

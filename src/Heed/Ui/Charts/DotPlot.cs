namespace Heed.Ui.Charts;

/// <summary>Where the dots of groups stand: names at the left or, on a phone, above their row.</summary>
public sealed class DotPlot
{
    public DotPlot(Canvas canvas, IReadOnlyList<ChartGroup> groups, double? reference)
    {
        (Canvas, Groups) = (canvas, groups);
        RowHeight = canvas.Narrow ? 46 : 34;
        Top = canvas.Letter * 2.2;
        Left = canvas.Narrow ? 6 : Math.Min(260, groups.Select(g => canvas.Room(g.Name)).DefaultIfEmpty(0).Max() + 18);
        Right = canvas.Width - canvas.Room("n 00,000") - 6;
        var values = groups.Where(g => !g.Hidden).SelectMany(g => new[] { g.Low, g.High });
        var all = values.Concat(reference is { } r ? [r] : []).DefaultIfEmpty(0).ToList();
        X = LinearScale.Nice(all.Min(), all.Max(), Left + 6, Right - 6, canvas.Narrow ? 4 : 6);
        Bottom = Top + groups.Count * RowHeight;
        Height = Bottom + canvas.Letter * 1.8;
    }

    public Canvas Canvas { get; }
    public IReadOnlyList<ChartGroup> Groups { get; }
    public double RowHeight { get; }
    public double Top { get; }
    public double Bottom { get; }
    public double Left { get; }
    public double Right { get; }
    public double Height { get; }
    public LinearScale X { get; }

    public double RowY(int row) => Top + row * RowHeight + (Canvas.Narrow ? RowHeight * .72 : RowHeight / 2);

    public double NameY(int row) =>
        Canvas.Narrow ? Top + row * RowHeight + Canvas.Letter * 1.15 : RowY(row) + Canvas.Letter * .35;

    /// <summary>Why a group is not shown, where the row has room for it; the table has, everywhere.</summary>
    public string Shut(ChartGroup group) =>
        Left + 34 + Canvas.Room($"not shown: {group.HiddenBecause}") <= Canvas.Width
            ? $"not shown: {group.HiddenBecause}"
            : "not shown";

    public static string Say(ChartGroup group, string unit) =>
        group.Hidden
            ? $"{group.Name}: not shown, {group.HiddenBecause}"
            : $"{group.Name}: {Format.Number(group.Value, group.Low, group.High)} {unit}".TrimEnd()
                + $" {Format.Interval(group.Low, group.High)}, n {group.N}";
}

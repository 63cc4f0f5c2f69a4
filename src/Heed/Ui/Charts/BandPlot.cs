namespace Heed.Ui.Charts;

/// <summary>What a band chart shows.</summary>
public sealed record BandData(
    IReadOnlyList<ChartPoint> Points,
    IReadOnlyList<ChartBand> Bands,
    IReadOnlyList<ChartChange> Changes,
    IReadOnlyList<ChartExpectation> Expected,
    ChartTarget? Target,
    string Unit,
    string ExpectedLabel
)
{
    public ChartTries? Tries { get; init; }
}

public sealed record PlacedTry(double X, double Y, ChartTry Try);

public sealed record PlacedPoint(double X, double Y, double From, double Width, ChartPoint Point, string Says);

public sealed record PlacedBand(double X, double Width, ChartBand Band, double BaselineX, double BaselineWidth);

/// <summary>Where everything of a band chart stands on one canvas. Pure: the drawing only writes it down.</summary>
public sealed class BandPlot
{
    const double LaneHeight = 26;

    public BandPlot(Canvas canvas, BandData data)
    {
        (Canvas, Data) = (canvas, data);
        Top = canvas.Letter * 2.4;
        Bottom = Top + Math.Min(250, 90 + canvas.Width * .3);
        var values = Values(data).DefaultIfEmpty(0).ToList();
        var (least, most) = Span(values.Min(), values.Max(), data.Bands.Count > 0);
        Y = LinearScale.Nice(least, most, Bottom, Top, canvas.Narrow ? 4 : 5);
        Left = Y.Ticks.Max(t => canvas.Room(t.Label)) + 12;
        Right = canvas.Width - (EdgeWords().Select(l => canvas.Room(l.Says, l.Strong)).DefaultIfEmpty(0).Max() + 14);
        X = new DateScale(First(data), Last(data), Left + 8, Right - 8);
        Lanes = ChangeLanes.Place(this);
        Height = Bottom + canvas.Letter * 2.9 + Lanes.Sum(lane => lane.Below ? LaneHeight * 1.7 : LaneHeight) + 4;
    }

    /// <summary>
    /// Before the noise is known a step of some hundredths must not look like a cliff: the scale then spans a quarter of the
    /// level at least, and crosses nothing for it that no value crosses.
    /// </summary>
    static (double Least, double Most) Span(double least, double most, bool noiseIsKnown)
    {
        var missing = Math.Max(Math.Abs(least), Math.Abs(most)) / 4 - (most - least);
        if (noiseIsKnown || missing <= 0)
            return (least, most);
        var (low, high) = (least - missing / 2, most + missing / 2);
        return (least >= 0 ? Math.Max(0, low) : low, most <= 0 ? Math.Min(0, high) : high);
    }

    public Canvas Canvas { get; }
    public BandData Data { get; }
    public double Top { get; }
    public double Bottom { get; }
    public double Left { get; }
    public double Right { get; }
    public double Height { get; }
    public LinearScale Y { get; }
    public DateScale X { get; }
    public IReadOnlyList<PlacedChange> Lanes { get; }

    public IReadOnlyList<ScaleTick> XTicks => X.Ticks(Canvas.Room("Sept") * 1.5);

    /// <summary>Where the lane with this place in the order begins.</summary>
    public double LaneTop(int index) =>
        Bottom + Canvas.Letter * 2.9 + Lanes.Take(index).Sum(l => l.Below ? LaneHeight * 1.7 : LaneHeight);

    /// <summary>Pins over the readings, as far as those reach.</summary>
    public IReadOnlyList<PlacedTry> Tries =>
        [
            .. (Data.Tries?.Tried ?? [])
                .Where(t => t.On >= First(Data) && t.On <= Last(Data))
                .Select(t => new PlacedTry(X.At(t.On), Top - 6, t)),
        ];

    /// <summary>From the first try of the run to the last reading; empty where there is none.</summary>
    public (double X, double Width)? Run =>
        Tries.FirstOrDefault(t => t.Try.IsInRun) is { } first
        && Data.Points.Select(p => X.At(p.At)).DefaultIfEmpty(first.X).Max() is var end
        && end > first.X
            ? (first.X, end - first.X)
            : null;

    /// <summary>The line of readings, broken where one is missing.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var (lines, run) = (new List<string>(), new List<(double, double)>());
            foreach (var point in Data.Points)
            {
                if (point.Value is { } value)
                    run.Add((X.At(point.At), Y.At(value)));
                else
                    End();
            }
            End();
            return lines;

            void End()
            {
                if (run.Count > 1)
                    lines.Add(Canvas.Path(run));
                run.Clear();
            }
        }
    }

    public IReadOnlyList<PlacedPoint> Points
    {
        get
        {
            var measured = Data.Points.Where(p => p.Value is not null).ToList();
            var at = measured.Select(p => X.At(p.At)).ToList();
            return [.. measured.Select((point, i) => Placed(point, i, at))];
        }
    }

    public IReadOnlyList<PlacedBand> Bands =>
        [
            .. Data.Bands.Select(
                (band, i) =>
                {
                    var start = i == 0 ? Left : X.At(band.From);
                    var end = i + 1 < Data.Bands.Count ? X.At(Data.Bands[i + 1].From) : Right;
                    var baseline = band.BaselineFrom is { } from ? Math.Max(start, X.At(from) - 4) : end;
                    var until = band.BaselineUntil is { } last ? Math.Min(end, X.At(last) + 4) : baseline;
                    return new PlacedBand(start, end - start, band, baseline, Math.Max(0, until - baseline));
                }
            ),
        ];

    public IReadOnlyList<EdgeLabel> Edge => EdgeLabels.Place(EdgeWords(), Canvas.Letter * 1.25, Top + 2, Bottom - 2);

    public string ExpectedArea =>
        Canvas.Path([
            .. Data.Expected.Select(e => (X.At(e.At), Y.At(e.High))),
            .. Data.Expected.Reverse().Select(e => (X.At(e.At), Y.At(e.Low))),
        ]) + " Z";

    public string ExpectedLine => Canvas.Path(Data.Expected.Select(e => (X.At(e.At), Y.At(e.Value))));

    /// <summary>The word “baseline” stands at the foot of its band, or at its head where the target's line runs through the foot.</summary>
    public double BaselineWordY(ChartBand band)
    {
        var foot = Y.At(band.Lower) - 6;
        return Data.Target is { } target && Math.Abs(Y.At(target.Value) - (foot - Canvas.Letter * .35)) < Canvas.Letter
            ? Y.At(band.Upper) + Canvas.Letter
            : foot;
    }

    PlacedPoint Placed(ChartPoint point, int i, List<double> at)
    {
        var from = i == 0 ? Left : (at[i - 1] + at[i]) / 2;
        var to = i == at.Count - 1 ? Math.Min(Right, at[i] + (at[i] - from)) : (at[i] + at[i + 1]) / 2;
        return new(at[i], Y.At(point.Value!.Value), from, Math.Max(1, to - from), point, Say(point, Data.Unit));
    }

    public static string Say(ChartPoint point, string unit)
    {
        var day = Format.ShortDay(point.At);
        if (point.Value is not { } value)
            return $"{day}: not measured";
        var signal = point.Signal is null ? "" : $", {point.SignalSays}";
        return $"{day}: {Format.Number(value)} {unit}".TrimEnd()
            + (
                point.Interval is var (low, high)
                    ? $", 95 % interval {Format.Number(low)} to {Format.Number(high)}"
                    : ""
            )
            + signal
            + (point.Detail is null ? "" : $", {point.Detail}")
            + (point.Note is null ? "" : $". {point.Note}");
    }

    IEnumerable<EdgeLabel> EdgeWords()
    {
        EdgeLabel At(double value, string says, string fill, bool strong) =>
            new(Y.At(value), Y.At(value), $"{says} {Format.Number(value)}", fill, strong);

        if (Data.Target is { } target)
            yield return At(target.Value, "target", Canvas.Ink.Accent, strong: true);
        if (Data.Bands.Count == 0)
            yield break;
        var band = Data.Bands[^1];
        yield return At(band.Upper, "upper", Canvas.Ink.Soft, strong: false);
        yield return At(band.Centre, "usual", Canvas.Ink.Soft, strong: false);
        yield return At(band.Lower, "lower", Canvas.Ink.Soft, strong: false);
    }

    static IEnumerable<double> Values(BandData data) =>
        data
            .Points.Where(p => p.Value is not null)
            .Select(p => p.Value!.Value)
            .Concat(data.Points.SelectMany(p => p.Interval is var (low, high) ? new[] { low, high } : []))
            .Concat(data.Bands.SelectMany(b => new[] { b.Lower, b.Upper }))
            .Concat(data.Expected.SelectMany(e => new[] { e.Low, e.High }))
            .Concat(data.Target is { } target ? [target.Value] : []);

    static DateOnly First(BandData data) =>
        data
            .Points.Select(p => p.At)
            .Concat(data.Changes.Select(c => c.From))
            .DefaultIfEmpty(data.Target?.By ?? default)
            .Min();

    static DateOnly Last(BandData data) =>
        data
            .Points.Select(p => p.At)
            .Concat(data.Expected.Select(e => e.At))
            .Concat(data.Changes.Select(c => c.Until ?? c.From))
            .Concat(data.Target?.By is { } by ? [by] : [])
            .DefaultIfEmpty(default)
            .Max();
}

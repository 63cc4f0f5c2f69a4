using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Heed.Tests.Ui;

/// <summary>One chart of a page as it is read: its title, its summary, its table, and what is drawn at each width.</summary>
sealed partial class ReadChart(string where, IElement figure)
{
    public string Where => where;
    public IElement Figure => figure;
    public string Title { get; } = figure.QuerySelector("figcaption")?.Says() ?? "";
    public string Summary { get; } = figure.QuerySelector("p.summary")?.Says() ?? "";
    public IReadOnlyList<IElement> Drawings { get; } = [.. figure.QuerySelectorAll("svg.plot")];
    public IReadOnlyList<string> Heads { get; } =
    [.. figure.QuerySelectorAll("table:first-of-type thead th").Select(t => t.Says())];
    public IReadOnlyList<IElement> Rows { get; } = [.. figure.QuerySelectorAll("table:first-of-type tbody tr")];
    public string Foot { get; } = figure.QuerySelector(".chart-foot > span")?.Says() ?? "";

    /// <summary>The metric that the chart is of; empty where it says none.</summary>
    public string? Metric { get; } =
        figure
            .QuerySelectorAll(".chart-foot a")
            .Select(a => MetricOf(a.GetAttribute("href")))
            .FirstOrDefault(m => m is not null);

    public static string? MetricOf(string? address) =>
        address is not null && MetricAddress().Match(address) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Where the marks of a drawing stand, in the order of its points; null where a point has none.</summary>
    public static IReadOnlyList<(double X, double Y)?> Marks(IElement drawing) =>
        [.. drawing.QuerySelectorAll(".point").Select(point => Mark(point.QuerySelector(".mark")))];

    static (double X, double Y)? Mark(IElement? mark)
    {
        if (mark?.GetAttribute("cx") is { } x)
            return (Plain(x), Plain(mark.GetAttribute("cy")!));
        if (mark?.GetAttribute("d") is not { } path)
            return null;
        // A diamond: from its upper corner down by as much as it is wide to one side.
        var numbers = Numbers(path);
        return (numbers[0], numbers[1] + numbers[3]);
    }

    /// <summary>The scale of a drawing, read off the first and the last line of its grid.</summary>
    /// <param name="along">Which number of a line's path is its place.</param>
    public static (Func<double, double> Value, double Pixel) Scale(IElement drawing, int along)
    {
        var ticks = drawing
            .QuerySelectorAll("path.grid")
            .Select(line =>
                (At: Numbers(line.GetAttribute("d")!)[along], Value: Number(line.NextElementSibling!.Says())!.Value)
            )
            .ToList();
        var (first, last) = (ticks[0], ticks[^1]);
        var each = (last.Value - first.Value) / (last.At - first.At);
        return (at => first.Value + (at - first.At) * each, Math.Abs(each));
    }

    /// <summary>Whether a place that was read off a drawing is the number that is printed, as far as both are rounded.</summary>
    public static bool IsAt(double read, string printed, double pixel) =>
        Number(printed) is { } value && Math.Abs(read - value) <= Rounding(printed) + pixel * 0.05;

    /// <summary>Half of the last place that is printed.</summary>
    public static double Rounding(string printed)
    {
        var number = Printed().Match(printed).Value;
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return 0.5000001 * Math.Pow(10, point < 0 ? 0 : point + 1 - number.Length);
    }

    /// <summary>The first number in the words, as Heed prints numbers.</summary>
    public static double? Number(string words) =>
        Printed().Match(words) is { Success: true } found ? Plain(found.Value) : null;

    public static IReadOnlyList<double> Numbers(string words) =>
        [.. Printed().Matches(words).Select(m => Plain(m.Value))];

    public static DateOnly Day(string words) => DateOnly.Parse(words, CultureInfo.InvariantCulture);

    static double Plain(string number) =>
        double.Parse(
            number.Replace('−', '-').Replace(",", "", StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );

    [GeneratedRegex(@"[−-]?\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Printed();

    [GeneratedRegex("^/metrics/([0-9a-f]{32})$")]
    private static partial Regex MetricAddress();
}

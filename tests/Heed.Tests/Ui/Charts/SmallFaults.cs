using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Heed.Tests.Ui;

/// <summary>What the small drawings in lists say otherwise than they draw.</summary>
static partial class SmallFaults
{
    static List<double> Numbers(IElement of, string attribute) => [.. ReadChart.Numbers(of.GetAttribute(attribute)!)];

    /// <summary>A small line: as many points as it says, from and to the values it says, measured on its band.</summary>
    /// <param name="measured">What was measured of the metric that it stands beside, as far as that is known.</param>
    public static IEnumerable<string> OfSpark(IElement spark, IReadOnlyList<double>? measured)
    {
        var says = spark.GetAttribute("aria-label")!;
        if (Lately().Match(says) is not { Success: true } told)
        {
            yield return $"nobody can read “{says}”";
            yield break;
        }
        var (count, from, to) = (
            int.Parse(told.Groups["count"].Value),
            told.Groups["from"].Value,
            told.Groups["to"].Value
        );
        var line = spark.QuerySelectorAll("path[fill=none]").SelectMany(p => Pairs(Numbers(p, "d"))).ToList();
        var alone = spark
            .QuerySelectorAll("circle.alone")
            .Select(c => (X: Numbers(c, "cx")[0], Y: Numbers(c, "cy")[0]));
        var end = spark.LastElementChild!;
        var isDiamond = end.NodeName.Equals("path", StringComparison.OrdinalIgnoreCase);
        (double X, double Y) last = isDiamond
            ? (Numbers(end, "d")[0], Numbers(end, "d")[1] + 4)
            : (Numbers(end, "cx")[0], Numbers(end, "cy")[0]);
        var drawn = line.Concat(alone).Append(last).DistinctBy(p => p.X).OrderBy(p => p.X).ToList();
        if (drawn.Count != count)
            yield return $"{drawn.Count} points are drawn: “{says}”";
        if (isDiamond != says.Contains(". Moved;", StringComparison.Ordinal))
            yield return $"the last point is drawn as {(isDiamond ? "a signal" : "usual")}: “{says}”";
        if (measured is not null)
        {
            var lately = measured.TakeLast(count).ToList();
            if (lately.Count != count || !IsRound(lately[0], from) || !IsRound(lately[^1], to))
                yield return $"measured are {lately.Count}, from {lately[0]} to {lately[^1]}: “{says}”";
        }
        if (spark.QuerySelector("rect") is { } band != told.Groups["low"].Success)
            yield return $"a band is drawn and not said, or said and not drawn: “{says}”";
        if (spark.QuerySelector("rect") is not { } usual || drawn.Count == 0)
            yield break;
        var (top, height) = (Numbers(usual, "y")[0], Numbers(usual, "height")[0]);
        var (low, high) = (told.Groups["low"].Value, told.Groups["high"].Value);
        var each = (ReadChart.Number(high)!.Value - ReadChart.Number(low)!.Value) / height;
        foreach (var (place, printed) in new[] { (drawn[0].Y, from), (drawn[^1].Y, to) })
        {
            var value = ReadChart.Number(high)!.Value - (place - top) * each;
            // The ends of the band are rounded too, and what lies beyond it multiplies that.
            var room =
                ReadChart.Rounding(printed)
                + each * 0.05
                + ReadChart.Rounding(high) * 2 * (1 + Math.Abs(place - top) / height);
            if (Math.Abs(value - ReadChart.Number(printed)!.Value) > room)
                yield return $"drawn at {value:0.###}, said {printed}: “{says}”";
        }
    }

    static bool IsRound(double value, string printed) =>
        Math.Abs(value - ReadChart.Number(printed)!.Value) <= ReadChart.Rounding(printed);

    static IEnumerable<(double X, double Y)> Pairs(List<double> numbers) =>
        Enumerable.Range(0, numbers.Count / 2).Select(i => (numbers[2 * i], numbers[2 * i + 1]));

    /// <summary>How sure the team was: a dot for each number that is said, as high as it is, and the last one beside.</summary>
    public static IEnumerable<string> OfDots(IElement dots)
    {
        var drawing = dots.QuerySelector("svg")!;
        var says = drawing.GetAttribute("aria-label")!;
        var said = ReadChart.Numbers(says);
        var drawn = drawing.QuerySelectorAll("circle").Select(c => (24 - Numbers(c, "cy")[0]) / 2).ToList();
        if (!said.SequenceEqual(drawn))
            yield return $"drawn are {string.Join(", ", drawn)}: “{says}”";
        if (dots.QuerySelector(".num")!.Says() != $"{said[^1]}")
            yield return $"beside stands {dots.QuerySelector(".num")!.Says()}: “{says}”";
    }

    /// <summary>A score on its whole scale: at the value and the interval of its row.</summary>
    public static IEnumerable<string> OfScore(IElement mark)
    {
        var cells = mark.Closest("tr")!.QuerySelectorAll("td").Skip(1).Select(c => c.Says()).ToList();
        var ends = mark.QuerySelectorAll("text").Select(t => ReadChart.Number(t.Says())!.Value).ToList();
        double Value(double place) => ends[0] + (place - 5) / 122 * (ends[1] - ends[0]);
        var interval = ReadChart.Numbers(cells[1]);
        var range = Numbers(mark.QuerySelector("path.range")!, "d");
        var told = new[] { ReadChart.Number(cells[0])!.Value, interval[0], interval[1] };
        var drawn = new[] { Numbers(mark.QuerySelector("circle")!, "cx")[0], range[0], range[2] }.Select(Value);
        foreach (var (at, isSo) in drawn.Zip(told))
        {
            if (Math.Abs(at - isSo) > (ends[1] - ends[0]) / 122 * 0.1 + 0.06)
                yield return $"drawn at {at:0.##}, the row says {isSo} of {string.Join(" ", cells)}";
        }
    }

    /// <summary>How often each value stands in a column: a bar for each number that is said.</summary>
    public static IEnumerable<string> OfTally(IElement tally)
    {
        var says = tally.GetAttribute("aria-label")!;
        var said = says.Split(", ")
            .Select(part => part.Split(": "))
            .Select(p => (Value: p[0], Count: ReadChart.Number(p[1])!.Value))
            .ToList();
        var bars = tally.QuerySelectorAll("rect").Select(r => Numbers(r, "height")[0]).ToList();
        if (
            !tally.QuerySelectorAll("text").Select(t => t.Says()).SequenceEqual(said.Select(s => s.Value))
            || bars.Count != said.Count
        )
            yield return $"other values are drawn: “{says}”";
        else if (
            said.Zip(bars)
                .Any(b =>
                    Math.Abs(Math.Max(1, Math.Round(20 * b.First.Count / said.Max(s => s.Count))) - b.Second) > 0.01
                )
        )
            yield return $"the bars are {string.Join(", ", bars)} high: “{says}”";
    }

    [GeneratedRegex(
        @": the last (?<count>\d+) points?, from (?<from>\S+) to (?<to>\S+) .*?\. (?:Not measured|Not kept yet|Too few points|Flat|Inside its band|Moved|Moved, and back)(?:; (?<low>\S+) to (?<high>\S+) is usual)?\.$"
    )]
    private static partial Regex Lately();
}

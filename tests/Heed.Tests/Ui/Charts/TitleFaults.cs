using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Heed.Tests.Ui;

/// <summary>A measured point of a chart as its table tells it.</summary>
sealed record ReadPoint(string Day, string Number, string Usual, bool IsOutside, bool IsSignal);

/// <summary>What the title of a chart of points says otherwise than the points. A title that nobody can read is a fault too.</summary>
static partial class TitleFaults
{
    public static IReadOnlyList<(string Name, DateOnly From)> Changes(ReadChart chart) =>
        [
            .. chart
                .Figure.QuerySelectorAll("table")
                .Skip(1)
                .SelectMany(t => t.QuerySelectorAll("tbody tr"))
                .Select(row => (row.QuerySelector("th")!.Says(), ReadChart.Day(row.QuerySelector("td")!.Says()))),
        ];

    public static IEnumerable<string> Of(ReadChart chart, IReadOnlyList<ReadPoint> points)
    {
        var title = chart.Title;
        var last = points.Count > 0 ? points[^1] : null;
        var readers = new (Regex Form, Func<Match, IEnumerable<string>> Faults)[]
        {
            (Nothing(), _ => Is(last is null, "nothing is measured")),
            (TooFew(), _ => Is(points.All(p => p.Usual == "not known"), "there is no band")),
            (Flat(), at => Is(points.All(p => p.Number == at.Groups["value"].Value), "every point is the same")),
            (
                Inside(),
                at =>
                    Is(
                        last is { IsSignal: false } && last.Usual == at.Groups["usual"].Value,
                        $"it has not moved, {last}"
                    )
            ),
            (
                Back(),
                at => Is(last is { IsSignal: false } && last.Usual == at.Groups["usual"].Value, $"it is back, {last}")
            ),
            (
                Moved(),
                at => Is(last is { IsSignal: true } && last.Number == at.Groups["now"].Value, $"it moved, {last}")
            ),
            (Months(), at => MonthFaults(chart, points, at)),
            (Verdict(), _ => []),
        };
        var read = readers.Select(r => (Found: r.Form.Match(title), r.Faults)).Where(r => r.Found.Success).ToList();
        return
        [
            .. Is(read.Count > 0 || chart.Where == ChartWalk.Parts, "nobody can read it"),
            .. read.SelectMany(r => r.Faults(r.Found)),
            .. Stretch().Match(title) is { Success: true } stretch ? StretchFaults(chart, points, stretch) : [],
        ];

        IEnumerable<string> Is(bool so, string what) =>
            so ? [] : [$"the title says otherwise than its points ({what}): “{title}”"];
    }

    /// <summary>Since when, and how many points in a row; and how long after which change.</summary>
    static IEnumerable<string> StretchFaults(ReadChart chart, IReadOnlyList<ReadPoint> points, Match stretch)
    {
        var day = ReadChart.Day(stretch.Groups["day"].Value);
        var from = points.ToList().FindIndex(p => ReadChart.Day(p.Day) == day);
        var many = stretch.Groups["points"] is { Success: true } given ? int.Parse(given.Value) : 1;
        if (from < 0 || !points[from].IsSignal)
            yield return $"the title dates it on {day:O}, where no signal is drawn";
        else if (from + many > points.Count || points.Skip(from).Take(many).Any(p => !p.IsSignal))
            yield return $"the title says {many} points from {day:O} on, and fewer are drawn as a signal";
        else if (stretch.Groups["band"].Success && points.Skip(from).Take(many).Any(p => !p.IsOutside))
            yield return $"the title says {many} points outside from {day:O} on, and fewer are";
        if (Cause().Match(chart.Title) is not { Success: true } cause)
            yield break;
        var days = cause.Groups["days"] is { Success: true } after ? int.Parse(after.Value) : 0;
        if (!Changes(chart).Any(c => c.Name == cause.Groups["change"].Value && c.From.AddDays(days) == day))
            yield return $"the title says {days} days after “{cause.Groups["change"].Value}”, and the changes do not";
    }

    static IEnumerable<string> MonthFaults(ReadChart chart, IReadOnlyList<ReadPoint> points, Match months)
    {
        if (!months.Groups["months"].Success)
            yield break;
        if (months.Groups["months"].Value != $"{points.Count}")
            yield return $"the title says {months.Groups["months"].Value} months, {points.Count} are drawn";
        var apart = months.Groups["apart"].Value is "none" ? 0 : int.Parse(months.Groups["apart"].Value);
        foreach (var drawing in chart.Drawings)
        {
            if (drawing.QuerySelectorAll("path.flag").Length is var flags && flags != apart)
                yield return $"the title says {apart} differ, {flags} flags are drawn";
            if (drawing.QuerySelectorAll("path.interval").Length is var bars && bars != points.Count)
                yield return $"{bars} intervals are drawn for {points.Count} months";
        }
    }

    const RegexOptions AnyCase = RegexOptions.IgnoreCase;

    [GeneratedRegex("^(.+: )?nothing is measured yet", AnyCase)]
    private static partial Regex Nothing();

    [GeneratedRegex("^(.+: )?too few points to tell whether it moved", AnyCase)]
    private static partial Regex TooFew();

    [GeneratedRegex(@"it has not moved at all: every point is (?<value>\S+)", AnyCase)]
    private static partial Regex Flat();

    [GeneratedRegex(@"it has not moved beyond its noise.*?: (?<usual>\S+ to \S+) .*is usual", AnyCase)]
    private static partial Regex Inside();

    [GeneratedRegex(@"is back inside its band, (?<usual>\S+ to \S+)")]
    private static partial Regex Back();

    [GeneratedRegex(@"it moved: .*now (?<now>\S+) against a usual", AnyCase)]
    private static partial Regex Moved();

    [GeneratedRegex(
        @" by month(: of (?<months>\d+) months?, (?<apart>none|\d+) differs? from the others beyond chance)?$"
    )]
    private static partial Regex Months();

    [GeneratedRegex("^(Improved|Worsened|No change|Cannot tell|Not measured)")]
    private static partial Regex Verdict();

    [GeneratedRegex(
        @"\bit (?:(?:rose above|fell below) (?<band>its band) on (?<day>\d+ \w+ \d{4})(?:, (?<points>\d+) points in a row)?"
            + @"|(?:stayed|rose|fell|kept)\b(?: above| below)?(?: its usual level)?(?: for (?<points>\d+) points(?: in a row)?)?.*? from (?<day>\d+ \w+ \d{4}))"
    )]
    private static partial Regex Stretch();

    [GeneratedRegex("; it began (?:with|(?<days>[0-9]+) days after) “(?<change>.+)”$")]
    private static partial Regex Cause();
}

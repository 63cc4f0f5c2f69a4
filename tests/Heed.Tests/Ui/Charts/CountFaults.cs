using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Heed.Tests.Ui;

/// <summary>What charts of answers and of groups say and draw otherwise than their own tables.</summary>
static partial class CountFaults
{
    static List<string> Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(c => c.Says())];

    static string Name(IElement row) => row.QuerySelector("th")!.Says();

    static string Plain(string count) => Thousands().Replace(count, "");

    static bool IsHidden(IElement row) => Cells(row)[0].StartsWith("not shown: ", StringComparison.Ordinal);

    /// <summary>How the answers lie: a bar or as many dots for each row.</summary>
    public static IEnumerable<string> OfAnswers(ReadChart chart)
    {
        var rows = chart.Rows.Select(r => (Label: Name(r), Count: int.Parse(Plain(Cells(r)[0])))).ToList();
        var (total, most) = (rows.Sum(r => r.Count), rows.Max(r => r.Count));
        if (BestPoints().Match(chart.Title) is { Success: true } title)
        {
            var best = rows.Where(r => r.Label == title.Groups["low"].Value || r.Label == title.Groups["high"].Value)
                .Sum(r => r.Count);
            if (Plain(title.Groups["best"].Value) != $"{best}" || Plain(title.Groups["all"].Value) != $"{total}")
                yield return $"the title says “{chart.Title}”, the table {best} of {total}";
        }
        if (Most().Match(chart.Summary) is not { Success: true } told)
            yield return $"nobody can read the summary “{chart.Summary}”";
        else if (
            Plain(told.Groups["all"].Value) != $"{total}"
            || told.Groups["noun"].Value != (total == 1 ? "answer" : "answers")
            || Plain(told.Groups["most"].Value) != $"{most}"
            || !rows.Contains((told.Groups["label"].Value, most))
        )
            yield return $"the summary says “{chart.Summary}”, the table {total}, at most {most}";
        if (chart.Foot.StartsWith("n ", StringComparison.Ordinal) && ReadChart.Number(chart.Foot) != total)
            yield return $"the foot says “{chart.Foot}”, the table {total}";
        foreach (var drawing in chart.Drawings)
        {
            var points = drawing.QuerySelectorAll(".point");
            if (points.Length != rows.Count)
                yield return $"{points.Length} answers are drawn, the table has {rows.Count}";
            foreach (var (row, point) in rows.Zip(points))
            {
                if (
                    !Plain(point.GetAttribute("aria-label")!)
                        .StartsWith($"{row.Label}: {row.Count} of {total}, ", StringComparison.Ordinal)
                )
                    yield return $"“{point.GetAttribute("aria-label")}” is drawn where the table says {row}";
                if (
                    !point
                        .QuerySelectorAll("text")
                        .Select(t => Plain(t.Says()))
                        .SequenceEqual([$"{row.Count}", row.Label])
                )
                    yield return $"{row}: other words are drawn";
                var (dots, bar) = (point.QuerySelectorAll("circle.mark").Length, point.QuerySelector("rect.mark"));
                if (
                    bar is null
                        ? dots != row.Count
                        : Math.Abs(Height(bar) / points.Max(Height) - row.Count / (double)most) > 0.01
                )
                    yield return $"{row}: the marks are not as many or as high";
            }
        }

        static double Height(IElement of) =>
            (of.ClassName == "mark" ? of : of.QuerySelector("rect.mark")) is { } bar
                ? ReadChart.Number(bar.GetAttribute("height")!)!.Value
                : 0;
    }

    /// <summary>Groups beside each other, each with its interval, or hidden.</summary>
    public static IEnumerable<string> OfGroups(ReadChart chart)
    {
        var (shown, hidden) = (chart.Rows.Where(r => !IsHidden(r)).ToList(), chart.Rows.Where(IsHidden).ToList());
        if (OfGroupsSaid().Match(chart.Title) is { Success: true } title)
        {
            if (title.Groups["groups"].Value != $"{shown.Count}")
                yield return $"the title says {title.Groups["groups"].Value} groups, {shown.Count} are shown";
            foreach (
                var named in title
                    .Groups["named"]
                    .Captures.Select(c => c.Value)
                    .Where(n => !shown.Exists(r => Name(r) == n))
            )
                yield return $"the title names “{named}”, which is not shown";
        }
        foreach (var drawing in chart.Drawings)
        {
            var points = drawing.QuerySelectorAll(".point");
            if (points.Length != chart.Rows.Count)
            {
                yield return $"{points.Length} groups are drawn, the table has {chart.Rows.Count}";
                continue;
            }
            var labels = points
                .Where((_, i) => !IsHidden(chart.Rows[i]))
                .Select(p => p.GetAttribute("aria-label"))
                .ToList();
            var said =
                string.Join("; ", labels)
                + "."
                + (hidden.Count == 0 ? "" : $" {hidden.Count} not shown, too few answers.");
            if (chart.Summary != said)
                yield return $"the summary says “{chart.Summary}”, drawn is “{said}”";
            if (shown.Count == 0)
                continue;
            var (value, pixel) = ReadChart.Scale(drawing, along: 0);
            foreach (var fault in chart.Rows.Zip(points).SelectMany(r => Group(r.First, r.Second, value, pixel)))
                yield return fault;
        }
    }

    static IEnumerable<string> Group(IElement row, IElement point, Func<double, double> value, double pixel)
    {
        var (cells, label, name) = (Cells(row), point.GetAttribute("aria-label")!, Name(row));
        if (!label.StartsWith($"{name}: ", StringComparison.Ordinal))
            yield return $"“{label}” is drawn where the table says {name}";
        if (IsHidden(row))
        {
            if (point.QuerySelector(".mark, .interval") is not null || point.QuerySelector(".closed-eye") is null)
                yield return $"{name} is hidden and drawn";
            yield break;
        }
        var ends = cells[1].Split(" to ");
        var interval = ReadChart.Numbers(point.QuerySelector("path.interval")!.GetAttribute("d")!);
        var mark = ReadChart.Number(point.QuerySelector("circle.mark")!.GetAttribute("cx")!)!.Value;
        foreach (var (place, printed) in new[] { (mark, cells[0]), (interval[0], ends[0]), (interval[2], ends[1]) })
        {
            if (!ReadChart.IsAt(value(place), printed, pixel))
                yield return $"{name}: drawn at {value(place):0.###}, the table says {printed}";
        }
        var told = ReadChart.Numbers(label[(name.Length + 2)..]);
        var (first, low, high, n) = (told[0], told[^3], told[^2], told[^1]);
        var room = ReadChart.Rounding(label[(name.Length + 2)..]);
        foreach (var (told1, printed) in new[] { (first, cells[0]), (low, ends[0]), (high, ends[1]) })
        {
            if (Math.Abs(told1 - ReadChart.Number(printed)!.Value) > room + ReadChart.Rounding(printed))
                yield return $"“{label}”, the table says {printed}";
        }
        if (
            Plain(cells[2]) != $"{n}"
            || !point.QuerySelectorAll("text").Any(t => Plain(t.Says()) == $"n {Plain(cells[2])}")
        )
            yield return $"“{label}”, the table says n {cells[2]}";
    }

    /// <summary>Answers on both sides of a middle, or bars in a row: each row is drawn, and said with all its numbers.</summary>
    public static IEnumerable<string> OfRows(ReadChart chart)
    {
        foreach (var drawing in chart.Drawings)
        {
            var points = drawing.QuerySelectorAll(".point");
            var labels = points.Select(p => p.GetAttribute("aria-label")!).ToList();
            if (points.Length != chart.Rows.Count)
                yield return $"{points.Length} rows are drawn, the table has {chart.Rows.Count}";
            if (chart.Summary != string.Join("; ", labels) + ".")
                yield return $"the summary says “{chart.Summary}”, drawn is “{string.Join("; ", labels)}”";
            foreach (var (row, (point, label)) in chart.Rows.Zip(points.Zip(labels)))
            {
                var numbers = IsHidden(row) ? [] : Cells(row).SelectMany(ReadChart.Numbers).ToList();
                if (!label.StartsWith($"{Name(row)}: ", StringComparison.Ordinal))
                    yield return $"“{label}” is drawn where the table says {Name(row)}";
                else if (!IsHidden(row) && !ReadChart.Numbers(label[(Name(row).Length + 2)..]).SequenceEqual(numbers))
                    yield return $"“{label}”, the table says {string.Join(", ", numbers)}";
                if (IsHidden(row) != (point.QuerySelector(".mark") is null))
                    yield return $"{Name(row)}: drawn although it is hidden, or not drawn";
            }
        }
    }

    [GeneratedRegex(@"(?<=\d),(?=\d{3})")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(?<best>[\d,]+) of (?<all>[\d,]+) answers? (?:is|are) (?<low>\d+) or (?<high>\d+),")]
    private static partial Regex BestPoints();

    [GeneratedRegex(@"^(?<all>[\d,]+) (?<noun>answers?)\. Most often (?<label>.+), with (?<most>[\d,]+) \(")]
    private static partial Regex Most();

    [GeneratedRegex(@": of (?<groups>\d+) groups?, (?:.*?“(?<named>[^”]+)” \((?:higher|lower)\))*")]
    private static partial Regex OfGroupsSaid();
}

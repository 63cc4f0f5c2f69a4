using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Heed.Tests.Ui;

/// <summary>What a chart of points with a noise band says and draws otherwise than its own points.</summary>
static partial class BandFaults
{
    sealed record Row(string Day, string Value, string Usual, string Says)
    {
        public bool IsMeasured => Value != "not measured";
        public string Number => Value.Split(' ')[0];
        public bool IsOutside => Says.StartsWith("outside its band", StringComparison.Ordinal);
        public bool IsInARun => Says.StartsWith("part of a signal", StringComparison.Ordinal);
        public bool IsSignal => IsOutside || IsInARun;

        public static Row Of(IElement row)
        {
            var cells = row.QuerySelectorAll("td").Select(c => c.Says()).ToList();
            return new(row.QuerySelector("th")!.Says(), cells[0], cells[1], cells[2]);
        }
    }

    public static IEnumerable<string> Of(ReadChart chart)
    {
        var rows = chart.Rows.Select(Row.Of).ToList();
        var measured = rows.Where(r => r.IsMeasured).ToList();
        return
        [
            .. Summary(chart, rows, measured),
            .. chart.Drawings.SelectMany(drawing =>
                Drawn(chart, drawing, rows, measured).Select(f => $"{drawing.ClassName}: {f}")
            ),
            .. TitleFaults.Of(
                chart,
                [.. measured.Select(r => new ReadPoint(r.Day, r.Number, r.Usual, r.IsOutside, r.IsSignal))]
            ),
        ];
    }

    /// <summary>The points of a chart that is drawn from its table, for whoever compares them with what was measured.</summary>
    public static IEnumerable<(DateOnly Day, string Value)> Points(ReadChart chart) =>
        chart.Rows.Select(Row.Of).Where(r => r.IsMeasured).Select(r => (ReadChart.Day(r.Day), r.Number));

    static IEnumerable<string> Summary(ReadChart chart, List<Row> rows, List<Row> measured)
    {
        if (measured.Count == 0)
        {
            if (chart.Summary != "No reading yet.")
                yield return $"nothing is measured, and the summary says “{chart.Summary}”";
            yield break;
        }
        if (Told().Match(chart.Summary) is not { Success: true } told)
        {
            yield return $"nobody can read the summary “{chart.Summary}”";
            yield break;
        }
        string Said(string name) => told.Groups[name].Value;
        var values = measured.OrderBy(r => ReadChart.Number(r.Number)).ToList();
        foreach (
            var (what, said, isSo) in new[]
            {
                ("points", Said("count"), $"{measured.Count}"),
                ("the noun", Said("noun"), measured.Count == 1 ? "reading" : "readings"),
                ("the first day", Said("from"), measured[0].Day),
                ("the last day", Said("to"), measured[^1].Day),
                ("the least", Said("least"), values[0].Number),
                ("the most", Said("most"), values[^1].Number),
                ("the latest", Said("latest"), measured[^1].Number),
            }
        )
        {
            if (said != isSo)
                yield return $"{what}: the summary says {said}, the table {isSo}";
        }
        if (rows.TrueForAll(r => r.Usual == "not known"))
        {
            if (Said("outside").Length > 0)
                yield return "there is no band, and the summary counts points outside it";
            yield break;
        }
        var (outside, runs) = (measured.Count(r => r.IsOutside), measured.Count(r => r.IsInARun));
        if (Said("outside") != (outside == 0 ? "None" : $"{outside}"))
            yield return $"outside: the summary says “{Said("outside")}”, the table {outside}";
        if (Said("runs") != (runs == 0 ? "" : $"{runs}"))
            yield return $"parts of a signal: the summary says “{Said("runs")}”, the table {runs}";
        if (Said("usual") != measured[^1].Usual)
            yield return $"usual: the summary says “{Said("usual")}”, the table {measured[^1].Usual}";
    }

    static IEnumerable<string> Drawn(ReadChart chart, IElement drawing, List<Row> rows, List<Row> measured)
    {
        var points = drawing.QuerySelectorAll(".point");
        var marks = ReadChart.Marks(drawing);
        if (points.Length != measured.Count || marks.Any(m => m is null))
        {
            yield return $"{points.Length} points are drawn, {marks.Count(m => m is null)} without a mark; the table has {measured.Count}";
            yield break;
        }
        if (measured.Count == 0)
            yield break;
        var (value, pixel) = ReadChart.Scale(drawing, along: 1);
        foreach (var ((row, point), mark) in measured.Zip(points).Zip(marks))
        {
            var label = point.GetAttribute("aria-label") ?? "";
            if (!label.StartsWith($"{row.Day}: {row.Number}", StringComparison.Ordinal))
                yield return $"“{label}” is drawn where the table says {row.Day}, {row.Number}";
            if (!ReadChart.IsAt(value(mark!.Value.Y), row.Number, pixel))
                yield return $"{row.Day}: drawn at {value(mark.Value.Y):0.###}, the table says {row.Number}";
            if (point.QuerySelector(".signal") is not null != row.IsSignal)
                yield return $"{row.Day}: drawn as {(row.IsSignal ? "usual" : "a signal")}, the table says “{row.Says}”";
            if (label.Contains("outside its band", StringComparison.Ordinal) != row.IsOutside)
                yield return $"{row.Day}: “{label}”, and the table says “{row.Says}”";
        }
        if (points[^1].QuerySelector("text[font-weight='600']:not(.told)")?.Says() != measured[^1].Number)
            yield return $"the value beside the last point is not {measured[^1].Number}";
        foreach (
            var fault in Days(measured, marks)
                .Concat(Gaps(drawing, rows, marks))
                .Concat(Band(chart, drawing, measured, value, pixel))
        )
            yield return fault;
        if (
            drawing.QuerySelectorAll("rect.change").Length is var changes
            && changes != TitleFaults.Changes(chart).Count
        )
            yield return $"{changes} changes are drawn, the table has {TitleFaults.Changes(chart).Count}";
    }

    /// <summary>As far from each other as the days are.</summary>
    static IEnumerable<string> Days(List<Row> measured, IReadOnlyList<(double X, double Y)?> marks)
    {
        var days = measured.Select(r => ReadChart.Day(r.Day).DayNumber).ToList();
        var each = days.Count < 2 ? 0 : (marks[^1]!.Value.X - marks[0]!.Value.X) / (days[^1] - days[0]);
        for (var i = 0; i < days.Count; i++)
        {
            if (Math.Abs(marks[0]!.Value.X + each * (days[i] - days[0]) - marks[i]!.Value.X) > 0.05)
                yield return $"{measured[i].Day} is drawn on another day";
        }
    }

    /// <summary>The line goes from point to point and is broken at each gap of the table.</summary>
    static IEnumerable<string> Gaps(IElement drawing, List<Row> rows, IReadOnlyList<(double X, double Y)?> marks)
    {
        List<List<(double X, double Y)>> runs =
        [
            [],
        ];
        var next = 0;
        foreach (var row in rows)
        {
            if (row.IsMeasured)
                runs[^1].Add(marks[next++]!.Value);
            else
                runs.Add([]);
        }
        var wanted = runs.Where(run => run.Count > 1).ToList();
        var lines = drawing.QuerySelectorAll("path.line").Select(l => ReadChart.Numbers(l.GetAttribute("d")!)).ToList();
        if (wanted.Count != lines.Count)
        {
            yield return $"the line has {lines.Count} parts, the table {wanted.Count}";
            yield break;
        }
        foreach (var (run, line) in wanted.Zip(lines))
        {
            if (
                line.Count != run.Count * 2
                || run.Where((p, i) => Math.Abs(p.X - line[2 * i]) + Math.Abs(p.Y - line[2 * i + 1]) > 0.05).Any()
            )
                yield return "the line does not go through the points";
        }
    }

    static IEnumerable<string> Band(
        ReadChart chart,
        IElement drawing,
        List<Row> measured,
        Func<double, double> value,
        double pixel
    )
    {
        var bands = drawing.QuerySelectorAll("rect.band");
        if (measured[^1].Usual is "not known")
        {
            if (bands.Length > 0 || chart.Foot.Length == 0)
                yield return "there is no band: none may be drawn, and the foot says why";
            yield break;
        }
        if (bands.Length == 0)
        {
            yield return $"the table says {measured[^1].Usual} is usual, and no band is drawn";
            yield break;
        }
        var (top, height) = (
            ReadChart.Number(bands[^1].GetAttribute("y")!)!.Value,
            ReadChart.Number(bands[^1].GetAttribute("height")!)!.Value
        );
        var ends = measured[^1].Usual.Split(" to ");
        if (!ReadChart.IsAt(value(top), ends[1], pixel) || !ReadChart.IsAt(value(top + height), ends[0], pixel))
            yield return $"the band is drawn from {value(top + height):0.###} to {value(top):0.###}, the table says {measured[^1].Usual}";
        foreach (var (word, end) in new[] { ("lower", ends[0]), ("upper", ends[1]) })
        {
            if (!drawing.QuerySelectorAll("text").Any(t => t.Says() == $"{word} {end}"))
                yield return $"“{word} {end}” does not stand at the edge";
        }
    }

    [GeneratedRegex(
        @"^(?<count>[\d,]+) (?<noun>readings?), (?<from>\d+ \w+ \d+) to (?<to>\d+ \w+ \d+), between (?<least>\S+) and (?<most>\S+) .*?; the latest is (?<latest>\S+?)\."
            + @"(?: (?<outside>None|\d+) outside the noise band.*?which is (?:now )?(?<usual>\S+ to \S+?)(?:; (?<runs>\d+) (?:more )?inside it (?:is|are) part of a signal)?\.)?(?: |$)"
    )]
    private static partial Regex Told();
}

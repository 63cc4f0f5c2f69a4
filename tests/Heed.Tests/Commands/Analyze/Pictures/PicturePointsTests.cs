using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Tests.Ui;

namespace Heed.Tests.Commands.Analyze.Pictures;

/// <summary>What the files of <c>--svg</c> draw and say is what was measured and what was found.</summary>
public sealed class PicturePointsTests
{
    const int Before = 22;
    const int After = 13;
    static readonly DateOnly First = new(2025, 1, 6);

    /// <summary>Weeks around 60, and around 69 after the change.</summary>
    static readonly double[] Weeks =
    [
        .. Enumerable.Range(0, Before + After).Select(i => (i < Before ? 60 : 69) + (i * 7 % 11 - 5) * 0.4),
    ];

    static DateOnly Day(int week) => First.AddDays(7 * week);

    static async Task<IElement> Drawn(string verb, Csv file, params string[] options)
    {
        var path = Path.Combine(Path.GetDirectoryName(file.Path)!, "picture.svg");
        var said = await Typed.Heed(["analyze", verb, file.Path, .. options, "--svg", path]);
        Assert.Equal("", said.Errors);
        var page = await new HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(path));
        return page.QuerySelector("svg")!;
    }

    static string Plain(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    static Csv Series() =>
        new("week,orders\n" + string.Concat(Weeks.Select((value, i) => $"{Day(i):yyyy-MM-dd},{Plain(value)}\n")));

    [Fact]
    public async Task A_series_is_drawn_point_by_point_as_it_was_measured_and_told_so()
    {
        using var file = Series();
        var drawing = await Drawn(
            "series",
            file,
            "--date",
            "week",
            "--value",
            "orders",
            "--change",
            $"{Day(Before):O}"
        );

        var (value, pixel) = ReadChart.Scale(drawing, along: 1);
        var marks = ReadChart.Marks(drawing).Select(mark => mark!.Value).ToList();
        Assert.Equal(Weeks.Length, marks.Count);
        var width = (marks[^1].X - marks[0].X) / (Weeks.Length - 1);
        for (var i = 0; i < marks.Count; i++)
        {
            Assert.True(ReadChart.IsAt(value(marks[i].Y), Plain(Weeks[i]), pixel), $"{Day(i)}: {value(marks[i].Y)}");
            Assert.Equal(marks[0].X + i * width, marks[i].X, 0.02);
        }
        Assert.StartsWith(
            $"35 readings, 6 Jan 2025 to 1 Sep 2025, between {Plain(Weeks.Min())} and {Plain(Weeks.Max())}; the latest is {Plain(Weeks[^1])}. ",
            drawing.QuerySelector("desc")!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_band_without_the_change_is_the_interval_that_judged()
    {
        using var file = Series();
        string[] options = ["--date", "week", "--value", "orders", "--change", $"{Day(Before):O}"];
        var drawing = await Drawn("series", file, options);
        var change = (await Typed.Json(["analyze", "series", file.Path, .. options])).GetProperty("change");

        var (value, pixel) = ReadChart.Scale(drawing, along: 1);
        // Forth along one edge and back along the other; in the middle of the time after stands the effect's own interval.
        var edges = ReadChart
            .Numbers(drawing.QuerySelector("path.expected-range")!.GetAttribute("d")!)
            .Chunk(2)
            .ToList();
        Assert.Equal(2 * After, edges.Count);
        const int Middle = After / 2;
        var ends = new[] { value(edges[Middle][1]), value(edges[^(Middle + 1)][1]) };
        var fitted = change.GetProperty("counterfactual")[Middle].GetProperty("fitted").GetDouble();
        Assert.Equal(fitted - change.GetProperty("high").GetDouble(), ends.Min(), pixel * 0.05);
        Assert.Equal(fitted - change.GetProperty("low").GetDouble(), ends.Max(), pixel * 0.05);
        var expected = ReadChart.Numbers(drawing.QuerySelector("path.expected")!.GetAttribute("d")!).Chunk(2).ToList();
        foreach (var (place, day) in expected.Zip(change.GetProperty("counterfactual").EnumerateArray()))
            Assert.Equal(day.GetProperty("expected").GetDouble(), value(place[1]), pixel * 0.05);
    }

    [Fact]
    public async Task Correlations_are_drawn_at_their_lags_as_they_were_found_and_told_so()
    {
        // One wanders by sines that never meet again; the other does the same two weeks later.
        static double Wandering(int i) => 3 * Math.Sin(i * i * 0.7) + i * 0.2;
        using var file = new Csv(
            "week,lead,lag\n"
                + string.Concat(
                    Enumerable
                        .Range(2, 80)
                        .Select(i => $"{Day(i):yyyy-MM-dd},{Plain(Wandering(i))},{Plain(Wandering(i - 2))}\n")
                )
        );
        string[] options = ["--date", "week", "--leading", "lead", "--lagging", "lag", "--window", "1-3"];
        var drawing = await Drawn("tie", file, options);
        var found = await Typed.Json(["analyze", "tie", file.Path, .. options]);

        var lags = found
            .GetProperty("correlations")
            .EnumerateArray()
            .Select(at => (Lag: at.GetProperty("lag").GetInt32(), Is: at.GetProperty("correlation").GetDouble()))
            .ToList();
        Assert.NotEmpty(lags);
        var axis = drawing
            .QuerySelectorAll("text[text-anchor=end]")
            .Select(label => (Value: ReadChart.Number(label.Says()), Line: label.PreviousElementSibling!))
            .Where(tick => tick.Value is not null && tick.Line.LocalName == "path")
            .Select(tick => (Value: tick.Value!.Value, At: ReadChart.Numbers(tick.Line.GetAttribute("d")!)[1]))
            .ToList();
        var each = (axis[^1].Value - axis[0].Value) / (axis[^1].At - axis[0].At);
        var dots = drawing.QuerySelectorAll("circle").ToList();
        double Place(int dot, string name) => ReadChart.Numbers(dots[dot].GetAttribute(name)!)[0];
        Assert.Equal(lags.Count, dots.Count);
        var step = (Place(dots.Count - 1, "cx") - Place(0, "cx")) / (lags[^1].Lag - lags[0].Lag);
        for (var i = 0; i < lags.Count; i++)
        {
            Assert.Equal(lags[i].Is, axis[0].Value + (Place(i, "cy") - axis[0].At) * each, 0.001);
            Assert.Equal(Place(0, "cx") + (lags[i].Lag - lags[0].Lag) * step, Place(i, "cx"), 0.02);
        }
        Assert.Equal(
            $"Correlations by lag: {string.Join("; ", lags.Select(at => $"{Format.Count(at.Lag)}: {Format.Number(at.Is, 2)}"))}. "
                + $"Noise alone stays within {Format.Number(found.GetProperty("limit").GetDouble(), 2)} either way.",
            drawing.QuerySelector("desc")!.Says()
        );
    }

    [Fact]
    public async Task Ratings_are_drawn_where_the_raters_gave_them_and_told_so()
    {
        var given = new Dictionary<string, int[]>
        {
            ["door"] = [1, 5, 5],
            ["desk"] = [2, 3, 5],
            ["till"] = [4, 4, 4],
            ["lamp"] = [1, 2, 2],
        };
        using var file = new Csv(
            "item,a,b,c\n" + string.Concat(given.Select(one => $"{one.Key},{string.Join(',', one.Value)}\n"))
        );
        var drawing = await Drawn("agreement", file, "--unit", "item", "--rater", "a", "b", "c", "--scale", "1-5");

        var names = drawing.QuerySelectorAll("text[text-anchor=end]").Select(name => name.Says()).ToList();
        Assert.Equal(given.Keys.Order(), names.Order());
        var ticks = drawing
            .QuerySelectorAll("path[d*='0V']")
            .Select(tick => ReadChart.Numbers(tick.GetAttribute("d")!)[0]);
        var (low, high) = (ticks.Min(), ticks.Max());
        double Number(IElement dot, string name) => ReadChart.Numbers(dot.GetAttribute(name)!)[0];
        var rows = drawing
            .QuerySelectorAll("circle")
            .GroupBy(dot => Number(dot, "cy"))
            .OrderBy(row => row.Key)
            .ToList();
        foreach (var (name, row) in names.Zip(rows))
            Assert.Equal(
                given[name].Distinct().Order().Select(rating => (double)rating),
                row.Select(dot => Math.Round(1 + 4 * (Number(dot, "cx") - low) / (high - low), 2)).Order()
            );
        Assert.Equal(
            string.Join(
                "; ",
                names.Select(name =>
                    $"{name}: {string.Join(", ", given[name].CountBy(rating => rating).OrderBy(r => r.Key).Select(r => r.Value == 1 ? $"{r.Key}" : $"{r.Key} ×{r.Value}"))}"
                )
            ) + ".",
            drawing.QuerySelector("desc")!.Says()
        );
    }
}

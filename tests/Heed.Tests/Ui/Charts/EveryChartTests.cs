using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Heed.Ui.Charts;

namespace Heed.Tests.Ui;

/// <summary>
/// Every title, summary and count of every chart that the sample organisation shows is what the chart draws, what its table
/// says, and what was measured.
/// </summary>
[OnOneDatabase("how charts are drawn")]
public sealed partial class EveryChartTests
{
    /// <summary>What is told of one chart, so that the others are seen too.</summary>
    const int MostOfAChart = 4;

    [Fact]
    public async Task Every_chart_says_what_it_draws_and_draws_what_was_measured()
    {
        await using var walk = await ChartWalk.OfTheSample();
        List<string> faults =
        [
            .. NeverMet(Draws(), walk.Met).Select(name => $"{name} draws a chart, and no page of the sample shows it"),
            .. walk.Pages.SelectMany(page => Faults(page.Key, page.Value, walk)).Distinct(),
        ];
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public void A_chart_that_no_page_shows_is_named()
    {
        var draws = Drawing([("NewChart", "<svg></svg>"), ("NewSpark", "<NewChart Of=\"1\" />"), ("Plain", "<p></p>")]);

        Assert.Equal(["NewChart", "NewSpark"], draws.Order(StringComparer.Ordinal));
        Assert.Equal(["NewSpark"], NeverMet(draws, new HashSet<string> { "NewChart" }));
    }

    [Theory]
    [InlineData("21 readings", "20 readings", "points: the summary says 20")]
    [InlineData("29 Jun 2026 to", "6 Jul 2026 to", "the first day")]
    [InlineData("to 16 Nov 2026", "to 23 Nov 2026", "the last day")]
    [InlineData("the latest is 72.4", "the latest is 72.3", "the latest")]
    [InlineData("6 outside", "7 outside", "outside")]
    public async Task A_summary_that_lies_is_found(string so, string lie, string fault)
    {
        var (points, bands) = (Heed.Ui.Samples.ChartSamples.Weeks, Heed.Ui.Samples.ChartSamples.Band);
        const string Title =
            "It moved: it rose above its band on 12 October 2026, 6 points in a row, now 72.4 against a usual 61.7 of 100";
        (string, object?)[] honest = [("Title", Title), ("Unit", "of 100"), ("Points", points), ("Bands", bands)];
        var chart = new ReadChart("here", (await Drawn.Page<BandChart>(honest)).QuerySelector("figure")!);
        Assert.Empty(BandFaults.Of(chart));
        Assert.Contains(so, chart.Summary, StringComparison.Ordinal);

        var lying = await Drawn.Page<BandChart>([
            .. honest,
            ("Summary", chart.Summary.Replace(so, lie, StringComparison.Ordinal)),
        ]);
        var found = Assert.Single(BandFaults.Of(new("here", lying.QuerySelector("figure")!)));
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("now 72.4", "now 72.6")]
    [InlineData("12 October", "5 October")]
    [InlineData("6 points", "7 points")]
    [InlineData("It moved: it", "It has not moved beyond its noise: 55.9 to 67.6 of 100 is usual; it")]
    public async Task A_title_that_lies_is_found(string so, string lie)
    {
        const string Title =
            "It moved: it rose above its band on 12 October 2026, 6 points in a row, now 72.4 against a usual 61.7 of 100";
        var page = await Drawn.Page<BandChart>(
            ("Title", Title.Replace(so, lie, StringComparison.Ordinal)),
            ("Points", Heed.Ui.Samples.ChartSamples.Weeks),
            ("Bands", Heed.Ui.Samples.ChartSamples.Band)
        );
        Assert.NotEmpty(BandFaults.Of(new("here", page.QuerySelector("figure")!)));
    }

    [Theory]
    [InlineData("Cups: the last 6 points, from 9 to 12 of 100. Inside its band; 8 to 12 is usual.", null)]
    [InlineData(
        "Cups: the last 5 points, from 9 to 12 of 100. Inside its band; 8 to 12 is usual.",
        "6 points are drawn"
    )]
    [InlineData("Cups: the last 6 points, from 9 to 7 of 100. Inside its band; 8 to 12 is usual.", "said 7")]
    [InlineData("Cups: the last 6 points, from 9 to 12 of 100. Moved; 8 to 12 is usual.", "as usual")]
    public async Task A_small_line_draws_a_point_that_stands_alone_and_is_found_where_it_lies(
        string says,
        string? fault
    )
    {
        var page = await Drawn.Page<Sparkline>(
            ("Values", new double?[] { 9, null, 10, 11, null, 9.5, null, 11, 12 }),
            ("Says", says),
            ("Lower", 8.0),
            ("Upper", 12.0)
        );
        var faults = SmallFaults.OfSpark(page.QuerySelector("svg")!, null).ToList();
        if (fault is null)
            Assert.Empty(faults);
        else
            Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    static IEnumerable<string> Faults(string where, IParentNode page, ChartWalk walk)
    {
        foreach (var chart in page.QuerySelectorAll("figure.chart").Select(f => new ReadChart(where, f)))
        foreach (var fault in Same(chart).Concat(OfItsKind(chart)).Concat(Measured(chart, walk)).Take(MostOfAChart))
            yield return $"{where}, “{chart.Title}”: {fault}";
        foreach (var (small, faults) in Small(page, walk))
        foreach (var fault in faults.Take(MostOfAChart))
            yield return $"{where}, {small}: {fault}";
    }

    static IEnumerable<(string Small, IEnumerable<string> Faults)> Small(IParentNode page, ChartWalk walk)
    {
        foreach (var spark in page.QuerySelectorAll("svg.spark").Where(s => s.Closest(".row") is null))
            yield return ("a small line", SmallFaults.OfSpark(spark, walk.Measured(Beside(spark))));
        foreach (var dots in page.QuerySelectorAll(".dots"))
            yield return ("how sure", SmallFaults.OfDots(dots));
        foreach (var mark in page.QuerySelectorAll("svg.score-mark"))
            yield return ("a score", SmallFaults.OfScore(mark));
        foreach (var tally in page.QuerySelectorAll("svg.tally"))
            yield return ("a column", SmallFaults.OfTally(tally));
    }

    static string? Beside(IElement spark) =>
        spark
            .Closest("li, tr")
            ?.QuerySelectorAll("a")
            .Select(a => ReadChart.MetricOf(a.GetAttribute("href")))
            .FirstOrDefault(m => m is not null);

    /// <summary>One title and one summary, wherever they stand.</summary>
    static IEnumerable<string> Same(ReadChart chart)
    {
        if (chart.Drawings.Count != 3)
            yield return $"it is drawn {chart.Drawings.Count} times";
        foreach (var drawing in chart.Drawings)
        {
            if (drawing.QuerySelector("title")?.Says() != chart.Title)
                yield return $"the drawing is called “{drawing.QuerySelector("title")?.Says()}”";
            if (drawing.QuerySelector("desc")?.Says() != chart.Summary)
                yield return $"the drawing is told as “{drawing.QuerySelector("desc")?.Says()}”, the table as “{chart.Summary}”";
        }
        if (chart.Figure.QuerySelector("table caption")?.Says() is var caption && caption != chart.Title)
            yield return $"the table is called “{caption}”";
    }

    static IEnumerable<string> OfItsKind(ReadChart chart) =>
        chart.Heads switch
        {
            ["Day", "Value", "Usual range", "What it says"] => BandFaults.Of(chart),
            ["Answer", "How many", "Share"] => CountFaults.OfAnswers(chart),
            ["Group", "Value", "Interval", "n", ..] => CountFaults.OfGroups(chart),
            ["Question", .., "n"] or [_, "How much", "Rank"] => CountFaults.OfRows(chart),
            [
                "Activity",
                "Hours of staff a month"
                or "Hours of customers a month"
                or "Cash a month",
                "Does it matter?",
            ] => PlotFaults.OfBubbles(chart),
            ["Lag", "Correlation", "Declared"] => PlotFaults.OfLags(chart),
            ["Curve", _, _, "Interval"] => PlotFaults.OfCurves(chart),
            _ =>
            [
                $"nobody compares a chart with the table “{string.Join(", ", chart.Heads)}” with its points: teach this test",
            ],
        };

    /// <summary>Where a chart says of which metric it is, it draws the newest points of it, and none besides.</summary>
    static IEnumerable<string> Measured(ReadChart chart, ChartWalk walk)
    {
        if (walk.Measured(chart.Metric ?? ReadChart.MetricOf(chart.Where)) is not { } values)
            yield break;
        var drawn = BandFaults.Points(chart).Select(p => p.Value).ToList();
        var newest = values.TakeLast(SeriesLine.MostDrawn).ToList();
        if (drawn.Count != newest.Count || drawn.Zip(newest).Any(p => !ReadChart.IsAt(p.Second, p.First, 0)))
            yield return $"{newest.Count} points were measured, {drawn.Count} are in the table, or others";
        if (
            (values.Count > newest.Count)
            != chart.Foot.Contains($"The newest {newest.Count} of ", StringComparison.Ordinal)
        )
            yield return $"{values.Count} points were measured, {newest.Count} are drawn, and the foot says “{chart.Foot}”";
    }

    /// <summary>Signs of one letter's size, which are no charts.</summary>
    static readonly string[] Signs = ["Icon", "Shape"];

    /// <summary>Drawn elsewhere than on the pages of a sample organisation, and why.</summary>
    static readonly string[] Elsewhere =
    [
        // The files of “heed analyze --svg”.
        "RankedIntervals",
        "SurveyDrawing",
        "RatingDots",
        "CurvePlot",
        // Shown where three have voted, and the sample's team is two: AgendaTests.
        "ConfidenceSpread",
        // In development only; its charts are walked without it.
        "Gallery",
    ];

    static List<string> NeverMet(IEnumerable<string> draws, IReadOnlySet<string> met) =>
        [.. draws.Except(Elsewhere).Where(name => !met.Contains(name)).Order(StringComparer.Ordinal)];

    static HashSet<string> Draws() =>
        Drawing([
            .. Repository
                .Sources()
                .Where(s => s.Name.EndsWith(".razor", StringComparison.Ordinal))
                .Select(s => (Path.GetFileNameWithoutExtension(s.Name), s.Text)),
        ]);

    /// <summary>The components that draw, and those that show one that does, up to the pages.</summary>
    static HashSet<string> Drawing(IReadOnlyList<(string Name, string Text)> sources)
    {
        var draws = sources
            .Where(s => s.Text.Contains("<svg", StringComparison.Ordinal))
            .Select(s => s.Name)
            .Except(Signs)
            .ToHashSet();
        int before;
        do
        {
            before = draws.Count;
            draws.UnionWith(
                sources
                    .Where(s => Shown().Matches(s.Text).Any(m => draws.Contains(m.Groups[1].Value)))
                    .Select(s => s.Name)
                    .ToList()
            );
        } while (draws.Count > before);
        return draws;
    }

    [GeneratedRegex(@"<(?:[A-Z]\w+\.)*([A-Z]\w+)")]
    private static partial Regex Shown();
}

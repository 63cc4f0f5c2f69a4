using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heed.Aim;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Ui.Charts;

namespace Heed.Tests.Metrics;

/// <summary>
/// One metric with a rebase, a gap and a wanted range, looked at on every screen that shows it and in the terminal: the same
/// band, the same signals in the same colours, the same day.
/// </summary>
[OnOneDatabase("one series on many screens, each of which is read from both elsewhere")]
public sealed class OneViewTests
{
    static readonly DateOnly First = new(2034, 8, 14);
    const string Range = "55..65";
    const string Baseline = "2034-10-23..2034-12-25";
    const string Found = "it rose above its band on 19 February 2035, 3 points in a row";

    static DateOnly Week(int week) => First.AddDays(7 * week);

    /// <summary>Ten weeks around 40 with one far off; then around 60, two weeks not measured, and at last above the range.</summary>
    static IEnumerable<(int Week, double Value)> Weeks =>
        Enumerable
            .Range(0, 30)
            .Where(week => week is not (20 or 21))
            .Select(week =>
                (
                    week,
                    week switch
                    {
                        8 => 60.0,
                        < 10 => 40 + (week % 2 == 0 ? -1 : 1),
                        < 27 => 60 + (week % 2 == 0 ? -1 : 1),
                        28 => 76.0,
                        _ => 75.0,
                    }
                )
            );

    static async Task<Metric> Rebased(Cast cast)
    {
        var asked = SampleMeasurements.Asked("Temperature of the cup");
        (asked.Unit, asked.LowerBound, asked.UpperBound) = ("degrees", null, null);
        (asked.Wanted, asked.WantedLow, asked.WantedHigh) = (Wanted.Range, 55, 65);
        var metric = await cast.Metric(asked);
        (
            await cast.Record(metric.Id, [.. Weeks.Select(w => SampleMeasurements.Row($"{Week(w.Week):O}", w.Value))])
        ).Given();
        await cast.Do<SetBaseline, Baseline>(set =>
            set.Run(
                metric.Id,
                new()
                {
                    From = Week(10),
                    To = Week(19),
                    Reason = "New machines",
                },
                default
            )
        );
        return metric;
    }

    static async Task<KeyResult> AimedAt(Cast cast, Metric metric)
    {
        var objective = await cast.Objective();
        var asked = Aims.Asked(metric);
        (asked.BaselineFrom, asked.BaselineTo, asked.Target) = (Week(0), Week(9), 62);
        var keyResult = await cast.Do<WriteKeyResult, KeyResult>(write => write.Run(objective.Id, asked, default));
        await cast.Do<TurnObjective, Objective>(turn => turn.Agree(objective.Id, default));
        await cast.Do<TurnObjective, Objective>(turn => turn.GoLive(objective.Id, Aims.Alone(), default));
        return keyResult;
    }

    static Task<Trial> Tried(Cast cast, Metric metric) =>
        cast.Do<PlanTrial, Trial>(plan =>
            plan.Run(
                new()
                {
                    Team = cast.Team.Id,
                    Change = "Warm the cups",
                    Lever = Heed.Analytics.Evidence.Lever.Environment,
                    Obstacle = "Cold cups.",
                    Metric = metric.Id,
                    Predicted = -8,
                    Start = new(2035, 3, 12),
                    Look = new(2035, 6, 11),
                    Undo = "Leave them.",
                },
                default
            )
        );

    static IElement Chart(IHtmlDocument page) => page.QuerySelector("figure.chart")!;

    /// <summary>Day, value, usual range and what is said, of every reading.</summary>
    static List<string> Rows(IElement chart) =>
        [.. chart.QuerySelector("table")!.QuerySelectorAll("tbody tr").Select(row => row.Says())];

    /// <summary>Each point as it is drawn: the colour of a signal, or nothing.</summary>
    static List<string?> Marks(IElement chart) =>
        [
            .. chart
                .QuerySelectorAll("svg.wide .point")
                .Select(point => point.QuerySelector(".signal")?.GetAttribute("fill")),
        ];

    /// <summary>What the summary says of band and points outside, whatever the unit.</summary>
    static string Told(string summary) => summary[summary.IndexOf("the latest is", StringComparison.Ordinal)..];

    static string Told(IElement chart) => Told(chart.QuerySelector("desc")!.TextContent);

    static IElement Spark(IHtmlDocument page, string href) =>
        page.QuerySelectorAll($"a[href='{href}']")
            .Select(a => a.Closest("li, tr")!.QuerySelector("svg.spark"))
            .OfType<IElement>()
            .First();

    [Fact]
    public async Task Every_screen_and_the_terminal_show_one_band_one_set_of_signals_one_colour_and_one_day()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await Rebased(maya);
        var (keyResult, trial) = (await AimedAt(maya, metric), await Tried(maya, metric));
        var browser = await maya.Browser();

        var chart = Chart(await browser.Page($"/metrics/{metric.Id}"));
        var (rows, marks, told) = (Rows(chart), Marks(chart), Told(chart));
        Assert.Equal(29, rows.Count);
        Assert.Contains("54.7 to 65.3", rows[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("54.7", rows[0], StringComparison.Ordinal);
        Assert.Contains("not measured", rows[20], StringComparison.Ordinal);
        // What has passed is grey; what is so now lies outside the wanted range, so it is not the wanted way.
        var (grey, wrong) = (ChartInk.Page.NotKnown, ChartInk.Page.OffCourse);
        Assert.Equal(grey, marks[8]);
        Assert.Equal([wrong, wrong, wrong], marks[^3..]);
        Assert.Equal(
            "the latest is 75. 4 outside the noise band of its time, which is now 54.7 to 65.3; 8 more inside it are part of a signal.",
            told
        );
        Assert.Contains(Found, chart.QuerySelector("figcaption")!.Says(), StringComparison.Ordinal);

        foreach (var path in new[] { $"/aim/key-results/{keyResult.Id}", $"/try/{trial.Id}" })
        {
            var other = Chart(await browser.Page(path));
            Assert.Equal(rows, Rows(other));
            Assert.Equal(marks, Marks(other));
            Assert.Equal(told, Told(other));
            Assert.Contains(Found, other.QuerySelector("figcaption")!.Says(), StringComparison.Ordinal);
        }

        var home = await browser.Page("/");
        Assert.Contains(
            "rose above its band on 19 February 2035, 3 points in a row",
            home.Body!.Says(),
            StringComparison.Ordinal
        );
        var spark = Spark(home, $"/metrics/{metric.Id}");
        Assert.Contains("54.7 to 65.3 is usual", spark.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(2, spark.QuerySelectorAll("path[fill=none]").Length);
        Assert.Single(spark.QuerySelectorAll($"path[fill='{wrong}']"));
        Assert.Equal(spark.OuterHtml, Spark(await browser.Page("/metrics"), $"/metrics/{metric.Id}").OuterHtml);
        Assert.Equal(spark.OuterHtml, Spark(await browser.Page("/aim"), $"/aim/key-results/{keyResult.Id}").OuterHtml);

        using var file = new Csv(await browser.GetStringAsync($"/metrics/{metric.Id}/points.csv"));
        var picture = Path.ChangeExtension(file.Path, "svg");
        var said = await Typed.Heed(
            "analyze",
            "series",
            file.Path,
            "--date",
            "date",
            "--value",
            "value",
            "--baseline",
            Baseline,
            "--wanted",
            Range,
            "--svg",
            picture
        );
        Assert.Equal(("", 0), (said.Errors, said.Code));
        var drawn = XDocument.Load(picture).Descendants().ToList();
        Assert.Equal(told, Told(drawn.Single(e => e.Name.LocalName == "desc").Value));
        Assert.Equal(
            marks.Select(mark =>
                mark is null ? null
                : mark == wrong ? ChartInk.File.OffCourse
                : ChartInk.File.NotKnown
            ),
            drawn
                .Where(e => (string?)e.Attribute("class") == "point")
                .Select(point =>
                    (string?)
                        point
                            .Elements()
                            .SingleOrDefault(e => (string?)e.Attribute("class") == "mark signal")
                            ?.Attribute("fill")
                )
        );
    }
}

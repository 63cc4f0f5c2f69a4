using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

public sealed class MetricPagesTests
{
    internal static readonly double[] Noise = [61, 63, 60, 62, 64, 61, 63, 62, 60, 64, 62, 61];

    internal static string Text(IParentNode page) => page.QuerySelector("main")!.TextContent;

    [Theory]
    [InlineData(0, "Nothing is measured yet")]
    [InlineData(1, "Limits need 6 points, and there is 1.")]
    [InlineData(5, "Limits need 6 points, and there are 5.")]
    [InlineData(8, "as far as provisional limits tell")]
    [InlineData(12, "It has not moved beyond its noise")]
    [InlineData(1000, "The newest 240 of 1,000 points are drawn.")]
    public async Task The_page_answers_whatever_there_is(int points, string says)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric(SampleMeasurements.Asked(cadence: Cadence.Day));
        await harbor.Record(
            metric.Id,
            SampleMeasurements.Rows(Cadence.Day, [.. Enumerable.Range(0, points).Select(i => Noise[i % 12])])
        );
        var browser = await harbor.Browser();
        var page = await browser.Page($"/metrics/{metric.Id}");
        Assert.Contains(says, Text(page));
        Assert.Equal(points >= 6, page.QuerySelector("svg.plot rect.band") is not null);
        Assert.Equal(points < 16 ? points : 12, page.QuerySelectorAll("#points tbody tr").Length);
    }

    [Fact]
    public async Task Of_many_measurements_the_newest_dozen_is_shown_and_their_points_stand_below_each_other()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, [.. Noise, .. Noise, 69.4]));
        var browser = await harbor.Browser();
        var page = await browser.Page($"/metrics/{metric.Id}");
        var rows = page.QuerySelectorAll("#points tbody td[data-label=Value]").Select(c => c.TextContent).ToList();
        Assert.Equal(12, rows.Count);
        Assert.Equal(["69.4", "61.0", "62.0"], rows[..3]);
        var all = page.QuerySelectorAll("#points a").Single(a => a.TextContent == "All 25 measurements");
        var whole = await browser.Page(all.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(25, whole.QuerySelectorAll("#points tbody tr").Length);
        Assert.Contains("Only the newest 12", Text(whole));
    }

    [Fact]
    public async Task A_value_without_n_is_shown_with_what_is_usual()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, Noise));
        var page = await (await harbor.Browser()).Page($"/metrics/{metric.Id}");
        Assert.Equal(
            "Week of 5 March 2035 · usual 56.1 to 67.7",
            page.QuerySelector(".headline .basis")!.TextContent.Trim()
        );
    }

    [Fact]
    public async Task The_list_begins_with_what_moved_and_can_stand_by_name()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        foreach (var (name, last) in new[] { ("A quiet one", 62.0), ("B that rose", 75), ("C with one point", 60) })
        {
            var metric = await harbor.Metric(SampleMeasurements.Asked(name));
            await harbor.Record(
                metric.Id,
                SampleMeasurements.Rows(Cadence.Week, name[0] == 'C' ? [last] : [.. Noise, last])
            );
        }
        var browser = await harbor.Browser();
        Assert.Equal(["B that rose", "A quiet one", "C with one point"], await Names("/metrics"));
        Assert.Equal(["A quiet one", "B that rose", "C with one point"], await Names("/metrics?order=Name"));
        Assert.Contains(
            "1 of 2 metrics with a noise band moved beyond it, 1 of them the wanted way.",
            Text(await browser.Page("/metrics"))
        );

        async Task<List<string>> Names(string path) =>
            [.. (await browser.Page(path)).QuerySelectorAll("tbody th a").Select(a => a.TextContent)];
    }

    [Fact]
    public async Task A_rise_above_the_band_is_the_title_and_a_signal_with_its_day()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, [.. Noise, 71]));
        var browser = await harbor.Browser();
        var page = await browser.Page($"/metrics/{metric.Id}");
        Assert.Contains(
            "It moved: it rose above its band on 5 March 2035, now 71 against a usual 62.6 of 100",
            page.QuerySelector("figure.chart figcaption")!.TextContent
        );
        Assert.Contains("The wanted way · known since 5 March 2035 · still so", Text(page));
        Assert.NotEmpty(page.QuerySelectorAll("svg.plot.wide .signal"));
        var list = await browser.Page("/metrics");
        Assert.Contains("Moved", Text(list));
        Assert.Contains("rose above its band on 5 March 2035", Text(list));
        Assert.NotNull(list.QuerySelector("svg.spark rect"));
    }

    sealed class OneChange : IChangeSource
    {
        public Task<IReadOnlyList<DatedChange>> Changes(
            IReadOnlyCollection<Id<Metric>> metrics,
            CancellationToken stop
        ) =>
            Task.FromResult<IReadOnlyList<DatedChange>>([
                new(
                    metrics.Single(),
                    new(2035, 2, 5),
                    null,
                    "Call before arrival",
                    "/try/1",
                    VerdictWord.Improved,
                    "Improved",
                    "+8.6 [5.1, 12.0]"
                ),
            ]);
    }

    [Fact]
    public async Task A_change_that_another_room_knows_is_drawn_and_told()
    {
        await using var world = await World.Start(services => services.AddScoped<IChangeSource, OneChange>());
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var browser = await harbor.Browser();
        Assert.Contains("Call before arrival", Text(await browser.Page($"/metrics/{metric.Id}")));
        await harbor.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, Noise));
        var page = await browser.Page($"/metrics/{metric.Id}");
        Assert.Single(page.QuerySelectorAll("svg.plot.wide rect.change"));
        Assert.Equal("/try/1", page.QuerySelector(".sentences a.say")!.GetAttribute("href"));
        Assert.Contains("Call before arrival", await browser.GetStringAsync($"/metrics/{metric.Id}/chart.svg"));
    }

    [Fact]
    public async Task Nothing_that_cannot_be_told_is_coloured()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-02-19", 10), ("2035-02-26", 90));
        var page = await (await harbor.Browser()).Page($"/metrics/{metric.Id}");
        Assert.NotNull(page.QuerySelector(".headline .state.not-known"));
        Assert.Empty(page.QuerySelectorAll(".headline .held, .headline .off-course, .signal"));
    }

    [Fact]
    public async Task A_correction_shows_what_it_superseded()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-02-26", 62));
        await harbor.Record(metric, ("2035-02-26", 64));
        var page = await (await harbor.Browser()).Page($"/metrics/{metric.Id}");
        var row = page.QuerySelector("#points tbody tr")!.TextContent;
        Assert.Contains("week of 26 February 2035", row);
        Assert.Contains("corrected, was 62", row);
        Assert.Contains("64 of 100, recorded on 5 March 2035 (manual), a correction", row);
    }

    [Fact]
    public async Task A_gap_breaks_the_line_and_is_told_in_the_table()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-01-08", 60), ("2035-01-15", 62), ("2035-02-19", 61), ("2035-02-26", 63));
        var page = await (await harbor.Browser()).Page($"/metrics/{metric.Id}");
        Assert.Equal(2, page.QuerySelectorAll("svg.plot.wide path.line").Length);
        Assert.Contains("a gap until 19 February 2035", page.QuerySelector(".twin")!.TextContent);
    }

    [Fact]
    public async Task The_chart_is_a_file_that_stands_alone()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, [.. Noise, 71]));
        var answer = await (await harbor.Browser()).GetAsync($"/metrics/{metric.Id}/chart.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.Contains("It moved: it rose above its band", svg.Root.Value);
        Assert.DoesNotContain("var(--", svg.ToString());
    }

    [Fact]
    public async Task A_metric_is_retired_and_restored_on_its_page()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var browser = await harbor.Browser();
        await browser.PostForm($"/metrics/{metric.Id}", "retire", []);
        Assert.Contains("retired on 5 March 2035", Text(await browser.Page($"/metrics/{metric.Id}")));
        Assert.Contains("Nothing is measured yet", Text(await browser.Page("/metrics")));
        Assert.Contains("Reorders within a month", Text(await browser.Page("/metrics?retired=true")));
        await browser.PostForm($"/metrics/{metric.Id}", "restore", []);
        Assert.Contains("Reorders within a month", Text(await browser.Page("/metrics")));
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_paged_by_its_address()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 53; i++)
            await harbor.Metric(SampleMeasurements.Asked($"Share of guests {i:00}"));
        var waiting = SampleMeasurements.Asked("Waiting");
        waiting.Kind = MetricKind.System;
        await harbor.Metric(waiting);
        var browser = await harbor.Browser();
        var first = await browser.Page("/metrics");
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("1 to 50 of 54 metrics", Text(first));
        var second = await browser.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("51 to 54 of 54 metrics", Text(second));
        Assert.Single((await browser.Page("/metrics?kind=System")).QuerySelectorAll("tbody tr"));
        Assert.Single((await browser.Page("/metrics?words=guests+07")).QuerySelectorAll("tbody tr"));
        Assert.Contains("No metric fits", Text(await browser.Page("/metrics?words=unicorns")));
    }

    [Fact]
    public async Task Who_may_only_read_sees_no_form()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Become(Heed.People.Role.Viewer);
        var page = await (await harbor.Browser()).Page($"/metrics/{metric.Id}");
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains(
            "may read metrics here, not record",
            (await harbor.Record(metric, ("2035-02-26", 62))).Because()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/file")]
    [InlineData("/chart.svg")]
    [InlineData("/points.csv")]
    public async Task A_foreign_metric_has_no_page(string path)
    {
        await using var world = await World.Start();
        var metric = await (await world.Organisation("Harbor Coffee")).Metric();
        var stranger = await (await world.Organisation("Tea House", "Noor")).Browser();
        var foreign = await stranger.GetAsync($"/metrics/{metric.Id}{path}");
        var unknown = await stranger.GetAsync($"/metrics/{Id<Metric>.New()}{path}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(await unknown.Alike(), await foreign.Alike());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/metrics/nonsense{path}")).StatusCode);
    }
}

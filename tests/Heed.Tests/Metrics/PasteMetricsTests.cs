using System.Net;
using AngleSharp.Html.Dom;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

/// <summary>A table of numbers from anywhere becomes metrics: seen first, then kept, all of it or nothing.</summary>
public sealed class PasteMetricsTests
{
    const string At = "/metrics/paste";

    const string Weeks =
        "Week,Calls,Complaints,On time %,Remark\n"
        + "2035-01-29,40,7,91.5,snow\n"
        + "2035-02-05,38,6,93,\n"
        + "2035-02-12,41,9,92,\n"
        + "2035-02-19,37,5,94.5,two new drivers\n"
        + "2035-02-26,39,8,93,\n";

    static Task<HttpResponseMessage> Look(HttpClient browser, string text) =>
        browser.PostForm(At, "paste", new() { ["Asked.Text"] = text });

    static async Task<IHtmlDocument> Seen(HttpClient browser, string text) => await (await Look(browser, text)).Html();

    /// <summary>The second word, with the form as it stands and what a person changes in it; null unticks.</summary>
    static Task<HttpResponseMessage> Keep(
        HttpClient browser,
        IHtmlDocument seen,
        params (string Field, string? Value)[] changed
    )
    {
        var form = seen.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "keep");
        var filled = Forms.Filled(form);
        foreach (var (field, value) in changed)
        {
            Assert.NotNull(form.QuerySelector($"[name='{field}']"));
            filled.Remove(field);
            if (value is not null)
                filled[field] = value;
        }
        return browser.PostAsync(At, new FormUrlEncodedContent(filled));
    }

    static async Task<string> Said(HttpResponseMessage answer) =>
        (await answer.Html()).QuerySelector("main")!.TextContent;

    static Task<List<Metric>> Metrics(Cast cast) =>
        cast.World.As(
            cast,
            here => here.GetRequiredService<HeedDb>().Metrics.AsNoTracking().OrderBy(m => m.Name).ToListAsync()
        );

    static string ReadmesCalls()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var from = readme.IndexOf("week,calls\n", StringComparison.Ordinal);
        return readme[from..readme.IndexOf("```", from, StringComparison.Ordinal)];
    }

    public static TheoryData<string, string> Tables =>
        new()
        {
            { ReadmesCalls(), "calls" },
            { Weeks, "Calls|Complaints|On time" },
            { "Week\tCalls\n2035-02-19\t40\n2035-02-26\t38\n", "Calls" },
            { "Datum;Anrufe\n19.02.2035;40,5\n26.02.2035;38\n", "Anrufe" },
            { "Month,Revenue (£)\nJan 2035,£1,200\n", "" },
            { "Month,Revenue (£)\nJan 2035,\"£1,200\"\nFeb 2035,\"£1,350.50\"\n", "Revenue" },
            { "Year,Stores\n2032,4\n2033,5\n2034,7\n", "Stores" },
            { "Harbor Coffee per week\n\nWeek,Calls\n2035-02-19,40\n2035-02-26,38\nTotal,78\n", "Calls" },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_with_any_header_becomes_its_metrics(string text, string names)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        var look = await Look(browser, text);
        if (names.Length == 0)
        {
            // The thousands were not quoted, so a row has a cell too many: that is said, and nothing is guessed.
            Assert.Contains("Row 2", await Said(look), StringComparison.Ordinal);
            Assert.Empty(await Metrics(harbor));
            return;
        }
        var seen = await look.Html();
        Assert.Empty(await Metrics(harbor));
        var answer = await Keep(browser, seen);
        Assert.Equal(
            (HttpStatusCode.Redirect, "/metrics?done=pasted"),
            (answer.StatusCode, answer.Headers.Location?.PathAndQuery)
        );
        Assert.Equal(names.Split('|'), (await Metrics(harbor)).Select(m => m.Name));
        var list = MetricPagesTests.Text(await browser.Page("/metrics?done=pasted"));
        Assert.All(names.Split('|'), name => Assert.Contains(name, list, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unit_wanted_way_and_cadence_are_proposed_and_what_is_chosen_counts()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        var seen = await Seen(browser, Weeks);
        Assert.Equal(3, seen.QuerySelectorAll("main svg.spark").Length);
        Assert.Contains("Remark", seen.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Keep(browser, seen, ("Asked.Columns[0].Wanted", "Down"), ("Asked.Columns[0].Unit", "calls a week"));
        Assert.Equal(
            [
                ("Calls", "calls a week", Wanted.Down, Cadence.Week),
                ("Complaints", "complaints", Wanted.Down, Cadence.Week),
                ("On time", "%", Wanted.Up, Cadence.Week),
            ],
            (await Metrics(harbor)).Select(m => (m.Name, m.Unit, m.Wanted, m.Cadence))
        );
        var series = await harbor.Series((await Metrics(harbor))[2].Id);
        Assert.Equal([91.5, 93, 92, 94.5, 93], series.Points.Select(p => p.Value));
        Assert.Equal((0, 100), (series.Metric.LowerBound, series.Metric.UpperBound));
    }

    [Fact]
    public async Task A_column_without_a_tick_stays_out_and_without_any_nothing_is_kept()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        var none = await Keep(
            browser,
            await Seen(browser, Weeks),
            ("Asked.Columns[0].Take", null),
            ("Asked.Columns[1].Take", null),
            ("Asked.Columns[2].Take", null)
        );
        Assert.Contains("Tick", await Said(none), StringComparison.Ordinal);
        await Keep(browser, await Seen(browser, Weeks), ("Asked.Columns[1].Take", null));
        Assert.Equal(["Calls", "On time"], (await Metrics(harbor)).Select(m => m.Name));
    }

    [Fact]
    public async Task To_a_metric_of_the_same_name_new_values_are_added_and_changed_ones_are_said()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var calls = await harbor.Metric(SampleMeasurements.Asked("calls"));
        await harbor.Record(calls, ("2035-01-29", 40), ("2035-02-05", 36));
        var browser = await harbor.Browser();
        var seen = await Seen(browser, "Week,Calls\n2035-01-29,40\n2035-02-05,38\n2035-02-12,41\n");
        var says = seen.QuerySelector("main")!.TextContent;
        Assert.Contains("1 value added, 1 value corrected, 1 value unchanged", says, StringComparison.Ordinal);
        Assert.Contains("36 becomes 38", says, StringComparison.Ordinal);
        await Keep(browser, seen);
        Assert.Equal("of 100", Assert.Single(await Metrics(harbor)).Unit);
        Assert.Equal([40.0, 38, 41], (await harbor.Series(calls.Id)).Points.Select(p => p.Value));
    }

    [Fact]
    public async Task A_value_far_from_all_others_is_asked_about()
    {
        const string Typo =
            "Week,Calls\n2035-01-01,31\n2035-01-08,45\n2035-01-15,38\n2035-01-22,9000\n2035-01-29,40\n2035-02-05,36\n2035-02-12,41\n";
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        var seen = await Seen(browser, Typo);
        Assert.Contains(
            "9,000 among values of 31 to 45",
            seen.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("9,000", await Said(await Keep(browser, seen)), StringComparison.Ordinal);
        Assert.Empty(await Metrics(harbor));
        await Keep(browser, seen, ("Asked.Columns[0].Far", "LeaveOut"));
        var calls = Assert.Single(await Metrics(harbor));
        Assert.Equal([31.0, 45, 38, 40, 36, 41], (await harbor.Series(calls.Id)).Points.Select(p => p.Value));
        await Keep(browser, await Seen(browser, Typo), ("Asked.Columns[0].Far", "Keep"));
        Assert.Equal(9000, (await harbor.Series(calls.Id)).Points[3].Value);
    }

    [Fact]
    public async Task All_of_it_is_kept_or_nothing()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        var answer = await Keep(
            browser,
            await Seen(browser, Weeks),
            ("Asked.Columns[2].Name", "calls"),
            ("Asked.Columns[1].Unit", "letters")
        );
        var page = await answer.Html();
        Assert.Contains("“calls”", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("letters", page.QuerySelector("[name='Asked.Columns[1].Unit']")!.GetAttribute("value"));
        Assert.Empty(await Metrics(harbor));
        var future = await Keep(browser, await Seen(browser, Weeks + "2035-06-04,41,9,92,\n"));
        Assert.Contains("has not come yet", await Said(future), StringComparison.Ordinal);
        Assert.Empty(await Metrics(harbor));
    }

    [Theory]
    [InlineData("", "Choose a file, or paste a table")]
    [InlineData("Week,Calls\n03/04/2034,1\n", "“03/04/2034” can be read two ways")]
    [InlineData("Shop,Calls\nHarbour,1\nStation,2\n", "No column holds dates")]
    [InlineData("Week,Remark\n2035-02-19,fine\n2035-02-26,well\n", "No column beside “Week” holds numbers")]
    [InlineData(
        "Week,Shop,Calls\n2035-02-19,Harbour,4\n2035-02-19,Station,5\n2035-02-26,Harbour,7\n",
        "for the same week"
    )]
    [InlineData("2035-02-19,4\n2035-02-26,5\n", "no header")]
    public async Task What_cannot_be_read_says_why(string text, string because)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        var seen = await Seen(browser, text);
        if (seen.Forms.Any(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "keep"))
            seen = await (await Keep(browser, seen)).Html();
        var says = seen.QuerySelector("main")!.TextContent;
        Assert.Contains(because, says, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.DirectorySeparatorChar + "pasted", says, StringComparison.Ordinal);
        Assert.Empty(await Metrics(harbor));
    }

    [Fact]
    public async Task A_file_is_read_as_pasted_rows_are()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        var look = await browser.PostFile(At, "paste", "Asked.File", "weeks.csv", Weeks);
        await Keep(browser, await look.Html());
        Assert.Equal(3, (await Metrics(harbor)).Count);
    }

    [Fact]
    public async Task Who_may_only_read_pastes_nothing_and_others_find_the_way()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var viewer = await world.Colleague(harbor, "Cleo", Role.Viewer);
        var reads = await viewer.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await Look(reads, Weeks)).StatusCode);
        Assert.Empty(await Metrics(harbor));
        var browser = await harbor.Browser();
        Assert.NotNull((await browser.Page("/metrics")).QuerySelector($"main a[href='{At}']"));
        Assert.NotNull((await browser.Page("/begin")).QuerySelector($"main a[href='{At}']"));
        Assert.NotNull((await browser.Page("/find?q=paste")).QuerySelector($"main a[href='{At}']"));
    }

    [Theory]
    [InlineData("Week,Calls\n2035-02-19,40\n")]
    [InlineData("Week\tCalls\n2035-02-19\t40\n")]
    [InlineData("Week,Complaints,Reorders within a month\n2035-02-19,7,40\n")]
    public async Task The_file_of_one_metric_takes_the_same_headers(string text)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var browser = await harbor.Browser();
        var at = $"/metrics/{metric.Id}/file";
        var look = await (await browser.PostForm(at, "file", new() { ["Asked.Text"] = text })).Html();
        await browser.PostOn(look, at, "file");
        Assert.Equal([40.0], (await harbor.Series(metric.Id)).Points.Select(p => p.Value));
    }

    [Fact]
    public async Task The_file_of_one_metric_says_which_columns_could_be_meant()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var browser = await harbor.Browser();
        var answer = await browser.PostForm(
            $"/metrics/{metric.Id}/file",
            "file",
            new() { ["Asked.Text"] = "Week,Calls,Complaints\n2035-02-19,40,7\n" }
        );
        Assert.Contains("“Calls” and “Complaints” both hold numbers", await Said(answer), StringComparison.Ordinal);
    }
}

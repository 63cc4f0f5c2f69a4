using System.Net;
using AngleSharp.Dom;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Metrics.MetricPagesTests;

namespace Heed.Tests.Metrics;

/// <summary>What a person types about a metric: its description, its values, a file of them.</summary>
public sealed class MetricFormsTests
{
    static Dictionary<string, string> Description(string name = "Waiting at the counter") =>
        new()
        {
            ["Asked.Name"] = name,
            ["Asked.Unit"] = "minutes",
            ["Asked.Wanted"] = "Down",
            ["Asked.LowerBound"] = "0",
            ["Asked.Kind"] = "System",
            ["Asked.Timing"] = "Leading",
            ["Asked.Cadence"] = "Week",
            ["Asked.Population"] = "guests",
            ["Asked.LagDays"] = "14",
        };

    [Fact]
    public async Task Somebody_defines_a_metric_on_the_page_and_lands_on_it()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        Assert.Contains("Nothing is measured yet", Text(await browser.Page("/metrics")));
        var fields = Description();
        fields["Asked.OwnerTeamId"] = harbor.Team.Id.ToString();
        var answer = await browser.PostForm("/metrics/new", "define", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await browser.Page(answer.Headers.Location!.ToString());
        Assert.Contains("The metric is defined.", Text(page));
        Assert.Contains("Waiting at the counter", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("0 or more", Text(page));
        Assert.Contains("14 days", Text(page));
        Assert.Contains("Checkout", Text(page));
        Assert.Contains("Nothing is measured yet", Text(page));
        Assert.Contains("Not measured", Text(page));
    }

    [Fact]
    public async Task A_refused_description_says_why_and_keeps_what_was_typed()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        await harbor.Metric(SampleMeasurements.Asked("Waiting at the counter"));
        var twin = await (await browser.PostForm("/metrics/new", "define", Description())).Html();
        Assert.Contains("There is already a metric “Waiting at the counter”.", Text(twin));
        Assert.Equal("minutes", twin.QuerySelector("[name='Asked.Unit']")!.GetAttribute("value"));
        var nameless = await (await browser.PostForm("/metrics/new", "define", Description(""))).Html();
        Assert.Contains("Give the metric a name", Text(nameless));
        Assert.NotNull(nameless.QuerySelector("[value='Down'][checked]"));
        Assert.NotNull(nameless.QuerySelector("[role=alert] a[href='#field-asked-name']"));
        Assert.NotNull(nameless.QuerySelector("#field-asked-name-error"));
    }

    [Fact]
    public async Task A_description_is_edited_on_its_page()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var browser = await harbor.Browser();
        var page = await browser.Page($"/metrics/{metric.Id}/edit");
        Assert.Equal("Reorders within a month", page.QuerySelector("[name='Asked.Name']")!.GetAttribute("value"));
        Assert.Equal("100", page.QuerySelector("[name='Asked.UpperBound']")!.GetAttribute("value"));
        var answer = await browser.PostForm(
            $"/metrics/{metric.Id}/edit",
            "change",
            new() { ["Asked.Name"] = "Reorders in 30 days", ["Asked.UpperBound"] = "" }
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var changed = (await harbor.Series(metric.Id)).Metric;
        Assert.Equal(("Reorders in 30 days", null, 0.0), (changed.Name, changed.UpperBound, changed.LowerBound));
    }

    [Theory]
    [InlineData("62.5", 62.5)]
    [InlineData("62,5", 62.5)]
    [InlineData("−3", -3)]
    public async Task A_value_is_added_however_its_decimals_are_written(string typed, double value)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var asked = SampleMeasurements.Asked();
        asked.LowerBound = null;
        var metric = await harbor.Metric(asked);
        var browser = await harbor.Browser();
        var answer = await browser.PostForm(
            $"/metrics/{metric.Id}",
            "measure",
            new()
            {
                ["Asked.On"] = "2035-02-28",
                ["Asked.Value"] = typed,
                ["Asked.Count"] = "418",
            }
        );
        Assert.Equal($"/metrics/{metric.Id}?done=added", answer.Headers.Location!.PathAndQuery);
        var point = (await harbor.Series(metric.Id)).Points.Single();
        Assert.Equal((new DateOnly(2035, 2, 26), value, 418.0), (point.On, point.Value, point.Count));
    }

    [Fact]
    public async Task A_wrong_value_is_refused_in_words_and_stays_typed()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var browser = await harbor.Browser();
        Assert.Contains("“many” is not a number", await Said("2035-02-26", "many"));
        Assert.Contains("unknown is not zero", await Said("2035-02-26", ""));
        Assert.Contains("Give the day as 2026-03-02", await Said("yesterday", "62"));
        Assert.Contains("above what “Reorders within a month” can be", await Said("2035-02-26", "101"));
        Assert.Contains("has not come yet", await Said("2035-03-06", "62"));
        Assert.Empty((await harbor.Series(metric.Id)).Points);

        async Task<string> Said(string on, string value)
        {
            var page = await (
                await browser.PostForm(
                    $"/metrics/{metric.Id}",
                    "measure",
                    new() { ["Asked.On"] = on, ["Asked.Value"] = value }
                )
            ).Html();
            Assert.Equal(value, page.QuerySelector("[name='Asked.Value']")!.GetAttribute("value") ?? "");
            Assert.NotEmpty(page.QuerySelectorAll("#add [role=alert]"));
            return Text(page);
        }
    }

    [Fact]
    public async Task A_file_is_looked_at_first_and_recorded_on_the_second_word()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-02-05", 60), ("2035-02-12", 61));
        var browser = await harbor.Browser();
        var at = $"/metrics/{metric.Id}/file";
        var look = await (
            await browser.PostFile(
                at,
                "file",
                "Asked.File",
                "weeks.csv",
                "date;value;note\n05.02.2035;60;\n12.02.2035;61,5;\n19.02.2035;63;\"=1+1; said \"\"Maya\"\"\"\n"
            )
        ).Html();
        Assert.Contains("1 value added, 1 value corrected, 1 value unchanged.", Text(look));
        Assert.Contains("Columns parted by semicolons, decimal commas, dates as day, month, year.", Text(look));
        Assert.Equal(2, (await harbor.Series(metric.Id)).Points.Count);

        var answer = await browser.PostOn(look, at, "file");
        Assert.Equal($"/metrics/{metric.Id}?done=filed", answer.Headers.Location!.PathAndQuery);
        var points = (await harbor.Series(metric.Id)).Points;
        Assert.Equal([60, 61.5, 63], points.Select(p => p.Value));
        Assert.Equal("=1+1; said \"Maya\"", points[2].Note);
        var csv = await browser.GetAsync($"/metrics/{metric.Id}/points.csv");
        Assert.Equal("reorders-within-a-month.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("\"'=1+1; said \"\"Maya\"\"\"", await csv.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("date,value\n2035-02-26,62\n2035-02-31,63\n", "Row 3 has the date “2035-02-31”, which is not a day.")]
    [InlineData("date,value\n2035-02-26,162\n", "above what “Reorders within a month” can be (100)")]
    [InlineData("", "Choose a file, or paste rows")]
    public async Task A_file_that_cannot_be_recorded_says_where_and_why(string text, string because)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        var browser = await harbor.Browser();
        var page = await (
            await browser.PostFile($"/metrics/{metric.Id}/file", "file", "Asked.File", "weeks.csv", text)
        ).Html();
        Assert.Contains(because, Text(page));
        Assert.Empty((await harbor.Series(metric.Id)).Points);
    }
}

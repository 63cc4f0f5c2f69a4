using System.Globalization;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

/// <summary>Events beside those among whom they happen.</summary>
public sealed class CountedSeriesTests
{
    [Fact] // Taylor's complaints and sales: the mean is 909.5 and 487.99 per 100,000
    public async Task Complaints_that_signal_by_the_count_do_not_per_sale()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rows = File.ReadLines(SharedFiles.Data("process-behaviour/complaints_taylor.csv"))
            .Skip(1)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .Select(cells =>
                (On: new DateOnly(2033, 1, 1).AddMonths((int)cells[0] - 1), Complaints: cells[1], Sales: cells[2])
            )
            .ToList();
        var sales = await maya.Counting("Sales", Cadence.Month, isCount: false);
        await maya.Values(sales, rows.Select(r => (r.On, r.Sales)));
        var complaints = await maya.Counting("Complaints", Cadence.Month, sales);
        await maya.Values(complaints, rows.Select(r => (r.On, r.Complaints)));
        using var browser = await maya.Browser();
        var says = (await browser.Page($"/metrics/{complaints.Id}")).QuerySelector("main")!.Says();
        Assert.Contains(
            "By the count, 5 months are outside: April 2033, May 2033, July 2033, May 2034 and August 2034; "
                + "per 100,000 of “Sales”, none is outside its band.",
            says,
            StringComparison.Ordinal
        );
        Assert.Contains("events, among “Sales”", says, StringComparison.Ordinal);

        var series = await maya.Series(complaints.Id);
        var rates = series.Rates.Value;
        Assert.Equal(487.99, NoiseBand.Of(rates).Centre!.Value, 0.005);
        Assert.Equal(909.5, NoiseBand.Of(series.Evidence.Value).Centre!.Value, 0.05);
    }

    [Fact]
    public async Task What_is_counted_among_what_is_checked_where_it_is_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var sales = await maya.Counting("Sales", Cadence.Month, isCount: false);
        var weekly = await maya.Counting("Weekly sales", Cadence.Week, isCount: false);
        var complaints = await maya.Counting("Complaints", Cadence.Month, sales);
        async Task<string> Refused(Action<MetricRequest> with)
        {
            var asked = MetricRequest.Of(complaints);
            with(asked);
            return await maya.Refused<ChangeMetric, Metric>(change => change.Run(complaints.Id, asked, default));
        }
        Assert.Equal(
            "A metric is not counted among itself. Choose another one, or nobody.",
            await Refused(a => a.CountedAmong = complaints.Id)
        );
        Assert.Contains("measured as often", await Refused(a => a.CountedAmong = weekly.Id), StringComparison.Ordinal);
        Assert.Contains("Only a count of events", await Refused(a => a.IsCount = false), StringComparison.Ordinal);
        Assert.Contains("cannot be below zero", await Refused(a => a.LowerBound = -5), StringComparison.Ordinal);
        var elsewhere = await (await world.Organisation("Another house")).Counting("Theirs", Cadence.Month);
        Assert.Contains(
            "no such metric",
            await Refused(a => a.CountedAmong = elsewhere.Id),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(sales.Id, (await maya.Series(complaints.Id)).Metric.CountedAmong);
    }

    [Fact]
    public async Task The_form_of_a_metric_says_it_and_keeps_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var sales = await maya.Counting("Sales", Cadence.Month, isCount: false);
        var complaints = await maya.Counting("Complaints", Cadence.Month);
        using var browser = await maya.Browser();
        await browser.PostForm(
            $"/metrics/{complaints.Id}/edit",
            "change",
            new() { ["Asked.CountedAmong"] = sales.Id.ToString() }
        );
        var kept = (await maya.Series(complaints.Id)).Metric;
        Assert.Equal((true, sales.Id), (kept.IsCount, kept.CountedAmong));
        using var api = maya.Api();
        Assert.Contains(
            $"\"isCount\":true,\"countedAmong\":\"{sales.Id}\"",
            await api.GetStringAsync($"/api/v1/metrics/{complaints.Id}"),
            StringComparison.Ordinal
        );
    }
}

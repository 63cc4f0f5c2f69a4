using System.Net;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

/// <summary>A value that was wrong is taken out with a reason: kept and shown, and in nothing that is computed.</summary>
public sealed class VoidMeasurementTests
{
    static Task<HttpResponseMessage> Void(HttpClient browser, Id<Metric> metric, string on, string reason) =>
        browser.PostForm($"/metrics/{metric}/void?on={on}", "void", new() { ["Asked.Reason"] = reason });

    static async Task<(Cast Harbor, Metric Calls, HttpClient Browser)> WithATypo(World world)
    {
        var harbor = await world.Organisation("Harbor Coffee");
        var asked = SampleMeasurements.Asked("Calls");
        asked.UpperBound = null;
        var calls = await harbor.Metric(asked);
        await harbor.Record(
            calls.Id,
            SampleMeasurements.Rows(
                Heed.Analytics.Evidence.Cadence.Week,
                [.. MetricPagesTests.Noise, 9000, .. MetricPagesTests.Noise]
            )
        );
        return (harbor, calls, await harbor.Browser());
    }

    /// <summary>The week of the 9,000: twelve weeks before the newest.</summary>
    const string Week = "2034-12-11";

    [Fact]
    public async Task A_void_value_is_in_no_band_and_stands_struck_through_with_its_reason()
    {
        await using var world = await World.Start();
        var (harbor, calls, browser) = await WithATypo(world);
        var before = (await harbor.Series(calls.Id)).Band!;
        var page = await browser.Page($"/metrics/{calls.Id}?points=1");
        Assert.NotNull(page.QuerySelector($"#points a[href='/metrics/{calls.Id}/void?on={Week}']"));

        var answer = await Void(browser, calls.Id, Week, "typed 9000 for 90");

        Assert.Equal($"/metrics/{calls.Id}?done=voided", answer.Headers.Location?.PathAndQuery);
        var series = await harbor.Series(calls.Id);
        Assert.Equal((24, 25), (series.Points.Count, series.All.Count));
        Assert.True(series.Band!.Upper < 80 && before.Upper > 80, $"{before.Upper} became {series.Band.Upper}.");
        page = await browser.Page($"/metrics/{calls.Id}?points=1");
        Assert.Equal("9,000", page.QuerySelector("#points s")!.TextContent);
        Assert.Contains("typed 9000 for 90", page.QuerySelector("#points")!.TextContent, StringComparison.Ordinal);
        var line = await world.As(
            harbor,
            here => here.GetRequiredService<HeedDb>().Set<Entry>().SingleAsync(e => e.Act == "void")
        );
        Assert.Contains("typed 9000 for 90", line.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_wants_a_reason_and_a_value_that_is_there()
    {
        await using var world = await World.Start();
        var (harbor, calls, browser) = await WithATypo(world);
        var answer = await Void(browser, calls.Id, Week, " ");
        Assert.Contains("Say why", (await answer.Html()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/metrics/{calls.Id}/void?on=2031-01-01")).StatusCode
        );
        await Void(browser, calls.Id, Week, "a typing error");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/metrics/{calls.Id}/void?on={Week}")).StatusCode
        );
        Assert.Equal(24, (await harbor.Series(calls.Id)).Points.Count);
    }

    [Fact]
    public async Task The_same_file_again_leaves_it_void_and_a_person_who_types_it_brings_it_back()
    {
        await using var world = await World.Start();
        var (harbor, calls, browser) = await WithATypo(world);
        await Void(browser, calls.Id, Week, "a typing error");
        IReadOnlyList<MeasurementRequest> again = [SampleMeasurements.Row(Week, 9000)];
        Assert.Equal((0, 0, 1), Counts((await harbor.Record(calls.Id, again, MeasurementSource.Import)).Given()));
        Assert.Equal(24, (await harbor.Series(calls.Id)).Points.Count);
        Assert.Equal((0, 1, 0), Counts((await harbor.Record(calls.Id, again)).Given()));
        Assert.Equal(25, (await harbor.Series(calls.Id)).Points.Count);
        static (int, int, int) Counts(MeasurementReceipt receipt) =>
            (receipt.Added, receipt.Corrected, receipt.Unchanged);
    }

    [Fact]
    public async Task Nobody_voids_what_they_may_not_record()
    {
        await using var world = await World.Start();
        var (harbor, calls, _) = await WithATypo(world);
        var viewer = await world.Colleague(harbor, "Cleo", Role.Viewer);
        var answer = await Void(await viewer.Browser(), calls.Id, Week, "because");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(25, (await harbor.Series(calls.Id)).Points.Count);
    }
}

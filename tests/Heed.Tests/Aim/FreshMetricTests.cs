using System.Net;
using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

/// <summary>The way from nothing to a live objective has no gate: what is lacking is made where it is needed.</summary>
public sealed class FreshMetricTests
{
    static readonly Dictionary<string, string> Waiting = new()
    {
        ["Asked.Who"] = "guests before nine",
        ["Asked.DoesWhat"] = "wait at the counter",
        ["Asked.Fresh.Name"] = "Minutes waiting",
        ["Asked.Fresh.Unit"] = "minutes",
        ["Asked.Fresh.Now"] = "6.5",
        ["Asked.Target"] = "4",
    };

    static Task<HttpResponseMessage> Write(HttpClient browser, Objective of, Dictionary<string, string> fields) =>
        browser.PostForm($"/aim/key-results/new?objective={of.Id}&metric=new", "key-result", fields);

    static Task<(List<Metric> Metrics, List<KeyResult> KeyResults)> Kept(Cast cast) =>
        cast.World.As(
            cast,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                return (
                    await db.Metrics.AsNoTracking().ToListAsync(),
                    await db.KeyResults.AsNoTracking().ToListAsync()
                );
            }
        );

    [Fact]
    public async Task A_key_result_brings_its_metric_along()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        var browser = await maya.Browser();
        // Without any metric the form is there at once.
        var answer = await browser.PostForm($"/aim/key-results/new?objective={objective.Id}", "key-result", Waiting);
        Assert.Equal($"/aim/objectives/{objective.Id}", answer.Headers.Location?.PathAndQuery);
        var (metrics, keyResults) = await Kept(maya);
        var (metric, keyResult) = (Assert.Single(metrics), Assert.Single(keyResults));
        Assert.Equal(
            ("Minutes waiting", "minutes", Wanted.Down, Cadence.Week),
            (metric.Name, metric.Unit, metric.Wanted, metric.Cadence)
        );
        Assert.Equal((metric.Id, 6.5, 4), (keyResult.MetricId, keyResult.Baseline, keyResult.Target));
        Assert.Equal([6.5], (await maya.Series(metric.Id)).Points.Select(p => p.Value));
    }

    [Fact]
    public async Task A_start_that_nobody_knows_is_measured_first()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        await Write(await maya.Browser(), objective, new(Waiting) { ["Asked.Fresh.Now"] = "" });
        var (metrics, keyResults) = await Kept(maya);
        Assert.Equal(BaselineState.Measuring, Assert.Single(keyResults).BaselineState);
        Assert.Empty((await maya.Series(Assert.Single(metrics).Id)).Points);
    }

    [Theory]
    [InlineData("Asked.Fresh.Name", "", "Give the metric a name")]
    [InlineData("Asked.Fresh.Unit", "", "Give the unit")]
    [InlineData("Asked.Target", "6.5", "")]
    [InlineData("Asked.Who", "", "Name the customers")]
    public async Task What_is_refused_leaves_neither_behind(string field, string typed, string because)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        var answer = await Write(await maya.Browser(), objective, new(Waiting) { [field] = typed });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Html();
        Assert.Contains(because, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("wait at the counter", page.QuerySelector("[name='Asked.DoesWhat']")!.GetAttribute("value"));
        var (metrics, keyResults) = await Kept(maya);
        Assert.Equal((0, 0), (metrics.Count, keyResults.Count));
    }

    [Fact]
    public async Task One_is_saved_and_another_begun()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        var browser = await maya.Browser();
        var page = await browser.Page($"/aim/key-results/new?objective={objective.Id}&metric=new");
        Assert.NotNull(page.QuerySelector("button[name=Act][value=another]"));
        var filled = Forms.Filled(page.Forms.Single(f => f.QuerySelector("button[value=another]") is not null));
        foreach (var (field, typed) in Waiting)
            filled[field] = typed;
        filled["Act"] = "another";
        var answer = await browser.PostAsync(
            $"/aim/key-results/new?objective={objective.Id}&metric=new",
            new FormUrlEncodedContent(filled)
        );
        Assert.Equal(
            $"/aim/key-results/new?objective={objective.Id}&metric=new&done=added",
            answer.Headers.Location?.PathAndQuery
        );
        Assert.Single((await Kept(maya)).KeyResults);
    }

    [Fact]
    public async Task A_draft_is_agreed_and_goes_live_at_once()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        var browser = await maya.Browser();
        var at = $"/aim/objectives/{objective.Id}";
        Assert.Null((await browser.Page(at)).QuerySelector("button[name=Act][value=live]"));
        await Write(browser, objective, Waiting);
        var page = await browser.Page(at);
        Assert.NotNull(page.QuerySelector("button[name=Act][value=live]"));
        var filled = Forms.Filled(page.Forms.Single(f => f.QuerySelector("button[value=live]") is not null));
        filled["Act"] = "live";
        // What it serves is asked first; where no other team aims at anything, the reason is offered.
        var launch = await AimPagesTests.Redirected(browser.PostAsync(at, new FormUrlEncodedContent(filled)));
        Assert.Equal($"{at}/launch", launch);
        await AimPagesTests.Redirected(browser.PostForm(launch, "launch", []));
        var live = await world.As(
            maya,
            here => here.GetRequiredService<HeedDb>().Objectives.AsNoTracking().SingleAsync()
        );
        Assert.Equal((ObjectiveState.Live, live.LiveAt), (live.State, live.AgreedAt));
    }
}

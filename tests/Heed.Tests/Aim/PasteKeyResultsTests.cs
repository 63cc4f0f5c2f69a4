using Heed.Aim;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

/// <summary>A list of key results from a sheet: seen first, then kept, all of it or nothing.</summary>
public sealed class PasteKeyResultsTests
{
    const string Sheet =
        "Customer\tWill do what\tBaseline\tTarget\tUnit\tDue\tMeasured by\n"
        + "new regulars\torder again within a month\t40\t62\tof 100\t2035-06-30\tReorders\n"
        + "the night shift\treport near misses\t\t12\treports\t\tNear misses\n"
        + "old regulars\torder again within a month\t40\t50\tof 100\t\treorders\n";

    static async Task<(Cast Cast, Objective Objective, HttpClient Browser)> Set(World world)
    {
        var cast = await world.Organisation("Harbor Coffee");
        return (cast, await cast.Objective(), await cast.Browser());
    }

    static string At(Objective objective) => $"/aim/objectives/{objective.Id}/paste";

    static async Task<string> Answer(HttpClient browser, Objective objective, string text, bool sure = false)
    {
        var answer = await browser.PostForm(At(objective), "paste", new() { ["Asked.Text"] = text });
        if (!sure)
            return (await answer.Html()).Body!.TextContent;
        var page = await answer.Html();
        var form = page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "paste");
        Assert.NotNull(form.QuerySelector("input[name='Asked.Sure']"));
        var kept = await browser.PostAsync(At(objective), new FormUrlEncodedContent(Forms.Filled(form)));
        return (await kept.Html()).Body!.TextContent;
    }

    static Task<List<KeyResult>> Kept(Cast cast, Objective objective) =>
        cast.World.As(
            cast,
            here =>
                here.GetRequiredService<HeedDb>()
                    .KeyResults.AsNoTracking()
                    .Where(k => k.ObjectiveId == objective.Id)
                    .OrderBy(k => k.CreatedAt)
                    .ThenBy(k => k.Id)
                    .ToListAsync()
        );

    [Fact]
    public async Task Rows_are_seen_first_and_kept_on_the_second_word_with_the_metrics_that_are_new()
    {
        await using var world = await World.Start();
        var (cast, objective, browser) = await Set(world);
        var seen = await Answer(browser, objective, Sheet);
        Assert.Contains("New regulars order again within a month: 40 → 62 of 100", seen, StringComparison.Ordinal);
        Assert.Contains("Reorders, a new metric", seen, StringComparison.Ordinal);
        Assert.Contains("Reorders, as above", seen, StringComparison.Ordinal);
        Assert.Contains("measured first → 12 reports", seen, StringComparison.Ordinal);
        Assert.Contains("Keep 3 key results", seen, StringComparison.Ordinal);
        Assert.Empty(await Kept(cast, objective));

        await Answer(browser, objective, Sheet, sure: true);
        var kept = await Kept(cast, objective);
        Assert.Equal(["new regulars", "the night shift", "old regulars"], kept.Select(k => k.Who));
        Assert.Equal(new DateOnly(2035, 6, 30), kept[0].ByWhen);
        Assert.Equal(objective.ByWhen, kept[1].ByWhen);
        Assert.Equal((40.0, 62.0), (kept[0].Baseline, kept[0].Target));
        Assert.Equal(BaselineState.Measuring, kept[1].BaselineState);
        Assert.Equal(kept[0].MetricId, kept[2].MetricId);
        Assert.Equal([40.0], (await cast.Series(kept[0].MetricId)).Points.Select(p => p.Value));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_row_and_nothing_is_kept()
    {
        await using var world = await World.Start();
        var (cast, objective, browser) = await Set(world);
        var seen = await Answer(
            browser,
            objective,
            "who,does what,from,to,unit,by when,metric\n"
                + "new regulars,order again,40,62,of 100,2035-06-30,Reorders\n"
                + ",order again,40,many,of 100,soon,Reorders\n"
                + "old regulars,order again,40,62,minutes,2035-06-30,Reorders\n"
        );
        Assert.Contains("“many” in “to” is not a number. “soon” is not a day.", seen, StringComparison.Ordinal);
        Assert.Contains("“Reorders” has the unit “of 100”, not “minutes”.", seen, StringComparison.Ordinal);
        Assert.Contains("See what it becomes", seen, StringComparison.Ordinal);
        var refused = await cast.World.As(
            cast,
            here =>
                here.GetRequiredService<PasteKeyResults>()
                    .Run(objective.Id, new() { Text = Sheet + "\tnobody does\t1\t2\tx\t\tY\n", Sure = true }, default)
        );
        Assert.Contains("Row 5: Name the customers", refused.Because(), StringComparison.Ordinal);
        Assert.Empty(await Kept(cast, objective));
        Assert.Empty(await cast.World.As(cast, here => here.GetRequiredService<NameMetrics>().InUse(10, default)));
    }

    [Theory]
    [InlineData("new regulars;order again;40,5;62;of 100;30.06.2035;Reorders\n")]
    [InlineData("Wer;Was;Ist;Soll;Einheit;Bis;Kennzahl\nnew regulars;order again;40,5;62;of 100;30.06.2035;Reorders\n")]
    [InlineData("metric name,to,who,from,does what\nReorders,62,new regulars,40.5,order again\n", "of 100")]
    public async Task A_head_may_be_missing_or_in_any_words_and_a_metric_may_be_there(string text, string? unit = null)
    {
        await using var world = await World.Start();
        var (cast, objective, browser) = await Set(world);
        await cast.Metric(SampleMeasurements.Asked("Reorders"));
        Assert.Contains("Reorders, which is there", await Answer(browser, objective, text), StringComparison.Ordinal);
        await Answer(browser, objective, text, sure: true);
        var kept = Assert.Single(await Kept(cast, objective));
        Assert.Equal((40.5, 62.0), (kept.Baseline, kept.Target));
        Assert.Equal(unit is null ? new DateOnly(2035, 6, 30) : objective.ByWhen, kept.ByWhen);
    }

    [Fact]
    public async Task A_column_that_is_lacking_is_named()
    {
        await using var world = await World.Start();
        var (_, objective, browser) = await Set(world);
        Assert.Contains(
            "No column is called “to” and “metric”; row 1 says: who, what, unit.",
            await Answer(browser, objective, "who,what,unit\na,b,c\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_objective_leads_there_and_who_may_only_read_is_told_so()
    {
        await using var world = await World.Start();
        var (cast, objective, browser) = await Set(world);
        Assert.Contains(
            At(objective),
            (await browser.Page($"/aim/objectives/{objective.Id}")).Body!.InnerHtml,
            StringComparison.Ordinal
        );
        var reader = await world.Colleague(cast, "Rob", Heed.People.Role.Viewer);
        var refused = await world.As(
            reader,
            here => here.GetRequiredService<PasteKeyResults>().Run(objective.Id, new() { Text = Sheet }, default)
        );
        Assert.True(refused.Refused(out var refusal));
        Assert.Equal(403, refusal.Status);
    }
}

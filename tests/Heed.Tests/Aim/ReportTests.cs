using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Aim;
using Heed.People;
using Heed.Tests.Metrics;

namespace Heed.Tests.Aim;

public sealed class ReportTests
{
    [Fact]
    public async Task Silence_stands_before_whatever_the_numbers_say_and_what_cannot_be_told_is_its_own_head()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, first, metric) = await maya.Live();
        var browser = await maya.Browser();
        var text = await AimPagesTests.Text(browser, "/aim/report");
        Assert.Contains("Of what nothing can be said: 1", text, StringComparison.Ordinal);
        Assert.Contains(first.Sentence(metric.Unit), text, StringComparison.Ordinal);
        // Up to where it was to come; then nobody looks any more.
        (
            await maya.Record(
                metric.Id,
                SampleMeasurements.Rows(
                    Heed.Analytics.Evidence.Cadence.Week,
                    [.. Enumerable.Range(0, 20).Select(i => 62 + i % 3 * .5), 80, 81, 80, 82]
                )
            )
        ).Given();
        Assert.Contains("What moved: 1", await AimPagesTests.Text(browser, "/aim/report"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(17));
        // The session has ended meanwhile.
        browser = await maya.Browser();
        text = await AimPagesTests.Text(browser, $"/aim/report?team={maya.Team.Id}");
        Assert.Contains("What is silent: 1", text, StringComparison.Ordinal);
        Assert.Contains("Of 1 key result none moved, none slipped, one is silent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("What moved", text, StringComparison.Ordinal);
        var report = await maya.Api().GetFromJsonAsync<JsonElement>("/api/v1/report");
        var line = Assert.Single(report.GetProperty("lines").EnumerateArray());
        Assert.Equal(("Silent", 17), (line.GetProperty("head").GetString(), line.GetProperty("silentDays").GetInt32()));
        Assert.NotNull(objective);
    }

    [Fact]
    public async Task What_ended_is_told_with_what_was_learned_and_a_cycle_of_nobody_is_not_there()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        Assert.Contains(
            "No cycle is open yet",
            await AimPagesTests.Text(browser, "/aim/report"),
            StringComparison.Ordinal
        );
        var (objective, _, _) = await maya.Live();
        await maya.Do<TurnObjective, Objective>(t =>
            t.Close(objective.Id, new() { Ending = Ending.Partly, LastWord = "Half of them came again." }, default)
        );
        Assert.Contains(
            "Half of them came again.",
            await AimPagesTests.Text(browser, "/aim/report"),
            StringComparison.Ordinal
        );
        foreach (var address in new[] { $"?cycle={Id<Cycle>.New()}", "?cycle=nonsense", $"?team={Id<Team>.New()}" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/aim/report{address}")).StatusCode);
    }
}

using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

public sealed class SetBaselineTests
{
    static readonly double[] Before = [61, 63, 60, 62, 64, 61, 63, 62, 60, 64, 62, 61];
    static readonly double[] After = [71, 73, 70, 72, 74, 71, 73, 72];

    static Task<Outcome<Baseline>> Set(Cast cast, Id<Metric> metric, string from, string to, string? reason) =>
        cast.World.As(
            cast,
            here =>
                here.GetRequiredService<SetBaseline>()
                    .Run(
                        metric,
                        new()
                        {
                            From = DateOnly.Parse(from),
                            To = DateOnly.Parse(to),
                            Reason = reason,
                        },
                        default
                    )
        );

    /// <summary>Twelve usual weeks from 23 October 2034, then eight higher ones from 15 January 2035.</summary>
    static async Task<(Cast, Metric)> Shifted(World world)
    {
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, [.. Before, .. After]));
        return (harbor, metric);
    }

    [Fact]
    public async Task A_frozen_baseline_is_not_moved_by_later_points()
    {
        await using var world = await World.Start();
        var (harbor, metric) = await Shifted(world);
        (await Set(harbor, metric.Id, "2034-10-23", "2035-01-14", "Before the new counter.")).Given();
        var movement = (await harbor.Series(metric.Id)).Movement;
        Assert.Equal(743 / 12.0, movement.Band!.Centre!.Value, 9);
        Assert.Equal(12, movement.Band.Points);
        Assert.Equal(MovementState.Moved, movement.State);
        Assert.Equal((new DateOnly(2035, 1, 15), 8), (movement.Current!.From, movement.Current.Points));
        Assert.Single(movement.Bands!.Phases);
    }

    [Fact]
    public async Task A_rebase_opens_a_phase_and_earlier_points_keep_their_band()
    {
        await using var world = await World.Start();
        var (harbor, metric) = await Shifted(world);
        await Set(harbor, metric.Id, "2034-10-23", "2035-01-14", "Before the new counter.");
        await Set(harbor, metric.Id, "2035-01-15", "2035-03-05", "The new counter stays.");
        var series = await harbor.Series(metric.Id);
        var movement = series.Movement;
        Assert.Equal(2, series.Baselines.Count);
        Assert.Equal([743 / 12.0, 72], movement.Bands!.Phases.Select(p => Math.Round(p.Band.Centre!.Value, 9)), Close);
        Assert.Equal(MovementState.InsideItsBand, movement.State);
        Assert.Equal("The new counter stays.", series.Baseline!.Reason);
    }

    static bool Close(double left, double right) => Math.Abs(left - right) < 1e-6;

    [Fact]
    public async Task A_later_decision_about_an_earlier_day_takes_the_place_of_what_followed()
    {
        await using var world = await World.Start();
        var (harbor, metric) = await Shifted(world);
        await Set(harbor, metric.Id, "2035-01-15", "2035-03-05", "The new counter stays.");
        await Set(harbor, metric.Id, "2034-10-23", "2035-01-14", "No: judge it against autumn.");
        var series = await harbor.Series(metric.Id);
        Assert.Equal(2, series.Baselines.Count);
        Assert.Equal(MovementState.Moved, series.Movement.State);
    }

    [Fact]
    public async Task A_baseline_without_a_reason_is_refused() =>
        await Refused("2034-10-23", "2035-01-14", "  ", "needs a reason");

    [Fact]
    public async Task A_baseline_that_ends_before_it_begins_is_refused() =>
        await Refused("2035-01-14", "2034-10-23", "why", "before it begins");

    [Fact]
    public async Task A_baseline_of_days_to_come_is_refused() =>
        await Refused("2034-10-23", "2035-03-06", "why", "has not come yet");

    [Fact]
    public async Task A_baseline_of_five_points_is_refused() =>
        await Refused("2034-10-23", "2034-11-26", "why", "holds 5. Widen the window");

    static async Task Refused(string from, string to, string reason, string because)
    {
        await using var world = await World.Start();
        var (harbor, metric) = await Shifted(world);
        Assert.Contains(because, (await Set(harbor, metric.Id, from, to, reason)).Because());
        Assert.Empty((await harbor.Series(metric.Id)).Baselines);
    }

    [Fact]
    public async Task A_rebase_is_set_on_the_page_drawn_on_the_chart_and_written_down()
    {
        await using var world = await World.Start();
        var (harbor, metric) = await Shifted(world);
        var browser = await harbor.Browser();
        await Set(harbor, metric.Id, "2034-10-23", "2035-01-14", "Before the new counter.");
        var answer = await browser.PostForm(
            $"/metrics/{metric.Id}",
            "baseline",
            new()
            {
                ["Asked.From"] = "2035-01-15",
                ["Asked.To"] = "2035-03-05",
                ["Asked.Reason"] = "The new counter stays.",
            }
        );
        Assert.Equal($"/metrics/{metric.Id}?done=rebased", answer.Headers.Location!.PathAndQuery);
        var page = await browser.Page($"/metrics/{metric.Id}");
        Assert.Single(page.QuerySelectorAll("svg.plot.wide .rebase"));
        Assert.Contains("The new counter stays.", page.QuerySelector("#baseline")!.TextContent);
        var lines = await world.As(
            harbor,
            here =>
                here.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.Act == "rebase")
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );
        Assert.Contains(
            "Maya named 15 January 2035 to 5 March 2035 as the baseline of “Reorders within a month”: The new counter stays.",
            lines
        );
        var refused = await (
            await browser.PostForm(
                $"/metrics/{metric.Id}",
                "baseline",
                new()
                {
                    ["Asked.From"] = "2035-01-15",
                    ["Asked.To"] = "2035-03-05",
                    ["Asked.Reason"] = "",
                }
            )
        ).Html();
        Assert.Contains(
            "A rebase without a reason hides a signal",
            refused.QuerySelector("#baseline .error")!.TextContent
        );
        Assert.True(refused.QuerySelector("#baseline details")!.HasAttribute("open"));
    }
}

using Heed.Analytics.Evidence;
using Heed.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

public sealed class MetricsAtHomeTests
{
    static readonly double[] Noise = [61, 63, 60, 62, 64, 61, 63, 62, 60, 64, 62, 61];

    static Task<IReadOnlyList<HomeSentence>> Told(Cast cast) =>
        cast.World.As(
            cast,
            here => here.GetServices<IHomeSource>().OfType<MetricsAtHome>().Single().Sentences(default)
        );

    static async Task<Metric> Weeks(Cast cast, string name, params double[] last)
    {
        var metric = await cast.Metric(SampleMeasurements.Asked(name));
        (await cast.Record(metric.Id, SampleMeasurements.Rows(Cadence.Week, [.. Noise, .. last]))).Given();
        return metric;
    }

    [Fact]
    public async Task A_metric_that_left_its_band_is_told_with_its_day_its_size_and_its_trend()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await Weeks(harbor, "Reorders within a month", 71);
        var sentence = Assert.Single(await Told(harbor));
        Assert.Equal("Reorders within a month rose above its band on 5 March 2035: 62.6 → 71 of 100.", sentence.Say);
        Assert.Equal(
            (HomeColumn.Moved, Status.Held, $"/metrics/{metric.Id}"),
            (sentence.Column, sentence.Status, sentence.Href)
        );
        Assert.Equal(71, sentence.Spark!.Values[^1]);
        Assert.True(sentence.Spark.Upper < 71);
    }

    [Fact]
    public async Task What_stayed_inside_its_band_is_not_told()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        await Weeks(harbor, "Reorders within a month", 64);
        Assert.Empty(await Told(harbor));
    }

    [Fact]
    public async Task What_left_its_band_long_ago_is_not_told_again()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        await Weeks(harbor, "Reorders within a month", 71, 72, 71, 72);
        Assert.Empty(await Told(harbor));
    }

    [Fact]
    public async Task What_went_the_wrong_way_is_told_while_new_points_confirm_it_after_what_is_new()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        await Weeks(harbor, "Lasting", 40, 41, 40, 41);
        await Weeks(harbor, "New", 71);
        var told = await Told(harbor);
        Assert.Equal(["New", "Lasting"], told.OrderByDescending(s => s.Weight).Select(s => s.Subject));
        Assert.Equal(Status.OffCourse, told.Single(s => s.Subject == "Lasting").Status);
        world.Clock.Move(TimeSpan.FromDays(7.5));
        Assert.Empty(await Told(harbor));
    }

    [Fact]
    public async Task A_week_after_it_was_recorded_it_is_no_longer_news()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        await Weeks(harbor, "Reorders within a month", 71);
        world.Clock.Move(TimeSpan.FromDays(7.5));
        Assert.Empty(await Told(harbor));
    }

    [Fact]
    public async Task A_new_point_and_a_rebase_are_seen_at_the_next_visit()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await Weeks(harbor, "Reorders within a month", 62);
        Assert.Empty(await Told(harbor));
        world.Clock.Move(TimeSpan.FromMinutes(1));
        await harbor.Record(metric, ("2035-03-05", 71));
        Assert.Single(await Told(harbor));
        world.Clock.Move(TimeSpan.FromMinutes(1));
        await harbor.Record(metric, ("2035-03-05", 62));
        Assert.Empty(await Told(harbor));
    }

    [Fact]
    public async Task Among_many_metrics_a_small_move_is_told_as_what_chance_alone_would_do()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        await Weeks(harbor, "Just outside", 70);
        await Weeks(harbor, "Far outside", 100);
        for (var i = 0; i < 28; i++)
            await Weeks(harbor, $"Quiet {i}", 62);
        var told = (await Told(harbor)).OrderByDescending(s => s.Weight).ToList();

        Assert.Equal(["Far outside", "Just outside"], told.Select(s => s.Subject));
        Assert.Equal((Status.Held, Status.NotKnown), (told[0].Status, told[1].Status));
        Assert.EndsWith(
            "It may be chance: of 30 metrics about 1 would move so by noise alone",
            told[1].Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_largest_move_against_its_own_noise_comes_first_and_foreign_ones_are_unknown()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        await Weeks(harbor, "Small", 72);
        await Weeks(harbor, "Large", 95);
        await Weeks(await world.Organisation("Tea House", "Noor"), "Foreign", 90);
        Assert.Equal(["Large", "Small"], (await Told(harbor)).Select(s => s.Say.Split(' ')[0]));
    }

    [Fact]
    public async Task A_second_visit_asks_as_little_for_forty_metrics_as_for_one()
    {
        var asked = new AskedOfTheDatabase();
        await using var world = await World.Start(asked.Listen);
        var harbor = await world.Organisation("Harbor Coffee");
        await Weeks(harbor, "Metric", 62);
        var first = await asked.During(() => Told(harbor));
        var again = await asked.During(() => Told(harbor));
        Assert.True(again < first, $"The first visit asked {first} times, the second {again} times.");
        for (var i = 0; i < 39; i++)
            await Weeks(harbor, $"Metric {i}", 62);
        Assert.Equal(first, await asked.During(() => Told(harbor)));
        Assert.Equal(again, await asked.During(() => Told(harbor)));
    }

    [Fact]
    public async Task Metrics_are_found_by_their_words()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Metric(SampleMeasurements.Asked("Waiting at the counter"));
        var found = await world.As(
            harbor,
            here =>
                here.GetServices<ISearchSource>().OfType<MetricSearch>().Single().Search("month REORDERS", 5, default)
        );
        Assert.Equal(
            new Found("Metric", "Reorders within a month", $"/metrics/{metric.Id}", "of 100"),
            Assert.Single(found)
        );
    }
}

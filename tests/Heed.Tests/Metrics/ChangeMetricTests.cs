using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

public sealed class ChangeMetricTests
{
    static Task<Refusal> Refused(Cast by, Metric metric, Action<MetricRequest> with) =>
        by.RefusalOf<ChangeMetric, Metric>(c => c.Run(metric.Id, Asked(with), default));

    static Task<Metric> Change(Cast by, Metric metric, Action<MetricRequest> with) =>
        by.Do<ChangeMetric, Metric>(c => c.Run(metric.Id, Asked(with), default));

    static MetricRequest Asked(Action<MetricRequest> with)
    {
        var asked = SampleMeasurements.Asked();
        with(asked);
        return asked;
    }

    static Task<List<string>> Told(Cast cast) =>
        cast.World.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.Act == "change")
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );

    [Fact]
    public async Task A_change_agrees_with_the_points_that_stand_and_is_told_word_by_word()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Metric();
        await maya.Metric(SampleMeasurements.Asked("Calls"));
        await maya.Record(metric, ("2035-02-19", 60), ("2035-02-26", 98));
        await maya.Record(metric, ("2035-02-26", 62));

        (Action<MetricRequest> With, string? Field, string Says)[] wrong =
        [
            (a => a.LowerBound = 61, "LowerBound", "There is a point of 60, below 61. Correct the point first,"),
            (a => a.UpperBound = 61.5, "UpperBound", "There is a point of 62, above 61.5. Correct the point first,"),
            (
                a => a.Cadence = Cadence.Month,
                "Cadence",
                "“Reorders within a month” has points, one a week. Define another metric for one a month."
            ),
            (a => a.Name = "CALLS", "Name", "There is already a metric “CALLS”."),
            (a => a.OwnerTeamId = Id<Team>.New(), "OwnerTeamId", "There is no such team here."),
            (a => a.UpperBound = -1, "LowerBound", "The lowest possible value (0) must be below the highest (−1)."),
        ];
        foreach (var (with, field, says) in wrong)
        {
            var refusal = await Refused(maya, metric, with);
            Assert.StartsWith(says, refusal.Because, StringComparison.Ordinal);
            Assert.Equal(field, refusal.Field);
        }
        await Change(maya, metric, _ => { });
        Assert.Empty(await Told(maya));

        // A value that was corrected holds back no bound.
        await Change(
            maya,
            metric,
            a => (a.UpperBound, a.LowerBound, a.LagDays, a.Formula) = (62, 60, 14, " orders / guests ")
        );
        Assert.Equal(
            "Maya changed the metric “Reorders within a month”: lowest possible “0” is now “60”; highest possible “100” is now “62”; formula “none” is now “orders / guests”; lag in days “0” is now “14”.",
            Assert.Single(await Told(maya))
        );
        var found = await world.As(
            maya,
            s =>
                s.GetRequiredService<ListMetrics>().Page("ORDERS guests", null, false, 1, MetricOrder.Measured, default)
        );
        Assert.Equal(metric.Id, Assert.Single(found.Metrics).Metric.Id);
        var all = await world.As(
            maya,
            s => s.GetRequiredService<ListMetrics>().Page(null, null, false, 7, MetricOrder.Measured, default)
        );
        // What was never measured comes last.
        Assert.Equal(["Reorders within a month", "Calls"], all.Metrics.Select(m => m.Metric.Name));
        Assert.Equal((2, 1), (all.All, all.Page));
    }

    [Fact]
    public async Task Its_team_and_administrators_change_a_metric_and_nobody_gives_one_away_to_a_team_of_others()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var metric = await cleo.Metric();
        var refusal = await Refused(cleo, metric, a => a.OwnerTeamId = maya.Team.Id);
        Assert.Equal(
            ("OwnerTeamId", "You are not in that team. Choose a team of yours, or leave the owner open."),
            (refusal.Field, refusal.Because)
        );
        await Change(maya, metric, a => a.OwnerTeamId = maya.Team.Id);
        Assert.EndsWith("another team owns it.", Assert.Single(await Told(maya)), StringComparison.Ordinal);
        const string Theirs = "“Reorders within a month” belongs to another team: ask them, or an administrator, to ";
        Assert.Equal($"{Theirs}change it.", (await Refused(cleo, metric, _ => { })).Because);
        Assert.Equal($"{Theirs}retire it.", await cleo.Refused<RetireMetric, Metric>(r => r.Run(metric.Id, default)));
        Assert.Equal(
            $"{Theirs}say what is usual for it.",
            await cleo.Refused<SetBaseline, Baseline>(r => r.Run(metric.Id, new(), default))
        );
        var ines = await world.Colleague(maya, "Ines", Role.Admin);
        await Change(ines, metric, a => a.OwnerTeamId = default(Id<Team>));
        await Change(cleo, metric, a => a.Unit = "percent");
        var sam = await world.Colleague(maya, "Sam", Role.Viewer);
        Assert.Equal(
            "You may read “Reorders within a month”, not change it. Ask an administrator.",
            (await Refused(sam, metric, _ => { })).Because
        );

        // What something computes is one metric, and finds a name of its own among those in use.
        await world.As(
            maya,
            async s =>
            {
                var (define, db) = (s.GetRequiredService<DefineMetric>(), s.GetRequiredService<HeedDb>());
                var first = (await define.Apply("survey:1", Asked(_ => { }), default)).Given();
                var second = (await define.Apply("survey:2", Asked(_ => { }), default)).Given();
                await db.SaveChangesAsync();
                Assert.Equal(("Reorders within a month (2)", "Reorders within a month (3)"), (first.Name, second.Name));
                Assert.Equal(first.Id, (await define.Apply("survey:1", Asked(_ => { }), default)).Given().Id);
                return 0;
            }
        );
    }

    [Theory]
    [InlineData(Wanted.Up, null, null, true, false)]
    [InlineData(Wanted.Down, null, null, false, true)]
    [InlineData(Wanted.Range, 60.0, 70.0, true, true)]
    [InlineData(Wanted.Range, 70.0, 80.0, false, false)]
    public void A_move_is_wanted_by_its_way_or_by_where_it_ends(
        Wanted wanted,
        double? low,
        double? high,
        bool up,
        bool down
    )
    {
        var metric = Metric
            .Define(Asked(a => (a.Wanted, a.WantedLow, a.WantedHigh) = (wanted, low, high)), default)
            .Given();
        Assert.Equal((up, down), (metric.Wants(Direction.Up, 65), metric.Wants(Direction.Down, 65)));
    }
}

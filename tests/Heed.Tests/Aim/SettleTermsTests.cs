using Heed.Aim;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

/// <summary>From where to where: what was asked becomes terms, or says at its field why not.</summary>
public sealed class SettleTermsTests
{
    static readonly DateOnly Latest = new(2035, 3, 31);

    [Fact]
    public async Task A_start_is_counted_from_its_window_and_a_target_from_the_start()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Metric();
        await maya.Record(metric, ("2035-01-01", 60), ("2035-01-08", 63), ("2035-01-15", 66), ("2035-01-22", 90));
        var retired = await maya.Metric(SampleMeasurements.Asked("Calls"));
        await maya.Do<RetireMetric, Metric>(r => r.Run(retired.Id, default));

        var counted = await Settled(_ => { });
        Assert.Equal((63.0, 70.0, Latest), (counted.Baseline!.Value, counted.Target, counted.ByWhen));
        Assert.Equal((new DateOnly(2035, 1, 1), new DateOnly(2035, 1, 15)), Window(counted));
        Assert.Equal(("why", maya.Member.Id), (counted.Reason, counted.SetBy!.Value));
        // A start that is given stands, whatever its window holds.
        Assert.Equal(50, (await Settled(a => (a.Baseline, a.BaselineTo) = (50, new(2036, 1, 1)))).Baseline);
        Assert.Equal(Latest.AddDays(-1), (await Settled(a => a.ByWhen = Latest.AddDays(-1))).ByWhen);
        Assert.Equal(31.5, (await Settled(a => (a.Target, a.TargetPercent) = (null, -50))).Target, 12);
        Assert.Equal(100, (await Settled(a => a.Target = 100)).Target);
        // Nothing of a window stays where the start is not known.
        Assert.Equal((null, null), Window(await Settled(a => a.BaselineState = BaselineState.Measuring)));
        Assert.Null((await Settled(a => a.BaselineState = BaselineState.Unknown)).Baseline);

        (Action<TermsRequest> With, string? Field, string Says)[] wrong =
        [
            (a => a.Metric = Id<Metric>.New(), null, "There is no such metric here."),
            (a => a.Metric = retired.Id, null, "“Calls” is retired. Choose a metric that is still measured."),
            (a => a.BaselineFrom = null, "BaselineFrom", "Say which time the start stands for, from and to"),
            (a => a.BaselineTo = null, "BaselineFrom", "Say which time the start stands for, from and to"),
            (a => a.BaselineTo = new(2034, 12, 31), "BaselineFrom", "Say which time the start stands for, from and to"),
            (
                a => (a.BaselineFrom, a.BaselineTo) = (new(2035, 2, 1), new(2035, 2, 28)),
                "BaselineFrom",
                "“Reorders within a month” has no point between 1 February 2035 and 28 February 2035."
            ),
            (a => a.TargetPercent = 10, "Target", "Give the target as a value or in percent of the start, not both."),
            (a => a.Target = null, "Target", "Say where it is to go"),
            (a => a.Target = 100.5, "Target", "“Reorders within a month” cannot reach 101: it lies between 0 and 100."),
            (a => a.Target = -1, "Target", "“Reorders within a month” cannot reach −1"),
            (
                a => (a.Target, a.TargetPercent) = (null, 100),
                "TargetPercent",
                "“Reorders within a month” cannot reach 126: it lies between 0 and 100."
            ),
            (
                a => (a.BaselineState, a.Target, a.TargetPercent) = (BaselineState.Unknown, null, 10),
                "TargetPercent",
                "A change in percent needs a known start."
            ),
        ];
        foreach (var (with, field, says) in wrong)
        {
            var refusal = await maya.RefusalOf<SettleTerms, Terms>(s => Run(s, with));
            Assert.StartsWith(says, refusal.Because);
            Assert.Equal(field, refusal.Field);
        }

        Task<Terms> Settled(Action<TermsRequest> with) => maya.Do<SettleTerms, Terms>(s => Run(s, with));

        Task<Outcome<Terms>> Run(SettleTerms settle, Action<TermsRequest> with)
        {
            var asked = new TermsRequest
            {
                Metric = metric.Id,
                BaselineState = BaselineState.Known,
                BaselineFrom = new(2035, 1, 1),
                BaselineTo = new(2035, 1, 15),
                Target = 70,
            };
            with(asked);
            return settle.Run(Id<KeyResult>.New(), asked, Latest, "why", default);
        }

        static (DateOnly?, DateOnly?) Window(Terms terms) => (terms.BaselineFrom, terms.BaselineTo);
    }

    [Fact]
    public async Task Changed_terms_are_told_from_where_to_where_and_why()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var asked = Aims.Asked(metric);
        (asked.BaselineState, asked.Target, asked.ByWhen) = (BaselineState.Measuring, 70, new(2035, 3, 30));
        asked.Reason = " Two shops closed. ";
        await maya.Do<ReviseKeyResult, KeyResult>(r => r.Run(keyResult.Id, asked, default));
        (asked.BaselineState, asked.Baseline, asked.Reason) = (BaselineState.Known, 60.5, "Counted.");
        await maya.Do<ReviseKeyResult, KeyResult>(r => r.Run(keyResult.Id, asked, default));
        (asked.Reason, asked.Target) = ("  ", 71);
        var refusal = await maya.RefusalOf<ReviseKeyResult, KeyResult>(r => r.Run(keyResult.Id, asked, default));
        Assert.Equal("Reason", refusal.Field);

        await world.As(
            maya,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                Assert.Equal(
                    [
                        "Maya changed the terms from 62 → 75 by 31 March 2035 to unknown → 70 by 30 March 2035: Two shops closed.",
                        "Maya changed the terms from unknown → 70 by 30 March 2035 to 60.5 → 70 by 30 March 2035: Counted.",
                    ],
                    (await db.Entries.Where(e => e.Act == "revise").Select(e => e.Sentence).ToListAsync()).Order()
                );
                var now = await db.KeyResults.Include(k => k.History).SingleAsync();
                Assert.Equal((70.0, 60.5, BaselineState.Known), (now.Target, now.Baseline!.Value, now.BaselineState));
                Assert.Equal(3, now.History.Count);
                // What was said once is kept as it was said.
                db.Entry(now.History[0]).Property(t => t.Target).CurrentValue = 1;
                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
                return 0;
            }
        );
    }
}

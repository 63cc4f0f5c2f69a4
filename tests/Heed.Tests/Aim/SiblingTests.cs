using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class SiblingTests
{
    static SiblingRequest Health(Metric metric) =>
        new()
        {
            Kind = SiblingKind.HealthMetric,
            Words = "Guests are still greeted.",
            Metric = metric.Id,
            AtMost = 1,
        };

    static Task<Sibling> Written(Cast who, Objective objective, SiblingRequest asked) =>
        who.Do<WriteSibling, Sibling>(w => w.Run(objective.Id, asked, default));

    static async Task<string> Page(Cast who, Objective objective) =>
        await AimPagesTests.Text(await who.Browser(), $"/aim/objectives/{objective.Id}");

    [Fact]
    public async Task A_health_metric_says_how_often_it_was_breached_and_is_never_averaged()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, _, _) = await maya.Live();
        var metric = await maya.Metric(SampleMeasurements.Asked("Minutes in the queue"));
        await Written(maya, objective, Health(metric));
        var text = await Page(maya, objective);
        Assert.Contains("not measured yet", text, StringComparison.Ordinal);
        Assert.Contains("One key result:", text, StringComparison.Ordinal);
        var read = await world.As(maya, s => s.GetRequiredService<ReadSiblings>().Of(objective.Id, default));
        Assert.Equal(GuardrailState.Unknown, Assert.Single(read).Health!.Record.State);
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 1 }, 0, "held in all 3 measured")]
    [InlineData(
        new[] { 0.25, 1.75, 1, 1.5 },
        1,
        "breached in 2 of 4 measured, 1 unknown; 0.75 minutes beyond at worst"
    )]
    [InlineData(new double[0], 2, "not measured yet, 2 unknown")]
    public void Counts_are_said_and_exactly_on_the_limit_holds(double[] values, int unknown, string says)
    {
        var record = Guardrail.AtMost(1).Over([.. values.Select(v => (double?)v), .. new double?[unknown]]);
        Assert.Equal(says, new HealthRecord(record, null, "minutes", "at most 1").Says);
    }

    [Fact]
    public async Task Each_kind_says_what_it_lacks_at_the_field()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, metric) = await maya.Live();
        var foreign = Id<KeyResult>.New();
        foreach (
            var (kind, with, field) in new (SiblingKind, Action<SiblingRequest>, string)[]
            {
                (SiblingKind.HealthMetric, _ => { }, "Metric"),
                (SiblingKind.HealthMetric, a => a.Metric = metric.Id, "AtLeast"),
                (SiblingKind.HealthMetric, a => (a.Metric, a.AtLeast, a.AtMost) = (metric.Id, 2, 1), "AtLeast"),
                (SiblingKind.Hypothesis, _ => { }, "Customer"),
                (SiblingKind.Hypothesis, a => a.Customer = "regulars", "WillDo"),
                (SiblingKind.Hypothesis, a => (a.Customer, a.WillDo) = ("regulars", "return"), "Moves"),
                (SiblingKind.Hypothesis, a => (a.Customer, a.WillDo, a.Moves) = ("x", "y", [foreign]), "Moves"),
                (
                    SiblingKind.Hypothesis,
                    a => (a.Customer, a.WillDo, a.Moves, a.Trial) = ("x", "y", [keyResult.Id], "/try/none"),
                    "Trial"
                ),
                (SiblingKind.Initiative, a => a.Link = "javascript:alert(1)", "Link"),
                (SiblingKind.Initiative, a => a.Moves = [foreign], "Moves"),
                (SiblingKind.LearningGoal, _ => { }, "HowKnown"),
                (SiblingKind.LearningGoal, a => a.HowKnown = "We ask them.", "DueOn"),
            }
        )
        {
            var asked = new SiblingRequest { Kind = kind, Words = "Something beside" };
            with(asked);
            Assert.Equal(
                field,
                (await maya.RefusalOf<WriteSibling, Sibling>(w => w.Run(objective.Id, asked, default))).Field
            );
        }
    }

    [Fact]
    public async Task A_key_result_becomes_an_initiative_by_one_click_and_comes_back_with_its_history()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        var browser = await maya.Browser();
        await AimPagesTests.Redirected(
            browser.PostForm($"/aim/key-results/{keyResult.Id}", "keep-as", new() { ["As"] = "Initiative" })
        );
        var text = await Page(maya, objective);
        Assert.Contains("No key result yet", text, StringComparison.Ordinal);
        Assert.Contains("Initiative", text, StringComparison.Ordinal);
        Assert.Contains("New regulars order again within a month", text, StringComparison.Ordinal);
        Assert.StartsWith(
            "This is no key result any more",
            await maya.Refused<RecordCheckIn, CheckIn>(r =>
                r.Run(keyResult.Id, new() { Value = 70, Confidence = 5 }, default)
            ),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Check in:", await AimPagesTests.Text(browser, "/aim"), StringComparison.Ordinal);

        var sibling = await world.As(maya, s => s.GetRequiredService<HeedDb>().Siblings.AsNoTracking().SingleAsync());
        // What the other kinds need came along: nothing is typed twice.
        Assert.Equal(("new regulars", "order again within a month"), (sibling.Customer, sibling.WillDo));
        await maya.Do<ConvertToSibling, Sibling>(c =>
            c.Turn(sibling.Id, new() { Kind = SiblingKind.HealthMetric }, default)
        );
        Assert.Contains("at least 75", await Page(maya, objective), StringComparison.Ordinal);

        await maya.Do<ConvertToSibling, KeyResult>(c => c.Back(keyResult.Id, default));
        text = await Page(maya, objective);
        Assert.Contains("One key result:", text, StringComparison.Ordinal);
        Assert.Contains(
            "keeps “New regulars order again within a month” as an initiative",
            text,
            StringComparison.Ordinal
        );
        await maya.Do<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Value = 70, Confidence = 5 }, default));
        // Once more, and it is the same row.
        await maya.Do<ConvertToSibling, Sibling>(c =>
            c.Run(keyResult.Id, new() { Kind = SiblingKind.LearningGoal }, default)
        );
        Assert.Equal(1, await world.As(maya, s => s.GetRequiredService<HeedDb>().Siblings.CountAsync()));
    }

    [Fact]
    public async Task An_initiative_is_never_progress()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        var before = await Status(maya, keyResult);
        await Written(
            maya,
            objective,
            new()
            {
                Kind = SiblingKind.Initiative,
                Words = "Print name cards",
                Moves = [keyResult.Id],
                State = InitiativeState.Done,
                Link = "https://work.example/7",
            }
        );
        Assert.Equal(before, await Status(maya, keyResult));
        Assert.Contains("Done; it should move", await Page(maya, objective), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hypothesis_without_a_trial_is_not_measured()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        await Written(
            maya,
            objective,
            new()
            {
                Kind = SiblingKind.Hypothesis,
                Words = "Greeting them by name",
                Customer = "new regulars",
                WillDo = "come again",
                Moves = [keyResult.Id],
            }
        );
        var text = await Page(maya, objective);
        Assert.Contains("will get new regulars to come again", text, StringComparison.Ordinal);
        Assert.Contains("No trial judges it yet: not measured.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_asks_for_the_answer_of_a_learning_goal_on_its_day()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, _, _) = await maya.Live();
        var asked = new SiblingRequest
        {
            Kind = SiblingKind.LearningGoal,
            Words = "Why do they leave?",
            HowKnown = "We ask ten of them.",
            DueOn = new(2035, 3, 6),
        };
        var goal = await Written(maya, objective, asked);
        const string Ask = "What did you learn? Why do they leave?";
        Assert.DoesNotContain(Ask, await AimPagesTests.Text(await maya.Browser(), "/"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(1));
        Assert.Contains(Ask, await AimPagesTests.Text(await maya.Browser(), "/"), StringComparison.Ordinal);
        asked.Answer = "They move away.";
        await maya.Do<WriteSibling, Sibling>(w => w.Rewrite(goal.Id, asked, default));
        Assert.DoesNotContain(Ask, await AimPagesTests.Text(await maya.Browser(), "/"), StringComparison.Ordinal);
    }

    static Task<string> Status(Cast who, KeyResult keyResult) =>
        who.World.As(
            who,
            async s =>
            {
                var reading = await s.GetRequiredService<ReadKeyResults>().Of(keyResult.Id, default);
                return $"{reading!.Status.Word} {reading.Progress?.Share}";
            }
        );
}

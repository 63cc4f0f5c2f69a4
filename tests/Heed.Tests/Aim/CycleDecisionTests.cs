using System.Net;
using System.Net.Http.Json;
using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class CycleDecisionTests
{
    static CycleDecisionRequest Asked(CycleChoice choice) =>
        new()
        {
            Choice = choice,
            Reason = "Half of them come again by now.",
            AgreedBy = "the team and Ms Rossi of operations",
        };

    static CycleDecisionRequest Discarding()
    {
        var asked = Asked(CycleChoice.Discard);
        (asked.Ending, asked.Learned) = (Ending.NoLongerTheRightQuestion, "They never left for the price.");
        return asked;
    }

    static Task<CycleDecision> Decide(Cast who, KeyResult keyResult, CycleDecisionRequest asked) =>
        who.Do<DecideAtEnd, CycleDecision>(d => d.Run(keyResult.Id, asked, default));

    static Task<Refusal> Refused(Cast who, KeyResult keyResult, CycleDecisionRequest asked) =>
        who.RefusalOf<DecideAtEnd, CycleDecision>(d => d.Run(keyResult.Id, asked, default));

    static async Task<string> Page(Cast who, Objective objective) =>
        await AimPagesTests.Text(await who.Browser(), $"/aim/objectives/{objective.Id}");

    static Task<Cycle> Next(Cast who) =>
        who.Do<PlanCycle, Cycle>(plan =>
            plan.Run(
                new()
                {
                    Name = "2035 Q2",
                    Start = new(2035, 4, 1),
                    End = new(2035, 6, 30),
                },
                default
            )
        );

    [Fact]
    public async Task An_adjusted_target_shows_what_was_before_and_after_and_the_old_terms_stay()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        var asked = Asked(CycleChoice.Adjust);
        Assert.Equal("Target", (await Refused(maya, keyResult, asked)).Field);
        asked.Target = 75;
        Assert.Equal("Target", (await Refused(maya, keyResult, asked)).Field);
        asked.Target = 80;
        var decision = await Decide(maya, keyResult, asked);
        Assert.EndsWith("→ 75 of 100 by 31 March 2035", decision.Before, StringComparison.Ordinal);
        Assert.EndsWith("→ 80 of 100 by 31 March 2035", decision.After, StringComparison.Ordinal);
        var page = await Page(maya, objective);
        foreach (
            var words in new[]
            {
                "Adjusted",
                decision.Before,
                $"Now: {decision.After}",
                "Half of them come again by now.",
                "Agreed by the team and Ms Rossi of operations, 5 March 2035",
            }
        )
            Assert.Contains(words, page, StringComparison.Ordinal);
        var terms = await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Terms.AsNoTracking()
                    .Where(t => t.KeyResultId == keyResult.Id)
                    .OrderBy(t => t.Id)
                    .Select(t => t.Target)
                    .ToListAsync()
        );
        Assert.Equal([75, 80], terms);
        // A target that the metric cannot reach is refused as ever, and nothing is kept of it.
        asked.Target = double.PositiveInfinity;
        Assert.NotNull((await Refused(maya, keyResult, asked)).Because);
        Assert.Equal(1, await world.As(maya, s => s.GetRequiredService<HeedDb>().CycleDecisions.CountAsync()));
    }

    [Fact]
    public async Task A_discarded_key_result_ends_with_what_was_learned_and_leaves_the_list()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        var asked = Asked(CycleChoice.Discard);
        Assert.Equal("Ending", (await Refused(maya, keyResult, asked)).Field);
        asked.Ending = Ending.Reached;
        Assert.Equal("Ending", (await Refused(maya, keyResult, asked)).Field);
        asked.Ending = Ending.Withdrawn;
        Assert.Equal("Learned", (await Refused(maya, keyResult, asked)).Field);
        await Decide(maya, keyResult, Discarding());
        var page = await Page(maya, objective);
        Assert.Contains("No key result yet", page, StringComparison.Ordinal);
        Assert.Contains("Now: No longer the right question", page, StringComparison.Ordinal);
        Assert.Contains("Learned: They never left for the price.", page, StringComparison.Ordinal);
        Assert.StartsWith(
            "This key result was discarded: no longer the right question.",
            await maya.Refused<RecordCheckIn, CheckIn>(r =>
                r.Run(keyResult.Id, new() { Value = 70, Confidence = 5 }, default)
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(409, (await Refused(maya, keyResult, Asked(CycleChoice.Recommit))).Status);
    }

    [Fact]
    public async Task A_discarded_objective_closes_by_the_move_there_is()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        await maya.Do<DecideAtEnd, CycleDecision>(d => d.Run(objective.Id, Discarding(), default));
        var closed = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Objectives.AsNoTracking().SingleAsync(o => o.Id == objective.Id)
        );
        Assert.Equal(
            (ObjectiveState.Closed, Ending.NoLongerTheRightQuestion, "They never left for the price."),
            (closed.State, closed.Ending, closed.LastWord)
        );
        Assert.StartsWith(
            "This objective is closed.",
            (await Refused(maya, keyResult, Asked(CycleChoice.Recommit))).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_adjusted_objective_says_something_else_and_keeps_what_it_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, _, _) = await maya.Live();
        var asked = Asked(CycleChoice.Adjust);
        Assert.Equal(
            "Title",
            (await maya.RefusalOf<DecideAtEnd, CycleDecision>(d => d.Run(objective.Id, asked, default))).Field
        );
        asked.Title = "Regulars bring their friends";
        await maya.Do<DecideAtEnd, CycleDecision>(d => d.Run(objective.Id, asked, default));
        var page = await Page(maya, objective);
        Assert.Contains("Adjusted: Regulars feel at home", page, StringComparison.Ordinal);
        Assert.Contains("Now: Regulars bring their friends", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_decided_in_the_last_month_of_what_was_live_by_its_team()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, metric) = await maya.Live();
        var stranger = await world.Colleague(maya, "Kim", Role.Admin);
        Assert.Equal(403, (await Refused(stranger, keyResult, Asked(CycleChoice.Recommit))).Status);
        var cycle = await world.As(maya, s => s.GetRequiredService<HeedDb>().Cycles.AsNoTracking().SingleAsync());
        var draft = await maya.Aim(await maya.Objective(cycle), metric);
        Assert.StartsWith(
            "This objective is draft.",
            (await Refused(maya, draft, Asked(CycleChoice.Recommit))).Because,
            StringComparison.Ordinal
        );
        world.Clock.MoveTo(new(2035, 2, 27, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains(
            "this is decided in its last month",
            (await Refused(maya, keyResult, Asked(CycleChoice.Recommit))).Because,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("At the end of the cycle", await Page(stranger, objective), StringComparison.Ordinal);
        world.Clock.MoveTo(new(2035, 2, 28, 12, 0, 0, TimeSpan.Zero));
        await Decide(maya, keyResult, Asked(CycleChoice.Recommit));
        // Everybody reads it; only the team decides.
        var page = await Page(stranger, objective);
        Assert.Contains("Recommitted", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Decide anew", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_key_results_go_on_as_drafts_that_know_where_they_came_from()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, metric) = await maya.Live();
        var left = await maya.Aim(objective, metric, a => a.DoesWhat = "bring a friend");
        var next = await Next(maya);
        var browser = await maya.Browser();
        var at = await AimPagesTests.Redirected(
            browser.PostForm(
                $"/aim/objectives/{objective.Id}/carry-over",
                "carry-over",
                new() { ["Asked.Cycle"] = $"{next.Id}", ["Asked.KeyResults"] = $"{keyResult.Id}" }
            )
        );
        var draft = await browser.Page(at);
        var text = draft.Body!.Says();
        Assert.Contains("draft", text, StringComparison.Ordinal);
        Assert.Contains("Carried over from Regulars feel at home, 2035 Q1.", text, StringComparison.Ordinal);
        Assert.Contains("New regulars order again within a month", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bring a friend", text, StringComparison.Ordinal);
        var carried = await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .KeyResults.AsNoTracking()
                    .SingleAsync(k => k.CarriedFromId == keyResult.Id)
        );
        Assert.Equal(
            (75, new DateOnly(2035, 6, 30), keyResult.Baseline),
            (carried.Target, carried.ByWhen, carried.Baseline)
        );
        CarryOverRequest again = new() { Cycle = next.Id, KeyResults = [keyResult.Id] };
        Assert.Equal(
            409,
            (await maya.RefusalOf<CarryOver, Objective>(c => c.Run(objective.Id, again, default))).Status
        );
        // The other one comes to the same draft.
        again.KeyResults = [left.Id];
        var same = await maya.Do<CarryOver, Objective>(c => c.Run(objective.Id, again, default));
        Assert.EndsWith($"{same.Id}", at, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_carried_back_or_into_a_closed_cycle_or_out_of_another_objective()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        Task<Refusal> No(Id<Cycle> cycle, params List<Id<KeyResult>> keyResults) =>
            maya.RefusalOf<CarryOver, Objective>(c =>
                c.Run(objective.Id, new() { Cycle = cycle, KeyResults = keyResults }, default)
            );
        Assert.Contains(
            "does not come after",
            (await No(objective.CycleId, keyResult.Id)).Because,
            StringComparison.Ordinal
        );
        var next = await Next(maya);
        Assert.Equal("KeyResults", (await No(next.Id)).Field);
        Assert.Equal(404, (await No(next.Id, Id<KeyResult>.New())).Status);
        await maya.Do<TurnCycle, Cycle>(t => t.Open(next.Id, default));
        await maya.Do<TurnCycle, Cycle>(t => t.Close(next.Id, default));
        Assert.Contains("2035 Q2 is closed.", (await No(next.Id, keyResult.Id)).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_asks_for_decisions_two_weeks_before_the_end_and_then_to_close()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        const string Ask = "Regulars feel at home: recommit, adjust or discard 1 key result?";
        const string Close = "Regulars feel at home: close it with what you learned.";
        world.Clock.MoveTo(new(2035, 3, 16, 12, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain(Ask, await Home(), StringComparison.Ordinal);
        world.Clock.MoveTo(new(2035, 3, 17, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains(Ask, await Home(), StringComparison.Ordinal);
        await Decide(maya, keyResult, Asked(CycleChoice.Recommit));
        Assert.DoesNotContain(Ask, await Home(), StringComparison.Ordinal);
        Assert.DoesNotContain(Close, await Home(), StringComparison.Ordinal);
        world.Clock.MoveTo(new(2035, 4, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Contains(Close, await Home(), StringComparison.Ordinal);

        async Task<string> Home() => (await (await maya.Browser()).Page("/")).Body!.Says();
    }

    [Fact]
    public async Task A_form_and_a_program_decide_alike()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, _) = await maya.Live();
        await AimPagesTests.Redirected(
            (await maya.Browser()).PostForm(
                $"/aim/key-results/{keyResult.Id}/decide",
                "decide",
                new()
                {
                    ["Asked.Choice"] = "Recommit",
                    ["Asked.Reason"] = "It moves.",
                    ["Asked.AgreedBy"] = "the team",
                }
            )
        );
        using var answer = await maya.Api()
            .PostAsJsonAsync(
                $"/api/v1/key-results/{keyResult.Id}/decisions",
                new
                {
                    choice = "Recommit",
                    reason = "It moves.",
                    agreedBy = "the team",
                }
            );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var list = await AimOverTheApi.Json(
            await maya.Api().GetAsync($"/api/v1/objectives/{objective.Id}/decisions"),
            HttpStatusCode.OK
        );
        Assert.Equal(2, list.GetArrayLength());
        Assert.Equal(AimOverTheApi.Text(list[0], "before"), AimOverTheApi.Text(list[1], "after"));
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_named_in_no_decision()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var noa = await AgendaTests.Member(maya, "Noa");
        var (objective, keyResult, _) = await maya.Live();
        var asked = Discarding();
        (asked.Reason, asked.AgreedBy, asked.Learned) = ("Noa says so.", "Noa", "Noa saw it first.");
        await Decide(maya, keyResult, asked);
        await maya.Do<ForgetMember, Done>(f => f.Run(noa.Member.Id, default));
        var page = await Page(maya, objective);
        Assert.DoesNotContain("Noa", page, StringComparison.Ordinal);
        Assert.Contains("Agreed by a former member", page, StringComparison.Ordinal);
    }
}

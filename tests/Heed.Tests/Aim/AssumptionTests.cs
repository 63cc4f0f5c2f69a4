using Heed.Aim;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class AssumptionTests
{
    internal static AssumptionRequest Asked(
        string words = "Who is greeted by name comes back.",
        Importance importance = Importance.High,
        AssumptionEvidence evidence = AssumptionEvidence.None
    ) =>
        new()
        {
            Words = words,
            Importance = importance,
            Evidence = evidence,
        };

    [Fact]
    public async Task What_much_falls_with_and_little_speaks_for_is_tested_first()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        foreach (
            var asked in new[]
            {
                Asked("Low and bare", Importance.Low),
                Asked("High and tested", Importance.High, AssumptionEvidence.Tested),
                Asked("High and bare"),
                Asked("Medium, an opinion", Importance.Medium, AssumptionEvidence.Opinion),
            }
        )
            await maya.Do<WriteAssumption, Assumption>(w => w.Run(objective.Id, asked, default));
        var read = await maya.World.As(maya, s => s.GetRequiredService<ReadAssumptions>().Of(objective.Id, default));
        Assert.Equal(
            ["High and bare", "Medium, an opinion", "Low and bare", "High and tested"],
            read.Select(a => a.Words)
        );
        var text = await AimPagesTests.Text(await maya.Browser(), $"/aim/objectives/{objective.Id}");
        Assert.Contains("No evidence · much falls with it · test this first", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assumption_is_changed_and_removed_and_the_history_keeps_its_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        var one = await maya.Do<WriteAssumption, Assumption>(w => w.Run(objective.Id, Asked(), default));
        var asked = Asked(evidence: AssumptionEvidence.Tested);
        await maya.Do<WriteAssumption, Assumption>(w => w.Rewrite(one.Id, asked, default));
        await maya.Do<WriteAssumption, Assumption>(w => w.Remove(one.Id, default));
        var text = await AimPagesTests.Text(await maya.Browser(), $"/aim/objectives/{objective.Id}");
        Assert.Contains("rests on tested, no longer on no evidence", text, StringComparison.Ordinal);
        Assert.Contains("removed the assumption “Who is greeted by name comes back.”", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_show_us_wrong_is_asked_at_going_live_and_answered_on_its_day()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        await maya.Aim(objective, await maya.Measured());
        var asked = Aims.Alone();
        (asked.WrongLeftOut, asked.WrongIf) = (null, "No more come back than before.");
        var refusal = await maya.RefusalOf<TurnObjective, Objective>(t =>
            t.AgreeAndGoLive(objective.Id, asked, default)
        );
        Assert.Equal("WrongBy", refusal.Field);
        asked.WrongBy = new(2035, 3, 5);
        refusal = await maya.RefusalOf<TurnObjective, Objective>(t => t.AgreeAndGoLive(objective.Id, asked, default));
        Assert.Equal("WrongBy", refusal.Field);
        asked.WrongBy = new(2035, 3, 20);
        await maya.Do<TurnObjective, Objective>(t => t.AgreeAndGoLive(objective.Id, asked, default));

        const string Ask = "Regulars feel at home: does it show by now that you were wrong?";
        Assert.DoesNotContain(Ask, await AimPagesTests.Text(await maya.Browser(), "/"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(15));
        Assert.Contains(Ask, await AimPagesTests.Text(await maya.Browser(), "/"), StringComparison.Ordinal);
        var browser = await maya.Browser();
        await AimPagesTests.Redirected(
            browser.PostForm(
                $"/aim/objectives/{objective.Id}/tripwire",
                "answer",
                new() { ["Answering.Answer"] = "NotWrong", ["Answering.Seen"] = "71 of 100 came back." }
            )
        );
        Assert.DoesNotContain(Ask, await AimPagesTests.Text(browser, "/"), StringComparison.Ordinal);
        Assert.Contains(
            "It does not show us wrong: 71 of 100 came back.",
            await AimPagesTests.Text(browser, $"/aim/objectives/{objective.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_is_held_up_where_nobody_says_what_would_show_it_and_the_reason_is_kept()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, _, _) = await maya.Live();
        Assert.Contains(
            "Left out: We know it already.",
            await AimPagesTests.Text(await maya.Browser(), $"/aim/objectives/{objective.Id}"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Nobody has said what would show this objective wrong.",
            await maya.Refused<SetTripwire, Objective>(s =>
                s.Answer(objective.Id, new() { Answer = TripwireAnswer.Wrong, Seen = "All left." }, default)
            ),
            StringComparison.Ordinal
        );
    }
}

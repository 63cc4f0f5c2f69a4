using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class ControlTests
{
    static DateOnly Today(Cast cast) => cast.Workspace.Today(cast.World.Clock);

    static RemovalRequest Becomes(Heed.Metrics.Metric metric, ControlAim? aim)
    {
        var asked = Practices.Removal(metric);
        asked.Aim = aim;
        return asked;
    }

    static Task<string> RefusedRemoval(Cast cast, Practice control, Heed.Metrics.Metric metric, ControlAim? aim) =>
        cast.Refused<RemovePractice, Removal>(r => r.Run(control.Id, Becomes(metric, aim), default));

    [Fact]
    public async Task A_law_is_never_retired_and_can_be_met_in_a_lighter_way()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var law = await maya.Requirement(Binding.Law, "Allergens at hand");
        var control = await maya.Control("The signed sheet", law);
        await maya.Decides(control, PracticeAct.Question);
        Assert.StartsWith(
            "“Allergens at hand” is a law, and what serves it cannot be retired.",
            await RefusedRemoval(maya, control, metric, ControlAim.Retire),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "lightened, replaced or retired",
            await RefusedRemoval(maya, control, metric, null),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Choose a lighter way",
            await RefusedRemoval(maya, control, metric, ControlAim.Lighten),
            StringComparison.Ordinal
        );
        // Not without a trial either.
        Assert.Contains(
            "by a trial",
            await maya.Refused<DecideOnPractice, Practice>(d =>
                d.Run(control.Id, PracticeAct.Reduce, new() { Reason = "Less of it." }, default)
            ),
            StringComparison.Ordinal
        );
        await maya.Do<SetLighterWays, Practice>(s =>
            s.Run(
                control.Id,
                new()
                {
                    Ways = [new() { What = "A screen at the till", Spares = "each shift two minutes" }],
                    Chosen = 1,
                },
                default
            )
        );
        await maya.Do<RemovePractice, Removal>(r => r.Run(control.Id, Becomes(metric, ControlAim.Lighten), default));
        var card = await maya.Card(control);
        Assert.Equal((PracticeState.BeingRemoved, ControlAim.Lighten), (card.Practice.State, card.Control!.Aim));
        Assert.Contains(
            "To be lightened",
            (await (await maya.Browser()).Page($"/waste/controls/{control.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
    }

    /// <summary>What became lighter is still done: its hours stand, and are not told as gone.</summary>
    [Fact]
    public async Task A_control_goes_the_way_of_its_trial_and_a_lightened_one_is_not_counted_as_gone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var control = await maya.Control();
        await maya.Do<SayBurden, Practice>(s => s.Run(control.Id, Practices.Hours(1, 30, 60, 90), default));
        await maya.Do<SetLighterWays, Practice>(s =>
            s.Run(
                control.Id,
                new() { Ways = [new() { What = "One signature", Spares = "one of two" }], Chosen = 1 },
                default
            )
        );
        await maya.Decides(control, PracticeAct.Question);
        await maya.Do<RemovePractice, Removal>(r => r.Run(control.Id, Becomes(metric, ControlAim.Lighten), default));
        var asked = SampleTrials.Asked(maya, metric);
        (asked.Change, asked.GuardrailMetric, asked.GuardrailAtLeast) = ("One signature", metric.Id, 50);
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<TakeTrial, Practice>(t => t.Run(control.Id, new() { Trial = trial.Id }, default));
        await maya.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
        Assert.Equal("Lightened, verifying", await State());
        world.Clock.Move(TimeSpan.FromDays(98));
        await SampleTrials.Weeks(maya, metric, 13, 70);
        await SampleTrials.Look(maya, trial);
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new() { Why = "Nothing was missing." }, default));
        Assert.Equal("Lightened, confirmed", await State());
        var page = await world.As(
            maya,
            s => s.GetRequiredService<ListPractices>().Page(new(), PracticeOrder.Name, 1, default)
        );
        Assert.Equal((0, 60 / 60.0 * 52 / 12), (page.Gone.StaffHours.Likely, page.Stands.StaffHours.Likely));
        await maya.Do<DecideOnTrial, Trial>(d => d.TakeBack(trial.Id, new() { Why = "A crate is gone." }, default));
        Assert.Equal("Reinstated", await State());

        async Task<string> State()
        {
            var text = (await (await maya.Browser()).Page($"/waste/controls/{control.Id}")).QuerySelector(".verdict")!;
            return text.Says().Split(" since ")[0].Trim();
        }
    }

    [Fact]
    public async Task A_law_is_taken_off_a_control_by_whoever_signs_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var law = await maya.Requirement(Binding.Law, "Allergens at hand");
        var control = await maya.Control("The signed sheet", law);
        Assert.Contains(
            "Only whoever signs for compliance",
            await maya.Refused<WriteControl, Practice>(w => w.Rewrite(control.Id, SampleControls.Asked(maya), default)),
            StringComparison.Ordinal
        );
        await maya.Signs(maya);
        await maya.Do<WriteControl, Practice>(w => w.Rewrite(control.Id, SampleControls.Asked(maya), default));
        Assert.Empty((await maya.Card(control)).Requirements);
    }

    [Fact]
    public async Task A_change_of_a_binding_is_signed_by_another_whom_an_administrator_named()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var law = await maya.Requirement(Binding.Law, "Allergens at hand");
        Task<string> Refused(Cast who) => who.Refused<ChangeBinding, Requirement>(c => c.Sign(law.Id, default));
        await cleo.Do<ChangeBinding, Requirement>(c =>
            c.Propose(law.Id, new() { Binding = Binding.Habit, Why = "It is no law." }, default)
        );
        Assert.Equal("Nobody signs for compliance yet. An administrator names somebody.", await Refused(maya));
        Assert.Equal(
            "Administrators say who signs for compliance.",
            await cleo.Refused<NameSigner, MemberView>(n => n.Run(new() { Member = cleo.Member.Id }, default))
        );
        await maya.Signs(cleo);
        Assert.Contains("does not sign it", await Refused(cleo), StringComparison.Ordinal);
        Assert.Equal("This is signed for compliance by Cleo.", await Refused(maya));
        await maya.Signs(maya);
        Assert.Equal(Binding.Habit, (await maya.Do<ChangeBinding, Requirement>(c => c.Sign(law.Id, default))).Binding);
        // Not by editing either.
        Assert.Contains(
            "propose the change",
            await maya.Refused<WriteRequirement, Requirement>(w =>
                w.Rewrite(law.Id, new() { Name = "Allergens", Binding = Binding.Law }, default)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_control_without_a_catch_says_three_in_n_and_one_with_catches_its_exact_interval()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var control = await maya.Control();
        Assert.Equal(
            "No catch in 1,000 cases: fewer than about 3 in 1,000 (95 %).",
            (await maya.Card(control)).Control!.Says()
        );
        foreach (var on in (DateOnly[])[new(2034, 1, 8), new(2034, 6, 3), new(2032, 5, 1)])
            await maya.Do<NoteCatch, Catch>(n => n.Run(control.Id, new() { Text = "A crate less.", On = on }, default));
        // The one of 2032 was before anybody watched: told, and in no rate.
        var card = await maya.Card(control);
        Assert.Equal((3, 2), (card.Catches.Count, card.Control!.Caught));
        Assert.Equal("2 catches in 1,000 cases: 2 in 1,000 [0.2, 7.2] (95 %).", card.Control.Says());
        Assert.Contains(
            "still to come",
            await maya.Refused<NoteCatch, Catch>(n =>
                n.Run(control.Id, new() { Text = "Soon.", On = Today(maya).AddDays(1) }, default)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_list_of_one_too_many_asks_the_database_as_often_for_many_controls_as_for_few()
    {
        AskedOfTheDatabase asked = new();
        await using var world = await World.Start(asked.Listen);
        var maya = await world.Organisation("Harbor Coffee");
        for (var i = 1; i <= 4; i++)
            await Costed(i);
        Task<IReadOnlyList<ControlRow>> Register() =>
            world.As(maya, s => s.GetRequiredService<ReadControls>().Register(default));
        var few = await asked.During(Register);
        var only = Assert.Single(await Register(), r => r.Over == OverControlWord.Yes);
        Assert.Equal("Control 4", only.Name);
        for (var i = 5; i <= 12; i++)
            await Costed(i);
        Assert.Equal(few, await asked.During(Register));
        Assert.Equal(
            ["Control 10", "Control 11", "Control 12"],
            (await Register()).Where(r => r.Over == OverControlWord.Yes).Select(r => r.Name)
        );
        var page = (await (await maya.Browser()).Page("/waste/controls")).Body!.Says();
        Assert.Contains("12 controls, three of them one too many", page, StringComparison.Ordinal);

        async Task Costed(int at)
        {
            var control = await maya.Control($"Control {at}");
            await maya.Do<SayBurden, Practice>(s => s.Run(control.Id, Practices.Hours(1, at, 2 * at, 3 * at), default));
        }
    }

    [Fact]
    public async Task The_burden_of_a_control_that_serves_two_is_shared_equally_and_said_so()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (law, policy) = (await maya.Requirement(Binding.Law, "Allergens"), await maya.Requirement());
        var control = await maya.Control("The sheet", law, policy);
        await maya.Do<SayBurden, Practice>(s => s.Run(control.Id, Practices.Hours(12, 30, 60, 90), default));
        var serving = Assert.Single(
            await world.As(maya, s => s.GetRequiredService<ReadRequirements>().Serving(law.Id, default))
        );
        Assert.Equal((2, 26.0), (serving.Among, serving.Share.StaffHours.Likely));
        var page = (await (await maya.Browser()).Page($"/waste/requirements/{law.Id}")).Body!.Says();
        Assert.Contains("shared equally by two requirements", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_a_control_stays_one_and_another_team_is_refused_in_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var control = await maya.Control();
        Assert.Contains(
            "It stays a control",
            await maya.Refused<WritePractice, Practice>(w => w.Rewrite(control.Id, Practices.Asked(maya), default)),
            StringComparison.Ordinal
        );
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Contains(
            "only its members write it",
            await cleo.Refused<WriteControl, Practice>(w => w.Rewrite(control.Id, SampleControls.Asked(maya), default)),
            StringComparison.Ordinal
        );
    }
}

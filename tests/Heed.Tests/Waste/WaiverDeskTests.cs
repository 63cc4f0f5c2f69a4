using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;

namespace Heed.Tests.Waste;

/// <summary>Waivers as people ask for them, grant them and see them end.</summary>
public sealed class WaiverDeskTests
{
    static DateOnly Today(Cast cast) => cast.Workspace.Today(cast.World.Clock);

    static async Task<string> Text(Cast who, string path) => (await (await who.Browser()).Page(path)).Body!.Says();

    [Fact]
    public async Task A_waiver_is_granted_by_another_spoken_of_before_its_end_and_stays_when_it_expired()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var control = await maya.Control();
        var waiver = await cleo.AsksWaiver(control, Today(maya).AddDays(30));
        Assert.Contains(
            "A waiver of “Two signatures for milk” is asked for.",
            await Text(maya, "/"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("is asked for.", await Text(cleo, "/"), StringComparison.Ordinal);
        Assert.Contains(
            "only its members write it",
            await cleo.Refused<DecideOnWaiver, Waiver>(d => d.Grant(waiver.Id, new() { Answer = "Yes." }, default)),
            StringComparison.Ordinal
        );
        await maya.Grants(waiver);
        Assert.DoesNotContain("ends soon", await Text(maya, "/"), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(17));
        Assert.Contains(
            "The waiver of “Two signatures for milk” ends soon.",
            await Text(maya, "/"),
            StringComparison.Ordinal
        );
        world.Clock.Move(TimeSpan.FromDays(14));
        Assert.Contains(
            "The waiver of “Two signatures for milk” has expired.",
            await Text(maya, "/"),
            StringComparison.Ordinal
        );
        var card = await Text(maya, $"/waste/controls/{control.Id}");
        Assert.Contains("Expired", card, StringComparison.Ordinal);
        Assert.Contains("Deliveries before six", card, StringComparison.Ordinal);
        // A stranger to the team is not told.
        var dora = await world.Colleague(maya, "Dora", Role.Contributor);
        Assert.DoesNotContain("has expired", await Text(dora, "/"), StringComparison.Ordinal);

        var next = await cleo.Do<DecideOnWaiver, Waiver>(d =>
            d.Renew(waiver.Id, new() { Reason = "Still one person.", Until = Today(maya).AddDays(30) }, default)
        );
        Assert.Equal(
            "Its renewal is asked for already.",
            await cleo.Refused<DecideOnWaiver, Waiver>(d =>
                d.Renew(waiver.Id, new() { Reason = "Again.", Until = Today(maya).AddDays(30) }, default)
            )
        );
        await maya.Grants(next);
        var renewed = await Text(maya, $"/waste/controls/{control.Id}");
        Assert.Contains("Renewed", renewed, StringComparison.Ordinal);
        Assert.Contains("renewed once", renewed, StringComparison.Ordinal);
        Assert.Contains(
            "by changing its control",
            await maya.Refused<DecideOnWaiver, Waiver>(d =>
                d.MakePermanent(next.Id, new() { Answer = "It is lighter." }, default)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Above_a_tenth_of_the_cases_the_control_is_called_wrong_and_not_the_cases()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        // 1,000 cases since 2033.
        var control = await maya.Control();
        var monthly = (await maya.Card(control)).Control!.CasesAMonth(Today(maya))!.Value;
        await maya.Grants(await cleo.AsksWaiver(control, Today(maya).AddDays(30), monthly * 0.1));
        Assert.False((await maya.Card(control)).Row.IsMostlyWaived);
        await maya.Grants(await cleo.AsksWaiver(control, Today(maya).AddDays(30), monthly * 0.02));
        Assert.True((await maya.Card(control)).Row.IsMostlyWaived);
        Assert.Contains(
            "12 % of its cases are under a waiver: the control is wrong, not the cases.",
            await Text(maya, $"/waste/controls/{control.Id}"),
            StringComparison.Ordinal
        );
        // What has expired frees nobody.
        world.Clock.Move(TimeSpan.FromDays(31));
        Assert.False((await maya.Card(control)).Row.IsMostlyWaived);
    }

    [Fact]
    public async Task Where_a_law_demands_the_control_whoever_signs_for_compliance_decides()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var law = await maya.Requirement(Binding.Law, "Allergens at hand");
        var control = await maya.Control("The sheet", law);
        var waiver = await cleo.AsksWaiver(control, Today(maya).AddDays(30));
        Assert.Contains(
            "only whoever signs for compliance",
            await maya.Refused<DecideOnWaiver, Waiver>(d => d.Grant(waiver.Id, new() { Answer = "Yes." }, default)),
            StringComparison.Ordinal
        );
        await maya.Signs(cleo);
        Assert.Contains(
            "Whoever asks for a waiver does not grant it.",
            await cleo.Refused<DecideOnWaiver, Waiver>(d => d.Grant(waiver.Id, new() { Answer = "Yes." }, default)),
            StringComparison.Ordinal
        );
        await maya.Signs(maya);
        await maya.Grants(waiver);
    }
}

using Heed.Customers;
using Heed.People;

namespace Heed.Tests.Customers;

public sealed class WayToCustomersTests
{
    static readonly Id<Team>[] Teams = [.. Enumerable.Range(0, 6).Select(_ => Id<Team>.New())];

    static Serving Serves(int team, string name, CustomerKind kind, int? isTeam = null) =>
        new(Teams[team], Id<CustomerGroup>.New(), name, kind, isTeam is { } i ? Teams[i] : null);

    static Serving Inside(int team, int served) => Serves(team, $"Team {served}", CustomerKind.Internal, served);

    static string Said(params Serving[] servings) => WayToCustomers.From(Teams[0], servings).Sentence("Roastery");

    [Fact]
    public void Who_serves_somebody_outside_is_one_step_away()
    {
        Assert.Equal("Roastery serves Guests.", Said(Inside(0, 1), Serves(0, "Guests", CustomerKind.External)));
        Assert.Equal("Roastery serves Resellers.", Said(Serves(0, "Resellers", CustomerKind.Partner)));
    }

    [Fact]
    public void Whoever_serves_a_team_serves_whom_that_team_serves()
    {
        Assert.Equal(
            "Roastery serves Team 1, who serve Guests.",
            Said(Inside(0, 1), Serves(1, "Guests", CustomerKind.External))
        );
        // The shortest of two ways, whichever is named first.
        Assert.Equal(
            "Roastery serves Team 3, who serve Partners.",
            Said(
                Inside(0, 1),
                Inside(1, 2),
                Serves(2, "Guests", CustomerKind.External),
                Inside(0, 3),
                Serves(3, "Partners", CustomerKind.Partner)
            )
        );
    }

    [Fact]
    public void Teams_that_serve_each_other_find_nobody_outside_and_the_search_ends()
    {
        var way = WayToCustomers.From(Teams[0], [Inside(0, 1), Inside(1, 0)]);
        Assert.False(way.Arrives);
        Assert.Equal(
            "Roastery serves Team 1, who serve Team 0; no customer outside is found within four steps.",
            way.Sentence("Roastery")
        );
    }

    [Fact]
    public void After_four_steps_nobody_sees_whom_the_work_is_for()
    {
        Serving[] four = [Inside(0, 1), Inside(1, 2), Inside(2, 3), Serves(3, "Guests", CustomerKind.External)];
        Assert.True(WayToCustomers.From(Teams[0], four).Arrives);
        Serving[] five = [.. four[..3], Inside(3, 4), Serves(4, "Guests", CustomerKind.External)];
        var way = WayToCustomers.From(Teams[0], five);
        Assert.Equal((false, WayToCustomers.MostSteps), (way.Arrives, way.Groups.Count));
    }

    [Fact]
    public void Who_serves_nobody_is_said_and_an_internal_group_that_is_no_team_leads_no_further()
    {
        Assert.Equal(
            "Of Roastery nobody has said yet whom it serves.",
            Said(Serves(1, "Guests", CustomerKind.External))
        );
        Assert.Equal(
            "Roastery serves Baristas; no customer outside is found within four steps.",
            Said(Serves(0, "Baristas", CustomerKind.Internal))
        );
    }
}
